package masthead

import "unicode/utf8"

func runeCount(s string) int { return utf8.RuneCountInString(s) }

// isYear reports whether a number may be a year of print.
func isYear(n int) bool { return n >= 1800 && n < 2200 }
