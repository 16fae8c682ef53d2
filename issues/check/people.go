package check

import (
	"strings"
	"unicode/utf8"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
)

// A mention is a person's name where it stands.
type mention struct {
	name    string
	line    int
	article string // its id, "" in the front
	editor  bool   // named as one who made the issue
}

// mentions gives the people whose names stand in marks: authors, editors,
// photographers and the staff.
func (pr *proof) mentions() []mention {
	var out []mention
	for _, s := range pr.Meta.Staff {
		for _, n := range s.Names {
			for _, name := range people(n) {
				out = append(out, mention{name, at(s.Lines), "", true})
			}
		}
	}
	for _, a := range pr.Articles {
		for _, b := range a.Blocks {
			if b.Kind != issue.Byline && b.Kind != issue.Editor && b.Kind != issue.Credit {
				continue
			}
			for _, name := range people(b.Text) {
				out = append(out, mention{name, at(b.Lines), a.ID, b.Kind == issue.Editor})
			}
		}
	}
	return out
}

func at(lines []int) int {
	if len(lines) == 0 {
		return 0
	}
	return lines[0]
}

// A Chinese name has from two characters to four (a surname of two and a given
// name of two). What is longer is an office, what is shorter a piece of a name.
const (
	leastName = 2
	mostName  = 4
)

// people gives the names in a mark: [编辑：周岸], 责编/周 岸, 林小河 周岸, 周岸摄.
func people(mark string) []string {
	mark = strings.Trim(normal.Text(mark), "[]【】（）()［］〔〕")
	if i := strings.LastIndexAny(mark, "：:"); i >= 0 {
		_, n := utf8.DecodeRuneInString(mark[i:])
		mark = mark[i+n:]
	}
	var out []string
	for _, part := range strings.FieldsFunc(mark, func(r rune) bool { return strings.ContainsRune("/／、,，;；", r) }) {
		fields := strings.Fields(part)
		for i := 0; i < len(fields); i++ {
			name := fields[i]
			if runes(name) == 1 && i+1 < len(fields) && runes(fields[i+1]) == 1 {
				i++
				name += fields[i]
			}
			if n := runes(name); n >= leastName && n <= mostName && isAllHan(name) {
				out = append(out, name)
			}
		}
	}
	return out
}

func runes(s string) int { return utf8.RuneCountInString(s) }

func isAllHan(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !isHan(r) }) < 0
}

// sameLengthButOne tells whether two names differ in one character.
func sameLengthButOne(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) != len(y) {
		return false
	}
	n := 0
	for i := range x {
		if x[i] != y[i] {
			n++
		}
	}
	return n == 1
}
