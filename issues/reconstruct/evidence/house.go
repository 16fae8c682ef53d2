package evidence

import (
	"slices"
	"unicode"
)

var (
	marksSeen = newScale("marked", 2, 4, 8, 20, 60)
	shapeSeen = newScale("shaped", 2, 4, 8, 20, 60)
	tagSeen   = newScale("tagged", 2, 3, 6, 12)
)

// aboutHouse tells what is this habit: how many of its rows open with
// the same mark, have the same shape, carry the same words in brackets.
func aboutHouse(lines []line) func(*seer, int) {
	marks, shapes, tags := map[rune]int{}, map[string]int{}, map[string]int{}
	shape := make([]string, len(lines))
	tag := make([]string, len(lines))
	wide, long := 0, 0
	for i := range lines {
		l := &lines[i]
		if c, ok := markOf(l); ok {
			marks[c]++
		}
		shape[i] = shapeOf(l)
		shapes[shape[i]]++
		if tag[i] = tagOf(l); tag[i] != "" {
			tags[tag[i]]++
		}
		if l.width > 45 {
			long++
		}
		if l.width > 8 {
			wide++
		}
	}
	// Rows that are whole paragraphs, or printed lines: everything else is read in that light.
	// Few columns are wider than 45 ems; a fifth of the rows lets wide tables and addresses pass.
	sort := "printed"
	if float64(long) > .2*float64(wide) {
		sort = "paragraphs"
	}
	return func(s *seer, i int) {
		s.own("rows:" + sort)
		if c, ok := markOf(&lines[i]); ok {
			s.own(marksSeen.word(float64(marks[c])))
			s.own("markis:" + string(c))
		}
		if shape[i] != "" {
			s.own(shapeSeen.word(float64(shapes[shape[i]])))
			s.own("shape:" + shape[i])
		}
		if tag[i] != "" {
			s.near(tagSeen.word(float64(tags[tag[i]])))
		}
	}
}

func markOf(l *line) (rune, bool) {
	if len(l.key) == 0 || firstClass(l.key[0]) != "mark" {
		return 0, false
	}
	return l.key[0], true
}

// shapeOf gives a short row's shape: runs of ideographs, Latin and digits as one
// sign each, marks as they are.
func shapeOf(l *line) string {
	if len(l.key) == 0 || len(l.key) > 16 {
		return ""
	}
	out := make([]rune, 0, 12)
	add := func(c rune) {
		if len(out) == 0 || out[len(out)-1] != c {
			out = append(out, c)
		}
	}
	for _, c := range l.runes {
		switch {
		case isHan(c):
			add('H')
		case isDigit(c):
			add('#')
		case isLatin(c):
			add('L')
		case unicode.IsSpace(c):
			add('_')
		default:
			add(c)
		}
	}
	if len(out) > 7 {
		return ""
	}
	return string(out)
}

// tagOf gives the words in brackets that a row opens with, or the whole of a
// row of two to six ideographs: columns' names come again and again.
func tagOf(l *line) string {
	k := l.key
	if len(k) > 3 && inString(k[0], "【〔［[〖「") {
		for n := 2; n < min(len(k), 10); n++ {
			if inString(k[n], "】〕］]〗」") {
				return string(k[1:n])
			}
		}
	}
	if len(k) >= 2 && len(k) <= 6 && !slices.ContainsFunc(k, func(c rune) bool { return !isHan(c) }) {
		return string(k)
	}
	return ""
}

func quantile(vs []float64, q float64) float64 {
	if len(vs) == 0 {
		return 0
	}
	s := slices.Clone(vs)
	slices.Sort(s)
	return s[min(len(s)-1, int(float64(len(s))*q))]
}
