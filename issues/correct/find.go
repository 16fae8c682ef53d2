package correct

import (
	"slices"
	"strings"
	"unicode/utf8"

	"kanyin/issues/normal"
)

// A text is the source as places are looked for in it: the keys of all lines one
// after the other, so that other line breaks do not matter.
type text struct {
	lines  []string
	keys   []string
	stream string
	starts []int   // offset in stream of each line
	shifts []shift // how far lines have moved since, where that is certain
	of     []int   // for each line, the line of the source that it is, or is a part of; nil where none is cut
}

// number gives the line of the source that line n is, or is a part of.
func (t *text) number(n int) int {
	if t.of == nil {
		return n
	}
	return t.of[n-1]
}

// line gives the line that the line of the source is, or begins with.
func (t *text) line(number int) int {
	if t.of == nil {
		return number
	}
	n, _ := slices.BinarySearch(t.of, number)
	return n + 1
}

// place names line n.
func (t *text) place(n int) Place {
	p := PlaceOf(t.lines, n)
	p.Number = t.number(n)
	return p
}

// A shift tells that what was line was is line is now.
type shift struct{ was, is int }

func newText(lines []string) *text {
	t := &text{lines: lines, keys: make([]string, len(lines)), starts: make([]int, len(lines))}
	var b strings.Builder
	for i, l := range lines {
		t.keys[i] = keyOf(l)
		t.starts[i] = b.Len()
		b.WriteString(t.keys[i])
	}
	t.stream = b.String()
	return t
}

// keyOf is what lines are compared by; a line of marks alone is compared as it is.
func keyOf(s string) string {
	if k := normal.Key(s); k != "" {
		return k
	}
	return strings.Join(strings.Fields(s), "")
}

// learnShifts notes where lines that are like no other stand now.
func (t *text) learnShifts(list []Correction) {
	for _, c := range list {
		if c.Line.Number == 0 {
			continue
		}
		if at := t.beginning(keyOf(c.Line.Text)); len(at) == 1 {
			t.shifts = append(t.shifts, shift{c.Line.Number, t.number(at[0])})
		}
	}
	slices.SortFunc(t.shifts, func(a, b shift) int { return a.was - b.was })
}

// expected gives where the line should stand now: as far off as the nearest
// line that is certain.
func (t *text) expected(number int) int {
	best, far := number, -1
	for _, s := range t.shifts {
		if d := abs(s.was - number); far < 0 || d < far {
			best, far = number+s.is-s.was, d
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }

// find gives the line that the place means, and whether that line begins there.
//
// How: lines that are the text, else that begin with it, else those inside which
// it begins because the text is broken into other lines now, else rows of the
// contents that say it with another number or on another side of it, else those that
// begin nearly so, as another recognition of the same page has them; and all this
// once more without the remark in brackets that a place begins with: no edition
// prints that a text goes on from another page. Among
// several the one behind the right line, else the one nearest to where the
// hint says. Where it fails: among many lines that are alike, where much was
// inserted and nothing else tells how far they moved.
func (t *text) find(p Place, beside string) (line int, whole, ok bool) {
	key := keyOf(p.Text)
	if key == "" {
		return 0, false, false
	}
	found, whole := t.beginning(key), true
	if utf8.RuneCountInString(p.Text) < headLength {
		if exact := slices.DeleteFunc(slices.Clone(found), func(n int) bool { return t.keys[n-1] != key }); len(exact) > 0 {
			found = exact
		}
	}
	if len(found) == 0 {
		found, whole = t.inside(key), false
	}
	if len(found) == 0 {
		found, whole = t.unnumbered(key), true
	}
	if len(found) == 0 {
		found, whole = t.alike(key), true
	}
	if len(found) == 0 {
		if rest := behindRemark(p.Text); rest != "" {
			return t.find(Place{p.Number, rest}, beside)
		}
		return 0, false, false
	}
	return t.nearest(found, p.Number, beside), whole, true
}

// beginning gives the lines from which on the text reads so.
func (t *text) beginning(key string) []int {
	var found []int
	for i := range t.lines {
		if t.keys[i] != "" && strings.HasPrefix(t.stream[t.starts[i]:], key) {
			found = append(found, i+1)
		}
	}
	return found
}

// leastInside is how many runes tell a place inside a line from chance.
const leastInside = 6

func (t *text) inside(key string) []int {
	if utf8.RuneCountInString(key) < leastInside {
		return nil
	}
	var found []int
	for from := 0; ; {
		at := strings.Index(t.stream[from:], key)
		if at < 0 {
			return found
		}
		at += from
		i, exact := slices.BinarySearch(t.starts, at)
		if !exact {
			i--
		}
		found = append(found, i+1)
		from = at + len(key)
	}
}

// misread is the share of a line's first characters that may differ: one in
// five, more than a poor scan gets wrong.
const misread = 5

func (t *text) alike(key string) []int {
	want := []rune(key)
	allowed := len(want) / misread
	if allowed == 0 {
		return nil
	}
	var found []int
	for i := range t.lines {
		if t.keys[i] == "" {
			continue
		}
		got := runesFrom(t.stream[t.starts[i]:], len(want))
		switch d := normal.Distance(want, got, allowed); {
		case d < allowed:
			allowed, found = d, []int{i + 1}
		case d == allowed:
			found = append(found, i+1)
		}
	}
	return found
}

func runesFrom(s string, n int) []rune {
	out := make([]rune, 0, n)
	for _, r := range s {
		if len(out) == n {
			break
		}
		out = append(out, r)
	}
	return out
}

// nearest chooses among lines that read alike.
func (t *text) nearest(found []int, number int, beside string) int {
	if beside != "" {
		key := keyOf(beside)
		if after := slices.DeleteFunc(slices.Clone(found), func(n int) bool { return !t.stands(n, key) }); len(after) > 0 {
			found = after
		}
	}
	if number == 0 {
		return found[0]
	}
	want := t.expected(number)
	return slices.MinFunc(found, func(a, b int) int { return abs(t.number(a)-want) - abs(t.number(b)-want) })
}

// stands reports whether the line before line n that is not blank begins so.
func (t *text) stands(n int, key string) bool {
	for i := n - 2; i >= 0; i-- {
		if t.keys[i] != "" {
			return strings.HasPrefix(t.keys[i], key) || strings.HasPrefix(key, t.keys[i])
		}
	}
	return false
}

// after gives the line behind line n that is not blank, 0 for none.
func (t *text) after(n int) int {
	for i := n; i < len(t.lines); i++ {
		if t.keys[i] != "" {
			return i + 1
		}
	}
	return 0
}

// filled gives the line before line n that is not blank, or line n where there is none.
func (t *text) filled(n int) int {
	for i := n - 1; i >= 1; i-- {
		if t.keys[i-1] != "" {
			return i
		}
	}
	return n
}
