package press

import (
	"fmt"
	"path/filepath"
	"strings"

	"kanyin/issues/issue"
)

// FileName gives the name of an issue's files: <title>-<year>-<number>, as far
// as the issue says them, else the name of its text.
func FileName(iss *issue.Issue) string {
	m := iss.Meta
	if m.Title == "" {
		base := filepath.Base(iss.Source.File)
		return CleanName(strings.TrimSuffix(base, filepath.Ext(base)))
	}
	name := CleanName(m.Title)
	if m.Year != 0 {
		name += fmt.Sprintf("-%d", m.Year)
	}
	if m.Number != 0 {
		name += fmt.Sprintf("-%02d", m.Number)
	}
	return name
}

// longestName keeps a name with its endings under the 255 bytes that file
// systems allow.
const longestName = 120

// CleanName takes out of a name what a file system, a shell or another system's
// file system does not like.
func CleanName(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) || r == ' ' || r == '\u3000' || r == '\uFFFD' {
			r = '_'
		}
		if b.Len()+len(string(r)) > longestName {
			break
		}
		b.WriteRune(r)
	}
	name := strings.Trim(b.String(), "._")
	if name == "" {
		return "issue"
	}
	return name
}
