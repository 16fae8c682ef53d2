package pdf_test

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"flag"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"kanyin/builder/internal/tools"
	"kanyin/builder/pdf"
	"kanyin/builder/pdf/finish"
	"kanyin/layout"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func printed(t testing.TB, with pdf.Print) ([]byte, *layout.Document) {
	doc, iss := twoArticles(t)
	with.Doc, with.Fonts = doc, openFonts(t)
	return build(t, with, iss), doc
}

// profile is as much of a press's ICC profile as a header says.
func profile(class, space string) []byte {
	icc := make([]byte, 132)
	binary.BigEndian.PutUint32(icc, uint32(len(icc)))
	copy(icc[12:], class+space+"Lab ")
	copy(icc[36:], "acsp")
	return icc
}

func TestPrintHasTheLinesOfTheScreen(t *testing.T) {
	data, doc := printed(t, pdf.Print{})
	placed(t, readFile(t, data), doc, 8.504) // the bleed around the trimmed page
}

var colour = regexp.MustCompile(`(?m)^(.*) (rg|RG|g|G|k|K|cs|CS|sc|scn|sh|Do)$`)

func TestPrintIsBlackAlone(t *testing.T) {
	data, _ := printed(t, pdf.Print{CropMarks: true})
	r := readFile(t, data)
	for _, page := range r.pages() {
		content := r.objects[r.number(r.objects[page].dict, "/Contents ")].stream
		all := colour.FindAllSubmatch(content, -1)
		if len(all) == 0 {
			t.Error("a page chooses no colour")
		}
		for _, m := range all {
			if !strings.Contains(string(m[1]), "gs 0 0 0 ") || string(m[2]) != "k" {
				t.Errorf("the colour %q", m[0])
			}
		}
		for _, g := range r.shows(page) {
			if g.ink != "/Over gs 0 0 0 1 k" && g.ink != "/Knock gs 0 0 0 0 k" {
				t.Errorf("%q is printed with %q: text is solid or paper, no tint; solid black overprints", g.text, g.ink)
			}
		}
	}
	resources := r.objects[r.number(r.objects[r.pages()[0]].dict, "/Resources ")].dict
	if !strings.Contains(resources, "/Over<</Type/ExtGState/OP true/op true/OPM 1>>") {
		t.Errorf("no overprinting in %s", resources)
	}
}

func TestBoxesLieInEachOther(t *testing.T) {
	for _, marks := range []bool{false, true} {
		data, doc := printed(t, pdf.Print{CropMarks: marks})
		r := readFile(t, data)
		for i, page := range r.pages() {
			media, bleed, trim := r.box(page, "/MediaBox"), r.box(page, "/BleedBox"), r.box(page, "/TrimBox")
			within := func(a, b box, by float64) bool {
				near := func(x, y float64) bool { return x-y < 0.001 && y-x < 0.001 }
				return near(a[0]-b[0], by) && near(a[1]-b[1], by) && near(b[2]-a[2], by) && near(b[3]-a[3], by)
			}
			slug := map[bool]float64{false: 0, true: 14.173}[marks]
			if !within(trim, bleed, 8.504) || !within(bleed, media, slug) {
				t.Errorf("page %d: trim %v, bleed %v, media %v", i+1, trim, bleed, media)
			}
			if w := float64(doc.Pages[i].Width) / 1000; trim[2]-trim[0] != w {
				t.Errorf("page %d is trimmed to a width of %v, want %v", i+1, trim[2]-trim[0], w)
			}
		}
	}
}

