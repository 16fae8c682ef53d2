package contents

import (
	"strings"
	"unicode"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/furniture"
	"kanyin/issues/reconstruct/torn/wording"
)

// A witness says what the body knows of words in the contents, and what the
// contents show at first sight.
type witness struct {
	d        *draft.Draft
	found    map[string][]draft.Match // of texts that were asked for
	alone    map[string]bool          // whether texts that were asked for are nothing but names
	signed   map[string]bool          // keys of what signs in the body, and of each name there
	rising   map[int]bool             // fields whose pages rise with the others'
	paged    bool                     // an entry of three rows has a page
	pages    edge                     // of the rows at which pages stand
	openers  map[string]int           // how often rows of several fields open with that
	foliated map[string]int           // how often short rows of the body say that, whatever page stands beside it
	dressed  map[string]bool          // keys of short rows of the body in a column's dress
	namelike map[string]bool          // keys of titles that read as names
	vouched  bool                     // most names of the contents sign in the body
}

// newWitness asks the body.
func newWitness(d *draft.Draft, fields []field) *witness {
	w := &witness{
		d: d, found: map[string][]draft.Match{}, alone: map[string]bool{}, signed: map[string]bool{}, foliated: map[string]int{}, dressed: map[string]bool{}, namelike: map[string]bool{},
		rising: risingPages(fields), openers: openersOf(fields),
	}
	w.paged, w.pages = pageEdge(fields, w.rising)
	for i := range d.Rows {
		if i < d.Toc.From || i >= d.Toc.To {
			w.seeHead(&d.Rows[i])
		}
	}
	titled := w.titled(fields)
	w.seeNamelike(fields, titled)
	w.seeNames(titled)
	w.vouched = w.mostSigned(fields)
	return w
}

// seeNames remembers what signs in the body: what stands under a line that bears
// a title of the contents, what says that it is a byline, and names alone in
// brackets.
func (w *witness) seeNames(titled map[int]part) {
	const under = 4 // rows: a subtitle, an office and a running head may stand between
	d := w.d
	listed := map[string]bool{} // keys of the rows of the contents
	for i := d.Toc.From; i < d.Toc.To; i++ {
		listed[normal.Key(d.Rows[i].Fold)] = true
	}
	reach, above := 0, 0
	for i := range d.Rows {
		if i >= d.Toc.From && i < d.Toc.To {
			continue
		}
		r := &d.Rows[i]
		if r.Runes > wording.LongestSign || wording.Ended(r.Fold) {
			reach = 0
			continue
		}
		_, boxed := wording.Bracketed(r.Fold)
		signs := reach > 0 && signsUnder(d, above, i, listed)
		doubtful := wording.IsOrg(r.Fold) && (titled[i] == half || reach < under) // half a title may end as a body's name does
		switch {
		case titled[i] != "" && (!signs || doubtful):
			reach, above = under, i
		case listed[normal.Key(r.Fold)] && furniture.Heads(d)[normal.Key(r.Fold)] > 1:
			// a running head signs nothing
		case boxed || signs || wording.HasBylineHead(r.Fold):
			w.sign(r.Fold)
			reach--
		case r.Runes > wording.LeastText:
			reach = 0 // neither a subtitle nor an office
		default:
			reach--
		}
	}
}

// mostSigned reports whether the body has most of what looks like names here.
func (w *witness) mostSigned(fields []field) bool {
	const least = 3 // names: fewer vouch for nothing
	signed, named := 0, 0
	for i := range fields {
		text := wordsBetween(fields, i, i+1)
		switch {
		case !w.onlyNames(text):
		case w.allSigned(wording.AuthorsOf(text)):
			signed++
			named++
		case w.sim(text) < 0.95: // else it may be a title
			named++
		}
	}
	return signed >= least && 3*signed > 2*named
}

// signsUnder reports whether row i signs the title in the row above. Under a
// column's name stands a title, and only under that one its byline; under a
// title a poem of the same name may begin.
func signsUnder(d *draft.Draft, above, i int, listed map[string]bool) bool {
	fold, head := d.Rows[i].Fold, &d.Rows[above]
	if strings.HasPrefix(normal.Key(head.Fold), normal.Key(fold)) {
		return false
	}
	if head.Runes <= d.Wide(wording.ShortColumn) && listed[normal.Key(head.Fold)] {
		return namesAlone(fold) && !(i+1 < len(d.Rows) && nameShaped(d.Rows[i+1].Fold))
	}
	return nameShaped(fold)
}

