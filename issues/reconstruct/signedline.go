package reconstruct

import "strings"

// signedLine parts a title from the names that stand on its line: behind a
// dash, a stroke or dots, or in brackets at its end.
func signedLine(fold string) (title, names string, ok bool) {
	if title, names, ok = namesInBrackets(fold); ok {
		return title, names, true
	}
	for _, mark := range signMarks {
		at := strings.LastIndex(fold, mark)
		if at <= 0 {
			continue
		}
		title = strings.TrimRight(fold[:at], leaders)
		names = strings.Trim(fold[at+len(mark):], leaders)
		if fields := strings.Fields(title); len(fields) > 1 && contains(reporterWords, fields[len(fields)-1]) {
			title = strings.Join(fields[:len(fields)-1], " ")
		}
		if title != "" && allNames(names) && (mark != dash+dash || allKnown(names)) {
			return title, names, true
		}
	}
	return "", "", false
}

// namesPeople reports whether what stands in brackets behind a title may be
// names: it does not count pieces, and does not say what the text is.
func namesPeople(inner string) bool {
	if counted, _, ok := cutSuffix(inner, pieceWords); ok && strings.ContainsAny(counted, numerals+couple) {
		return false
	}
	_, _, group := cutSuffix(inner, groupWords)
	return !group && !contains(partWords, inner)
}

// namesInBrackets parts the title from names in brackets at its end.
func namesInBrackets(fold string) (title, names string, ok bool) {
	at := strings.LastIndexByte(fold, '(')
	if at <= 0 || !strings.HasSuffix(fold, ")") {
		return "", "", false
	}
	inner := strings.TrimSuffix(fold[at+1:], ")")
	if !namesPeople(inner) {
		return "", "", false
	}
	return strings.TrimSpace(fold[:at]), inner, allNames(inner)
}
