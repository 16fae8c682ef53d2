package notes

import "testing"

// The mark stands between bars.
func TestAMarkSharesItsBrackets(t *testing.T) {
	for text, want := range map[string]string{
		"说过|[1]|，不":    "[1]",
		"说过[|2|-4]，不":  "[2-4]",
		"说过[2-|4|]，不":  "[2-4]",
		"［|1|，3，5–7］不": "［1，3，5–7］",
		"水深|①|，":       "①",
		"在[甲|1|]乙":     "1",
		"|2|-4]":       "2",
		"[2-|4|":       "4",
		"[1]、[|2|、3]的": "[2、3]",
	} {
		var runes []rune
		var bars []int
		for _, r := range text {
			if r == '|' {
				bars = append(bars, len(runes))
				continue
			}
			runes = append(runes, r)
		}
		got := Span{bars[0], bars[1]}.Within(runes)
		if s := string(runes[got.From:got.To]); s != want {
			t.Errorf("%s: %s, want %s", text, s, want)
		}
	}
}
