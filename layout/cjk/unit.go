package cjk

import "strings"

// Symbol says whether a word is the symbol of a unit, alone or after the letter
// of a multiple: g, km, kWh, GHz (GB 3100, GB 3101). Between a number and such
// a symbol stands a space that no line breaks at.
func Symbol(word string) bool {
	if measures(word) {
		return true
	}
	for _, multiple := range [...]string{"k", "M", "G", "T", "d", "c", "m", "\u03bc", "\u00b5", "n", "p", "h"} {
		if rest, ok := strings.CutPrefix(word, multiple); ok && measures(rest) {
			return true
		}
	}
	return false
}

// LongestSymbol is the number of letters that no Symbol has more of.
const LongestSymbol = 4

// measures says whether a word is the symbol of a unit without a multiple.
func measures(word string) bool {
	switch word {
	case "m", "g", "s", "A", "K", "L", "l", "t", "h", "d", "min", "mol", "cd", "ha", // length, mass, time, amount
		"Hz", "N", "Pa", "bar", "J", "W", "V", "Wh", "Ah", "VA", "eV", "cal", "C", "F", "T", "H", "\u03a9", "\u2126", // force and current
		"rad", "lx", "lm", "Bq", "Sv", "Gy", "B", "b", "bps": // light, rays, data
		return true
	}
	return false
}
