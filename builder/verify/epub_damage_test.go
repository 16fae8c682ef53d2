package verify_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	pngs "image/png"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"kanyin/builder/internal/tools"
	"kanyin/builder/verify"
)

// An entry is a file of a container.
type entry struct {
	name   string
	data   string
	method uint16
}

func unzipped(t *testing.T, data []byte) []entry {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out []entry
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, entry{f.Name, string(text), f.Method})
	}
	return out
}

func zipped(t *testing.T, entries []entry) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, e := range entries {
		w, err := z.CreateHeader(&zip.FileHeader{Name: e.name, Method: e.method})
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, e.data)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// inBook changes one file of a book.
func inBook(name, old, new string) func(*testing.T, []entry) []entry {
	return func(t *testing.T, all []entry) []entry {
		t.Helper()
		for i := range all {
			if all[i].name == name && strings.Contains(all[i].data, old) {
				all[i].data = strings.Replace(all[i].data, old, new, 1)
				return all
			}
		}
		t.Fatalf("%s has no %q", name, old)
		return nil
	}
}

// without leaves a file out.
func without(name string) func(*testing.T, []entry) []entry {
	return func(t *testing.T, all []entry) []entry {
		var out []entry
		for _, e := range all {
			if e.name != name {
				out = append(out, e)
			}
		}
		if len(out) == len(all) {
			t.Fatalf("there is no %s", name)
		}
		return out
	}
}

func TestDamagedEPUBs(t *testing.T) {
	const opf, nav, a02 = "EPUB/package.opf", "EPUB/nav.xhtml", "EPUB/xhtml/a02.xhtml"
	for _, c := range []struct {
		name              string
		damage            func(*testing.T, []entry) []entry
		code, place, text string
	}{
		{"mimetype not first", func(_ *testing.T, all []entry) []entry { return append(all[1:], all[0]) }, "epub-mimetype", "mimetype", "first"},
		{"mimetype packed", func(_ *testing.T, all []entry) []entry { all[0].method = zip.Deflate; return all }, "epub-mimetype", "mimetype", "compressed"},
		{"another media type", inBook("mimetype", "epub", "epob"), "epub-mimetype", "mimetype", "epob"},
		{"no container", without("META-INF/container.xml"), "epub-container", "META-INF/container.xml", "missing"},
		{"no package", without(opf), "epub-container", "META-INF/container.xml", "not there"},
		{"a file that is gone", without(a02), "epub-manifest", opf + ":", "not in the container"},
		{"a file too many", func(_ *testing.T, all []entry) []entry { return append(all, entry{"EPUB/extra.txt", "x", zip.Store}) },
			"epub-manifest", "EPUB/extra.txt", "does not list"},
		{"read twice", inBook(opf, `<itemref idref="x-a02"/>`, `<itemref idref="x-a02"/><itemref idref="x-a02"/>`), "epub-spine", opf + ":", "twice"},
		{"never read", inBook(opf, `<itemref idref="x-a02"/>`, ``), "epub-spine", opf + ":", "a02.xhtml"},
		{"not well-formed", inBook(a02, "</section>", "</div>"), "epub-xhtml", a02 + ":", "section"},
		{"an entity of HTML", inBook(a02, "<header", "&nbsp;<header"), "epub-xhtml", a02 + ":", "entity"},
		{"no language", inBook(a02, ` lang="zh-Hans" xml:lang="zh-Hans"`, ""), "epub-xhtml", a02 + ":1", "language"},
		{"an id twice", inBook(a02, "<header", `<p id="a02"></p><header`), "epub-ids", a02 + ":", "a02 stands"},
		{"a broken link", inBook(nav, `href="xhtml/a02.xhtml"`, `href="xhtml/a99.xhtml"`), "epub-links", nav + ":", "a99.xhtml"},
		{"a broken fragment", inBook("EPUB/xhtml/cover.xhtml", "<div", `<a href="a02.xhtml#zz">x</a><div`), "epub-links", "EPUB/xhtml/cover.xhtml:", "#zz"},
		{"no landmarks", inBook(nav, `epub:type="landmarks"`, `epub:type="lands"`), "epub-nav", nav, "landmarks"},
		{"another NCX", inBook("EPUB/toc.ncx", "<navLabel><text>", "<navLabel><text>x"), "epub-nav", "EPUB/toc.ncx", "not the"},
		{"a page not listed", func(t *testing.T, all []entry) []entry {
			for i := range all {
				if j := strings.LastIndex(all[i].data, "<li><a href="); all[i].name == nav && j > 0 {
					all[i].data = all[i].data[:j] + all[i].data[j+strings.Index(all[i].data[j:], "</li>")+len("</li>"):]
				}
			}
			return all
		}, "epub-pages", "EPUB/xhtml/", "lacks page"},
		{"a page break renamed", inBook(a02, `aria-label="`, `aria-label="9`), "epub-pages", nav + ":", "is called"},
		{"no date of change", inBook(opf, "dcterms:modified", "dcterms:changed"), "epub-metadata", opf, "dcterms:modified"},
		{"a word in no language", inBook(a02, "<header", `<p lang="中文"></p><header`), "epub-languages", a02 + ":", "中文"},
		{"another title", inBook(opf, `<dc:title id="title">`, `<dc:title id="title">x`), "epub-metadata", opf, "the issue's"},
		{"no summary", inBook(opf, "schema:accessibilitySummary", "schema:summary"), "epub-accessibility", opf, "accessibilitySummary"},
		{"a false claim", inBook(nav, `epub:type="page-list"`, `epub:type="paged"`), "epub-accessibility", opf, "pageNavigation"},
		{"an image without words", inBook("EPUB/xhtml/cover.xhtml", " alt=", " data-alt="), "epub-accessibility", "EPUB/xhtml/cover.xhtml:", "description"},
		{"text too many", inBook(a02, "</section>", "<p>x</p></section>"), "epub-text", a02 + ":", "x"},
		{"text changed", inBook(a02, "。", "，"), "epub-text", a02 + ":", "where the issue has"},
	} {
		t.Run(c.name, func(t *testing.T) {
			iss, data := edition(t, "a.epub")
			r, err := verify.Bytes("a.epub", zipped(t, c.damage(t, unzipped(t, data))), verify.Options{Issue: iss})
			fails(t, r, err, c.code, c.place, c.text)
		})
	}
}

