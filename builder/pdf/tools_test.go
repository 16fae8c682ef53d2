package pdf_test

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"

	"kanyin/builder/internal/tools"
	"kanyin/builder/pdf"
	"kanyin/issues/issue"
	"kanyin/layout"
)

// run runs a tool and gives what it prints.
func run(t *testing.T, tool string, args ...string) string {
	t.Helper()
	var out, remarks bytes.Buffer
	cmd := exec.Command(tools.Program(t, tool), args...)
	cmd.Stdout, cmd.Stderr = &out, &remarks
	if err := cmd.Run(); err != nil {
		t.Errorf("%s: %v\n%s%s", tool, err, &out, &remarks)
	}
	return out.String()
}

func file(t *testing.T, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "issue.pdf")
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// editions builds every edition of a document.
func editions(t *testing.T, doc *layout.Document, iss *issue.Issue) map[string]string {
	t.Helper()
	lib := openFonts(t)
	print := pdf.Print{Doc: doc, Fonts: lib}
	x4 := print
	x4.Profile, x4.CropMarks = profile("prtr", "CMYK"), true
	return map[string]string{
		"screen":  file(t, build(t, pdf.Screen{Doc: doc, Fonts: lib}, iss)),
		"print":   file(t, build(t, print, iss)),
		"print-4": file(t, build(t, x4, iss)),
		"booklet": file(t, build(t, pdf.Booklet{Print: print}, iss)),
	}
}

// Tools show what a viewer works with: bookmarks that nest, named places, folios
// as labels, a window that opens with the bookmarks.
func TestViewersFindTheirWay(t *testing.T) {
	data, _, _ := screen(t)
	path := file(t, data)
	for _, c := range []struct {
		tool  string
		args  []string
		wants []string
	}{
		{"mutool", []string{"show", path, "outline"}, []string{"-\t\"栏目 (一)\"\t#page=2", "|\t\t\"春风又绿\"\t#page=2", "|\t\t\"集市上的鱼\"\t#page=3"}},
		{"pdfinfo", []string{"-dests", path}, []string{`2 [ XYZ   60  738 null      ] "a01"`, `3 [ XYZ   60  738 null      ] "a02"`}},
		{"pdfinfo", []string{"-url", path}, []string{"https://example.org/%E6%B2%B3(1)"}},
		{"qpdf", []string{"--json", "--json-key=pagelabels", path}, []string{`"/P": "u:封面"`, `"/S": "/D"`}},
		{"mutool", []string{"show", path, "trailer/Root/PageMode"}, []string{"/UseOutlines"}},
	} {
		out := run(t, c.tool, c.args...)
		for _, want := range c.wants {
			if !strings.Contains(out, want) {
				t.Errorf("%s %s shows no %q:\n%s", c.tool, strings.Join(c.args, " "), want, out)
			}
		}
	}
}

func TestQpdfFindsNoFault(t *testing.T) {
	doc, iss := twoArticles(t)
	for name, path := range editions(t, doc, iss) {
		if out := run(t, "qpdf", "--check", path); !strings.Contains(out, "No syntax or stream encoding errors found") {
			t.Errorf("%s: %s", name, out)
		}
	}
}

func TestAllFontsAreEmbeddedSubsets(t *testing.T) {
	doc, iss := twoArticles(t)
	row := regexp.MustCompile(`^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes `) // embedded, a subset, with a text layer
	for name, path := range editions(t, doc, iss) {
		lines := strings.Split(strings.TrimSpace(run(t, "pdffonts", path)), "\n")
		if len(lines) < 3 {
			t.Errorf("%s has no fonts", name)
			continue
		}
		for _, line := range lines[2:] {
			if !row.MatchString(line) {
				t.Errorf("%s: %s", name, line)
			}
		}
	}
}

// An extractor prints a file's text.
type extractor struct {
	tool    string
	args    []string
	drawn   bool // page by page, in the order of drawing; else in an order that it guesses from the places
	speaks  bool // it gives what ActualText says, and not what is shown
	forms   bool // it reads what lies in a form beyond the spine of a booklet
	halving bool // it breaks characters beyond U+FFFF, see allowHalves
}

var extractors = []extractor{
	{tool: "pdftotext", args: []string{"-q", "-raw", "FILE", "-"}, drawn: true, speaks: true},
	{tool: "pdftotext", args: []string{"-q", "FILE", "-"}, speaks: true},
	{tool: "mutool", args: []string{"draw", "-q", "-F", "txt", "-o", "-", "FILE"}, drawn: true, forms: true},
	{tool: "gs", args: []string{"-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=txtwrite", "-o", "-", "FILE"}, forms: true, halving: true},
}

