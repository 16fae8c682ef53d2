package seam

import (
	"kanyin/issues/reconstruct/seam/phrase"
)

// A thread is a chain of units, known by its ends: an article as far as it has
// been read, or a stretch without a title.
type thread struct {
	head, tail int32
	titled     bool
	claimed    int32          // the last unit of the text it claimed last
	open       phrase.Balance // what the paragraph at the tail has open
	first      [series]uint8  // numbers of its headings, by series
	last       [series]uint8
}

// series is how many sorts of numerals are told apart.
const series = 6

// begun is the thread that begins with unit i.
func begun(units []unit, i int) thread {
	t := thread{head: int32(i), tail: int32(i), titled: units[i].start, open: units[i].brackets.Open}
	t.take(&units[i], i)
	return t
}

// take adds unit i to the thread and gives the evidence of its numbering.
func (t *thread) take(u *unit, i int) float64 {
	w := 0.0
	if u.number > 0 && u.series >= 0 && u.series < series {
		w = t.count(u.series, u.number)
	}
	t.tail = int32(i)
	return w
}

// count weighs a heading's number against the last one of its series.
func (t *thread) count(s, n int) float64 {
	last := int(t.last[s])
	if t.first[s] == 0 {
		t.first[s] = uint8(min(n, 255))
	}
	t.last[s] = uint8(min(n, 255))
	switch {
	case n == last+1:
		return 1.5 // 三 after 二
	case n == 1:
		return 0 // a series begins again under another heading
	case last == 0:
		return -1 // its beginning is missing, or stands elsewhere
	}
	return -3 // a number is missing or comes twice
}

// read weighs the brackets and quotation marks over the cut before unit i.
func (t *thread) read(units []unit, i int) float64 {
	tail, head := &units[t.tail], &units[i]
	if !tail.dangles || head.label != Body {
		t.open, _, _ = head.brackets.Then(phrase.Balance{})
		return 0
	}
	was := t.open
	after, closed, stray := head.brackets.Then(was)
	t.open = after
	switch {
	case stray > 0:
		return -2.5 // it closes what was never opened
	case was.Any() && closed > 0:
		return 2.5 // opened in the tail, closed in the head
	case was.Any():
		return -1 // opened and not closed by its next line: seldom
	}
	return 0
}

// absorb lets the thread go on with all of thread o, and gives the evidence of
// the numbering.
func (t *thread) absorb(o *thread) float64 {
	w := 0.0
	for k, n := range o.first {
		if n > 0 {
			w += t.count(k, int(n))
			t.last[k] = o.last[k]
		}
	}
	t.claimed, t.tail, t.open = o.tail, o.tail, o.open
	return w
}
