package verify

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
	"kanyin/builder/verify/pdfread"

	"kanyin/issues/issue"
	"kanyin/issues/say"
)

// A chunk is what one operator shows: a line of a paragraph, or part of one.
type chunk struct {
	text  string // squashed
	place say.Text
	size  float64 // of the type, in points
	taken bool
}

// pdfText holds the text against the issue's: every block of every article
// reads through, from the beginning of one chunk to the end of another, in
// order. Between its chunks others may stand, such as a folio. What is left
// over is furniture, the contents and the cover: text that the issue does not
// have, or a paragraph's that stands once more, is named, and so are characters
// of the compatibility and radical blocks that the issue has not.
func pdfText(e *pdfEdition) []fault {
	out := e.strangers()
	t := textSearch{chunks: e.chunks()}
	for _, a := range e.issue.Articles {
		for _, b := range a.Blocks {
			want := squash(b.Text)
			if want == "" || t.find(want) {
				continue
			}
			out = append(out, faultf(t.where(), "%s: the %s of line %v is not there: %s", a.ID, say.Word(b.Kind), b.Lines, t.stopped(want)))
		}
	}
	return append(out, t.surplus(e.issue)...)
}

// Shorter chunks are left alone: a folio, a name, a word of the design's own.
const (
	longUnknown  = 8  // runes of a text that the issue has nowhere
	longRepeated = 12 // runes of a paragraph's text; its heading may quote fewer
)

// surplus judges the chunks that no block took.
func (t *textSearch) surplus(iss *issue.Issue) []fault {
	var paragraphs, others strings.Builder
	iss.EachBlock(func(place string, b *issue.Block) {
		to := &others
		if b.Kind == issue.Paragraph && !strings.HasPrefix(place, "front") && !strings.HasPrefix(place, "dropped") {
			to = &paragraphs
		}
		to.WriteString(squash(b.Text) + "\n")
		for _, g := range b.Glosses {
			others.WriteString(squash(g.Reading) + "\n")
		}
	})
	for _, a := range iss.Articles {
		others.WriteString(squash(a.Title+a.Subtitle) + "\n" + squash(a.Section+a.Subsection) + "\n" + squash(a.Kicker) + "\n" + squash(strings.Join(a.Authors, "")) + "\n")
	}
	for _, r := range iss.Toc {
		others.WriteString(squash(r.Title) + "\n" + squash(strings.Join(r.Authors, "")) + "\n")
	}
	text, rest := paragraphs.String(), others.String()+squash(iss.Meta.Name())
	body := t.bodySize()
	var out []fault
	for _, c := range t.chunks {
		n := utf8.RuneCountInString(c.text)
		switch {
		case c.taken || n < longUnknown || strings.Contains(rest, c.text):
		case !strings.Contains(text, c.text) && !furniture(c.text, iss):
			out = append(out, faultf(c.place, "the issue does not have %s", begin(c.text)))
		case strings.Contains(text, c.text) && n >= longRepeated && same(c.size, body):
			out = append(out, faultf(c.place, "it stands once more: %s", begin(c.text)))
		}
	}
	return out
}

// bodySize is the size that most of the text has. A sentence of it that stands
// once more in another size was pulled out of it: designs do that, damage does not.
func (t *textSearch) bodySize() float64 {
	runes := map[int]int{} // by size, in tenths of a point
	best := 0
	for _, c := range t.chunks {
		key := int(c.size*10 + 0.5)
		if runes[key] += utf8.RuneCountInString(c.text); runes[key] > runes[best] {
			best = key
		}
	}
	return float64(best) / 10
}

// same tells sizes that differ by less than a tenth of a point.
func same(a, b float64) bool { return max(a-b, b-a) < 0.1 }

// furniture says whether a text is made of what the issue is called and numbered
// by and of the names of its columns.
func furniture(s string, iss *issue.Issue) bool {
	m := iss.Meta
	known := []string{m.Title, m.Numbering(), m.ISSN, m.CN, m.Publisher, m.Price, m.Date}
	for _, a := range iss.Articles {
		known = append(known, a.Section, a.Subsection)
	}
	for _, k := range known {
		if k = squash(k); k != "" {
			s = strings.ReplaceAll(s, k, "")
		}
	}
	return utf8.RuneCountInString(s) < longUnknown
}

// chunks gives the page's text in the tags' reading order; of a print edition,
// which has no tags, in the order of drawing.
func (e *pdfEdition) chunks() []chunk {
	var out []chunk
	byMark := map[spot][]chunk{}
	for i, s := range e.shown {
		for from, k := 0, 1; k <= len(s.Glyphs); k++ {
			if k < len(s.Glyphs) && s.Glyphs[k].Run == s.Glyphs[from].Run {
				continue
			}
			g := s.Glyphs[from]
			c := chunk{squash(spokenText(s.Glyphs[from:k])), at(i, g.X, g.Y), g.Size, false}
			from = k
			switch m := (spot{i, g.Mark.MCID}); {
			case c.text == "" || g.Mark.Artifact && e.kind == kindScreen:
			case e.kind == kindScreen:
				byMark[m] = append(byMark[m], c)
			default:
				out = append(out, c)
			}
		}
	}
	if e.kind == kindScreen {
		for _, m := range e.readTags().order {
			out = append(out, byMark[m]...)
		}
	}
	return out
}

func spokenText(glyphs []pdfread.Glyph) string {
	var said []string
	word := 0 // where a word from the right begins, which is drawn from the left
	for _, g := range glyphs {
		if g.Spoken {
			continue
		}
		if said = append(said, g.Text); !fromRight(g.Text) {
			word = len(said)
			continue
		}
		for k := len(said) - 1; k > word; k-- {
			said[k], said[k-1] = said[k-1], said[k]
		}
	}
	return strings.Join(said, "")
}

// fromRight reports whether a glyph is of a script that is written from the right.
func fromRight(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	p, _ := bidi.LookupRune(r)
	return r >= 0x0590 && (p.Class() == bidi.R || p.Class() == bidi.AL || r == 0x060C)
}

// strangers are characters that look like others: compatibility ideographs and
// radicals, which a text layer has where fonts were mapped carelessly.
func (e *pdfEdition) strangers() []fault {
	known := map[rune]bool{}
	e.issue.EachBlock(func(_ string, b *issue.Block) {
		for _, r := range b.Text {
			known[r] = true
		}
	})
	var out []fault
	e.eachFont(func(page int, g pdfread.Glyph) {
		for _, r := range g.Text {
			if stranger(r) && !known[r] {
				out = append(out, faultf(at(page, g.X, g.Y), "%c is %U, which the issue does not have", r, r))
			}
		}
	})
	return out
}

func stranger(r rune) bool {
	return r >= 0x2E80 && r <= 0x2FDF || r >= 0xF900 && r <= 0xFAFF || r >= 0x2F800 && r <= 0x2FA1F || unicode.Is(unicode.Co, r)
}
