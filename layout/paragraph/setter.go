package paragraph

import (
	"github.com/speedata/hyphenation"

	"kanyin/layout/cjk"
	"kanyin/layout/linebreak"
	"kanyin/layout/shape"
)

// A Setter sets paragraphs one after another. It remembers the advances that
// it has looked up and keeps its working storage, so that the time of a
// paragraph goes into the paragraph. It is not for two goroutines at once; what
// it returns is the caller's.
type Setter struct {
	metrics Metrics
	faces   []*face
	names   []string // of the faces that have glyphs; the first is none
	breaker linebreak.Breaker

	across   []string // names of faces,
	uprights []*face  // and the faces of their vertical forms

	patterns *hyphenation.Lang // read when the first word needs them
	shaper   *shape.Shaper     // nil where the metrics give no fonts

	style  Style
	place  cjk.Place // of the style's language
	spans  []Span
	glyphs []glyph
	words  []word           // those of the glyphs that are shaped
	levels []uint8          // by rune, where some of the text is written from the right; else nil
	runes  int              // of the whole text
	items  []linebreak.Item // the glyphs as boxes, glue and penalties
	at     []int32          // by item, the glyph that a line ends with if it breaks there
	widths []int32          // of the gaps of the line in hand

	told map[int]bool // the spans whose reading stands on a line already; nil where no span has a gloss

	fromRight bool // the text, or some of it, is written from the right
}

// NewSetter returns a Setter that measures with m.
func NewSetter(m Metrics) *Setter {
	s := &Setter{metrics: m, names: []string{""}}
	if source, ok := m.(shape.Source); ok {
		s.shaper = shape.New(source)
	}
	return s
}

// Set sets a paragraph into lines. An empty text has none.
func (s *Setter) Set(spans []Span, st Style) []Line {
	s.style, s.spans, s.place = st, spans, cjk.PlaceOf(st.Language)
	s.collect()
	s.quotes()
	s.units()
	s.stand()
	s.gloss()
	s.gaps()
	s.costs()
	s.last()
	s.cut()
	first, last := s.edges()
	if first > last {
		return s.blank()
	}
	s.list(first, last)
	breaks, good := s.breaks()
	for _, relax := range []func() bool{s.hyphenate, s.tighten, s.part} {
		if !good && relax() {
			s.list(first, last)
			breaks, good = s.breaks()
		}
	}
	return s.finish(first, breaks)
}

// gloss makes room for what stands beside characters, if anything does.
func (s *Setter) gloss() {
	s.told = nil
	for i := range s.spans {
		if s.spans[i].Reading != "" || s.spans[i].Dots {
			s.told = map[int]bool{}
			s.read()
			return
		}
	}
}

// tighten lets the ideographs and the figures of a paragraph that cannot be set
// otherwise move together, and says whether there are any. A combining mark has
// no width of its own that it could give.
func (s *Setter) tighten() (found bool) {
	for i := range s.glyphs {
		g := &s.glyphs[i]
		if g.joined || i+1 < len(s.glyphs) && s.glyphs[i+1].joined {
			continue
		}
		if g.gap.spread == spreadHan || g.class == cjk.Digit && s.class(i+1) == cjk.Digit {
			g.gap.shrink, g.gap.squeeze, found = g.size*hanShrink/1000, squeezeHan, true
		}
	}
	return found
}

// breaks asks linebreak for the breaks of the list in hand, and whether all
// lines are good.
func (s *Setter) breaks() (breaks []linebreak.Break, good bool) {
	s.breaker.L = int64(s.style.Measure)
	s.breaker.First = linebreak.Narrow{Lines: s.style.Beside, By: int64(s.style.Less)}
	s.breaker.Rho = rho
	s.breaker.Emergency = int64(s.style.Size / 2) // tells a line with one word space from a line with none
	if s.style.Balance {
		return s.breaker.Even(s.items), true
	}
	return s.breaker.Break(s.items)
}

// edges gives the first and the last glyph that is no space.
func (s *Setter) edges() (first, last int) {
	last = len(s.glyphs) - 1
	for first <= last && s.glyphs[first].space {
		first++
	}
	for last >= first && s.glyphs[last].space {
		last--
	}
	return first, last
}

// blank is the line of a text without anything to see.
func (s *Setter) blank() []Line {
	if s.runes == 0 {
		return nil
	}
	return []Line{{To: s.runes, Last: true}}
}
