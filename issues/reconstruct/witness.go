package reconstruct

import (
	"strings"
	"unicode"
)

// A witness says what the body knows of words in the contents, and what the
// contents show at first sight.
type witness struct {
	d        *draft
	found    map[string][]match // of texts that were asked for
	signed   map[string]bool    // keys of what signs in the body, and of each name there
	rising   map[int]bool       // fields whose pages rise with the others'
	paged    bool               // an entry of three rows has a page
	pages    edge               // of the rows at which pages stand
	openers  map[string]int     // how often rows of several fields open with that
	foliated map[string]int     // how often short rows of the body say that, whatever page stands beside it
	dressed  map[string]bool    // keys of short rows of the body in a column's dress
	vouched  bool               // most names of the contents sign in the body
}

// newWitness asks the body.
func (d *draft) newWitness(fields []field) *witness {
	w := &witness{
		d: d, found: map[string][]match{}, signed: map[string]bool{}, foliated: map[string]int{}, dressed: map[string]bool{},
		rising: risingPages(fields), openers: openersOf(fields),
	}
	w.paged, w.pages = pageEdge(fields, w.rising)
	for i := range d.rows {
		if i < d.toc.from || i >= d.toc.to {
			w.seeHead(&d.rows[i])
		}
	}
	w.seeNames(w.titled(fields))
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
	for i := d.toc.from; i < d.toc.to; i++ {
		listed[key(d.rows[i].fold)] = true
	}
	reach, above := 0, 0
	for i := range d.rows {
		if i >= d.toc.from && i < d.toc.to {
			continue
		}
		r := &d.rows[i]
		if r.runes > longestSign || ended(r.fold) {
			reach = 0
			continue
		}
		_, boxed := bracketed(r.fold)
		signs := reach > 0 && d.signsUnder(above, i, listed)
		doubtful := isOrg(r.fold) && (titled[i] == half || reach < under) // half a title may end as a body's name does
		switch {
		case titled[i] != "" && (!signs || doubtful):
			reach, above = under, i
		case listed[key(r.fold)] && d.heads()[key(r.fold)] > 1:
			// a running head signs nothing
		case boxed || signs || hasBylineHead(r.fold):
			w.sign(r.fold)
			reach--
		case r.runes > leastText:
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
		case !namesAlone(text):
		case w.allSigned(authorsOf(text)):
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
func (d *draft) signsUnder(above, i int, listed map[string]bool) bool {
	fold, head := d.rows[i].fold, &d.rows[above]
	if strings.HasPrefix(key(head.fold), key(fold)) {
		return false
	}
	if head.runes <= d.wide(shortColumn) && listed[key(head.fold)] {
		return namesAlone(fold) && !(i+1 < len(d.rows) && nameShaped(d.rows[i+1].fold))
	}
	return nameShaped(fold)
}

// nameShaped reports whether the line has no word that could not be a name.
func nameShaped(fold string) bool {
	if hasBylineHead(fold) {
		return true
	}
	list := authorsOf(fold)
	for _, n := range list {
		if !nameLike(n) && !titleCase(n) && !isOrg(n) {
			return false
		}
	}
	return len(list) > 0 && len(list) <= mostNames
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
			if namesAlone(text) {
				continue
			}
			found := w.look(text)
			for _, m := range found {
				if m.sim < surelyAlike || m.sim < found[0].sim {
					break // a title with the row above it is less like the title than it alone
				}
				bearing := w.d.titles.cands[m.cand].rows
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
	names := authorsOf(fold)
	for _, n := range names {
		w.signed[key(n)] = true
	}
	w.signed[key(strings.Join(names, ""))] = true
}

// look gives what is like the text in the body.
func (w *witness) look(text string) []match {
	m, ok := w.found[text]
	if !ok {
		m = w.d.titles.find(text)
		w.found[text] = m
	}
	return m
}

// sim gives how like the body's likest title is, as titleIndex.best counts it.
func (w *witness) sim(text string) float64 { return w.d.titles.bestOf(w.look(text)) }

// seeHead remembers a short row that has a column's dress: ornaments on both
// sides, or a page beside it, again and again.
func (w *witness) seeHead(r *row) {
	if r.runes > longestHead {
		return
	}
	k := key(r.fold)
	bare := strings.Trim(k, "0123456789")
	w.foliated[bare]++
	if ornamented(r.fold) || bare != k && w.foliated[bare] > 1 {
		w.dressed[bare] = true
	}
}

// ornamented reports whether a line stands between ornaments.
func ornamented(fold string) bool {
	first, last := firstRune(fold), lastRune(fold)
	return !wordy(first) && !wordy(last) && !strings.ContainsRune(openers, first)
}

func wordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// repeated reports whether the body has the text again and again, or in a frame,
// as it has the names of columns.
func (w *witness) repeated(k string) bool {
	return w.d.heads()[k] > 1 || w.d.heads()["["+k] > 0 || w.dressed[k]
}

// signs reports whether the text is names, by the body or by its shape.
func (w *witness) signs(text string) bool {
	return w.signed[key(text)] || hasBylineHead(text) || namesAlone(text)
}

// namesAlone reports whether the text is nothing but names that their surnames,
// their dots or their capitals show to be such.
func namesAlone(text string) bool {
	list := authorsOf(text)
	for _, n := range list {
		if !known(n) && !titleCase(n) && !(strings.Contains(n, middleDot) && nameLike(n)) {
			return false
		}
	}
	return len(list) > 0
}

func (w *witness) allSigned(list []string) bool {
	for _, n := range list {
		if !w.signed[key(n)] {
			return false
		}
	}
	return true
}
