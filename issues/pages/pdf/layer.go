package pdf

import (
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// Recognisers lay their words under the scan in a face that draws nothing, so that
// a code need not be a glyph's and is the character's own number. The file says so
// in one range of names, from the first number to the last, and PDFium takes the
// first 256 of it: what is beyond comes without a name.

// everyday is how many of a layer's unnamed ideographs must be such as every text is
// made of. In Chinese and Japanese texts more than nine in ten are; of the numbers
// of glyphs, read as if they were characters', not two in ten.
const everyday = .8

// byNumber names the characters of a recogniser's layer by their codes, in faces where that gives a text.
func byNumber(lines []line) {
	type count struct{ all, common int }
	in := map[string]count{}
	for _, g := range layer(lines) {
		c := in[g.face]
		if tells, common := usual(g.code); tells {
			c.all++
			if common {
				c.common++
			}
		}
		in[g.face] = c
	}
	for _, g := range layer(lines) {
		if c := in[g.face]; c.all > 0 && float64(c.common) >= everyday*float64(c.all) {
			g.char = printed(g.code)
		}
	}
}

// A laid glyph is one without a name in a recogniser's layer.
type laid struct {
	*glyph
	face string
}

func layer(lines []line) []laid {
	var out []laid
	for i := range lines {
		for k := range lines[i].glyphs {
			if g := &lines[i].glyphs[k]; lines[i].hidden && g.char == unnamed && g.code != 0 {
				out = append(out, laid{g, lines[i].face})
			}
		}
	}
	return out
}

// usual tells whether a code, read as a character, speaks for or against a text, and
// whether it is one that everyday texts are made of: ideographs of the first levels of
// GB 2312 and Big5, kana, Hangul, quotation marks, dashes and the marks that go with
// ideographs. Rarer ideographs speak against it, other scripts do not tell.
func usual(r rune) (tells, common bool) {
	switch {
	case r >= 0x2010 && r <= 0x2026, r >= 0x3000 && r < 0x3100, r >= 0xAC00 && r < 0xD7A4, r >= 0xFF00 && r < 0xFFF0:
		return true, true
	case r < 0x3400 || r > 0x9FFF:
		return false, false
	}
	gb, err := simplifiedchinese.GBK.NewEncoder().String(string(r))
	if err == nil && len(gb) == 2 && gb[0] >= 0xB0 && gb[0] <= 0xD7 && gb[1] >= 0xA1 {
		return true, true
	}
	big5, err := traditionalchinese.Big5.NewEncoder().String(string(r))
	return true, err == nil && len(big5) == 2 && big5[0] >= 0xA4 && big5[0] <= 0xC6
}
