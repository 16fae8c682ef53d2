package fonts

import (
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

func lookOf(t *testing.T, language string, vertical bool) *Library {
	t.Helper()
	l, err := open(t).For(language, vertical)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// Characters have the forms that readers of the language expect, each from the
// nearest face that has it.
func TestRegions(t *testing.T) {
	for _, c := range []struct {
		language, face string
		r              rune
		want           string
	}{
		{"", Song, '，', Song},
		{"zh-Hans", Song, '骨', Song},
		{"zh-Hans-HK", Song, '骨', Song},
		{"en", Song, '，', Song},
		{"zh-Hant", Song, '，', "song-tw"},
		{"zh-TW", HeiBold, '骨', "hei-bold-tw"},
		{"zh-TW", Kai, '。', "kai-tw"},
		{"zh-TW", Song, '人', Song},          // drawn alike
		{"zh-TW", Song, '佷', "song-tw"},     // of Big5's second level
		{"zh-TW", SongBold, '佷', "song-tw"}, // which the bold has not
		{"zh-HK", Song, '嘅', "song-hk"},     // Cantonese
		{"zh-HK", Song, '，', "song-tw"},
		{"zh-Hant-HK", HeiBold, '喺', "hei-bold-hk"},
		{"yue", Kai, '。', "kai-tw"},
		{"ja", Song, '骨', "song-jp"},
		{"ja-JP", Hei, '：', "hei-jp"},
		{"ja", Song, '働', "song-jp"},
	} {
		if from, _, ok := lookOf(t, c.language, false).Glyph(c.face, c.r); from != c.want || !ok {
			t.Errorf("%s, %s %c: from %q, want %q", c.language, c.face, c.r, from, c.want)
		}
	}
}

func TestVerticalForms(t *testing.T) {
	for _, c := range []struct {
		language, face string
		r              rune
		want           string
	}{
		{"zh-Hans", Song, '，', "song-v"},
		{"zh-Hans", Song, '“', "song-v"},
		{"zh-Hans", Song, '人', Song},
		{"zh-TW", Song, '，', "song-tw-v"},
		{"zh-TW", Song, '「', "song-tw-v"},
		{"zh-TW", Song, '“', "song-v"},
		{"zh-HK", HeiBold, '（', "hei-bold-tw-v"},
		{"zh-HK", Song, '嘅', "song-hk"},
		{"zh-TW", Kai, '。', "kai-tw-v"},
		{"ja", Song, 'ー', "song-jp-v"},
		{"ja", Kai, '！', "kai-jp-v"},
	} {
		l := lookOf(t, c.language, true)
		from, advance, ok := l.Glyph(c.face+UprightSuffix, c.r)
		if from != c.want || !ok || advance != 1000 {
			t.Errorf("%s, %s %c: from %q, %d wide, want %q", c.language, c.face, c.r, from, advance, c.want)
		}
		if across, _, _ := l.Glyph(c.face, c.r); strings.HasSuffix(across, UprightSuffix) {
			t.Errorf("%s, %s %c: a vertical form stands across", c.language, c.face, c.r)
		}
	}
}

// Stops stand where readers look for them, on either side of the middle of their em.
func TestWhereStopsStand(t *testing.T) {
	for _, c := range []struct {
		language   string
		vertical   bool
		marks      string
		low, right bool // of the middle; what is centred is neither
		centred    bool
	}{
		{"zh-Hans", false, "，。、", true, false, false},
		{"zh-TW", false, "，。、；：！？", false, false, true},
		{"zh-HK", true, "，。、；：！？", false, false, true},
		{"zh-Hans", true, "，。、", false, true, false},
		{"ja", true, "。、", false, true, false},
		{"ja", false, "。、", true, false, false},
	} {
		l := lookOf(t, c.language, c.vertical)
		for _, face := range text {
			for _, r := range c.marks {
				x, y := inkOf(t, l, face, r, c.vertical)
				if c.centred && (x < 450 || x > 550) || !c.centred && (x > 500) != c.right || c.low && y > 250 {
					t.Errorf("%s, vertical %v, %s %c: its middle is at %d, %d", c.language, c.vertical, face, r, x, y)
				}
			}
		}
	}
}

// inkOf is the middle of a glyph's ink, in thousandths of an em over the baseline.
func inkOf(t *testing.T, l *Library, face string, r rune, vertical bool) (x, y int) {
	t.Helper()
	if vertical {
		face += UprightSuffix
	}
	from, _, _ := l.Glyph(face, r)
	font, err := sfnt.Parse(l.Data(from))
	if err != nil {
		t.Fatal(err)
	}
	var buf sfnt.Buffer
	gid, _ := l.GID(from, r)
	box, _, err := font.GlyphBounds(&buf, sfnt.GlyphIndex(gid), fixed.I(1000), 0)
	if err != nil {
		t.Fatal(err)
	}
	return (box.Min.X + box.Max.X).Round() / 2, -(box.Min.Y + box.Max.Y).Round() / 2
}

func TestFurtherFacesHaveLicencesAndNames(t *testing.T) {
	for _, language := range []string{"zh-TW", "zh-HK", "ja"} {
		seen := map[string]bool{}
		for _, f := range lookOf(t, language, true).Faces() {
			if !strings.HasPrefix(f.Family, "Kanyin ") || seen[f.Family+f.Style] {
				t.Errorf("%s: the family is %q, %s", f.Name, f.Family, f.Style)
			}
			seen[f.Family+f.Style] = true
			if !strings.Contains(f.Licence, "SIL OPEN FONT LICENSE Version 1.1") || !strings.Contains(f.Licence, "opyright 20") {
				t.Errorf("%s has no licence", f.Name)
			}
		}
	}
}

func BenchmarkFor(b *testing.B) {
	l := open(b)
	for b.Loop() {
		if _, err := l.For("zh-HK", true); err != nil {
			b.Fatal(err)
		}
	}
}
