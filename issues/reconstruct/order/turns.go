package order

import "strconv"

// open is how many threads are kept; no page has more columns.
const open = 8

// A tail is the last row of a thread that may go on.
type tail struct {
	row     int16
	article int16 // that it belongs to, by its place among those of the page
	thread  int16
	next    int16 // the thread that the row behind this one went to, -1 until it is known
	before  int16 // the thread that went on behind the thread's row before this one, or -1
}

// tails are the open threads, the one that was idle longest first.
type tails struct {
	of      [open]tail
	n       int
	threads int16 // that have begun so far
	stayed  bool  // the last row went on with the row right over it
	lag     int   // over how many rows it went on; 0 where it began a thread
}

// active is over how many rows a thread may be idle and still be a column whose
// turn will come; one that is idle longer has mostly ended.
const active = 10

// A turn is one choice for a row, as far as it is seen without reading the rows:
// columns that stand side by side come in turns.
type turn struct {
	rank   int8 // how many threads were read from since the thread was: 0 goes on with the row right over it; -1 begins a thread
	open   int8 // threads that are active, 5 for more
	again  int8 // 1 where the thread came here in the last round as well, 0 where another did, 2 where nothing is known
	same   bool // it goes on over as many rows as the last row did
	oldest bool // no active thread was idle longer
	blank  bool // a blank line parts the row from the one over it
	stayed bool // the row over it went on with the row right over that
}

// turn gives what is seen of row b going on with the tail at k; k = t.n begins a thread.
func (t *tails) turn(k, b int, blank bool) turn {
	o := turn{rank: -1, again: 2, oldest: true, blank: blank, stayed: t.stayed}
	for i := range t.n {
		if b-int(t.of[i].row) <= active {
			if i < k {
				o.oldest = false
			}
			o.open = min(o.open+1, 5)
		}
	}
	expected := int16(-1)
	if t.n > 0 {
		expected = t.of[t.n-1].before
	}
	if k == t.n {
		o.oldest = false
		if expected >= 0 {
			o.again = 0
		}
		return o
	}
	o.rank = int8(t.n - 1 - k)
	o.same = b-int(t.of[k].row) == t.lag
	if expected >= 0 {
		o.again = 0
		if t.of[k].thread == expected {
			o.again = 1
		}
	}
	return o
}

// find gives the number of the tail that is row a, or t.n.
func (t *tails) find(a int) int {
	k := 0
	for k < t.n && int(t.of[k].row) != a {
		k++
	}
	return k
}

// What the rest of a page depends on, as far as a row: the rows that threads may
// well go on from, their articles, and whether the last row stayed in its column.
type standing struct {
	rows     [open]int16 // from 1; 0 where a thread has ended
	articles [open]int16 // that they belong to
	stayed   bool
}

func (t *tails) standing(b int) standing {
	s := standing{stayed: t.stayed}
	for k := range t.n {
		if b-int(t.of[k].row) < active {
			s.rows[k], s.articles[k] = t.of[k].row+1, t.of[k].article
		}
	}
	return s
}

// then gives the tails after row b, which belongs to the article, went on with the
// tail at k, or began a thread.
func (t tails) then(k, b, article int) tails {
	next := tail{row: int16(b), article: int16(article), thread: t.threads, next: -1, before: -1}
	lag := 0
	if k < t.n {
		next.thread, next.before = t.of[k].thread, t.of[k].next
		lag = b - int(t.of[k].row)
		if lag == 1 {
			next.before = next.thread // its row before was followed by this one
		}
		copy(t.of[k:], t.of[k+1:t.n])
		t.n--
	} else {
		t.threads++
	}
	if t.n == open {
		copy(t.of[:], t.of[1:])
		t.n--
	}
	if t.n > 0 && lag != 1 {
		t.of[t.n-1].next = next.thread
	}
	t.of[t.n] = next
	t.n++
	t.stayed, t.lag = lag == 1, lag
	return t
}

// words gives the words about a turn.
func (o turn) words() []string {
	b := strconv.Itoa(bit(o.blank)) + strconv.Itoa(bit(o.stayed))
	r, n, a := strconv.Itoa(int(o.rank)), strconv.Itoa(int(o.open)), strconv.Itoa(int(o.again))
	if o.rank < 0 {
		return []string{"begin", "begin" + b, "begin" + b + " of " + n, "begin again" + a + b}
	}
	return []string{
		"turn" + r, "turn" + r + " of " + n, "turn" + r + " of " + n + b, "again" + a + b, "again" + a + " turn" + r,
		"same" + strconv.Itoa(bit(o.same)) + b, "same" + strconv.Itoa(bit(o.same)) + " of " + n, "oldest" + strconv.Itoa(bit(o.oldest)) + b, "oldest" + strconv.Itoa(bit(o.oldest)) + " of " + n,
	}
}

// number gives each turn a number of its own under turns.
func (o turn) number() int {
	n := int(o.rank+1)*6 + int(o.open)
	n = n*3 + int(o.again)
	return n<<4 | bit(o.same)<<3 | bit(o.oldest)<<2 | bit(o.blank)<<1 | bit(o.stayed)
}

const turns = (open + 1) * 6 * 3 << 4

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}
