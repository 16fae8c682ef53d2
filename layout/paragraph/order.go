package paragraph

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/bidi"

	"kanyin/layout/cjk"
)

// order finds the levels of a text of which some is written from the right
// (UAX #9), and turns round the brackets that stand in it.
func (s *Setter) order() {
	s.levels = nil
	if !s.fromRight {
		return
	}
	s.levels = levelsOf(s.text(), s.style.FromRight)
	for i := range s.glyphs {
		if g := &s.glyphs[i]; g.word == 0 && s.shaper != nil && g.face > 0 && s.levels[g.text]%2 == 1 && mirrored(g.r) {
			runes := []rune{g.r}
			if signs := s.shaper.Word(s.names[g.face], runes, true); signs != nil {
				s.words = append(s.words, word{runes, signs})
				g.word = int32(len(s.words))
			}
		}
	}
}

// mirrored reports whether a character looks the other way in a text from the
// right. Full-width ones keep their look: their blanks are told by it.
func mirrored(r rune) bool {
	p, _ := bidi.LookupRune(r)
	return p.IsBracket() && cjk.ClassOf(r) != cjk.Opening && cjk.ClassOf(r) != cjk.Closing || strings.ContainsRune("«»‹›<>", r)
}

// text is the whole text of the spans, its ends of lines as spaces.
func (s *Setter) text() []rune {
	text := make([]rune, 0, s.runes)
	for i := range s.spans {
		for _, r := range s.spans[i].Text {
			if cjk.ClassOf(r) == cjk.Space {
				r = ' '
			}
			text = append(text, r)
		}
	}
	return text
}

// levelsOf gives the embedding levels of a text's runes. In a text from the left
// every run from the right is set off from what is around it, as the e-book
// does: its brackets and figures are those between its letters.
func levelsOf(text []rune, fromRight bool) []uint8 {
	if fromRight {
		return levelsFromRight(text)
	}
	levels := make([]uint8, len(text))
	for i := 0; i < len(text); i++ {
		if !fromTheRight(text[i]) {
			continue
		}
		end := i // behind the run's last letter
		for k := i; k < len(text) && !ends(text[k]); k++ {
			if fromTheRight(text[k]) || unicode.IsMark(text[k]) && end == k {
				end = k + 1
			}
		}
		for k := i; k < end; k++ {
			levels[k] = 1
			if unicode.IsDigit(text[k]) || k > i && levels[k-1] == 2 && strings.ContainsRune(".,:/-", text[k]) && unicode.IsDigit(text[k+1]) {
				levels[k] = 2
			}
		}
		i = end - 1
	}
	return levels
}

func fromTheRight(r rune) bool {
	if r < 0x0590 {
		return false
	}
	p, _ := bidi.LookupRune(r)
	return p.Class() == bidi.R || p.Class() == bidi.AL
}

// ends reports whether a character ends a run from the right: a letter from the
// left, or a mark of Chinese.
func ends(r rune) bool {
	p, _ := bidi.LookupRune(r)
	return p.Class() == bidi.L || r > 0x7F && cjk.Punctuation(cjk.ClassOf(r))
}

// levelsFromRight gives the levels of a text that runs from the right. The
// library tells directions and no levels; there all that runs from the left is
// set in.
func levelsFromRight(text []rune) []uint8 {
	const rightMark = "\u200F" // the first strong character gives a text its direction
	levels := make([]uint8, len(text))
	for i := range levels {
		levels[i] = 1
	}
	var p bidi.Paragraph
	p.SetString(rightMark + string(text))
	o, err := p.Order()
	if err != nil {
		return levels
	}
	for i := range o.NumRuns() {
		if run := o.Run(i); run.Direction() == bidi.LeftToRight {
			from, to := run.Pos()
			for k := max(from-1, 0); k < min(to, len(levels)); k++ {
				levels[k] = 2
			}
		}
	}
	return levels
}

