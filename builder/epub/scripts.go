package epub

import (
	"fmt"

	"kanyin/issues/script"
)

// inScripts marks the runs of other scripts in a text by language and
// direction. A run that is written from the right is set off from the order of
// the text around it.
func inScripts(text []rune, around script.Direction) []span {
	var out []span
	for _, r := range script.Runs(text) {
		if r.Language == around.Language {
			continue
		}
		if r.FromRight != around.FromRight {
			out = append(out, span{r.From, r.To, fmt.Sprintf(`<bdi%s>`, inWhich(script.Direction{Language: r.Language, FromRight: r.FromRight}, around)), "</bdi>"})
			continue
		}
		out = append(out, span{r.From, r.To, fmt.Sprintf(`<span%s>`, inWhich(script.Direction{Language: r.Language, FromRight: r.FromRight}, around)), "</span>"})
	}
	return out
}

// inWhich gives the attributes of an element whose text has the direction, inside
// another.
func inWhich(d, around script.Direction) string {
	s := ""
	if d.Language != around.Language && d.Language != "" {
		s = fmt.Sprintf(` lang="%s" xml:lang="%[1]s"`, d.Language)
	}
	if d.FromRight != around.FromRight {
		s += map[bool]string{true: ` dir="rtl"`, false: ` dir="ltr"`}[d.FromRight]
	}
	return s
}

// otherWay is the attribute of a book that runs the other way than most.
func otherWay(book script.Direction) string {
	if book.FromRight {
		return ` dir="rtl"`
	}
	return ""
}
