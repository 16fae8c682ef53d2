package order

import (
	"math"
	"slices"
)

// Articles tell what the rows of an issue speak of, as far as that is known before
// their order is. Articles have numbers from 1; 0 is none.
type Articles interface {
	// Head gives the article that a row shows by itself: its title, or what stands
	// over its title; 0 for any other row.
	Head(row int) int
	// Over gives the article that goes over to the next page where this one is the
	// last of its page.
	Over(article int) int
	// On gives the articles that may stand on a page with those rows, of which one
	// comes over from the page before, and for every row how much likelier its words
	// are in each of them than in the issue, as a natural logarithm.
	On(rows []int, over int) (among []int, worth [][]float64)
}

const (
	// trust is for how much of what they say words count: the words of neighbouring rows
	// are not by chance the same. Counted whole own text is less by half a hundredth, for
	// less than half by a third of one.
	trust = .7
	// change is what it costs, as a natural logarithm, that a thread goes on with another
	// article without its title: a title may have been missed, or stand elsewhere. Between
	// six and fifteen it makes hardly a difference.
	change = 10.
	// apart is what it costs that one thread is read after another although they
	// belong to different articles there. With half or twice as much own text is less by
	// half a hundredth.
	apart = 6.
	// crowd is how many articles a page has at most for their words to be asked: the search
	// has as many more ways for every row. More is a dump without pages.
	crowd = 24
)

// subjects are the articles that the rows of a page may belong to.
type subjects struct {
	among []int       // their numbers
	heads []int       // of every row the article that it shows by itself, by its place in among, or -1
	worth [][]float64 // of every row in each of them
	first int         // the one that comes over from the page before

	likeliest []int // of every row by its words, or that it shows by itself
	told      []int // the one that every row was found to belong to
}

// subjects asks for the articles of rows of a page. Where nobody knows, all are one.
func (r *reader) subjects(in []int) subjects {
	s := subjects{among: []int{0}, heads: make([]int, len(in)), worth: make([][]float64, len(in)), likeliest: make([]int, len(in))}
	for n := range in {
		s.heads[n], s.worth[n] = -1, []float64{0}
	}
	if r.articles == nil {
		return s
	}
	among, worth := r.articles.On(in, r.over)
	if len(among) > crowd {
		return s
	}
	s.among, s.worth = among, worth
	s.first = slices.Index(s.among, r.over)
	for n, i := range in {
		for a := range s.worth[n] {
			s.worth[n][a] *= trust
		}
		s.likeliest[n] = slices.Index(worth[n], slices.Max(worth[n]))
		if a := slices.Index(among, r.articles.Head(i)); a >= 0 && among[a] > 0 {
			s.heads[n], s.likeliest[n] = a, a
		}
	}
	return s
}

// taken gives, as a natural logarithm, how likely it is that row b belongs to an article,
// where the thread that it goes on with was in article from at row a; both are -1 where b
// begins a thread.
func (s *subjects) taken(a, from, b, article int) float64 {
	head := s.heads[b]
	switch {
	case head >= 0 && head != article:
		return math.Inf(-1)
	case head >= 0 && a >= 0 && s.heads[a] >= 0 && from != head: // a title under another's
		return -change
	case head >= 0 || a >= 0 && from == article:
		return s.worth[b][article]
	case a >= 0 || b == 0 && article != s.first:
		return s.worth[b][article] - change
	}
	return s.worth[b][article] - math.Log(float64(len(s.among)))
}

// parted is what it costs that row b is read after row a, where each ends or begins a
// thread; a is -1 for the page before.
func (s *subjects) parted(a, b int) float64 {
	from := s.first
	if a >= 0 {
		from = s.told[a]
	}
	if from == s.told[b] || s.heads[b] >= 0 && (a < 0 || s.heads[a] < 0) {
		return 0
	}
	return apart
}

// asRead is how likely it is, as a natural logarithm, that every row belongs to the
// article that the order of the source gives it.
func (s *subjects) asRead() float64 {
	best := make([]float64, len(s.among))
	for to := range best {
		best[to] = s.taken(-1, -1, 0, to)
	}
	for b := 1; b < len(s.worth); b++ {
		next := make([]float64, len(s.among))
		for to := range next {
			next[to] = math.Inf(-1)
			for from := range best {
				next[to] = max(next[to], best[from]+s.taken(b-1, from, b, to))
			}
		}
		best = next
	}
	return slices.Max(best)
}
