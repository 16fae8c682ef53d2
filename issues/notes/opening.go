package notes

import "slices"

// sure drops the marks that begin their paragraphs and rather number them. One
// is a reference where the notes name it, no other mark has its number, the mark
// of its kind before it has the number before, and the next the number behind;
// or the notes end with it.
func sure(marks []mark, notes []note) []mark {
	var out []mark
	for i, m := range marks {
		if !m.opens || named(m.key, notes) && between(marks, i, notes) {
			out = append(out, m)
		}
	}
	return out
}

func named(key string, notes []note) bool {
	return slices.ContainsFunc(notes, func(n note) bool { return n.key == key })
}

// between reports whether the marks around mark i, those aside that begin
// paragraphs, leave its number to it.
func between(marks []mark, i int, notes []note) bool {
	before, behind := 0, 0
	for k, m := range marks {
		switch {
		case k == i || kindOf(m.key) != kindOf(marks[i].key):
		case m.key == marks[i].key:
			return false
		case m.opens:
		case k < i:
			before = m.number
		case behind == 0:
			behind = m.number
		}
	}
	last := 0
	for _, n := range notes {
		if kindOf(n.key) == kindOf(marks[i].key) {
			last = max(last, n.number)
		}
	}
	n := marks[i].number
	return n > 1 && before == n-1 && (behind == n+1 || behind == 0 && n == last)
}
