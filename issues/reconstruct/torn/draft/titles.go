package draft

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/torn/wording"
)

// TitleForms gives the title, and its parts where a label or a subtitle is joined to it.
func TitleForms(title string) []string {
	forms := []string{title}
	const least = 4 // runes that tell a title from a word
	fold := wording.FoldOf(title)
	if at := strings.Index(fold, ":"); at > 0 {
		if wording.RuneCount(fold[at+1:]) >= least {
			forms = append(forms, fold[at+1:])
		}
		if wording.RuneCount(fold[:at]) >= least {
			forms = append(forms, fold[:at])
		}
	}
	if at := strings.Index(fold, wording.Dash+wording.Dash); at > 0 && wording.RuneCount(fold[:at]) >= least {
		forms = append(forms, fold[:at])
	}
	return forms
}

// AlikeNames reports whether two lists of names differ in one character at most.
func AlikeNames(a, b string) bool {
	x, y := []rune(a), []rune(b)
	return a == b || len(x) == len(y) && len(x) > 2 && normal.Distance(x, y, 1) <= 1
}

// A TitleIndex finds the rows that a title of the contents could stand in,
// however the two differ. It is a list of rows for each pair of neighbouring
// characters, so that thousands of entries cost no comparison of all with all.
type TitleIndex struct {
	Cands []candidate
	Pairs map[[2]rune][]int32 // a title of one character is a pair with nothing

	// Working storage of Find, kept because it is asked thousands of times: how many
	// pairs each candidate shares with the title in hand, and which share any.
	shared []int32
	some   []int32
}

// A candidate is a row, or two or three in a row, that may be a title.
type candidate struct {
	Rows []int // in the order in which they read
	Key  []rune
}

// LongestTitle is the most runes that a line of a title has; the longest seen
// in print, with its 副题 run on, has fifty.
const LongestTitle = 60

// TellLong finds the rows that are longer than a title and are one all the same:
// another row holds them word for word, as the contents do, or they stand over a
// byline and a text without the comma that half a sentence of their length has.
func TellLong(d *Draft) {
	const most = 2 * LongestTitle // runes: what stands twice and is longer is a text
	var long []int
	for i := range d.Rows {
		if r := &d.Rows[i]; r.Runes > LongestTitle && r.Runes <= most+wording.LongestSign && !wording.Ended(r.Fold) {
			long = append(long, i)
		}
	}
	for _, i := range long {
		r := &d.Rows[i]
		k := normal.Key(r.Fold)
		held := func(j int) bool { return i != j && strings.Contains(normal.Key(d.Rows[j].Fold), k) }
		r.told = !wording.Comma(r.Fold) && d.OverByline(i) || len(long) <= mostLong && r.Runes <= most && slices.ContainsFunc(long, held)
	}
}

// OverByline reports whether row i stands apart, right over names and a text.
func (d *Draft) OverByline(i int) bool {
	if i+2 >= len(d.Rows) || d.Rows[i].Blank == 0 {
		return false
	}
	under, text := &d.Rows[i+1], &d.Rows[i+2]
	return under.Runes <= wording.LongestSign && (wording.HasBylineHead(under.Fold) || wording.AllKnown(under.Fold)) && text.Prose()
}

// mostLong bounds the comparisons: where so many lines break off, they are text.
const mostLong = 300

// crowd is how many candidates one pair may lead to before it tells nothing:
// a pair that common is a word of the magazine, not of a title.
const crowd = 400

// TitleRow reports whether the row could be a line of a title: short, no
// sentence, no mark, and not beginning in the middle of one.
func (d *Draft) TitleRow(i int) bool {
	r := &d.Rows[i]
	return r.Zone == Body && (r.Kind == "" || r.Kind == issue.Note && r.Runes < LongestTitle) && (r.Runes <= LongestTitle || r.told) && r.Runes > 0 &&
		!(wording.Ended(r.Fold) && strings.HasSuffix(r.Text, wording.FullStop)) && !(wording.Clings(r.Fold) && !d.English) && r.From == 0
}

// Add enters the rows as one title, with and without the names that stand behind it.
func (x *TitleIndex) Add(d *Draft, rows ...int) {
	var s strings.Builder
	for _, i := range rows {
		s.WriteString(d.Rows[i].Fold)
	}
	if len(rows) == 1 {
		if title, names, ok := wording.SignedLine(d.Rows[rows[0]].Fold); ok {
			x.put(title, rows) // its authors stand on the title's line
			if wording.AllKnown(names) {
				return
			}
		}
	}
	x.put(s.String(), rows)
}

func (x *TitleIndex) put(title string, rows []int) {
	k := []rune(normal.Key(title))
	if len(k) == 0 || len(k) > 2*LongestTitle {
		return
	}
	n := int32(len(x.Cands))
	x.Cands = append(x.Cands, candidate{Rows: append([]int(nil), rows...), Key: k})
	for p := range pairs(k) {
		if list := x.Pairs[p]; len(list) <= crowd && (len(list) == 0 || list[len(list)-1] != n) {
			x.Pairs[p] = append(list, n)
		}
	}
}

// pairs gives every two neighbouring characters of a key.
func pairs(k []rune) iter.Seq[[2]rune] {
	return func(yield func([2]rune) bool) {
		if len(k) == 1 {
			yield([2]rune{k[0]})
		}
		for i := 1; i < len(k) && yield([2]rune{k[i-1], k[i]}); i++ {
		}
	}
}

// A Match is a candidate and how alike it is, from 0 to 1.
type Match struct {
	Cand int
	Sim  float64
}

// LeastAlike is the likeness under which two titles are not the same: a
// quarter of the characters may differ, as two do in a title of eight.
const LeastAlike = 0.72

// Find gives the candidates that are like the title, the likest first.
func (x *TitleIndex) Find(title string) []Match {
	k := []rune(normal.Key(title))
	x.shared = append(x.shared, make([]int32, len(x.Cands)-len(x.shared))...)
	x.some = x.some[:0]
	for p := range pairs(k) {
		list := x.Pairs[p]
		if len(list) > crowd {
			continue
		}
		for _, c := range list {
			if x.shared[c] == 0 {
				x.some = append(x.some, c)
			}
			x.shared[c]++
		}
	}
	var out []Match
	for _, c := range x.some {
		ck, shared := x.Cands[c].Key, int(x.shared[c])
		x.shared[c] = 0
		// Titles that share less than a third of their pairs differ too much to compare.
		if longer := max(len(k), len(ck)); 3*shared < longer-1 && longer > 4 {
			continue
		}
		if s := Likeness(k, ck); s >= LeastAlike {
			out = append(out, Match{int(c), s})
		}
	}
	slices.SortFunc(out, func(a, b Match) int { return cmp.Or(cmp.Compare(b.Sim, a.Sim), a.Cand-b.Cand) })
	const enough = 12
	return out[:min(len(out), enough)]
}

// BestOf gives the greatest likeness of what was found. A title on several
// rows counts a little less, so that a title with its byline on the row below
// is not taken for a title of two lines.
func (x *TitleIndex) BestOf(found []Match) float64 {
	best := 0.0
	for _, m := range found {
		best = max(best, m.Sim-0.05*float64(len(x.Cands[m.Cand].Rows)-1))
	}
	return best
}

// Likeness is one minus the share of characters that must change; what shares
// less than half is not told apart.
func Likeness(a, b []rune) float64 {
	longer := max(len(a), len(b), 1)
	return 1 - float64(normal.Distance(a, b, longer/2))/float64(longer)
}
