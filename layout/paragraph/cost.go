package paragraph

import (
	"kanyin/layout/cjk"
	"kanyin/layout/linebreak"
)

// What a line pays that ends in a place that is allowed but not liked. The
// unit is linebreak's: a line with its gaps at their limit has a badness of 800.
const (
	costExclaim = 200 // after ？！: houses set them full or half at a line's end; we rather do not ask
	costDash    = 300 // before —— and …… where the level allows it
	costDate    = 900 // between the year and the month, the month and the day
	costHyphen  = 50  // after the hyphen of a compound
	costAddress = 100 // inside an address

	// After the hyphen of a long number: dearer than any line that can still be
	// set to the measure, cheaper than one that cannot.
	costLongNumber = 900

	costHyphenated = 150 // for a hyphen that is not in the text
	costNumeral    = 150 // between the figures of a number in Han: 六十|年
	costInTitle    = 500 // of a title, elsewhere than at a space or after a mark: a third of the measure more in one line than in the other
	costPhrase     = 350 // of a title, between phrases

	// Last resorts: only where nothing else fits.
	costUnit   = linebreak.Last        // between figures and the Han that they count, 5|公里: see part
	costOrphan = linebreak.Last + 1    // leaving one character on the last line
	costCut    = linebreak.Last + 2000 // inside a word wider than the measure
)

// costs says after which glyphs a line may end, and at what price.
func (s *Setter) costs() {
	level := s.style.Kinsoku.level()
	for i := 0; i < len(s.glyphs); i++ {
		j := s.next(i)
		if j == len(s.glyphs) {
			break
		}
		s.glyphs[i].cost = s.cost(level, i, j)
		for k := i + 1; k < j; k++ {
			s.glyphs[k].cost = never
		}
		i = j - 1
	}
	s.addresses()
}

// next is the glyph after i that is no space.
func (s *Setter) next(i int) int {
	for i++; i < len(s.glyphs) && s.glyphs[i].space; i++ {
	}
	return i
}

// cost is the price of a line's end between glyph i and glyph j; between them
// are only spaces.
func (s *Setter) cost(level cjk.Level, i, j int) int32 {
	a, b := &s.glyphs[i], &s.glyphs[j]
	switch {
	case b.joined, b.raised, level.NoStart(b.class), level.NoEnd(a.class):
		return never
	case a.span == b.span && s.spans[a.span].NoWrap:
		return never
	case j > i+1:
		return s.costSpace(i, j)
	case a.word > 0 && b.word > 0:
		return s.costWords(a, b)
	case !cjk.Parted(a.class, b.class):
		return costInWord(a.class, b.class, s.class(i-1))
	case s.number(i):
		return s.costNumber(i)
	case a.class == b.class && (a.class == cjk.Dash || a.class == cjk.Ellipsis):
		return s.costDouble(i)
	case b.class == cjk.Dash && s.style.Balance:
		return 0 // what a title's dash begins, it begins on a line of its own
	case b.class == cjk.Dash || b.class == cjk.Ellipsis:
		return costDash
	case a.class == cjk.Exclaim:
		return costExclaim
	case b.class == cjk.Digit && (a.r == '年' || a.r == '月') && s.class(i-1) == cjk.Digit:
		return costDate
	}
	return s.costHan(i)
}

// costNumber is the price inside a number: its own parts are never parted.
func (s *Setter) costNumber(i int) int32 {
	if cjk.Unit(s.glyphs[i+1].r) {
		return costUnit
	}
	return never
}

// costHan is the price between two characters that nothing holds together but
// the sense.
func (s *Setter) costHan(i int) (price int32) {
	a, b := &s.glyphs[i], &s.glyphs[i+1]
	switch {
	case !s.style.Balance || closes(a.class) && a.class != cjk.Dash:
	case cjk.Phrase(a.r, b.r):
		price = costPhrase
	default:
		price = costInTitle
	}
	if cjk.Numeral(a.r) && (cjk.Numeral(b.r) || cjk.Unit(b.r) && i > 0 && cjk.Numeral(s.glyphs[i-1].r)) {
		price += costNumeral
	}
	return price
}