func (x extractor) String() string { return x.tool + " " + strings.Join(x.args, " ") }

func (x extractor) read(t *testing.T, path string) string {
	args := slices.Clone(x.args)
	args[slices.Index(args, "FILE")] = path
	return run(t, x.tool, args...)
}

func TestTheTextComesOutAsItWentIn(t *testing.T) {
	t.Parallel()
	doc, iss := twoArticles(t)
	paths := editions(t, doc, iss)
	for _, x := range extractors {
		for name, path := range paths {
			switch {
			case name != "booklet":
				x.compare(t, name, path, doc)
			case x.forms:
				x.count(t, name, x.read(t, path), doc)
			}
		}
	}
}

// compare holds what is read against what was drawn: character by character
// where the tool keeps the order of drawing.
func (x extractor) compare(t *testing.T, name, path string, doc *layout.Document) {
	t.Helper()
	got := x.read(t, path)
	if !x.drawn {
		x.count(t, name, got, doc)
		return
	}
	pages := strings.Split(got, "\f")
	for i, page := range doc.Pages {
		var want strings.Builder
		for _, text := range page.Texts {
			if text.Actual != "" && x.speaks && name == "screen" {
				want.WriteString(text.Actual)
			} else {
				want.WriteString(string(text.Runes))
			}
		}
		if i >= len(pages) || unspaced(pages[i]) != unspaced(want.String()) {
			t.Errorf("%s: page %s: %s reads\n%s\nwant\n%s", name, page.Label, x, unspaced(pages[min(i, len(pages)-1)]), unspaced(want.String()))
		}
	}
}

// count says that every character is read as often as it was drawn.
func (x extractor) count(t *testing.T, name, text string, doc *layout.Document) {
	t.Helper()
	got := census(text)
	want, either := map[rune]int{}, map[rune]int{}
	for _, p := range doc.Pages {
		for _, text := range p.Texts {
			if text.Actual != "" && x.speaks && name == "screen" {
				continue // a hyphen of the line break, which is not counted
			}
			for r, n := range census(string(text.Runes)) {
				want[r] += n
			}
		}
	}
	if x.halving {
		allowHalves(want, either)
	}
	for _, r := range slices.Sorted(maps.Keys(got)) {
		if got[r] < want[r] || got[r] > want[r]+either[r] {
			t.Errorf("%s: %s reads %c (%U) %d times, drawn %d times", name, x, r, r, got[r], want[r])
		}
		delete(want, r)
	}
	if len(want) > 0 {
		t.Errorf("%s: %s does not read %s", name, x, fmt.Sprint(want))
	}
}

// allowHalves makes allowance for Ghostscript 10.00, which writes each half of a
// surrogate pair as a character of its own, the second with its upper byte
// taken from the first one's lower byte.
func allowHalves(want, either map[rune]int) {
	for _, r := range slices.Sorted(maps.Keys(want)) {
		if r <= 0xFFFF {
			continue
		}
		high, low := utf16.EncodeRune(r)
		either[unicode.ReplacementChar] += 6 * want[r] // a half is three bytes that are no UTF-8
		either[high&0xFF<<8|low&0xFF] += want[r]
		either[r] += want[r]
		delete(want, r)
	}
}

// census counts the characters that are seen; a hyphen of the line break is not one of the text.
func census(s string) map[rune]int {
	n := map[rune]int{}
	for _, r := range s {
		if !unicode.IsSpace(r) && r != '\u00AD' {
			n[r]++
		}
	}
	return n
}

func TestPrintTakesNoColouredInk(t *testing.T) {
	t.Parallel()
	doc, iss := twoArticles(t)
	for name, path := range editions(t, doc, iss) {
		if name != "screen" {
			uncoloured(t, name, path)
		}
	}
}

var coverage = regexp.MustCompile(`(?m)^ *([\d.]+) +([\d.]+) +([\d.]+) +([\d.]+) CMYK OK`)

// uncoloured has Ghostscript measure the inks of every page.
func uncoloured(t *testing.T, name, path string) {
	t.Helper()
	pages := coverage.FindAllStringSubmatch(run(t, "gs", "-q", "-o", "-", "-sDEVICE=inkcov", path), -1)
	if len(pages) == 0 {
		t.Errorf("%s: Ghostscript measures no page", name)
	}
	for i, m := range pages {
		if m[1] != "0.00000" || m[2] != "0.00000" || m[3] != "0.00000" {
			t.Errorf("%s: page %d takes inks %s", name, i+1, m[0])
		}
	}
}
