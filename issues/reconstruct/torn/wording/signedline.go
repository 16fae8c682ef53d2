package wording

import (
	"strings"
)

// SignedLine parts a title from the names that stand on its line: behind a
// dash, a stroke or dots, or in brackets at its end.
func SignedLine(fold string) (title, names string, ok bool) {
	if title, names, ok = namesInBrackets(fold); ok {
		return title, names, true
	}
	for _, mark := range signMarks {
		at := strings.LastIndex(fold, mark)
		if at <= 0 {
			continue
		}
		title = strings.TrimRight(fold[:at], Leaders)
		names = strings.Trim(fold[at+len(mark):], Leaders)
		if fields := strings.Fields(title); len(fields) > 1 && Contains(ReporterWords, fields[len(fields)-1]) {
			title = strings.Join(fields[:len(fields)-1], " ")
		}
		if title != "" && AllNames(names) && (mark != Dash+Dash || AllKnown(names)) {
			return title, names, true
		}
	}
	return "", "", false
}

// NamesPeople reports whether what stands in brackets behind a title may be
// names: it does not count pieces, and does not say what the text is.
func NamesPeople(inner string) bool {
	if counted, _, ok := CutSuffix(inner, PieceWords); ok && strings.ContainsAny(counted, Numerals+Couple) {
		return false
	}
	_, _, group := CutSuffix(inner, GroupWords)
	return !group && !Contains(partWords, inner)
}

// namesInBrackets parts the title from names in brackets at its end.
func namesInBrackets(fold string) (title, names string, ok bool) {
	at := strings.LastIndexByte(fold, '(')
	if at <= 0 || !strings.HasSuffix(fold, ")") {
		return "", "", false
	}
	inner := strings.TrimSuffix(fold[at+1:], ")")
	if !NamesPeople(inner) {
		return "", "", false
	}
	return strings.TrimSpace(fold[:at]), inner, AllNames(inner)
}
