package press_test

import (
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"kanyin/builder/internal/tools"
	"kanyin/issues/issue"
)

// A layout is the sample as a browser prints it: other runs, other faces and
// other columns than those of an edition of our own.
type layout struct {
	name, paper, css string
	rows             bool // articles side by side, two to a row
}

// layouts are a dozen that have nothing in common but the text.
var layouts = []layout{
	{"one column", "148mm 210mm", `p{text-indent:2em}`, false},
	{"one column, paragraphs apart", "185mm 260mm", `p{margin:0 0 .9em}`, false},
	{"two columns", "210mm 285mm", `.text{columns:2;column-gap:7mm} p{text-indent:2em}`, false},
	{"two columns, ragged", "185mm 260mm", `.text{columns:2;column-gap:9mm} p{text-indent:2em;text-align:left} body{font-family:sans-serif}`, false},
	{"two columns with a rule", "210mm 297mm", `.text{columns:2;column-gap:8mm;column-rule:.5pt solid #888} p{text-indent:2em} h1{text-align:center} .by{text-align:center}`, false},
	{"three columns", "210mm 285mm", `.text{columns:3;column-gap:5mm} body{font-size:9pt;line-height:1.5} p{text-indent:2em}`, false},
	{"three columns, filled one by one", "230mm 300mm", `.text{columns:3;column-gap:6mm;column-fill:auto;max-height:230mm} body{font-size:9pt} p{text-indent:2em}`, false},
	{"four columns", "280mm 390mm", `.text{columns:4;column-gap:6mm} body{font-size:9pt;line-height:1.55} p{text-indent:2em} h1{font-size:26pt}`, false},
	{"titles on a ground", "210mm 285mm", `h1{background:#8c2f1b;color:#fff;padding:6mm} .text{columns:2;column-gap:8mm} p{text-indent:2em}`, false},
	{"loose", "210mm 285mm", `body{line-height:2;font-size:10.5pt} .text{columns:2;column-gap:10mm} p{text-indent:2em} h2{text-align:center}`, false},
	{"each on its page", "170mm 240mm", `article{break-before:page} p{text-indent:2em} h1{margin-top:30mm}`, false},
	{"rows of articles", "280mm 390mm", `body{font-size:9pt;line-height:1.55} .row{display:flex;gap:8mm;margin-bottom:9mm} .row article{flex:1} .row .text{columns:2;column-gap:5mm} p{text-indent:2em} h1{font-size:18pt}`, true},
}

// TestWhatABrowserPrintsIsRead prints the sample in every third layout, with
// KANYIN_LONG=1 in all dozen, and reads it back.
func TestWhatABrowserPrintsIsRead(t *testing.T) {
	chromium := tools.Program(t, "chromium")
	tools.Chinese(t)
	j, dir := readSample(t), t.TempDir()
	kinds := []struct {
		what  string
		of    func(*issue.Issue) []string
		least float64 // the share that comes back from all layouts, less a hundredth or two
	}{{"titles", titlesOf, .98}, {"headings", blocksOf("heading"), .97}, {"paragraphs", blocksOf("paragraph"), .96}}
	found, all := make([]int, len(kinds)), make([]int, len(kinds))
	for i, l := range layouts {
		if i%3 != 0 && os.Getenv("KANYIN_LONG") == "" {
			continue
		}
		page, printed := filepath.Join(dir, fmt.Sprintf("%d.html", i)), filepath.Join(dir, fmt.Sprintf("%d.pdf", i))
		if err := os.WriteFile(page, []byte(l.page(j.Issue)), 0o644); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--user-data-dir="+filepath.Join(dir, "profile"), "--print-to-pdf="+printed, "file://"+filepath.ToSlash(page))
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		back := readFile(t, printed)
		line := l.name
		for k, kind := range kinds {
			n, of := common(kind.of(j.Issue), kind.of(back.Issue))
			line += fmt.Sprintf(", %d of %d %s", n, of, kind.what)
			found[k], all[k] = found[k]+n, all[k]+of
		}
		t.Log(line)
	}
	for k, kind := range kinds {
		if float64(found[k]) < kind.least*float64(all[k]) {
			t.Errorf("%d of %d %s come back", found[k], all[k], kind.what)
		}
	}
}

// common counts what of the first list the second has as well.
func common(want, have []string) (found, all int) {
	left := map[string]int{}
	for _, s := range have {
		left[s]++
	}
	for _, s := range want {
		if left[s] > 0 {
			left[s]--
			found++
		}
	}
	return found, len(want)
}

// page gives the issue as a page for a browser.
func (l layout) page(iss *issue.Issue) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><style>@page{size:%s;margin:18mm 15mm}body{margin:0;font:10pt/1.7 serif;text-align:justify}p{margin:0}h1{font-size:20pt;font-weight:bold;margin:6mm 0 2mm;text-align:left}h2{font:bold 11pt/1.7 sans-serif;margin:1em 0 .6em}.by{font-family:sans-serif;font-size:9pt;margin:0 0 4mm;text-indent:0}article{margin-bottom:10mm}%s</style>`, l.paper, l.css)
	for i, a := range iss.Articles {
		if l.rows && i%2 == 0 {
			b.WriteString(`<div class="row">`)
		}
		fmt.Fprintf(&b, `<article><h1>%s</h1>`, html.EscapeString(a.Title))
		if len(a.Authors) > 0 {
			fmt.Fprintf(&b, `<p class="by">□ %s</p>`, html.EscapeString(strings.Join(a.Authors, "　")))
		}
		b.WriteString(`<div class="text">`)
		for _, k := range a.Blocks {
			switch k.Kind {
			case issue.Heading:
				fmt.Fprintf(&b, `<h2>%s</h2>`, html.EscapeString(k.Text))
			case issue.Paragraph:
				fmt.Fprintf(&b, `<p>%s</p>`, html.EscapeString(k.Text))
			}
		}
		b.WriteString(`</div></article>`)
		if l.rows && (i%2 == 1 || i == len(iss.Articles)-1) {
			b.WriteString(`</div>`)
		}
	}
	return b.String()
}