func TestPrintSaysWhichStandardItKeeps(t *testing.T) {
	for name, c := range map[string]struct {
		print            pdf.Print
		header           string
		catalog, info    []string
		notInInfo, inXMP string
	}{
		"PDF/X-1a": {pdf.Print{}, "%PDF-1.4\n",
			[]string{"/S/GTS_PDFX/OutputConditionIdentifier(FOGRA39)/RegistryName(http://www.color.org)"},
			[]string{"/GTS_PDFXVersion(PDF/X-1a:2003)", "/Trapped/False", "/Creator(kanyin)", "/CreationDate(D:20250301000000Z)", "/ModDate(D:20250301000000Z)", "/Title<FEFF"},
			"GTS_PDFXConformance", "PDF/X-1a:2003"},
		"PDF/X-4": {pdf.Print{Profile: profile("prtr", "CMYK")}, "%PDF-1.6\n",
			[]string{"/S/GTS_PDFX/OutputConditionIdentifier(Custom)", "/DestOutputProfile "},
			[]string{"/Trapped/False"},
			"GTS_PDFXVersion", "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"},
	} {
		data, _ := printed(t, c.print)
		r := readFile(t, data)
		if !bytes.HasPrefix(data, []byte(c.header)) {
			t.Errorf("%s: the header is %q", name, data[:9])
		}
		info := r.objects[r.number(r.trailer, "/Info ")].dict
		for _, want := range c.catalog {
			if !strings.Contains(r.catalog(), want) {
				t.Errorf("%s: no %s in %s", name, want, r.catalog())
			}
		}
		for _, want := range c.info {
			if !strings.Contains(info, want) {
				t.Errorf("%s: no %s in %s", name, want, info)
			}
		}
		if strings.Contains(info, c.notInInfo) {
			t.Errorf("%s: %s in %s", name, c.notInInfo, info)
		}
		if xmp := r.objects[r.number(r.catalog(), "/Metadata ")].stream; !bytes.Contains(xmp, []byte(c.inXMP)) {
			t.Errorf("%s: no %s in the metadata", name, c.inXMP)
		}
		for number, o := range r.objects {
			for _, forbidden := range []string{"/Annot", "/StructTreeRoot", "/Encrypt", "/Outlines", "/SMask", "/ca ", "/CA ", "/JavaScript"} {
				if strings.Contains(o.dict, forbidden) {
					t.Errorf("%s: object %d has %s", name, number, forbidden)
				}
			}
		}
		if !strings.Contains(r.trailer, "/ID[<") {
			t.Errorf("%s: no ID", name)
		}
	}
}

func TestAProfileOfNoPressIsAnError(t *testing.T) {
	doc, iss := twoArticles(t)
	for _, icc := range [][]byte{[]byte("not a profile"), profile("mntr", "RGB "), profile("prtr", "GRAY"), profile("prtr", "CMYK")[:130]} {
		err := (pdf.Print{Doc: doc, Fonts: openFonts(t), Profile: icc}).Build(new(bytes.Buffer), iss)
		if err == nil || !strings.Contains(err.Error(), "output profile: ") {
			t.Errorf("error %v for a profile of %d bytes", err, len(icc))
		}
	}
}

// pressProfile finds a press's profile where systems keep colour profiles.
func pressProfile(t *testing.T) []byte {
	t.Helper()
	files, _ := filepath.Glob("/usr/share/color/icc/*/*.icc")
	for _, f := range files {
		icc, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if p, err := finish.ReadProfile(icc); err == nil && p.Class == "prtr" && p.Space == "CMYK" && p.Description != "" {
			return icc
		}
	}
	tools.Missing(t, "an ICC profile of a press")
	return nil
}

// With a press's own profile the file carries it whole, says its name, and keeps to black.
func TestAPressesProfileIsEmbedded(t *testing.T) {
	icc := pressProfile(t)
	data, _ := printed(t, pdf.Print{Profile: icc})
	r := readFile(t, data)
	if got := r.objects[r.number(r.catalog(), "/DestOutputProfile ")].stream; !bytes.Equal(got, icc) {
		t.Errorf("a profile of %d bytes is embedded, want one of %d", len(got), len(icc))
	}
	p, err := finish.ReadProfile(icc)
	if err != nil {
		t.Fatal(err)
	}
	if want := "/Info(" + p.Description + ")"; !strings.Contains(r.catalog(), want) {
		t.Errorf("no %s in %s", want, r.catalog())
	}
	path := file(t, data)
	run(t, "qpdf", "--check", path)
	uncoloured(t, "PDF/X-4", path)
}

