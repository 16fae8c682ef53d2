// Package shape gives the signs of words whose letters change with their
// neighbours: of Arabic, Tibetan, Mongolian, the scripts of India. Ideographs
// and Latin letters need none of it and are set one by one.
//
// The rules are those of the font (OpenType 1.9, GSUB and GPOS), applied by a
// port of HarfBuzz. The package breaks no line and orders nothing: package
// paragraph does.
package shape

import (
	"bytes"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
)

// A Sign is what a word shows of one or more of its runes that cannot be told
// apart: a letter with its points, a ligature, a stack. Lengths are in
// thousandths of an em.
type Sign struct {
	From, To int // the runes of the word that it stands for
	Advance  int
	Parts    []Part
}

// A Part is a glyph of a sign, and where it is drawn: from the sign's left end
// to the right, and upwards.
type Part struct {
	ID   uint16
	X, Y int
}

// A Source gives the font file of a face, or nil.
type Source interface{ Data(face string) []byte }

// A Shaper shapes words. It remembers the fonts that it has read, and is not
// for two goroutines at once.
type Shaper struct {
	source Source
	fonts  map[string]*harfbuzz.Font
	buffer *harfbuzz.Buffer
}

// New returns a Shaper that reads its fonts from a source.
func New(source Source) *Shaper {
	return &Shaper{source: source, fonts: map[string]*harfbuzz.Font{}, buffer: harfbuzz.NewBuffer()}
}

// Word gives the signs of a word in a face as they are seen from the left, or nil
// where the face cannot be read or lacks one of its runes.
func (s *Shaper) Word(face string, word []rune, fromRight bool) []Sign {
	f := s.font(face)
	if f == nil {
		return nil
	}
	b := s.buffer
	b.Clear()
	b.AddRunes(word, 0, -1)
	b.GuessSegmentProperties()
	b.Props.Direction = harfbuzz.LeftToRight
	if fromRight {
		b.Props.Direction = harfbuzz.RightToLeft
	}
	b.Shape(f, nil)
	signs := make([]Sign, 0, len(b.Info))
	em := int(f.Face().Upem())
	pen := 0 // from the sign's left end
	for i, info := range b.Info {
		if info.Glyph == 0 || info.Glyph > 0xFFFF {
			return nil
		}
		if i == 0 || info.Cluster != b.Info[i-1].Cluster {
			signs = append(signs, Sign{From: info.Cluster})
			pen = 0
		}
		sign, p := &signs[len(signs)-1], b.Pos[i]
		sign.Parts = append(sign.Parts, Part{uint16(info.Glyph), perEm(pen+int(p.XOffset), em), perEm(int(p.YOffset), em)})
		pen += int(p.XAdvance)
		sign.Advance = perEm(pen, em)
	}
	ends(signs, len(word), fromRight)
	return signs
}

// ends tells where the runes of each sign end: where the next one's begin.
func ends(signs []Sign, runes int, fromRight bool) {
	for k := range signs {
		i := len(signs) - 1 - k
		if fromRight {
			i = k
		}
		signs[i].To = runes
		runes = signs[i].From
	}
}

func perEm(units, em int) int { return units * 1000 / em }

func (s *Shaper) font(face string) *harfbuzz.Font {
	f, known := s.fonts[face]
	if !known {
		if read, err := font.ParseTTF(bytes.NewReader(s.source.Data(face))); err == nil {
			f = harfbuzz.NewFont(read)
		}
		s.fonts[face] = f
	}
	return f
}
