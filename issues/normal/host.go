package normal

import "strings"

// fileEnds are what file names end in, which stand in texts as often as hosts do.
var fileEnds = map[string]bool{
	"txt": true, "md": true, "doc": true, "docx": true, "xls": true, "xlsx": true, "ppt": true, "pdf": true, "epub": true,
	"html": true, "htm": true, "php": true, "js": true, "css": true, "go": true, "py": true, "sh": true, "exe": true, "toml": true, "json": true, "xml": true,
	"jpg": true, "jpeg": true, "png": true, "gif": true, "svg": true, "zip": true, "mp3": true, "mp4": true,
}

// HostAhead gives the length of the host that a text begins with, where a path or
// a query behind it says that it is a web address without its scheme:
// lujin.example/reed, lujin.example?x=1. A host ends in a word of letters
// (RFC 1123, section 2.1), as numbers of versions do not, and stands in small
// letters; it is 0 where there is none.
func HostAhead(s string) int {
	n, label, letters := 0, 0, false
	for n < len(s) && (s[n] >= 'a' && s[n] <= 'z' || isDigit(rune(s[n])) || s[n] == '-' || s[n] == '.') {
		if s[n] == '.' {
			if n == label {
				return 0
			}
			letters = letters || strings.Trim(s[label:n], "0123456789") != ""
			label = n + 1
		}
		n++
	}
	last := s[label:n]
	if label == 0 || !letters || len(last) < 2 || strings.ContainsAny(last, "0123456789-") || fileEnds[last] || strings.HasPrefix(s, "-") {
		return 0
	}
	switch {
	case n+1 >= len(s) || !isASCIIAlnum(rune(s[n+1])):
		return 0
	case s[n] == '/', s[n] == '?' && strings.Contains(s[n:], "="):
		return n
	}
	return 0
}
