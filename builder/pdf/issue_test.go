package pdf_test

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"

	"kanyin/builder/pdf"
	"kanyin/issues"
	"kanyin/issues/issue"
	"kanyin/issues/sample"
	"kanyin/layout"
)

// A whole is an issue composed, with its editions.
type whole struct {
	name   string
	doc    *layout.Document
	iss    *issue.Issue
	screen []byte
	print  []byte
}

// wholes are the embedded sample and the issues of the corpus, where there is one.
var wholes = sync.OnceValues(func() ([]whole, error) {
	texts := map[string][]byte{sample.Name: sample.Text()}
	files, _ := filepath.Glob(filepath.Join(os.Getenv("KANYIN_CORPUS"), "issues", "*.txt"))
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		texts[filepath.Base(f)] = text
	}
	var all []whole
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		w, err := makeWhole(name, texts[name])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, w)
	}
	return all, nil
})

func makeWhole(name string, text []byte) (whole, error) {
	lib, err := library()
	if err != nil {
		return whole{}, err
	}
	iss, err := issues.Read(name, bytes.NewReader(text))
	if err != nil {
		return whole{}, err
	}
	w := whole{name: name, iss: iss, doc: layout.Compose(iss, layout.Design{}, lib)}
	glyphs, err := pdf.Gather(w.doc, lib)
	if err != nil {
		return whole{}, err
	}
	var screen, print bytes.Buffer
	if err := (pdf.Screen{Doc: w.doc, Glyphs: glyphs}).Build(&screen, iss); err != nil {
		return whole{}, err
	}
	if err := (pdf.Print{Doc: w.doc, Glyphs: glyphs}).Build(&print, iss); err != nil {
		return whole{}, err
	}
	w.screen, w.print = screen.Bytes(), print.Bytes()
	return w, nil
}

// each runs a test on every whole issue.
func each(t *testing.T, test func(*testing.T, whole)) {
	t.Helper()
	all, err := wholes()
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range all {
		t.Run(w.name, func(t *testing.T) { test(t, w) })
	}
}

func TestWholeIssuesAreDrawnAsComposed(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w whole) {
		placed(t, readFile(t, w.screen), w.doc, 0)
		placed(t, readFile(t, w.print), w.doc, 8.504)
	})
}

// The tags read every block of every article, whole and in one piece, whatever
// columns and pages it runs over.
func TestTheTreeReadsEveryBlock(t *testing.T) {
	each(t, func(t *testing.T, w whole) {
		tree := unspaced(readFile(t, w.screen).tree())
		for _, a := range w.iss.Articles {
			for _, b := range a.Blocks {
				if !strings.Contains(tree, unspaced(b.Text)) {
					t.Errorf("%s: the tags do not read the %s of line %v", a.ID, b.Kind, b.Lines)
				}
			}
		}
	})
}

// Tools that read in the order of drawing read every article in its order. Only
// notes stand apart, at the foot of their page.
func TestArticlesAreDrawnInTheirOrder(t *testing.T) {
	each(t, func(t *testing.T, w whole) {
		drawn := drawnByArticle(w.doc)
		for _, a := range w.iss.Articles {
			rest := drawn[a.ID]
			for _, b := range a.Blocks {
				if b.Kind == issue.Note {
					if !strings.Contains(drawn[a.ID+" notes"], unspaced(b.Text)) {
						t.Errorf("%s: the note of line %v is not drawn in one piece", a.ID, b.Lines)
					}
					continue
				}
				_, after, ok := strings.Cut(rest, unspaced(b.Text))
				if !ok {
					t.Errorf("%s: the %s of line %v is not drawn in its place", a.ID, b.Kind, b.Lines)
					continue
				}
				rest = after
			}
		}
	})
}

// drawnByArticle gives the text of every article as it is drawn, its notes apart.
func drawnByArticle(doc *layout.Document) map[string]string {
	home := make([]string, len(doc.Elements))
	for i, e := range doc.Elements[1:] {
		switch home[i+1] = home[e.Parent]; {
		case e.Article != "":
			home[i+1] = e.Article
		case e.Tag == "Note" && home[i+1] != "":
			home[i+1] += " notes"
		}
	}
	drawn := map[string]string{}
	for _, p := range doc.Pages {
		for _, text := range p.Texts {
			drawn[home[text.Element]] += unspaced(string(text.Runes))
		}
	}
	return drawn
}

// tree reads the whole text by the structure tree.
func (r *readback) tree() string {
	var content []map[int]string
	for _, p := range r.pages() {
		by := map[int]string{}
		for _, g := range r.shows(p) {
			if g.mcid >= 0 && !g.spoken {
				by[g.mcid] += g.text
			}
		}
		content = append(content, by)
	}
	var out strings.Builder
	r.walk(r.number(r.objects[r.number(r.catalog(), "/StructTreeRoot ")].dict, "/K "), content, &out)
	return out.String()
}

// unspaced leaves out spaces, which tools take for distances, and hyphens of the line break.
func unspaced(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u00AD' {
			return -1
		}
		return r
	}, s)
}

func TestToolsReadWholeIssues(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w whole) {
		screen, print := file(t, w.screen), file(t, w.print)
		run(t, "qpdf", "--check", screen)
		run(t, "qpdf", "--check", print)
		for _, x := range extractors {
			x.compare(t, "screen", screen, w.doc)
		}
		extractors[0].compare(t, "print", print, w.doc)
	})
}

func TestWholeIssuesPrintInBlackWithinTheLiveArea(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w whole) {
		uncoloured(t, w.name, file(t, w.print))
		ticket, err := pdf.Print{Doc: w.doc, Fonts: openFonts(t)}.Ticket(w.iss)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range ticket.Checks {
			if !c.Passed {
				t.Errorf("%s: %s", c.Demand, c.Found)
			}
		}
	})
}

// An issue of some fifty pages must pass through a mailbox.
func TestTheScreenEditionIsSmall(t *testing.T) {
	const most = 1_200_000 // bytes
	each(t, func(t *testing.T, w whole) {
		if len(w.screen) > most {
			t.Errorf("%d bytes, want at most %d", len(w.screen), most)
		}
	})
}
