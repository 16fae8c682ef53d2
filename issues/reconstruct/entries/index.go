package entries

import (
	"slices"
	"strings"

	"kanyin/issues/normal"
)

// An Index finds the entries that hold pairs of letters.
type Index struct {
	entries []*Entry
	pairs   map[[2]rune][]int
}

// IndexOf gives the index of the entries, by their places among them.
func IndexOf(entries []*Entry) Index {
	x := Index{entries, map[[2]rune][]int{}}
	for n, e := range entries {
		for i := 0; i+1 < len(e.letters.key); i++ {
			k := [2]rune{e.letters.key[i], e.letters.key[i+1]}
			if l := x.pairs[k]; len(l) == 0 || l[len(l)-1] != n {
				x.pairs[k] = append(l, n)
			}
		}
	}
	return x
}

// Alike gives the entries that share at least three in five of the title's
// pairs of letters, and which share: 1 and more where the whole title stands
// there. Pairs that many entries have are not looked up.
func (x Index) Alike(title string) map[int]float64 {
	const least = .6 // fewer are another title: 河口的灯, 河口的船 share half
	key := []rune(normal.Key(title))
	if len(key) < 2 {
		return nil
	}
	var lists [][]int // of entries, one for each pair, the rarest pair first
	for i := 0; i+1 < len(key); i++ {
		lists = append(lists, x.pairs[[2]rune{key[i], key[i+1]}])
	}
	slices.SortStableFunc(lists, func(a, b []int) int { return len(a) - len(b) })
	count := map[int]int{}
	const common = 64 // entries with the same pair: a word of the issue, which tells little
	for n, l := range lists {
		if n > 0 && len(l) > common && len(count) > 0 {
			for e := range count {
				if _, ok := slices.BinarySearch(l, e); ok {
					count[e]++
				}
			}
			continue
		}
		for _, e := range l {
			count[e]++
		}
	}
	out := map[int]float64{}
	for e, n := range count {
		score := float64(n) / float64(len(key)-1)
		if score < least {
			continue
		}
		if score == 1 {
			if strings.Contains(string(x.entries[e].letters.key), string(key)) {
				// The less the entry says beside the title, the surer it is.
				score += float64(len(key)) / float64(len(key)+len(x.entries[e].letters.key))
			} else {
				score = .95
			}
		}
		out[e] = score
	}
	return out
}

// Spelt gives the title as the contents have it, with the blanks between its words.
func (x Index) Spelt(title string) string {
	key := normal.Key(title)
	alike := x.Alike(title)
	for e := range x.entries {
		if alike[e] > 1 {
			if first, end, ok := x.entries[e].letters.find(key); ok {
				return normal.Text(strings.ReplaceAll(string(x.entries[e].text[first:end]), "\n", ""))
			}
		}
	}
	return title
}

// Holds reports whether an entry has the title and the names.
func (x Index) Holds(title string, authors []string) bool {
	for e, score := range x.Alike(title) {
		if score > 1 && strings.Contains(string(x.entries[e].letters.key), normal.Key(strings.Join(authors, ""))) {
			return true
		}
	}
	return false
}

// Whole reports whether an entry has the title from its first letter on and
// ends it there, or goes on with names.
func (x Index) Whole(title string) bool {
	key := normal.Key(title)
	for e, score := range x.Alike(title) {
		if score < 1 {
			continue
		}
		k := x.entries[e].letters
		_, end, ok := k.find(key)
		if !ok {
			continue
		}
		rest := strings.TrimSpace(string(x.entries[e].text[end:]))
		if normal.Key(rest) == "" || rest != string(x.entries[e].text[end:]) || len(leadingNames(rest)) > 0 {
			return true
		}
	}
	return false
}