// costSpace is the price at a space: none, unless it is one that joins.
func (s *Setter) costSpace(i, j int) int32 {
	for k := i + 1; k < j; k++ {
		if s.glyphs[k].class == cjk.Joint {
			return never
		}
	}
	return 0
}

// costInWord lets a compound break after its hyphen, if that follows a letter.
func costInWord(a, b, before cjk.Class) int32 {
	if a == cjk.Hyphen && b == cjk.Letter && before == cjk.Letter {
		return costHyphen
	}
	return never
}

// costDouble parts a row of dashes or dots only in pairs: —— is one mark.
func (s *Setter) costDouble(i int) int32 {
	if i > 0 && s.class(i-1) == s.class(i) && s.glyphs[i-1].cost == never {
		return 0
	}
	return never
}

// part lets the figures of a paragraph that cannot be set otherwise stand on
// another line than what they count, and says whether there are any: few see
// that, but everybody a line with holes.
func (s *Setter) part() (found bool) {
	for i := range s.glyphs {
		if g := &s.glyphs[i]; g.cost == costUnit {
			g.cost, found = costLongNumber, true
		}
	}
	return found
}

func closes(c cjk.Class) bool {
	return c == cjk.Closing || c == cjk.Comma || c == cjk.Stop || c == cjk.Exclaim || c == cjk.Dash || c == cjk.Ellipsis
}

// number says whether glyph i and the one after it belong to one number: its
// figures and what it counts, 第 and its figures, the ends of a span.
func (s *Setter) number(i int) bool {
	a, b := &s.glyphs[i], &s.glyphs[i+1]
	switch {
	case a.class == cjk.Digit || a.cell:
		return cjk.Unit(b.r)
	case b.class == cjk.Digit || b.cell:
		return a.r == '第' || a.class == cjk.Connector && s.class(i-1) == cjk.Digit
	case cjk.Magnitude(a.r) && cjk.Unit(b.r):
		for k := i - 1; k >= 0 && k > i-6; k-- {
			if s.class(k) == cjk.Digit {
				return true
			}
			if !cjk.Magnitude(s.glyphs[k].r) {
				return false
			}
		}
	}
	return false
}

// last keeps a single character, or one with its marks, from being all of the
// last line.
func (s *Setter) last() {
	seen := 0
	for i := len(s.glyphs) - 1; i > 0 && seen < 2; i-- {
		g := &s.glyphs[i]
		if !g.space && !g.joined && !cjk.Punctuation(g.class) {
			seen++
		}
		if before := &s.glyphs[i-1]; seen < 2 && before.cost < costOrphan {
			before.cost = costOrphan
		}
	}
}

// cut lets words that are wider than the measure break anywhere: the measure of
// the first line, which is no wider than any other.
func (s *Setter) cut() {
	measure := int64(s.style.measure(0))
	room := measure - int64(s.style.Indent)
	from, width := 0, int64(0)
	for i := range s.glyphs {
		g := &s.glyphs[i]
		if !g.space {
			width += int64(g.width)
		}
		if g.cost < never || i == len(s.glyphs)-1 {
			if width > room {
				s.cutWord(from, i)
			}
			from, width, room = i+1, 0, measure
			continue
		}
		width += int64(g.gap.natural)
	}
}

func (s *Setter) cutWord(from, to int) {
	for i := from; i < to; i++ {
		if !s.glyphs[i+1].joined && !s.glyphs[i+1].space && !s.glyphs[i].space {
			s.glyphs[i].cost = costCut
		}
	}
}

func (k Kinsoku) level() cjk.Level {
	switch k {
	case Basic:
		return cjk.Basic
	case Strict:
		return cjk.Strict
	}
	return cjk.GB
}
