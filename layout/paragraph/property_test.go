package paragraph_test

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"kanyin/layout/internal/fakefont"
	"kanyin/layout/paragraph"
)

// styles are what the properties are tried in.
func styles() (out []paragraph.Style) {
	for _, measure := range []paragraph.Length{1, 3, 8, 21} {
		for _, marks := range []paragraph.Marks{paragraph.Kaiming, paragraph.FullWidth, paragraph.HalfWidth, paragraph.LineEnd} {
			st := paragraph.Style{Face: "song", Size: em, Measure: measure * em, Marks: marks}
			out = append(out, st)
			st.Kinsoku, st.Indent = paragraph.Strict, 2*em
			out = append(out, st)
			st.Kinsoku, st.Indent, st.Hang = paragraph.Basic, 0, true
			out = append(out, st)
			st.Hang, st.Balance, st.Align = false, true, paragraph.Center
			out = append(out, st)
			st.Balance, st.Align = false, paragraph.Right
			out = append(out, st)
			st.Align, st.Indent, st.Beside, st.Less = paragraph.Justify, 2*em, 3, measure*em/3
			out = append(out, st)
		}
	}
	return out
}

// FuzzSet: whatever the text, the lines are the text, none is wider than the
// measure or begins or ends as it must not without saying so, every glyph
// stands where the one before it ends, and the same text gives the same lines.
func FuzzSet(f *testing.F) {
	for _, text := range []string{
		"", " ", "水", "水。", "老人说：“船到了！”（谁也没有动。）", "—— …… —————",
		"他用Go 1.22写了30%的代码，见https://example.org/a/b?c=d&e。",
		"a\u0301\u0301 b\u200bc\u00add\ufeff", "１２３①②③𠀀\U000e0101🚆", "“‘《（（（））》’”", "   汉  字   ",
		"2024年10月12日20万元￥3.50", "don’t “stop” representation communication", "\x00\xff\ue000",
	} {
		f.Add(text, uint8(0))
		f.Add(text, uint8(17))
	}
	all := styles()
	s := paragraph.NewSetter(fakefont.Metrics{})
	f.Fuzz(func(t *testing.T, text string, n uint8) {
		st := all[int(n)%len(all)]
		spans := split(text)
		lines := s.Set(spans, st)
		checkLines(t, text, lines, st)
		checkPlaces(t, lines)
		if again := set(spans, st); !reflect.DeepEqual(lines, again) {
			t.Fatalf("%q: two settings differ", text)
		}
	})
}

// split makes up to three spans of a text, so that looks change inside it.
func split(text string) []paragraph.Span {
	cut := func(i int) int {
		for i < len(text) && !utf8.RuneStart(text[i]) {
			i++
		}
		return i
	}
	a, b := cut(len(text)/3), cut(len(text)/2)
	return []paragraph.Span{{Text: text[:a]}, {Text: text[a:b], Face: "hei", Size: em / 2}, {Text: text[b:]}}
}

// checkPlaces holds that runs touch and nothing is drawn backwards.
func checkPlaces(t *testing.T, lines []paragraph.Line) {
	t.Helper()
	for i, l := range lines {
		x := paragraph.Length(0)
		for k, r := range l.Runs {
			if k > 0 && r.X != x {
				t.Fatalf("line %d: run %d begins at %d, the one before it ends at %d", i, k, r.X, x)
			}
			if len(r.Advances) != len(r.Runes) || r.Shift != nil && len(r.Shift) != len(r.Runes) {
				t.Fatalf("line %d: %d runes, %d advances, %d shifts", i, len(r.Runes), len(r.Advances), len(r.Shift))
			}
			x = r.X
			for _, a := range r.Advances {
				if a < 0 {
					t.Fatalf("line %d: %q has an advance of %d", i, lineText(l), a)
				}
				x += a
			}
		}
	}
}

// TestPathological sets what no magazine prints. That it comes to an end is
// what is tested; lines of it are counted by hand.
func TestPathological(t *testing.T) {
	const n = 100_000
	st := paragraph.Style{Face: "song", Size: em, Measure: 20 * em}
	for _, c := range []struct {
		name, text string
		lines      int
	}{
		{"one word", strings.Repeat("a", n), n / 40},
		{"one ideograph", strings.Repeat("水", n), n / 20},
		{"opening marks", strings.Repeat("（", n), n / 40},
		{"closing marks", strings.Repeat("）", n), n / 40},
		{"dashes", strings.Repeat("—", n), n / 20},
		{"spaces", strings.Repeat(" ", n), 1},
		{"control characters", strings.Repeat("\x01", n), 1},
		{"an address", "https://example.org/" + strings.Repeat("a/", n/2), 0},
		{"combining marks", "e" + strings.Repeat("\u0301", n), 1},
		{"words and spaces", strings.Repeat("a ", n/2), 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, balance := range []bool{false, true} {
				st.Balance = balance
				lines := set([]paragraph.Span{{Text: c.text}}, st)
				if c.lines > 0 && len(lines) != c.lines && !balance {
					t.Errorf("%d lines, want %d", len(lines), c.lines)
				}
				checkLines(t, c.text, lines, st)
			}
		})
	}
}

func TestEmpty(t *testing.T) {
	if lines := set(nil, paragraph.Style{Size: em, Measure: em}); lines != nil {
		t.Errorf("no text is set into %d lines", len(lines))
	}
	lines := set([]paragraph.Span{{Text: " \u3000"}}, paragraph.Style{Size: em, Measure: em})
	if len(lines) != 1 || lines[0].To != 2 || len(lines[0].Runs) != 0 {
		t.Errorf("spaces are set into %+v", lines)
	}
}

// A hyphen that the line break makes says that it is none of the text.
func TestHyphenHasActual(t *testing.T) {
	st := paragraph.Style{Face: "song", Size: em, Measure: 7 * em}
	lines := set([]paragraph.Span{{Text: "the representation of it"}}, st)
	hyphens := 0
	for _, l := range lines {
		for _, r := range l.Runs {
			if r.Actual == "\u00ad" && string(r.Runes) == "-" {
				hyphens++
			}
		}
	}
	if hyphens != 1 {
		t.Errorf("%d hyphens in %v", hyphens, lines)
	}
}
