package paragraph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"kanyin/layout/internal/fakefont"
)

// The levels of a text, a figure a rune: even ones run from the left.
func TestLevels(t *testing.T) {
	for _, c := range []struct {
		what, text string
		fromRight  bool
		want       string
	}{
		{"a word among ideographs", "写作دوست。", false, "0011110"},
		{"two words", "作دو تس，", false, "0111110"},
		{"brackets behind a word stand outside", "كت (20)，", false, "11000000"},
		{"a figure between letters", "كت 20 كت", false, "11122111"},
		{"a decimal", "كت 2.5 كت", false, "111222111"},
		{"a mark of Chinese parts two words", "كت、كت", false, "11011"},
		{"a stop behind a text from the right", "كت.", true, "111"},
		{"a Latin word in it", "كت ab كت", true, "11122111"},
		{"a figure in it", "كت 20.", true, "111221"},
	} {
		got := ""
		for _, l := range levelsOf([]rune(c.text), c.fromRight) {
			got += fmt.Sprint(l)
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}

// seen is what a line shows from its left end to its right, with a · for every
// whole em before it.
func seen(l Line) string {
	type drawn struct {
		x Length
		r rune
	}
	var all []drawn
	for _, r := range l.Runs {
		x := r.X
		for i, c := range r.Runes {
			all = append(all, drawn{x, c})
			x += r.Advances[i]
		}
	}
	slices.SortFunc(all, func(a, b drawn) int { return cmp.Compare(a.x, b.x) })
	s := strings.Repeat("·", int(all[0].x/1000))
	for _, d := range all {
		s += string(d.r)
	}
	return s
}

func TestALineIsPutInOrder(t *testing.T) {
	for _, c := range []struct {
		what, text string
		style      Style
		want       string
	}{
		{"from the left", "写אבג 7", Style{}, "写גבא 7"},
		{"from the right", "אבג.", Style{FromRight: true}, "·······.גבא"},
		{"from the right, set in", "אבג", Style{FromRight: true, Indent: 2000}, "·····גבא"},
		{"from the right, at the far end", "אבג", Style{FromRight: true, Align: Right}, "גבא"},
		{"a word from the left in it", "אב xy ג", Style{FromRight: true}, "·····ג xy בא"},
	} {
		c.style.Face, c.style.Size, c.style.Measure = "song", 1000, 10500
		lines := NewSetter(fakefont.Metrics{}).Set([]Span{{Text: c.text}}, c.style)
		if len(lines) != 1 || seen(lines[0]) != c.want {
			t.Errorf("%s: %d lines, the first %s, want %s", c.what, len(lines), seen(lines[0]), c.want)
		}
	}
}

// However texts from both sides mix, the glyphs of a line fill its width and
// none stands on another, and its runes come in the order of the text.
func FuzzOrder(f *testing.F) {
	f.Add("写作אבג 12 (ab) דה，他说 xy אב。", 6, true)
	f.Add("אבג xy 12.5 写 ד", 4, false)
	f.Fuzz(func(t *testing.T, text string, ems int, fromRight bool) {
		if ems < 2 || ems > 40 || len(text) > 400 || strings.ContainsFunc(text, func(r rune) bool { return r < ' ' }) {
			return
		}
		st := Style{Face: "song", Size: 1000, Measure: Length(ems) * 1000, FromRight: fromRight}
		for _, l := range NewSetter(fakefont.Metrics{}).Set([]Span{{Text: text}}, st) {
			least, most := Length(1<<40), Length(-1<<40)
			total := Length(0)
			for _, r := range l.Runs {
				if len(r.Runes) != len(r.Advances) {
					t.Fatalf("%d runes, %d advances", len(r.Runes), len(r.Advances))
				}
				x := r.X
				for _, a := range r.Advances {
					x += a
				}
				least, most, total = min(least, r.X), max(most, x), total+x-r.X
			}
			if l.Short || len(l.Runs) == 0 {
				continue
			}
			if most-least > l.Width+1 {
				t.Fatalf("%q: the glyphs reach over %d, the line over %d", text, most-least, l.Width)
			}
		}
	})
}
