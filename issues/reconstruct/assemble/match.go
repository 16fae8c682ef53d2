package assemble

import (
	"regexp"
	"slices"
	"sort"
	"strings"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/byline"
	"kanyin/issues/reconstruct/label"
)

// matchContents says which entry announces which article, and tells the
// entries' titles, names and subtitles apart by the articles' titles.
//
// How: an article's title stands in its entry. Where a title is printed
// otherwise, or a character was misread, the entry is the one that shares most
// of its pairs of letters, at least three in five. Titles that stand twice are
// matched in their order.
func matchContents(t *text, articles []*article, entries []*entry) {
	x := indexOf(entries)
	type pair struct {
		a, e  int
		score float64
		off   int // how far apart they stand in their orders
	}
	var pairs []pair
	for n, a := range articles {
		for e, score := range x.alike(a.name + a.subtitle) {
			pairs = append(pairs, pair{n, e, score, 0})
		}
		for e, score := range x.alike(a.name) {
			pairs = append(pairs, pair{n, e, score, 0})
		}
	}
	for k := range pairs {
		p := &pairs[k]
		p.off = p.a*len(entries) - p.e*len(articles)
		if p.off < 0 {
			p.off = -p.off
		}
	}
	sort.SliceStable(pairs, func(i, j int) bool {
		p, q := pairs[i], pairs[j]
		if p.score != q.score {
			return p.score > q.score
		}
		if p.off != q.off {
			return p.off < q.off
		}
		return p.a*len(entries)+p.e < q.a*len(entries)+q.e
	})
	for _, p := range pairs {
		if a, e := articles[p.a], entries[p.e]; a.entry == nil && len(e.articles) == 0 {
			a.entry = e
			e.articles = append(e.articles, a)
		}
	}
	for _, p := range pairs { // an entry may announce several
		if a, e := articles[p.a], entries[p.e]; a.entry == nil && p.score >= 1 && runeCount(normal.Key(a.name)) > 3 && !e.is(e.articles[0]) {
			a.entry = e
			e.articles = append(e.articles, a)
		}
	}
	for _, e := range entries {
		if len(e.articles) > 0 {
			e.tell(e.articles[0])
		}
		if e.title == "" {
			e.fields()
		}
	}
}

// is reports whether the entry's letters are the article's title alone.
func (e *entry) is(a *article) bool { return string(e.key.key) == normal.Key(a.name) }

// tell parts the entry by the title of its article: what stands before it and
// behind it are names, a subtitle, or more of the title.
func (e *entry) tell(a *article) {
	first, end, ok := e.key.find(normal.Key(a.name))
	if !ok {
		return
	}
	before, after := string(e.text[:first]), string(e.text[end:])
	e.title = a.name
	if key := normal.Key(a.subtitle); key != "" {
		if _, n, ok := keyOf([]rune(after)).find(key); ok {
			e.subtitle = a.subtitle
			after = string([]rune(after)[n:])
		}
	}
	after = strings.TrimLeft(after, ")）]】」』》”!！?？ 　\n")
	if sub, rest, ok := cutDashed(after); ok && e.subtitle == "" {
		e.subtitle, after = normal.Text(strings.ReplaceAll(sub, "\n", "")), rest
	}
	e.authors = leadingNames(after)
	if len(e.authors) == 0 {
		e.authors = leadingNames(before)
	}
}

// cutDashed parts what stands behind a dash: a subtitle up to a blank, and the rest.
func cutDashed(s string) (sub, rest string, ok bool) {
	s = strings.TrimSpace(s)
	if !strings.HasPrefix(s, "—") {
		return "", "", false
	}
	s = strings.TrimLeft(s, "—")
	if at := strings.LastIndexAny(s, " \u3000\n"); at > 0 {
		return s[:at], s[at:], true
	}
	return s, "", true
}

// leadingNames reads the names that a part of an entry consists of, or that
// stand on a line of their own in it. A name may be cut by a line's end.
func leadingNames(s string) []string {
	var lines []string
	for _, l := range strings.Split(s, "\n") {
		lines = append(lines, pageTail.ReplaceAllString(strings.Trim(l, bareMarks), ""))
	}
	for _, try := range []struct {
		text string
		sure bool
	}{{strings.Join(lines, ""), true}, {strings.Join(lines, "\n"), false}} {
		if got := byline.AuthorsOf(try.text); byline.AreNames(got, try.sure) && enough(try.text, got) {
			return got
		}
	}
	for _, l := range lines {
		if got := byline.AuthorsOf(l); (byline.AreNames(got, false) || penName(got)) && enough(l, got) {
			return got
		}
	}
	return nil
}

const bareMarks = " \u3000.．…·⋯_(（)）|/"

// pageTail is the page at the end of an entry's line.
var pageTail = regexp.MustCompile(`(?:[\s.．…·⋯_—/|(（-]+[Pp]?\d{1,4}\s*[页頁版]?[)）]?|[\s.．…·⋯_]+)\s*$`)

// penName reports whether the names are one Latin word, which is no name elsewhere.
func penName(ns []string) bool {
	const least = 3 // letters
	return len(ns) == 1 && byline.IsLatin(ns[0]) && runeCount(ns[0]) >= least && !strings.Contains(ns[0], " ")
}

// enough reports whether the names are most of what the text says.
func enough(s string, found []string) bool {
	return 5*runeCount(normal.Key(strings.Join(found, ""))) >= 3*runeCount(normal.Key(s))
}

// An index finds the entries that hold pairs of letters.
type index struct {
	entries []*entry
	pairs   map[[2]rune][]int
}

func indexOf(entries []*entry) index {
	x := index{entries, map[[2]rune][]int{}}
	for n, e := range entries {
		for i := 0; i+1 < len(e.key.key); i++ {
			k := [2]rune{e.key.key[i], e.key.key[i+1]}
			if l := x.pairs[k]; len(l) == 0 || l[len(l)-1] != n {
				x.pairs[k] = append(l, n)
			}
		}
	}
	return x
}

// alike gives the entries that share at least three in five of the title's
// pairs of letters, and which share: 1 and more where the whole title stands
// there. Pairs that many entries have are not looked up.
func (x index) alike(title string) map[int]float64 {
	const least = .6 // fewer are another title: 河口的灯, 河口的船 share half
	key := []rune(normal.Key(title))
	if len(key) < 2 {
		return nil
	}
	type posting struct{ entries []int }
	var lists []posting
	for i := 0; i+1 < len(key); i++ {
		lists = append(lists, posting{x.pairs[[2]rune{key[i], key[i+1]}]})
	}
	sort.SliceStable(lists, func(i, j int) bool { return len(lists[i].entries) < len(lists[j].entries) })
	count := map[int]int{}
	const common = 64 // entries with the same pair: a word of the issue, which tells little
	for n, l := range lists {
		if n > 0 && len(l.entries) > common && len(count) > 0 {
			for e := range count {
				if _, ok := slices.BinarySearch(l.entries, e); ok {
					count[e]++
				}
			}
			continue
		}
		for _, e := range l.entries {
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
			if strings.Contains(string(x.entries[e].key.key), string(key)) {
				// The less the entry says beside the title, the surer it is.
				score += float64(len(key)) / float64(len(key)+len(x.entries[e].key.key))
			} else {
				score = .95
			}
		}
		out[e] = score
	}
	return out
}

// titleRows gives the rows of the article's title.
func (a *article) titleRows() []int {
	var out []int
	for _, p := range a.of(label.Title) {
		out = append(out, p.rows...)
	}
	return out
}
