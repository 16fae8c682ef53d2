package cjk_test

import (
	"testing"

	"kanyin/layout/cjk"
)

// classes are clreq's tables of punctuation marks, and examples of the rest.
var classes = []struct {
	class cjk.Class
	runes string
}{
	{cjk.Ideograph, "汉〇①Ⅳ㈠→■Ａｚ１㐀豈𠀀🚆㎡"},
	{cjk.Kana, "あアｱ"},
	{cjk.Iteration, "々ーっャゝ"},
	{cjk.Letter, "azAZéßяαא"},
	{cjk.Digit, "059٣"},
	{cjk.Space, " \t\n\u3000\u2003"},
	{cjk.Joint, "\u00a0\u202f"},
	{cjk.Opening, "（“‘《〈「『【〔〖［｛"},
	{cjk.Closing, "）”’》〉」』】〕〗］｝"},
	{cjk.Comma, "，、；："},
	{cjk.Stop, "。．"},
	{cjk.Exclaim, "！？"},
	{cjk.MiddleDot, "·・‧"},
	{cjk.Dash, "—⸺"},
	{cjk.Ellipsis, "…⋯"},
	{cjk.Connector, "～–－"},
	{cjk.Solidus, "/／"},
	{cjk.Prefix, "￥¥$€№§±"},
	{cjk.Suffix, "%％‰°℃′″"},
	{cjk.LatinOpening, "([{«"},
	{cjk.LatinClosing, ")]}»"},
	{cjk.LatinStop, ".,:;!?"},
	{cjk.Hyphen, "-‐"},
	{cjk.Sign, "&@=*×÷©"},
	{cjk.Combining, "\u0301\u3099\ufe0f\U000e0101"},
	{cjk.Control, "\x00\x1b\u200b\u200d\u00ad\ufeff\u2060"},
}

func TestClassOf(t *testing.T) {
	for _, c := range classes {
		for _, r := range c.runes {
			if got := cjk.ClassOf(r); got != c.class {
				t.Errorf("%c (%U) is of class %d, want %d", r, r, got, c.class)
			}
		}
	}
}

// Every mark that a Level forbids somewhere, as clreq and GB/T 15834 list them.
func TestKinsoku(t *testing.T) {
	for _, c := range []struct {
		level      cjk.Level
		start, end string // forbidden there
		free       string // forbidden nowhere at this level, though elsewhere it is
	}{
		{cjk.Basic, "、，。：；！？”’）》〉」』】·～–／%℃", "“‘（《〈「『【￥", "—…"},
		{cjk.GB, "、，。：；！？”’）》〉」』】·～–／%℃", "“‘（《〈「『【￥／", "—…"},
		{cjk.Strict, "、，。：；！？”’）》〉」』】·～–／%℃—…", "“‘（《〈「『【￥／", "汉Aア"},
	} {
		for _, r := range c.start {
			if !c.level.NoStart(cjk.ClassOf(r)) {
				t.Errorf("level %d: a line may begin with %c", c.level, r)
			}
		}
		for _, r := range c.end {
			if !c.level.NoEnd(cjk.ClassOf(r)) {
				t.Errorf("level %d: a line may end with %c", c.level, r)
			}
		}
		for _, r := range c.free {
			if cl := cjk.ClassOf(r); c.level.NoStart(cl) || c.level.NoEnd(cl) {
				t.Errorf("level %d forbids %c", c.level, r)
			}
		}
	}
	if cjk.Basic.NoEnd(cjk.Solidus) {
		t.Error("the basic level forbids a solidus at a line's end")
	}
}

// Two marks that are two ems wide keep one and a half, or one, when they meet.
func TestBetween(t *testing.T) {
	for _, c := range []struct {
		pair string
		want int
	}{
		{"，“", 2}, {"。“", 2}, {"：“", 2}, {"）（", 2}, {"”“", 2}, {"》《", 2}, {"！《", 2},
		{"。”", 0}, {"，）", 0}, {"”。", 0}, {"），", 0}, {"？”", 0}, {"？！", 0}, {"》》", 0},
		{"“《", 0}, {"（（", 0}, {"（”", 0},
		{"·《", 1}, {"》·", 1}, {"“·", 0}, {"·”", 0}, {"··", 1},
	} {
		p := []rune(c.pair)
		got, ok := cjk.Between(cjk.ClassOf(p[0]), cjk.ClassOf(p[1]))
		if !ok || got != c.want {
			t.Errorf("%s keeps %d quarters (%v), want %d", c.pair, got, ok, c.want)
		}
	}
	for _, pair := range []string{"汉，", "，汉", "——", "a)", "。—"} {
		p := []rune(pair)
		if _, ok := cjk.Between(cjk.ClassOf(p[0]), cjk.ClassOf(p[1])); ok {
			t.Errorf("%s counts as two marks", pair)
		}
	}
}

