package matter

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"kanyin/issues/reconstruct/fold"
)

// A word is two ideographs that follow each other, or a word in letters.
type word string

// wordsOf gives the words of a text. Two ideographs are no word of Chinese, but texts
// on one matter have most of them in common, and no list of words is asked.
func wordsOf(s string) []word {
	var out []word
	var before rune
	letters := strings.Builder{}
	flush := func() {
		if letters.Len() > 1 {
			out = append(out, word(letters.String()))
		}
		letters.Reset()
	}
	for _, c := range s {
		switch {
		case fold.Han(c):
			flush()
			if before != 0 {
				out = append(out, word([]rune{before, c}))
			}
			before = c
			continue
		case unicode.IsLetter(c):
			letters.WriteRune(unicode.ToLower(c))
		default:
			flush()
		}
		before = 0
	}
	flush()
	return out
}

func unique(ws []word) []word {
	slices.Sort(ws)
	return slices.Compact(ws)
}

// comesFrom tells whether a row bears the mark of a text that comes from another page.
func comesFrom(s string) bool {
	return slices.ContainsFunc(fold.ComesFrom, func(w string) bool { return strings.Contains(s, w) })
}

// A bag is how often words stand in a text; each unit counts once for a word.
type bag struct {
	of  map[word]float64
	sum float64 // of all its words
}

func (b *bag) add(ws []word, n float64) {
	if b.of == nil {
		b.of = map[word]float64{}
	}
	for _, w := range ws {
		b.of[w] += n
		b.sum += n
	}
}

const (
	// title is how many texts a title is worth: it says what its article is about. From
	// one to six it makes hardly a difference.
	title = 3
	// own is the share of an article's words that are its own and not the issue's: with
	// half of that less text comes home, with more texts are told by a few rare words.
	own = .3
)

const (
	// slight is what a text counts at first that has no word of its article's title. With a
	// hundredth as much comes home, with a fifth less; if it counts like the others, the
	// rest of an article behind another's title has the other's words for its own.
	slight = .05
	// titled is how much likelier, as a natural logarithm, a text's words are to be those of
	// the title for it to count whole: some two rare pairs.
	titled = 5.
)

// count counts the words of all articles.
func (t *telling) count() {
	t.bags = make([]bag, len(t.titles)+1)
	for n, i := range t.titles {
		for ; i < t.begins[n]; i++ {
			ws := unique(wordsOf(t.rows[i].Text))
			t.bags[n+1].add(ws, 1)
			t.all.add(ws, 1)
		}
	}
	for _, u := range t.units {
		t.all.add(u.words, 1)
	}
	for n := range t.units {
		u := &t.units[n]
		u.first = slight + (1-slight)*min(1, t.in(u, &t.bags[u.article], 0)/titled)
		u.weight = u.first
	}
	for n, i := range t.titles {
		for ; i < t.begins[n]; i++ {
			t.bags[n+1].add(unique(wordsOf(t.rows[i].Text)), title-1)
		}
	}
	for _, u := range t.units {
		t.bags[u.article].add(u.words, u.weight)
	}
}

// countWhole counts every unit whole.
func (t *telling) countWhole() {
	t.whole = true
	for n := range t.units {
		t.weigh(n, 1)
	}
}

// aside lets the units of a page count no more than at first, while the page is told.
func (t *telling) aside(from, to int) {
	for n := from; n < to; n++ {
		t.weigh(n, t.units[n].first)
	}
}

// back lets them count like the others again.
func (t *telling) back(from, to int) {
	for n := from; n < to && t.whole; n++ {
		t.weigh(n, 1)
	}
}

// weigh lets a unit count for so much of a text in the bag of its article.
func (t *telling) weigh(n int, weight float64) {
	u := &t.units[n]
	if u.weight != weight {
		t.bags[u.article].add(u.words, weight-u.weight)
		u.weight = weight
	}
}

// give gives a unit to an article, and tells whether it had another.
func (t *telling) give(u, article int) bool {
	x := &t.units[u]
	if x.article == article {
		return false
	}
	t.bags[x.article].add(x.words, -x.weight)
	t.bags[article].add(x.words, x.weight)
	x.article = article
	return true
}

// worth is how much likelier a unit's words are in an article than in the issue, as
// a natural logarithm. What the unit itself brought to the article does not count.
func (t *telling) worth(u *unit, article int) float64 {
	if u.article == article {
		return t.in(u, &t.bags[article], u.weight)
	}
	return t.in(u, &t.bags[article], 0)
}

// in is the same for a bag, to which the unit has brought its words that many times.
func (t *telling) in(u *unit, b *bag, brought float64) float64 {
	sum := b.sum - brought*float64(len(u.words))
	worth := 0.0
	for _, w := range u.words {
		in := max(0, b.of[w]-brought) / max(1, sum)
		worth += math.Log(1 + own/(1-own)*in*t.all.sum/t.all.of[w])
	}
	return worth
}
