package reconstruct

import "strings"

// classed parts the byline of pupils into their class and their names:
// 高二(4)班 某某. A class is counted, so that no word that ends like one is.
func classed(fold string) (names string, ok bool) {
	const longest = 20 // runes: a school, a year and a class
	for _, tail := range classTails {
		at := strings.LastIndex(fold, tail)
		if at <= 0 || runeCount(fold[:at]) > longest || !strings.ContainsAny(fold[:at], numerals+"0123456789") {
			continue
		}
		if names = strings.TrimLeft(fold[at+len(tail):], " :/"); names != "" && allKnown(names) {
			return names, true
		}
	}
	return "", false
}
