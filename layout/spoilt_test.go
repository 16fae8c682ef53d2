package layout_test

import (
	"strings"
	"testing"

	"kanyin/issues/issue"
	"kanyin/layout"
	"kanyin/layout/internal/fakefont"
)

// A spoilt line is a plain line of a sound document, to be damaged. along and
// across are where it stands on its page, along the lines and across them.
type spoilt struct {
	*layout.Text
	page          *layout.Page
	along, across *layout.Length
	end           layout.Length // of the page, along the lines
}

// overleaf moves what follows the line in its paragraph's text to the next page.
func (s spoilt) overleaf(doc *layout.Document) {
	for n := range doc.Pages {
		p := &doc.Pages[n]
		for i := range p.Texts {
			if &p.Texts[i] == s.Text {
				rest := append([]layout.Text{}, p.Texts[i+1:]...)
				p.Texts = p.Texts[:i+1]
				next := &doc.Pages[n+1]
				next.Texts = append(rest, next.Texts...)
				return
			}
		}
	}
}

// TestMeasuringSeesFaults spoils a sound document in one place at a time, of
// either writing: what is measured must say so, and where.
func TestMeasuringSeesFaults(t *testing.T) {
	iss := readIssue(t, "article\ntitle 渡口\nparagraph ~300\nheading 早市\nparagraph ~200\nparagraph ~250")
	iss.Meta.Language = "zh-Hans"
	for _, writing := range []string{"horizontal", "vertical"} {
		d := small()
		d.Writing = writing
		if writing == "vertical" {
			d.Paper.Width, d.Paper.Height, d.Paper.Inner = 130, 125, 21 // the rows reach over 88 mm, with like margins at both sides
		}
		fresh := func() *layout.Document { return layout.Compose(iss, d, fakefont.Metrics{}) }
		if s := measure(iss, fresh(), d); len(s.faults) > 0 || s.justified < 20 {
			t.Fatal(writing, s.justified, s.faults)
		}
		for what, spoil := range map[string]func(doc *layout.Document, s spoilt){
			"off the grid":                func(_ *layout.Document, s spoilt) { *s.across += 3000 },
			"a ragged line":               func(_ *layout.Document, s spoilt) { s.Advances[0] -= 500 },
			"a loose line":                func(_ *layout.Document, s spoilt) { s.Advances[0] += 1500; s.Advances[1] -= 1500 },
			"a forbidden line start":      func(_ *layout.Document, s spoilt) { s.Runes[0] = '。' },
			"a forbidden line end":        func(_ *layout.Document, s spoilt) { s.Runes[len(s.Runes)-1] = '（' },
			"a full mark at a line's end": func(_ *layout.Document, s spoilt) { s.Runes[len(s.Runes)-1] = '」' },
			"a pair of marks not squeezed": func(_ *layout.Document, s spoilt) {
				s.Runes[0], s.Runes[1] = '」', '「'
			},
			"within 5 mm of the trim": func(_ *layout.Document, s spoilt) { *s.along = s.end - s.Size },
		} {
			doc := fresh()
			spoil(doc, plainLine(t, doc, 2))
			if !strings.Contains(strings.Join(measure(iss, doc, d).faults, "\n"), "page 3: "+what) {
				t.Errorf("%s: not seen: %s", writing, what)
			}
		}
		seesWhatIsTornApart(t, iss, d, fresh)
	}
}

// seesWhatIsTornApart moves the end of a page to the next one: behind the first
// line of a paragraph, before its last, behind a heading. A last line loses all
// but one of its characters.
func seesWhatIsTornApart(t *testing.T, iss *issue.Issue, d layout.Design, fresh func() *layout.Document) {
	t.Helper()
	for what, at := range map[string]func(before, line, after *layout.Text, tag string) bool{
		"an orphan": func(b, l, a *layout.Text, tag string) bool {
			return tag == "P" && b.Element != l.Element && l.Element == a.Element
		},
		"a widow": func(b, l, a *layout.Text, tag string) bool {
			return tag == "P" && b.Element == l.Element && l.Element == a.Element
		},
		"a heading at a column's foot": func(_, _, _ *layout.Text, tag string) bool { return tag == "H2" },
		"a last line of one character": func(b, l, a *layout.Text, tag string) bool {
			return tag == "P" && b.Element == l.Element && l.Element != a.Element
		},
	} {
		seen := false
		for n := range fresh().Pages {
			for i := 1; i+1 < len(fresh().Pages[n].Texts) && !seen; i++ {
				doc := fresh()
				l := doc.Pages[n].Texts[i-1 : i+2]
				switch {
				case n+1 == len(doc.Pages) || !at(&l[0], &l[1], &l[2], doc.Elements[l[1].Element].Tag):
					continue
				case what == "a last line of one character":
					l[1].Runes, l[1].Advances = l[1].Runes[:1], l[1].Advances[:1]
				default:
					spoilt{Text: &l[1]}.overleaf(doc)
				}
				seen = strings.Contains(strings.Join(measure(iss, doc, d).faults, "\n"), what)
			}
		}
		if !seen {
			t.Errorf("%s: not seen: %s", d.Writing, what)
		}
	}
}

// plainLine finds a line that begins with three ideographs and ends with one,
// and is neither a paragraph's first nor its last.
func plainLine(t *testing.T, doc *layout.Document, page int) spoilt {
	t.Helper()
	p := &doc.Pages[page]
	for i := 1; i+1 < len(p.Texts); i++ {
		x := &p.Texts[i]
		if len(x.Runes) < 9 || p.Texts[i-1].Element != x.Element || p.Texts[i+1].Element != x.Element {
			continue
		}
		if strings.ContainsAny(string(x.Runes[:3])+string(x.Runes[len(x.Runes)-1:]), "，。、") {
			continue
		}
		if doc.Vertical {
			return spoilt{x, p, &x.Y, &x.X, p.Height}
		}
		return spoilt{x, p, &x.X, &x.Y, p.Width}
	}
	t.Fatal("no plain line")
	return spoilt{}
}