// inOrder gives a line its runs where some of it is written from the right. The
// runs come in the order of the text, each at its place.
func (p *placer) inOrder(line *Line, r row) {
	s := p.s
	seen := visual(s.levels, s.glyphs[r.first:r.last+1])
	gaps := p.gapsInOrder(seen)
	x := Length(r.indent) + s.offset(line.Width, r)
	if s.style.FromRight {
		x = r.measure - x - line.Width
	}
	at := make([]Length, len(seen))
	for k, i := range seen {
		at[i] = x
		if g := &s.glyphs[r.first+i]; !g.space {
			x += Length(g.width)
		} else if k > 0 && s.leftward(r.first+i) {
			at[i] -= gaps[k-1] // a space is its gap, which from the right lies before it
		}
		if k < len(gaps) {
			x += gaps[k]
		}
	}
	for i := 0; i < len(seen); {
		j := i + 1
		for j < len(seen) && s.sameRun(r.first+i, r.first+j) && s.leftward(r.first+i) == s.leftward(r.first+j) && !s.leftward(r.first+i) && at[j] > at[j-1] {
			j++
		}
		p.runAt(at[i:j], r.first+i)
		i = j
	}
}

// leftward reports whether glyph i runs from the right.
func (s *Setter) leftward(i int) bool { return s.levels[s.glyphs[i].text]%2 == 1 }

// runAt places glyphs from i on, each where it is told.
func (p *placer) runAt(at []Length, i int) {
	s := p.s
	g := &s.glyphs[i]
	from := len(p.runes)
	out := Run{X: at[0], Raise: s.spans[g.span].Raise, Face: s.names[g.face], Size: Length(g.size), Span: int(g.span), Word: s.wordOf(g).signs}
	shifted := false
	for k := range at {
		g := &s.glyphs[i+k]
		advance := Length(g.width)
		if g.space {
			advance = Length(g.gap.natural)
		}
		if k+1 < len(at) {
			advance = at[k+1] - at[k]
		}
		shifted = shifted || g.inset != 0
		p.add(i+k, advance, -Length(g.inset))
	}
	to := len(p.runes)
	out.Runes, out.Advances = p.runes[from:to:to], p.advances[from:to:to]
	if shifted {
		out.Shift = p.shifts[from:to:to]
	}
	p.runs = append(p.runs, out)
}

// visual gives the glyphs of a line in the order in which they are seen (UAX #9, L2).
func visual(levels []uint8, glyphs []glyph) []int {
	order := make([]int, len(glyphs))
	highest := uint8(0)
	for i := range order {
		order[i] = i
		highest = max(highest, levels[glyphs[i].text])
	}
	for level := highest; level >= 1; level-- {
		for i := 0; i < len(order); i++ {
			j := i
			for j < len(order) && levels[glyphs[order[j]].text] >= level {
				j++
			}
			slices.Reverse(order[i:j])
			i = max(i, j-1)
		}
	}
	return order
}

// gapsInOrder gives the gaps between the glyphs as they are seen. Where two meet
// that are no neighbours in the text, the gap is one that parted them from
// theirs, so that the line keeps its width.
func (p *placer) gapsInOrder(seen []int) []Length {
	gaps := make([]Length, max(len(seen)-1, 0))
	used := make([]bool, len(gaps))
	for k := range gaps {
		if a, b := seen[k], seen[k+1]; a-b == 1 || b-a == 1 {
			gaps[k], used[min(a, b)] = Length(p.s.widths[min(a, b)]), true
		}
	}
	next := 0
	for n := range gaps {
		k := n
		if p.s.style.FromRight {
			k = len(gaps) - 1 - n
		}
		if a, b := seen[k], seen[k+1]; a-b == 1 || b-a == 1 {
			continue
		}
		for used[next] {
			next++
		}
		gaps[k] = Length(p.s.widths[next])
		next++
	}
	return gaps
}
