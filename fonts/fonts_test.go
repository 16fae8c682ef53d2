package fonts

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tdewolff/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/encoding/simplifiedchinese"
)

func open(t testing.TB) *Library {
	t.Helper()
	l, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// gb2312 is every character of the standard, decoded from its code cells.
func gb2312(t *testing.T) []rune {
	t.Helper()
	var out []rune
	for row := 0xA1; row <= 0xF7; row++ {
		for cell := 0xA1; cell <= 0xFE; cell++ {
			if row == 0xA6 && cell > 0xD8 {
				continue // GB 2312 ends with Greek; the forms after it are GBK's
			}
			s, err := simplifiedchinese.HZGB2312.NewDecoder().String("~{" + string([]byte{byte(row - 0x80), byte(cell - 0x80)}) + "~}")
			if err == nil && s != "" && s != "\uFFFD" {
				out = append(out, []rune(s)...)
			}
		}
	}
	if len(out) < 7445 { // GBK's additions to rows 1 to 9 come on top
		t.Fatalf("%d characters decoded; GB 2312 has 7445", len(out))
	}
	return out
}

// textFaces are those that texts are set in; the one of last resort has what
// they have not, and code is no text.
func textFaces(l *Library) []Face {
	return slices.DeleteFunc(l.Faces(), func(f Face) bool { return f.Name == Rest || f.Name == Code })
}

func TestTheLastFaceHasWhatTheOthersLack(t *testing.T) {
	l := open(t)
	for _, r := range "🤗😀👍🇨🏽⏰♠⚽🀄龦\uFE0F\u200D\U000E0101" {
		if _, _, ok := l.Glyph(Song, r); !ok {
			t.Errorf("no face has %c %U", r, r)
		}
	}
	for _, r := range "\uFE0F\u200D\U000E0101" {
		if from, width, _ := l.Glyph(Song, r); from != Rest || width != 0 {
			t.Errorf("%U is %d wide in %q; it is never seen", r, width, from)
		}
	}
}

func TestEveryFaceHasAllOfGB2312(t *testing.T) {
	l := open(t)
	for _, f := range textFaces(l) {
		for _, r := range gb2312(t) {
			if r >= 0xE000 && r <= 0xF8FF {
				continue // private use: a cell that the standard leaves empty
			}
			if _, ok := l.GID(f.Name, r); !ok {
				t.Errorf("%s lacks %c %U", f.Name, r, r)
			}
		}
	}
}

func TestEveryFaceHasTheTraditionalForms(t *testing.T) {
	// From the standard's second and third lists, and from everyday ones.
	const forms = "蕎麥欒慪嗩吶嘵嶗巋櫸櫟氌潷漚灃燉燜癭竈篋籬糶纘羆膞藶蘄蝀襇覡誆諝譫豶贔躒轆鄺醱釃鍶鎦鑭闍韞颸餼駔鬮魴鮐鯷鱭鳲鶇鷫鸕齟龕爲羣衆裏牀麪綫峯啓纔溼覈柺"
	l := open(t)
	for _, f := range textFaces(l) {
		for _, r := range forms {
			if _, ok := l.GID(f.Name, r); !ok {
				t.Errorf("%s lacks %c %U", f.Name, r, r)
			}
		}
	}
}

func TestNoTwoCharactersShareAGlyph(t *testing.T) {
	for _, f := range open(t).faces {
		owner := map[uint16]rune{}
		for r := rune(0); r <= 0x2FFFF; r++ {
			gid := f.glyph(r)
			if other, shared := owner[gid]; gid != 0 && shared {
				t.Errorf("%s: %U and %U share glyph %d", f.Name, other, r, gid)
			}
			owner[gid] = r
		}
	}
}

func TestChineseMarksAreFullWidth(t *testing.T) {
	l := open(t)
	for _, f := range textFaces(l) {
		for _, r := range "—…·“”‘’，。、；：？！（）《》「」　〇汉①" {
			if from, adv, ok := l.Glyph(f.Name, r); !ok || adv != 1000 || from != f.Name {
				t.Errorf("%s %c: from %q, advance %d", f.Name, r, from, adv)
			}
		}
	}
}

func TestTheDashFillsItsEm(t *testing.T) {
	for _, f := range open(t).faces {
		if f.Name == Rest || f.Name == Code {
			continue
		}
		parsed, err := sfnt.Parse(f.data)
		if err != nil {
			t.Fatal(err)
		}
		var buf sfnt.Buffer
		box, _, err := parsed.GlyphBounds(&buf, sfnt.GlyphIndex(f.glyph('—')), fixed.I(1000), 0)
		if err != nil || box.Min.X != 0 || box.Max.X != fixed.I(1000) {
			t.Errorf("%s: the dash reaches from %v to %v, %v", f.Name, box.Min.X, box.Max.X, err)
		}
	}
}

// The tables read here must say what an independent reader says.
func TestTablesAgreeWithSfnt(t *testing.T) {
	for _, f := range open(t).faces {
		parsed, err := sfnt.Parse(f.data)
		if err != nil {
			t.Fatal(err)
		}
		var buf sfnt.Buffer
		for r := rune(0x20); r < 0x2FFFF; r += 7 {
			gid, err := parsed.GlyphIndex(&buf, r)
			if err != nil || uint16(gid) != f.glyph(r) {
				t.Fatalf("%s %U: glyph %d here, %d there, %v", f.Name, r, f.glyph(r), gid, err)
			}
			adv, err := parsed.GlyphAdvance(&buf, gid, fixed.I(1000), 0)
			if err != nil || adv.Round() != f.advance(uint16(gid)) {
				t.Fatalf("%s %U: advance %d here, %v there, %v", f.Name, r, f.advance(uint16(gid)), adv, err)
			}
		}
	}
}

func TestFallbackOrder(t *testing.T) {
	l := open(t)
	for _, c := range []struct {
		face string
		r    rune
		want string
	}{
		{Song, '河', Song},
		{HeiBold, '𬭊', HeiBold}, // U+2CB4A, of 通用规范汉字表, beyond the basic plane
		{Kai, '﹏', Song},        // 楷 lacks the wavy low line
		{"nobody", '河', Song},
		{Song, '\U0001F600', Rest}, // an emoji
		{Song, '\U0002A6A5', ""},   // an ideograph of four dragons
	} {
		from, _, ok := l.Glyph(c.face, c.r)
		if from != c.want || ok != (c.want != "") {
			t.Errorf("%s %c: from %q, want %q", c.face, c.r, from, c.want)
		}
	}
}

func TestAddedFaceIsAskedLast(t *testing.T) {
	l := open(t)
	if err := l.Add("own", l.Data(Kai)); err != nil {
		t.Fatal(err)
	}
	if from, _, _ := l.Glyph("own", '河'); from != "own" {
		t.Errorf("asked by its name, the added face is passed over for %q", from)
	}
	if from, _, _ := l.Glyph(Song, '河'); from != Song {
		t.Errorf("the added face comes before %q", from)
	}
	if err := l.Add(Song, l.Data(Kai)); err == nil {
		t.Error("a second face of one name is taken")
	}
}

func TestAddRefusesWhatCannotBeSet(t *testing.T) {
	l := open(t)
	whole := l.Data(Kai)
	for name, data := range map[string][]byte{
		"empty": nil, "text": []byte("not a font at all"), "CFF": []byte("OTTO\x00\x00\x00\x00\x00\x00\x00\x00"), "cut": whole[:5000],
	} {
		if err := l.Add(name, data); err == nil {
			t.Errorf("%s is taken for a font", name)
		} else if !strings.HasPrefix(err.Error(), "font "+name+": ") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSubsetHasWhatWasAsked(t *testing.T) {
	l := open(t)
	woff2, err := l.Subset(HeiBold, []rune("春风又绿，春 2025"))
	if err != nil {
		t.Fatal(err)
	}
	again, err := l.Subset(HeiBold, []rune("2025 绿又风春，"))
	if err != nil || !bytes.Equal(woff2, again) {
		t.Error("the order of the characters makes a difference")
	}
	ttf, err := font.ParseWOFF2(woff2)
	if err != nil {
		t.Fatal(err)
	}
	part, err := readTable(ttf)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range "春风又绿，205 " {
		if part.glyph(r) == 0 {
			t.Errorf("the subset lacks %c", r)
		}
		sameOutline(t, l.Data(HeiBold), ttf, r)
	}
	if part.glyph('夏') != 0 {
		t.Error("the subset has more than was asked for")
	}
}

func sameOutline(t *testing.T, a, b []byte, r rune) {
	t.Helper()
	var shapes [2]sfnt.Segments
	for i, data := range [][]byte{a, b} {
		var buf sfnt.Buffer
		f, err := sfnt.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		gid, err := f.GlyphIndex(&buf, r)
		if err != nil {
			t.Fatal(err)
		}
		if shapes[i], err = f.LoadGlyph(&buf, gid, fixed.I(1000), nil); err != nil {
			t.Fatal(err)
		}
	}
	if len(shapes[0]) != len(shapes[1]) {
		t.Fatalf("%c: %d segments became %d", r, len(shapes[0]), len(shapes[1]))
	}
	for i := range shapes[0] {
		if shapes[0][i] != shapes[1][i] {
			t.Fatalf("%c: segment %d changed", r, i)
		}
	}
}

func TestSumsOfTheData(t *testing.T) {
	list, err := os.Open("data/SHA256SUMS")
	if err != nil {
		t.Fatal(err)
	}
	defer list.Close()
	listed := map[string]bool{}
	for s := bufio.NewScanner(list); s.Scan(); {
		sum, name, _ := strings.Cut(s.Text(), "  ")
		data, err := os.ReadFile(filepath.Join("data", name))
		if err != nil {
			t.Error(err)
			continue
		}
		if got := sha256.Sum256(data); hex.EncodeToString(got[:]) != sum {
			t.Errorf("%s is not the file that SHA256SUMS lists", name)
		}
		listed[name] = true
	}
	there, err := filepath.Glob("data/*.ttf")
	if err != nil || len(there) != 7 {
		t.Errorf("%d font files, %v", len(there), err)
	}
	packed, err := filepath.Glob("data/*.ttf.gz")
	if err != nil || len(packed) != len(unpacked) {
		t.Errorf("%d packed fonts for %d that can be unpacked, %v", len(packed), len(unpacked), err)
	}
	for _, path := range append(there, packed...) {
		if !listed[filepath.Base(path)] {
			t.Errorf("%s is not listed in SHA256SUMS", path)
		}
	}
}

func TestEveryFaceHasItsLicence(t *testing.T) {
	for _, f := range open(t).Faces() {
		for _, want := range []string{"SIL OPEN FONT LICENSE Version 1.1", "opyright 20"} {
			if !strings.Contains(f.Licence, want) {
				t.Errorf("%s: the licence lacks %q", f.Name, want)
			}
		}
		if !strings.HasPrefix(f.Family, "Kanyin ") {
			t.Errorf("%s: the family is %q", f.Name, f.Family)
		}
	}
}

func FuzzAdd(f *testing.F) {
	l := open(f)
	f.Add(l.Data(Kai)[:4096])
	f.Add([]byte("\x00\x01\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00cmap\x00\x00\x00\x00\x00\x00\x00\x1c\x00\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		l := new(Library)
		if l.Add("own", data) == nil {
			l.Glyph("own", '河')
		}
	})
}

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		if _, err := Open(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkGlyph(b *testing.B) {
	l := open(b)
	for b.Loop() {
		l.Glyph(SongBold, '绿')
	}
}

func BenchmarkSubset(b *testing.B) {
	l := open(b)
	runes := make([]rune, 600)
	for i := range runes {
		runes[i] = 0x4E00 + rune(i)*7
	}
	for b.Loop() {
		if _, err := l.Subset(HeiBold, runes); err != nil {
			b.Fatal(err)
		}
	}
}

// Letters of code have one width, which two of are an ideograph's cells; what the
// face has not comes from 黑, and code stands in for nothing that another has.
func TestCodeHasOneWidth(t *testing.T) {
	l := open(t)
	for r := rune('!'); r <= '~'; r++ {
		if from, width, ok := l.Glyph(Code, r); !ok || from != Code || width != 600 {
			t.Errorf("%c is %d wide in %q", r, width, from)
		}
	}
	for r, want := range map[rune]string{'河': Hei, '，': Hei, '“': Hei, '─': Code, '→': Code} {
		if from, _, _ := l.Glyph(Code, r); from != want {
			t.Errorf("%c comes from %q, want %q", r, from, want)
		}
	}
	for _, r := range "aé┌→☃" {
		if from, _, ok := l.Glyph(Song, r); ok && from == Code {
			t.Errorf("%c of the text comes from the face of code", r)
		}
	}
}
