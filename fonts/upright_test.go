package fonts

import (
	"bytes"
	"testing"

	"github.com/go-text/typesetting/di"
	gotext "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"github.com/tdewolff/font"
	"golang.org/x/image/math/fixed"
)

// shapedDown sets a text downwards in a subset, as reading systems do.
func shapedDown(t *testing.T, woff2 []byte, text string, across bool) []shaping.Glyph {
	t.Helper()
	ttf, err := font.ToSFNT(woff2)
	if err != nil {
		t.Fatal(err)
	}
	face, err := gotext.ParseTTF(bytes.NewReader(ttf))
	if err != nil {
		t.Fatal(err)
	}
	down := di.DirectionTTB
	down.SetSideways(false)
	in := shaping.Input{Text: []rune(text), RunEnd: len([]rune(text)), Direction: down, Face: face, Size: fixed.I(1000), Script: language.Han, Language: "zh"}
	if across {
		in.Direction = di.DirectionLTR
	}
	return new(shaping.HarfbuzzShaper).Shape(in).Glyphs
}

// In a subset for vertical text ideographs stay as they are, an em high; marks
// that have forms of vertical text take them, in the region's face too.
func TestUprightSubset(t *testing.T) {
	base, err := Open()
	if err != nil {
		t.Fatal(err)
	}
	for _, readers := range []string{"zh-Hans", "zh-TW", "ja"} {
		lib, err := base.For(readers, true)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{HeiBold, Kai} {
			const text = "渡《，」"
			shown := map[string][]rune{}
			for _, r := range text {
				from, _, _ := lib.Glyph(name, r)
				shown[from] = append(shown[from], r)
			}
			for from, runes := range shown {
				data, err := lib.SubsetUpright(from, name, runes)
				if err != nil {
					t.Fatal(readers, from, err)
				}
				across := shapedDown(t, data, string(runes), true)
				for i, g := range shapedDown(t, data, string(runes), false) {
					if g.Advance != -fixed.I(1000) {
						t.Errorf("%s, %s: %c is %v high", readers, from, runes[i], g.Advance)
					}
					_, _, turns := lib.own(name+UprightSuffix, runes[i])
					if changed := g.GlyphID != across[i].GlyphID; changed != turns {
						t.Errorf("%s, %s: %c takes another form: %v", readers, from, runes[i], changed)
					}
				}
			}
		}
	}
}
