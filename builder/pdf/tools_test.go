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

	"kanyin/builder/pdf"
	"kanyin/issues/issue"
	"kanyin/layout"
)

// missing skips the test, or fails it where the validators are required.
func missing(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("KANYIN_VALIDATORS") == "require" {
		t.Fatalf("%s is missing", what)
	}
	t.Skipf("SKIP: %s is missing", what)
}

// run runs a tool and gives what it prints.
func run(t *testing.T, tool string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(tool); err != nil {
		missing(t, tool)
	}
	var out, remarks bytes.Buffer
	cmd := exec.Command(tool, args...)
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

// extractors print a file's text.
var extractors = map[string][]string{
	"pdftotext": {"-q", "FILE", "-"},
	"mutool":    {"draw", "-q", "-F", "txt", "-o", "-", "FILE"},
	"gs":        {"-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=txtwrite", "-o", "-", "FILE"},
}

func TestTheTextComesOutAsItWentIn(t *testing.T) {
	for _, tool := range slices.Sorted(maps.Keys(extractors)) {
		t.Run(tool, func(t *testing.T) {
			doc, iss := twoArticles(t)
			for name, path := range editions(t, doc, iss) {
				if name == "booklet" && tool == "pdftotext" {
					continue // it leaves out what lies beyond the spine
				}
				extracted(t, tool, name, path, doc)
			}
		})
	}
}

// extracted holds what a tool reads against what was set: every character as
// often as it was set. The order is the tool's own guess and not compared.
func extracted(t *testing.T, tool, name, path string, doc *layout.Document) {
	t.Helper()
	args := slices.Clone(extractors[tool])
	args[slices.Index(args, "FILE")] = path
	got := census(run(t, tool, args...))
	want, either := map[rune]int{}, map[rune]int{}
	for _, p := range doc.Pages {
		for _, text := range p.Texts {
			to := want
			if text.Actual != "" && (name != "screen" || tool != "pdftotext") {
				to = either // print says what it shows; not every tool knows ActualText
			} else if text.Actual != "" {
				continue
			}
			for r, n := range census(string(text.Runes)) {
				to[r] += n
			}
		}
	}
	if tool == "gs" {
		allowHalves(want, either)
	}
	for _, r := range slices.Sorted(maps.Keys(got)) {
		if got[r] < want[r] || got[r] > want[r]+either[r] {
			t.Errorf("%s: %s reads %c (%U) %d times, set %d times", name, tool, r, r, got[r], want[r])
		}
		delete(want, r)
	}
	if len(want) > 0 {
		t.Errorf("%s: %s does not read %s", name, tool, fmt.Sprint(want))
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
