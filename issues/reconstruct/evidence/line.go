package evidence

import (
	"unicode"

	"kanyin/issues/reconstruct/rows"
)

func read(rs []rows.Row) []line {
	out := make([]line, len(rs))
	for i, r := range rs {
		l := line{Row: r, runes: []rune(r.Text)}
		l.key = make([]rune, 0, len(l.runes))
		mask := make([]rune, 0, len(l.runes))
		for _, c := range l.runes {
			l.width += em(c)
			if unicode.IsSpace(c) {
				continue
			}
			l.key = append(l.key, c)
			switch {
			case !isDigit(c):
				mask = append(mask, c)
			case len(mask) == 0 || mask[len(mask)-1] != '#':
				mask = append(mask, '#')
			}
		}
		l.mask = string(mask)
		l.marks = marksOf(r.Text)
		out[i] = l
	}
	return out
}

// em is how wide a character is, in ems, as a monospaced eye sees it.
func em(c rune) float64 {
	if c < 0x370 && c != '·' && c != '×' && c != '÷' && c != '°' && c != '±' && c != '§' {
		return .5
	}
	return 1
}

func isDigit(c rune) bool { return c >= '0' && c <= '9' || c >= '０' && c <= '９' }

func isHan(c rune) bool { return c >= 0x4e00 && c <= 0x9fff || c >= 0x3400 && c <= 0x4dbf }

func isLatin(c rune) bool {
	return c < 0x250 && unicode.IsLetter(c)
}

// first and last character classes tell how a row opens and closes.
func firstClass(c rune) string {
	switch {
	case isDigit(c):
		return "digit"
	case isLatin(c):
		return "latin"
	case inString(c, "“「『（(《【〔［["):
		return "open"
	case isHan(c):
		return "han"
	case unicode.IsLetter(c):
		return "letter"
	}
	return "mark"
}

func lastClass(c rune) string {
	switch {
	case inString(c, "。！？!?…"):
		return "stop"
	case inString(c, "”」』"):
		return "quote"
	case inString(c, "）)】］]》〕"):
		return "close"
	case inString(c, "，、；,;"):
		return "comma"
	case inString(c, "：:"):
		return "colon"
	case inString(c, "—–-"):
		return "dash"
	case isDigit(c):
		return "digit"
	case isHan(c):
		return "han"
	case c < 0x80:
		return "latin"
	case unicode.IsLetter(c):
		return "letter"
	}
	return "mark"
}

func inString(c rune, s string) bool {
	for _, x := range s {
		if x == c {
			return true
		}
	}
	return false
}
