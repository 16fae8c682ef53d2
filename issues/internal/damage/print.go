package damage

import (
	"fmt"
	"strings"

	"kanyin/issues/issue"
)

// printer writes lines and counts them.
type printer struct {
	lines   []string
	feed    bool // the next line begins with a form feed
	written bool
}

// line prints a line after so many blank ones and returns its number.
func (p *printer) line(text string, blanks int) int {
	if p.written {
		for range blanks {
			p.lines = append(p.lines, "")
		}
	}
	if p.feed {
		text, p.feed = "\f"+text, false
	}
	p.written = true
	p.lines = append(p.lines, text)
	return len(p.lines)
}

// body prints the columns page after page, with heads and folios.
func (f *flow) body(p *printer, t *Truth) {
	h := f.house
	var open *page
	inPage := 0
	for i, c := range f.columns {
		if c.page != open {
			if open != nil && h.Foot {
				f.furniture(p, t, open)
			}
			open, inPage = c.page, 0
			p.feed = h.Feed
			if !h.Foot && !(h.Between && f.chance(0.5)) && i > 0 {
				f.furniture(p, t, open)
				inPage = -h.Columns // no second head on this page
			}
		} else if inPage++; h.Between && !h.Foot && inPage == 1 {
			f.furniture(p, t, open)
		}
		f.print(p, c)
	}
	if open != nil && h.Foot {
		f.furniture(p, t, open)
	}
}

// furniture prints a page's running head and its number.
func (f *flow) furniture(p *printer, t *Truth, pg *page) {
	drop := func(kind issue.Kind, text string) {
		n := p.line(text, f.house.Blank)
		t.Dropped = append(t.Dropped, Block{Kinds: []issue.Kind{kind}, Lines: []int{n}})
	}
	if shape := f.pick(f.house.Heads); shape != "" {
		times := 1
		if f.chance(f.faults.Doubled) {
			times = 2
		}
		for range times {
			drop(issue.RunningHead, strings.NewReplacer("{section}", pg.section, "{page}", fmt.Sprint(pg.number)).Replace(f.fill(shape)))
		}
	}
	if f.house.Folio != "" {
		drop(issue.PageNumber, strings.ReplaceAll(f.house.Folio, "{page}", fmt.Sprint(pg.number)))
	}
}

// print prints a column's pieces.
func (f *flow) print(p *printer, c *column) {
	narrow := f.house.Width == Half || f.house.Width == Mixed && c.page.number/3%2 == 0
	after := 0
	for _, k := range c.pieces {
		text := k.text
		if narrow && f.house.Script != Latin {
			text = half.Replace(text)
		}
		gap := max(f.house.Blank, k.gap, after)
		after = k.gap
		for i, s := range f.wrapped(text, k) {
			if i > 0 {
				gap = f.wrapGap()
			}
			k.lines = append(k.lines, p.line(s, gap))
		}
	}
}

// wrapGap is the blank lines inside a paragraph that is broken hard.
func (f *flow) wrapGap() int {
	if f.house.Airy {
		return f.house.Blank
	}
	return 0
}

// wrapped gives the lines of a piece.
func (f *flow) wrapped(text string, k *piece) []string {
	h := f.house
	prose := k.block.kinds[0] == issue.Paragraph
	if h.Indent && prose && k.head {
		text = "　　" + text
	}
	if h.Wrap == 0 || !prose {
		return []string{text}
	}
	if h.Script == Latin {
		return wrapWords(text, h.Wrap)
	}
	var out []string
	r := []rune(text)
	for len(r) > h.Wrap {
		at := h.Wrap
		for at > h.Wrap-4 && (strings.ContainsRune("，。：；！？、）》”’,:;!?)", r[at]) || asciiWord(r[at-1]) && asciiWord(r[at])) {
			at--
		}
		out = append(out, string(r[:at]))
		r = r[at:]
	}
	return append(out, string(r))
}

func wrapWords(text string, width int) []string {
	var out []string
	line := ""
	for _, w := range strings.Fields(text) {
		if line != "" && len(line)+1+len(w) > width {
			out, line = append(out, line), ""
		}
		if line != "" {
			line += " "
		}
		line += w
	}
	return append(out, line)
}