func TestTicketTellsThePrinter(t *testing.T) {
	doc, iss := twoArticles(t)
	ticket, err := pdf.Print{Doc: doc, Fonts: openFonts(t), CropMarks: true}.Ticket(iss)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join("testdata", "ticket.txt")
	if *update {
		if err := os.WriteFile(path, ticket.Text(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := ticket.Text(); !bytes.Equal(got, want) {
		t.Errorf("the ticket is\n%s\nwant\n%s", got, want)
	}
	data, err := ticket.JSON()
	if err != nil {
		t.Fatal(err)
	}
	var again pdf.Ticket
	if err := json.Unmarshal(data, &again); err != nil || again.Pages != ticket.Pages || len(again.Checks) != len(ticket.Checks) {
		t.Errorf("the JSON reads as %+v (%v)", again, err)
	}
}

func TestTicketSeesWhatWouldBeCut(t *testing.T) {
	doc, iss := twoArticles(t)
	doc.Pages[1].Texts[0].X = 10_000 // 3.5 mm from the trim
	doc.Pages[2].Fills[0].Height = 100
	ticket, err := pdf.Print{Doc: doc, Fonts: openFonts(t)}.Ticket(iss)
	if err != nil {
		t.Fatal(err)
	}
	var failed []string
	for _, c := range ticket.Checks {
		if !c.Passed {
			failed = append(failed, c.Demand+": "+c.Found)
		}
	}
	want := "页数为 4 的倍数 page count a multiple of 4: 3; " +
		"文字距裁切边不少于 5 mm type at least 5 mm from the trim: 3.53 mm; 线条不细于 0.25 pt rules at least 0.25 pt: 0.10 pt"
	if got := strings.Join(failed, "; "); got != want {
		t.Errorf("failed are %s, want %s", got, want)
	}
}

// Under a press's profile pictures may keep their colours, by a profile of their own;
// what is in greys stays in the black ink alone, and so does all type.
// A picture over two pages shows the half on each that is this page's, up to the
// bleed and not on the paper around it; one that the page holds is not clipped.
func TestAPictureOverTwoPagesIsClippedToTheBleed(t *testing.T) {
	doc, iss := twoArticles(t)
	doc.Pages[1].Images = append(doc.Pages[1].Images, layout.Image{X: -doc.Pages[1].Width, Width: 2 * doc.Pages[1].Width, Height: 100_000, Name: iss.Pictures[0].Name})
	r := readFile(t, build(t, pdf.Print{Doc: doc, Fonts: openFonts(t), CropMarks: true}, iss))
	for n, page := range r.pages() {
		content := string(r.objects[r.number(r.objects[page].dict, "/Contents ")].stream)
		var clips []string
		for _, m := range regexp.MustCompile(`q ([\d. ]+) re W n `).FindAllStringSubmatch(content, -1) {
			clips = append(clips, m[1])
		}
		bleed := r.box(page, "/BleedBox")
		want := fmt.Sprintf("%g %g %g %g", bleed[0], bleed[1], bleed[2]-bleed[0], bleed[3]-bleed[1])
		switch {
		case n == 1 && (len(clips) != 1 || clips[0] != want):
			t.Errorf("the page of the half is clipped to %q, want %s", clips, want)
		case n != 1 && len(clips) > 0:
			t.Errorf("page %d is clipped to %q", n+1, clips)
		}
	}
}

func TestPicturesKeepTheirColoursUnderAProfile(t *testing.T) {
	doc, iss := twoArticles(t)
	var grey bytes.Buffer
	png.Encode(&grey, image.NewGray(image.Rect(0, 0, 64, 48)))
	iss.Pictures[2].Bytes = grey.Bytes()
	p := pdf.Print{Doc: doc, Fonts: openFonts(t), Colour: true}
	if err := p.Build(new(bytes.Buffer), iss); err == nil || !strings.Contains(err.Error(), "profile") {
		t.Errorf("error %v without a profile", err)
	}
	p.Profile = profile("prtr", "CMYK")
	data := build(t, p, iss)
	if n := bytes.Count(data, []byte("/ICCBased")); n != 2 {
		t.Errorf("%d pictures carry a profile, want 2", n)
	}
	if n := bytes.Count(data, []byte("/ColorSpace/DeviceGray")); n != 1 || bytes.Contains(data, []byte("DeviceRGB")) || bytes.Contains(data, []byte("DeviceCMYK")) {
		t.Errorf("%d pictures in greys, want 1, and no colours without a profile", n)
	}
	ticket, err := p.Ticket(iss)
	if err != nil || len(ticket.Inks) != 4 {
		t.Errorf("the ticket tells of %v (%v)", ticket.Inks, err)
	}
}