// Where stops are centred, two marks keep one and a half ems, or one and three
// quarters where a bracket turns its ink to the stop.
func TestBetweenOfCentredStops(t *testing.T) {
	for pair, want := range map[string]int{
		"，「": 1, "。「": 1, "」，": 1, "）。": 1, "》、": 1,
		"。」": 0, "！」": 0, "「！": 0, "？！": 0, "，，": 0,
		"」「": 2, "」」": 0, "「「": 0, "·《": 1, "，·": 1, "·，": 1,
	} {
		p := []rune(pair)
		if got, ok := cjk.Centred.Between(cjk.ClassOf(p[0]), cjk.ClassOf(p[1])); !ok || got != want {
			t.Errorf("%s keeps %d quarters (%v), want %d", pair, got, ok, want)
		}
	}
}

func TestPlaceOf(t *testing.T) {
	for tag, want := range map[string]cjk.Place{
		"": cjk.Mainland, "zh": cjk.Mainland, "zh-Hans": cjk.Mainland, "zh-CN": cjk.Mainland, "zh-Hans-HK": cjk.Mainland, "en-HK": cjk.Mainland,
		"zh-Hant": cjk.Centred, "zh-TW": cjk.Centred, "zh_hk": cjk.Centred, "ZH-HANT-MO": cjk.Centred, "yue": cjk.Centred, "nan-TW": cjk.Centred,
		"ja": cjk.Japan, "ja-JP": cjk.Japan,
	} {
		if got := cjk.PlaceOf(tag); got != want {
			t.Errorf("%q: place %d, want %d", tag, got, want)
		}
	}
}

func TestBetweenNeverWidens(t *testing.T) {
	for _, place := range []cjk.Place{cjk.Mainland, cjk.Centred, cjk.Japan} {
		neverWidens(t, place)
	}
}

func neverWidens(t *testing.T, place cjk.Place) {
	for a := cjk.Ideograph; a <= cjk.Control; a++ {
		for b := cjk.Ideograph; b <= cjk.Control; b++ {
			_, right := place.Blank(a)
			left, _ := place.Blank(b)
			if q, ok := place.Between(a, b); ok && q > right+left {
				t.Errorf("classes %d and %d: %d quarters stay of %d", a, b, q, right+left)
			}
		}
	}
}

func TestSpaced(t *testing.T) {
	for pair, want := range map[string]bool{
		"汉A": true, "5月": true, "アz": true, "々9": true,
		"汉，": false, "，A": false, "汉字": false, "A5": false, "%的": false, "汉(": false, "汉Ａ": false, "①汉": false,
	} {
		p := []rune(pair)
		if got := cjk.Spaced(cjk.ClassOf(p[0]), cjk.ClassOf(p[1])); got != want {
			t.Errorf("%s: spaced %v", pair, got)
		}
	}
}

func TestParted(t *testing.T) {
	for pair, want := range map[string]bool{
		"汉字": true, "字A": true, "A字": true, "。字": true,
		"ab": false, "12": false, "1%": false, "$1": false, "3.": false, ".5": false, "a-": false, "f(": false, "A5": false, "3×": false,
		"字\u00a0": false,
	} {
		p := []rune(pair)
		if got := cjk.Parted(cjk.ClassOf(p[0]), cjk.ClassOf(p[1])); got != want {
			t.Errorf("%s: parted %v", pair, got)
		}
	}
}

// TestSymbol tells the symbols of units from other words.
func TestSymbol(t *testing.T) {
	for word, want := range map[string]bool{
		"g": true, "km": true, "kWh": true, "GHz": true, "μm": true, "min": true, "kcal": true, "MB": true, "Ω": true,
		"": false, "k": false, "books": false, "Pro": false, "kk": false, "kmh": false, "G": false,
	} {
		if got := cjk.Symbol(word); got != want {
			t.Errorf("%q: a symbol: %v", word, got)
		}
		if want && len([]rune(word)) > cjk.LongestSymbol {
			t.Errorf("%q is longer than the longest", word)
		}
	}
}

// FuzzClassOf: every rune has a class of the list, and none that is forbidden
// at both ends of a line at once, the solidus of GB/T 15834 aside.
func FuzzClassOf(f *testing.F) {
	for _, c := range classes {
		for _, r := range c.runes {
			f.Add(r)
		}
	}
	f.Fuzz(func(t *testing.T, r rune) {
		c := cjk.ClassOf(r)
		if c > cjk.Control {
			t.Fatalf("%U is of class %d", r, c)
		}
		if c != cjk.Solidus && cjk.Strict.NoStart(c) && cjk.Strict.NoEnd(c) {
			t.Fatalf("%U may stand nowhere", r)
		}
	})
}
