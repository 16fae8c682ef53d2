package normal

import "unicode"

// wide gives the full-width form of the marks that Chinese text takes so. A
// stop is not among them: a half-width one is a decimal point or Latin.
var wide = map[rune]rune{',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '(': '（', ')': '）'}

// widen makes the marks of Chinese text full width, in place. What decides is
// the nearest letter or digit on either side, whatever marks and spaces stand
// between: that neighbour is the same after widening, so that widening twice
// is widening once.
func widen(runes []rune) {
	before, after, chinese := neighbours(runes)
	widenBrackets(runes, before, after)
	for i, r := range runes {
		full, ok := wide[r]
		if !ok || r == '(' || r == ')' {
			continue
		}
		// An address is Latin to its end, also before an ideograph.
		if r == ':' && i+1 < len(runes) && runes[i+1] == '/' {
			continue
		}
		if isHan(before[i]) || isHan(after[i]) || after[i] == 0 && chinese && !unicode.IsDigit(before[i]) {
			runes[i] = full
		}
	}
}

// neighbours gives for every rune the nearest letter or digit before and after
// it, or 0, and whether the text has more ideographs than other letters.
func neighbours(runes []rune) (before, after []rune, chinese bool) {
	before, after = make([]rune, len(runes)), make([]rune, len(runes))
	han, other := 0, 0
	var last rune
	for i, r := range runes {
		before[i] = last
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			last = r
			if isHan(r) {
				han++
			} else if unicode.IsLetter(r) {
				other++
			}
		}
	}
	last = 0
	for i := len(runes) - 1; i >= 0; i-- {
		after[i] = last
		if r := runes[i]; unicode.IsLetter(r) || unicode.IsDigit(r) {
			last = r
		}
	}
	return before, after, han > other
}

// widenBrackets widens brackets in pairs: those that hold an ideograph, and
// those that stand among ideographs. (0991)2698306 and f(x) stay as they are.
func widenBrackets(runes, before, after []rune) {
	hanUpTo := make([]int, len(runes)+1)
	for i, r := range runes {
		hanUpTo[i+1] = hanUpTo[i]
		if isHan(r) {
			hanUpTo[i+1]++
		}
	}
	var open []int
	for i, r := range runes {
		switch r {
		case '(', '（':
			open = append(open, i)
		case ')', '）':
			if len(open) == 0 {
				if isHan(before[i]) {
					runes[i] = '）'
				}
				continue
			}
			o := open[len(open)-1]
			open = open[:len(open)-1]
			holds := hanUpTo[i] > hanUpTo[o]
			among := isHan(before[o]) && (after[i] == 0 || isHan(after[i]))
			if holds || among {
				runes[o], runes[i] = '（', '）'
			}
		}
	}
	for _, o := range open {
		if isHan(after[o]) {
			runes[o] = '（'
		}
	}
}
