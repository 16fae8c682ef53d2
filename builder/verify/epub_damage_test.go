package verify_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

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
		{"a date of no calendar", inBook(opf, "T00:00:00Z</dc:date>", "-13-45</dc:date>"), "epub-metadata", opf, "which is none"},
		{"a wrong check digit", inBook(opf, "urn:issn:9999-9994", "urn:issn:9999-9995"), "epub-metadata", opf, "check digit"},
		{"a language that is none", inBook(opf, "<dc:language>zh-Hans", "<dc:language>zh-Hans-CN-x-foo!"), "epub-languages", opf, "BCP 47"},
		{"a word in no language", inBook(a02, "<header", `<p lang="中文"></p><header`), "epub-languages", a02 + ":", "中文"},
		{"a broken picture", func(_ *testing.T, all []entry) []entry {
			for i := range all {
				if strings.HasSuffix(all[i].name, "cover.png") {
					all[i].data = all[i].data[:len(all[i].data)/2]
				}
			}
			return all
		}, "epub-images", "EPUB/images/cover.png", "damaged"},
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
