package normal

import (
	"strings"
	"unicode"
)

// isHan holds of what is set on the Chinese square without being punctuation:
// ideographs and kana. Hangul is not among them, since Korean parts its words
// by spaces.
func isHan(r rune) bool {
	switch {
	case r < 0x3005:
		return false
	case r >= 0x4E00 && r <= 0x9FFF:
		return true
	case r >= 0x3041 && r <= 0x3096 || r >= 0x30A1 && r <= 0x30FA || r == 'ー':
		return true
	}
	return unicode.Is(unicode.Han, r)
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isASCIILetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

func isASCIIAlnum(r rune) bool { return isDigit(r) || isASCIILetter(r) }

// isWord holds of what is neither a mark nor a space, Chinese aside.
func isWord(r rune) bool {
	if r < 0x80 {
		return isASCIIAlnum(r)
	}
	return !isHan(r) && (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r))
}

// isSpace holds of every blank that does not end a line.
func isSpace(r rune) bool { return r != '\n' && unicode.IsSpace(r) }

// isInvisible holds of what has neither form nor width: marks where a line may
// or may not break.
func isInvisible(r rune) bool {
	switch r {
	case '\u00AD', '\u200B', '\u2060', '\uFEFF':
		return true
	}
	return false
}

// isMark holds of the marks that stand on the Chinese square.
func isMark(r rune) bool {
	switch r {
	case '、', '。', '，', '；', '：', '！', '？', '（', '）',
		'《', '》', '〈', '〉', '「', '」', '『', '』', '【', '】', '〔', '〕', '〖', '〗':
		return true
	}
	return false
}

// isShared holds of the marks that Chinese and Latin text have in common.
func isShared(r rune) bool {
	switch r {
	case '“', '”', '‘', '’', '—', '…':
		return true
	}
	return false
}

// isSentenceMark holds of the half-width marks that Chinese takes full-width.
func isSentenceMark(r rune) bool {
	switch r {
	case ',', ';', ':', '?', '!':
		return true
	}
	return false
}

func isOpening(r rune) bool { return strings.ContainsRune("(（[［“‘《〈「『【〔〖", r) }

func isClosing(r rune) bool { return strings.ContainsRune(")）]］”’》〉」』】〕〗", r) }

// fullWidth is the distance from an ASCII character to its full-width form.
const fullWidth = 0xFEE0

// narrow gives the ASCII character that r is a full-width form of, or r.
func narrow(r rune) rune {
	if r >= 0xFF01 && r <= 0xFF5E {
		return r - fullWidth
	}
	return r
}