// A spoiled is a book that another program, or an old one of ours, made of a
// bad cover or setting.
type spoiled struct {
	name              string
	damage            func(*testing.T, []entry) []entry
	code, place, text string
	epubcheck         bool // EPUBCheck calls it an error or a warning too
}

func badCoversAndKeys(t *testing.T) []spoiled {
	const opf, png = "EPUB/package.opf", "EPUB/images/cover.png"
	inks, err := os.ReadFile("testdata/cmyk.jpg")
	if err != nil {
		t.Fatal(err)
	}
	cover := func(change func(data string) string) func(*testing.T, []entry) []entry {
		return func(t *testing.T, all []entry) []entry {
			for i := range all {
				if all[i].name == png {
					all[i].data = change(all[i].data)
				}
			}
			return all
		}
	}
	jpegCover := func(data string) func(*testing.T, []entry) []entry {
		return func(t *testing.T, all []entry) []entry {
			for i := range all {
				all[i].data = strings.ReplaceAll(all[i].data, "cover.png", "cover.jpg")
				all[i].data = strings.ReplaceAll(all[i].data, `href="images/cover.jpg" media-type="image/png"`, `href="images/cover.jpg" media-type="image/jpeg"`)
				if all[i].name == png {
					all[i].name, all[i].data = "EPUB/images/cover.jpg", data
				}
			}
			return all
		}
	}
	drawn := func(w, h int, encode func(io.Writer, image.Image) error) string {
		var b strings.Builder
		if err := encode(&b, image.NewGray(image.Rect(0, 0, w, h))); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	toPNG, toJPEG := pngs.Encode, func(w io.Writer, m image.Image) error { return jpeg.Encode(w, m, nil) }
	date := func(d string) func(*testing.T, []entry) []entry {
		return inPackage(`<dc:date>[^<]*</dc:date>`, `<dc:date>`+d+`</dc:date>`)
	}
	language := func(l string) func(*testing.T, []entry) []entry {
		return inPackage(`<dc:language>[^<]*</dc:language>`, `<dc:language>`+l+`</dc:language>`)
	}
	return []spoiled{
		{"a cover of other bytes", cover(func(string) string { return "no picture at all, but text" }), "epub-images", png, "no picture of its type", true},
		{"an empty cover", cover(func(string) string { return "" }), "epub-images", png, "no picture of its type", true},
		{"half a cover", cover(func(d string) string { return d[:len(d)/2] }), "epub-images", png, "damaged", false},
		{"a cover of one wrong byte", cover(func(d string) string { return d[:len(d)/2] + string(d[len(d)/2]^0x10) + d[len(d)/2+1:] }), "epub-images", png, "damaged", false},
		{"half a photograph", jpegCover(drawn(300, 400, toJPEG)[:700]), "epub-images", "EPUB/images/cover.jpg", "damaged", false},
		{"a photograph under a drawing's name", cover(func(string) string { return drawn(300, 400, toJPEG) }), "epub-images", png, "no picture of its type", true},
		{"a cover in inks", jpegCover(string(inks)), "epub-images", "EPUB/images/cover.jpg", "CMYK", false},
		{"a cover of one dot", cover(func(string) string { return drawn(1, 1, toPNG) }), "epub-cover", png, "1 × 1 pixels", false},
		{"a cover of 25 MB", cover(func(d string) string { return d + strings.Repeat("\x00", 25<<20) }), "epub-cover", png, "25.0 MB", false},
		{"a cover that is a drawing of another kind", inPackage(`media-type="image/png"`, `media-type="image/tiff"`), "epub-images", png, "image/tiff", true},
		{"a date of no calendar", date("2025-13-45"), "epub-metadata", opf, `"2025-13-45", which is none`, true},
		{"a day that February has not", date("2025-02-30"), "epub-metadata", opf, "which is none", true},
		{"a year before the first", date("-0005-01-01"), "epub-metadata", opf, "which is none", true},
		{"a year in figures below nothing", date("-5"), "epub-metadata", opf, "which is none", true},
		{"a date in words", date("2025年3月"), "epub-metadata", opf, "which is none", true},
		{"an empty date", date(" "), "epub-metadata", opf, "no dc:date", true},
		{"two dates", inPackage(`<dc:date>`, `<dc:date>2025-03-01</dc:date><dc:date>`), "epub-metadata", opf, "2 dates", true},
		{"a language that is none", language("zh-Hans-CN-x-foo!"), "epub-languages", opf, "BCP 47", true},
		{"a language with a line below", language("zh_CN"), "epub-languages", opf, "BCP 47", true},
		{"a language in words", language("中文"), "epub-languages", opf, "BCP 47", true},
		{"no language", language(""), "epub-metadata", opf, "no dc:language", true},
		{"a wrong check digit", inPackage(`urn:issn:[\dX-]*`, "urn:issn:9999-9995"), "epub-metadata", opf, "check digit", false},
		{"an ISSN that is a source", inPackage(`<dc:date>`, `<dc:source>urn:issn:1234-5678</dc:source><dc:date>`), "epub-metadata", opf, "check digit", false},
	}
}

// inPackage changes what a pattern finds first in the package document.
func inPackage(pattern, by string) func(*testing.T, []entry) []entry {
	return func(t *testing.T, all []entry) []entry {
		t.Helper()
		for i := range all {
			if all[i].name == "EPUB/package.opf" {
				at := regexp.MustCompile(pattern).FindStringIndex(all[i].data)
				if at == nil {
					t.Fatalf("the package has no %s", pattern)
				}
				all[i].data = all[i].data[:at[0]] + by + all[i].data[at[1]:]
			}
		}
		return all
	}
}

func TestBadCoversAndKeysAreFound(t *testing.T) {
	iss, data := edition(t, "a.epub")
	for _, c := range badCoversAndKeys(t) {
		t.Run(c.name, func(t *testing.T) {
			book := zipped(t, c.damage(t, unzipped(t, data)))
			r, err := verify.Bytes("a.epub", book, verify.Options{Issue: iss})
			fails(t, r, err, c.code, c.place, c.text)
			r, err = verify.Bytes("a.epub", book, verify.Options{}) // the book alone is enough
			fails(t, r, err, c.code, c.place, c.text)
		})
	}
}

// What EPUBCheck sees of them, kanyin sees too, and more.
func TestEPUBCheckSeesNoMoreOfCoversAndKeys(t *testing.T) {
	if os.Getenv("KANYIN_LONG") == "" {
		t.Skip("SKIP: two dozen runs of EPUBCheck; KANYIN_LONG=1 has them")
	}
	tools.EPUBCheck(t)
	_, data := edition(t, "a.epub")
	for _, c := range badCoversAndKeys(t) {
		t.Run(c.name, func(t *testing.T) {
			path := written(t, "a.epub", zipped(t, c.damage(t, unzipped(t, data))))
			out, err := tools.EPUBCheck(t, "--failonwarnings", path).CombinedOutput()
			if (err != nil) != c.epubcheck {
				t.Errorf("EPUBCheck: %v\n%s", err, out)
			}
		})
	}
}

func TestAnEPUBThatIsPutTogetherAgainPasses(t *testing.T) {
	iss, data := edition(t, "a.epub")
	r, err := verify.Bytes("a.epub", zipped(t, unzipped(t, data)), verify.Options{Issue: iss})
	passes(t, r, err)
}

func TestAFlippedByteOfAnEPUBIsFound(t *testing.T) {
	iss, good := edition(t, "a.epub")
	for k := 1; k < 30; k++ {
		data := bytes.Clone(good)
		at := len(good) * k / 32
		data[at] ^= 0x04
		r, err := verify.Bytes("a.epub", data, verify.Options{Issue: iss})
		if err == nil && !r.Failed() {
			t.Errorf("byte %d was flipped, and every rule passes", at)
		}
	}
}

// A container that unpacks to more than memory has is not unpacked.
func TestAZipBombIsNoTrouble(t *testing.T) {
	var all []entry
	for i := range 6 {
		all = append(all, entry{fmt.Sprintf("EPUB/%d.css", i), strings.Repeat("\x00", 65<<20), zip.Deflate})
	}
	r, err := verify.Bytes("a.epub", zipped(t, all), verify.Options{})
	fails(t, r, err, "epub-zip", "EPUB/0.css", "more than")
}

// An XML file that is nested without end is not followed.
func TestDeepXMLIsNoTrouble(t *testing.T) {
	iss, data := edition(t, "a.epub")
	deep := inBook("EPUB/xhtml/a02.xhtml", "<header", strings.Repeat("<div>", 1_000_000)+"<header")
	r, err := verify.Bytes("a.epub", zipped(t, deep(t, unzipped(t, data))), verify.Options{Issue: iss})
	fails(t, r, err, "epub-xhtml", "EPUB/xhtml/a02.xhtml:", "deeper")
}