// nameShaped reports whether the line has no word that could not be a name.
func nameShaped(fold string) bool {
	if wording.HasBylineHead(fold) {
		return true
	}
	list := wording.AuthorsOf(fold)
	named := func(n string) bool { return wording.NameLike(n) || wording.TitleCase(n) || wording.IsOrg(n) }
	return len(list) > 0 && len(list) <= wording.MostNames && wording.All(list, named)
}

// A part is how much of a title a row bears.
type part string

const (
	half part = "half"
	all  part = "all"
)

// titled gives the rows of the body that bear titles of the contents.
func (w *witness) titled(fields []field) map[int]part {
	const most = 6 // fields of a title
	rows := map[int]part{}
	for a := range fields {
		for b := a + 1; b <= len(fields) && b <= a+most; b++ {
			if fields[b-1].page > 0 || b > a+1 && fields[b-1].gap == nextRow {
				break
			}
			text := wordsBetween(fields, a, b)
			if w.onlyNames(text) {
				continue
			}
			found := w.look(text)
			for _, m := range found {
				if m.Sim < surelyAlike || m.Sim < found[0].Sim {
					break // a title with the row above it is less like the title than it alone
				}
				bearing := w.d.Titles.Cands[m.Cand].Rows
				for _, i := range bearing {
					if len(bearing) > 1 {
						rows[i] = half
					} else if rows[i] == "" {
						rows[i] = all
					}
				}
			}
		}
	}
	return rows
}

func (w *witness) sign(fold string) {
	if !nameShaped(fold) {
		return
	}
	names := wording.AuthorsOf(fold)
	for _, n := range names {
		w.signed[normal.Key(n)] = true
	}
	w.signed[normal.Key(strings.Join(names, ""))] = true
}

// look gives what is like the text in the body.
func (w *witness) look(text string) []draft.Match {
	m, ok := w.found[text]
	if !ok {
		m = w.d.Titles.Find(text)
		w.found[text] = m
	}
	return m
}

// sim gives how like the body's likest title is, as titleIndex.best counts it.
func (w *witness) sim(text string) float64 { return w.d.Titles.BestOf(w.look(text)) }

// seeHead remembers a short row that has a column's dress: ornaments on both
// sides, or a page beside it, again and again.
func (w *witness) seeHead(r *draft.Row) {
	if r.Runes > wording.LongestHead {
		return
	}
	k := normal.Key(r.Fold)
	bare := strings.Trim(k, "0123456789")
	w.foliated[bare]++
	if ornamented(r.Fold) || bare != k && w.foliated[bare] > 1 {
		w.dressed[bare] = true
	}
}

// ornamented reports whether a line stands between ornaments.
func ornamented(fold string) bool {
	first, last := wording.FirstRune(fold), wording.LastRune(fold)
	return !wordy(first) && !wordy(last) && !strings.ContainsRune(wording.Openers, first)
}

func wordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// repeated reports whether the body has the text again and again, or in a frame,
// as it has the names of columns.
func (w *witness) repeated(k string) bool {
	return furniture.Heads(w.d)[k] > 1 || furniture.Heads(w.d)["["+k] > 0 || w.dressed[k]
}

// signs reports whether the text is names, by the body or by its shape.
func (w *witness) signs(text string) bool {
	return w.signed[normal.Key(text)] || wording.HasBylineHead(text) || w.onlyNames(text)
}

// onlyNames is namesAlone, asked once of every text: all that weigh the contents ask it
// of the same few words.
func (w *witness) onlyNames(text string) bool {
	alone, ok := w.alone[text]
	if !ok {
		alone = namesAlone(text)
		w.alone[text] = alone
	}
	return alone
}

// namesAlone reports whether the text is nothing but names that their surnames,
// their dots or their capitals show to be such.
func namesAlone(text string) bool {
	list := wording.AuthorsOf(text)
	sure := func(n string) bool {
		return wording.Known(n) || wording.TitleCase(n) || strings.Contains(n, wording.MiddleDot) && wording.NameLike(n)
	}
	return len(list) > 0 && wording.All(list, sure)
}

func (w *witness) allSigned(list []string) bool {
	return wording.All(list, func(n string) bool { return w.signed[normal.Key(n)] })
}
