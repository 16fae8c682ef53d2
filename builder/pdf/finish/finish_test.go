package finish

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/signintech/gopdf"
)

// gopdfFile has gopdf write pages of the operators.
func gopdfFile(t testing.TB, pages ...string) []byte {
	t.Helper()
	doc := new(gopdf.GoPdf)
	doc.Start(gopdf.Config{PageSize: *gopdf.PageSizeA4})
	doc.SetNoCompression()
	for _, ops := range pages {
		doc.AddPage()
		style := gopdf.PaintStyle(ContentHead + ops + ContentTail)
		if err := doc.RectFromUpperLeftWithOpts(gopdf.DrawableRectOptions{PaintStyle: style}); err != nil {
			t.Fatal(err)
		}
	}
	var buf bytes.Buffer
	if _, err := doc.WriteTo(&buf); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// body gives an object without its stream.
func body(f *File, r Ref) string { return string(f.objects[r].body) }

// gopdf prints a paint style into the page as it stands. All drawing goes
// through this gap; should a later gopdf close it, this test says so.
func TestOperatorsPassThroughGopdf(t *testing.T) {
	var every []byte
	for b := range 256 {
		every = append(every, byte(b))
	}
	pages := []string{
		"/P <</MCID 0>>BDC\nBT 1 0 0 1 9 9 Tm [(a)-3(b)]TJ ET\nEMC",
		"100%d %s %% \\n endstream\nendobj\n\n" + string(every),
		"",
	}
	f, err := Read(gopdfFile(t, pages...))
	if err != nil {
		t.Fatal(err)
	}
	got, err := f.Pages()
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != len(pages) {
		t.Fatalf("%d pages, want %d", len(got), len(pages))
	}
	for i, p := range got {
		ops, err := f.Content(p)
		if err != nil || string(ops) != pages[i] {
			t.Errorf("page %d is %q (%v), want %q", i+1, ops, err, pages[i])
		}
	}
}

func TestAnotherFileThanGopdfsIsAnError(t *testing.T) {
	good := gopdfFile(t, "n")
	for name, data := range map[string][]byte{
		"nothing":             nil,
		"no table":            []byte("%PDF-1.7\nstartxref\n9\n%%EOF"),
		"cut off":             good[:len(good)/2],
		"another line ending": bytes.ReplaceAll(good, []byte("\n"), []byte("\r\n")),
		"another table":       bytes.Replace(good, []byte("xref\n0 "), []byte("xref\n1 "), 1),
		"a moved object":      bytes.Replace(good, []byte("2 0 obj"), []byte("7 0 obj"), 1),
	} {
		if _, err := Read(data); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// FuzzRead: whatever the bytes, there is a file, with pages or without, or an error.
func FuzzRead(f *testing.F) {
	f.Add(gopdfFile(f, "n", "0 0 9 9 re f"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Read(data)
		if err != nil {
			return
		}
		pages, _ := file.Pages()
		for _, p := range pages {
			if ops, err := file.Content(p); err == nil && !bytes.Contains(data, ops) {
				t.Errorf("page %s has the operators %q of its own", p.Ref, ops)
			}
		}
	})
}

func TestStrings(t *testing.T) {
	for _, c := range []struct{ in, text, literal, name string }{
		{"a12", "(a12)", "(a12)", "/a12"},
		{"a(b)\\", `(a\(b\)\\)`, `(a\(b\)\\)`, "/a#28b#29#5C"},
		{"a\rb", "<FEFF0061000D0062>", `(a\rb)`, "/a#0Db"},
		{"河𬭊", "<FEFF6CB3D872DF4A>", "(河𬭊)", "/#E6#B2#B3#F0#AC#AD#8A"},
		{"", "()", "()", "/"},
	} {
		if got := Text(c.in); got != c.text {
			t.Errorf("Text(%q) is %s, want %s", c.in, got, c.text)
		}
		if got := Literal(c.in); got != c.literal {
			t.Errorf("Literal(%q) is %s, want %s", c.in, got, c.literal)
		}
		if got := Name(c.in); got != c.name {
			t.Errorf("Name(%q) is %s, want %s", c.in, got, c.name)
		}
	}
}

func TestLabelsAreThePrintedFolios(t *testing.T) {
	for _, c := range []struct {
		labels []string
		want   string
	}{
		{[]string{"1", "2", "3"}, "0<</S/D/St 1>>"},
		{[]string{"cover", "", "1", "2", "4", "5", "back"}, "0<</P(cover)>>1<</P()>>2<</S/D/St 1>>4<</S/D/St 4>>6<</P(back)>>"},
		{[]string{"07", "8", "9"}, "0<</P(07)>>1<</S/D/St 8>>"},
		{nil, ""},
	} {
		if got, want := PageLabels(c.labels), "<</Nums["+c.want+"]>>"; got != want {
			t.Errorf("%q: %s, want %s", c.labels, got, want)
		}
	}
}

// The outline is written out as a reader walks it: a row's depth, and how many
// rows it shows when it opens.
func TestBookmarksNest(t *testing.T) {
	f, err := Read(gopdfFile(t, "n"))
	if err != nil {
		t.Fatal(err)
	}
	f.PutOutline([]Bookmark{
		{"river", 1, "a1"}, {"ferry", 2, "a1"}, {"dawn", 3, "h1"}, {"dusk", 3, "h2"}, {"boats", 2, "a2"},
		{"market", 1, "a3"}, {"fish", 3, "a4"}, {"school", 0, "a5"}, // levels that jump or make no sense
	})
	var got strings.Builder
	walkOutline(t, f, Outlines, 0, &got)
	want := `river (a1) 2
  ferry (a1) -2
    dawn (h1)
    dusk (h2)
  boats (a2)
market (a3) 1
  fish (a4)
school (a5)
`
	if got.String() != want {
		t.Errorf("the outline is\n%swant\n%s", got.String(), want)
	}
	if !strings.HasSuffix(body(f, Outlines), "/Count 6>>") {
		t.Errorf("the outline %s does not show 6 rows", body(f, Outlines))
	}
}

func walkOutline(t *testing.T, f *File, up Ref, depth int, to *strings.Builder) {
	t.Helper()
	entry := func(r Ref, key string) Ref {
		m := regexp.MustCompile(key + ` (\d+) 0 R`).FindStringSubmatch(body(f, r))
		if m == nil {
			return 0
		}
		n, _ := strconv.Atoi(m[1])
		return Ref(n)
	}
	var prev Ref
	for r := entry(up, "/First"); r != 0; prev, r = r, entry(r, "/Next") {
		if entry(r, "/Parent") != up || entry(r, "/Prev") != prev {
			t.Errorf("%s is not linked back: %s", r, body(f, r))
		}
		m := regexp.MustCompile(`/Title\((.*?)\).*/Dest(\(.*?\))(?:.*/Count (-?\d+))?`).FindStringSubmatch(body(f, r))
		fmt.Fprintln(to, strings.TrimRight(strings.Repeat("  ", depth)+strings.Join(m[1:], " "), " "))
		walkOutline(t, f, r, depth+1, to)
	}
	if entry(up, "/Last") != prev {
		t.Errorf("%s does not end with %s", body(f, up), prev)
	}
}

func TestANumberWithoutAnObjectIsFree(t *testing.T) {
	f, err := Read(gopdfFile(t, "n"))
	if err != nil {
		t.Fatal(err)
	}
	f.Remove(Outlines)
	info := f.Add("<<>>")
	data := string(f.Bytes(Trailer{Version: "1.4", Info: info}))
	if !strings.Contains(data, "xref\n0 8\n0000000003 65535 f \n") || strings.Contains(data, "\n3 0 obj") {
		t.Errorf("object 3 is not free:\n%s", data)
	}
}

func TestTheProfileOfSRGB(t *testing.T) {
	icc := SRGB()
	p, err := ReadProfile(icc)
	if err != nil || p.Class != "mntr" || p.Space != "RGB" {
		t.Errorf("the header reads %+v (%v)", p, err)
	}
}
