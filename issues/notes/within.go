package notes

import "strings"

// What several marks share: 〔2、4〕.
const (
	openers = "[［〔【"
	closers = "]］〕】"
)

// Within is a mark with the brackets that it shares with others: both 2 and 4 of
// [2-4] have all of it. Editions raise it as one thing, which begins no line.
func (s Span) Within(text []rune) Span {
	among := func(i int, brackets string) bool { // a mark's neighbour, or the bracket
		return i >= 0 && i < len(text) && strings.ContainsRune(brackets+"0123456789,，、;；-–—~～ ", text[i])
	}
	whole := s
	for among(whole.From-1, openers) {
		if whole.From--; strings.ContainsRune(openers, text[whole.From]) {
			break
		}
	}
	for among(whole.To, closers) {
		if whole.To++; strings.ContainsRune(closers, text[whole.To-1]) {
			break
		}
	}
	if whole.From == s.From || whole.To == s.To || !strings.ContainsRune(openers, text[whole.From]) || !strings.ContainsRune(closers, text[whole.To-1]) {
		return s
	}
	return whole
}
