// Package house holds an issue against itself: what a house sets in one type is
// one kind. The chain reads row by row and knows a few neighbours; the types of
// all rows show where it slipped, such as a heading in the type of all titles.
// Nothing is decided here: a row is told which kinds it can be, and the chain
// reads again.
package house

import (
	"math"
	"slices"
	"unicode"

	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/rows"
)

// A hand is a type that rows are set in.
type hand struct {
	size float64 // points, to the half
	face string
	bold bool
}

// A use is what rows in one hand were found to be.
type use struct {
	kinds [label.Kinds]int
	all   int
	rows  []int
}

func (u *use) share(k label.Kind) float64 { return float64(u.kinds[k]) / float64(max(1, u.all)) }

const (
	// Fewer rows in one type are no habit.
	few = 4
	// So large a share of a type's rows shows what it is for: of four titles three.
	habit = .75
)

// An issue's rows with their hands.
type issue struct {
	rows   []rows.Row
	labels []label.Label // as the types have put them right so far
	hands  []hand
	wide   []bool        // rows with ideographs: Latin has faces of its own
	uses   map[hand]*use // of rows with ideographs
	latin  map[hand]*use // of the others
	order  []hand        // those of uses, by the first row
	body   hand
	kinds  map[int]label.Set
}

// Kinds gives the rows whose type says that they can only be certain kinds, by
// their place among the rows. It is empty where rows have no type, as in texts
// and scans.
func Kinds(rs []rows.Row, ls []label.Label) map[int]label.Set {
	h := issueOf(rs, ls)
	if h == nil {
		return nil
	}
	h.tree()
	h.sections()
	h.titles()
	h.headings()
	h.quotes()
	h.heaps()
	h.code()
	h.contents()
	return h.kinds
}

func issueOf(rs []rows.Row, ls []label.Label) *issue {
	h := &issue{rows: rs, labels: slices.Clone(ls), hands: make([]hand, len(rs)), wide: make([]bool, len(rs)), uses: map[hand]*use{}, latin: map[hand]*use{}, kinds: map[int]label.Set{}}
	letters := map[hand]int{}
	for i, r := range rs {
		f := r.Fact
		if f == nil || f.Size <= 0 || f.Confidence > 0 {
			return nil
		}
		h.hands[i] = hand{math.Round(2*float64(f.Size)) / 2, f.Face, f.Bold}
		n := ideographs(r.Text)
		h.wide[i] = n > 0
		letters[h.hands[i]] += n
		if aside(ls[i].Kind) {
			continue
		}
		uses := h.uses
		if n == 0 {
			uses = h.latin
		}
		u := uses[h.hands[i]]
		if u == nil {
			u = &use{}
			uses[h.hands[i]] = u
			if n > 0 {
				h.order = append(h.order, h.hands[i])
			}
		}
		u.kinds[ls[i].Kind]++
		u.all++
		u.rows = append(u.rows, i)
	}
	for _, at := range h.order {
		if letters[at] > letters[h.body] {
			h.body = at
		}
	}
	if letters[h.body] == 0 {
		return nil
	}
	return h
}

func ideographs(s string) int {
	n := 0
	for _, c := range s {
		if unicode.Is(unicode.Han, c) {
			n++
		}
	}
	return n
}

// aside tells kinds that stand outside of the articles, in types of their own.
func aside(k label.Kind) bool {
	switch k {
	case label.Cover, label.Colophon, label.ContentsHead, label.ContentsSection, label.Contents, label.Running, label.Notice, label.Jump:
		return true
	}
	return false
}

// next gives the row of an article that follows row i, -1 where none does.
func (h *issue) next(i int) int {
	for i++; i < len(h.rows); i++ {
		if !aside(h.labels[i].Kind) {
			return i
		}
	}
	return -1
}
