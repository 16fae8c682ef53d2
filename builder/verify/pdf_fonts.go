package verify

import (
	"regexp"
	"unicode"

	"kanyin/builder/verify/pdfread"
)

// eachFont calls f once for every font and glyph number, where it is first shown.
func (e *pdfEdition) eachFont(f func(page int, g pdfread.Glyph)) {
	type key struct {
		font *pdfread.Font
		code int
	}
	seen := map[key]bool{}
	for i, s := range e.shown {
		for _, g := range s.Glyphs {
			if k := (key{g.Font, g.Code}); !seen[k] {
				seen[k] = true
				f(i, g)
			}
		}
	}
}

// subsetName is a font's name with the tag of a subset (ISO 32000-1, 9.6.4).
var subsetName = regexp.MustCompile(`^[A-Z]{6}\+.`)

func fontsEmbedded(e *pdfEdition) []fault {
	var out []fault
	judged := map[*pdfread.Font]bool{}
	e.eachFont(func(page int, g pdfread.Glyph) {
		f, place := g.Font, at(page, g.X, g.Y)
		if !judged[f] {
			judged[f] = true
			switch {
			case !f.Embedded:
				out = append(out, faultf(place, "the font %s is not embedded", f.Name))
			case f.Damage != nil:
				out = append(out, faultf(place, "the font %s: %v", f.Name, f.Damage))
			case !subsetName.MatchString(f.Name):
				out = append(out, faultf(place, "the font %s is not a subset", f.Name))
			}
		}
		if f.Embedded && f.Damage == nil && f.Wide && g.Code >= f.Glyphs {
			out = append(out, faultf(place, "the font %s has %d glyphs, number %d is shown", f.Name, f.Glyphs, g.Code))
		}
	})
	return out
}

// toUnicode judges what a reader is told of the glyphs that are shown (ISO
// 19005-2, 6.2.11.7.2). Glyph 0 is the one for a missing character. U+FFFD may
// stand: it is what a text has where its bytes were no character.
func toUnicode(e *pdfEdition) []fault {
	var out []fault
	twice := map[*pdfread.Font]bool{}
	e.eachFont(func(page int, g pdfread.Glyph) {
		place := at(page, g.X, g.Y)
		if !twice[g.Font] && len(g.Font.Twice) > 0 {
			twice[g.Font] = true
			out = append(out, faultf(place, "%s gives glyph %d two meanings", g.Font.Name, g.Font.Twice[0]))
		}
		switch r := []rune(g.Text); {
		case g.Font.Wide && g.Code == 0:
			out = append(out, faultf(place, "%s shows its sign for a missing character", g.Font.Name))
		case len(r) == 0:
			out = append(out, faultf(place, "%s does not say which character glyph %d is", g.Font.Name, g.Code))
		case r[0] == 0 || r[0] == 0xFEFF || r[0] == 0xFFFE || unicode.Is(unicode.Cs, r[0]):
			out = append(out, faultf(place, "%s says that glyph %d is %U", g.Font.Name, g.Code, r[0]))
		}
	})
	return out
}
