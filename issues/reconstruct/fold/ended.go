package fold

import (
	"strings"
	"unicode"
)

const (
	SentenceEnds = "。!?…．།༎؟۔᠃"  // after which a paragraph may end
	Closers      = "”’」』》〉])\"'" // may stand after a sentence's end
)

// Ended reports whether the folded text ends as a sentence does. A closing
// bracket alone ends nothing; a closing quotation mark after a full stop does.
//
// A bracketed remark after a full stop, such as an editor's mark, is passed over.
func Ended(line string) bool {
	if strings.HasSuffix(line, ")") || strings.HasSuffix(line, "]") {
		at := max(0, strings.LastIndexAny(line, "(["))
		if strings.ContainsRune(SentenceEnds, LastRune(strings.TrimRight(line[:at], " "))) {
			return true
		}
	}
	bare := strings.TrimRight(line, Closers+" ")
	last, before := LastRune(bare), LastRune(strings.TrimRight(bare, "."))
	return strings.ContainsRune(SentenceEnds, last) || last == '.' && (Latin(before) || unicode.IsLetter(before) && !Han(before))
}
