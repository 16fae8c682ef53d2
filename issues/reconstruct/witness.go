package reconstruct

import (
	"sort"
	"strings"
	"unicode"

	"kanyin/issues/normal"
)

// A witness says what the body knows of words in the contents.
type witness struct {
	d        *draft
	found    map[string][]match // of texts that were asked for
	signed   map[string]bool    // keys of what signs in the body, and of each name there
	rising   map[int]bool       // fields whose pages rise with the others'
	paged    bool               // an entry of three rows has a page
	pages    edge
	openers  map[string]int  // how often rows of several fields open with that
	foliated map[string]int  // how often short rows of the body say that, whatever page stands beside it
	dressed  map[string]bool // keys of short rows of the body in a column's dress
	vouched  bool            // most names of the contents sign in the body
}

// newWitness asks the body. What stands under a line that the contents have too
// signs an article, and so do names alone in brackets.
func (d *draft) newWitness(fields []field) *witness {
	w := &witness{d: d, found: map[string][]match{}, signed: map[string]bool{}, foliated: map[string]int{}, dressed: map[string]bool{}, rising: risingPages(fields)}
	w.paged, w.pages = pageEdge(fields, w.rising)
	w.openers = openersOf(fields)
	titled := w.titled(fields)
	whole := map[string]bool{} // keys of the rows of the contents
	for i := d.toc.from; i < d.toc.to; i++ {
		whole[key(d.rows[i].fold)] = true
	}
	const under = 4 // rows: a subtitle, an office and a running head may stand between
	reach, above := 0, 0
	for i := range d.rows {
		if i >= d.toc.from && i < d.toc.to {
			continue
		}
		r := &d.rows[i]
		w.seeHead(r)
		_, boxed := bracketed(r.fold)
		switch {
		case r.runes > longestSign || ended(r.fold):
			reach = 0
		case titled[i] != "" && !(reach > 0 && d.signsUnder(above, i, whole) && !(isOrg(r.fold) && (titled[i] == half || reach < under))):
			reach, above = under, i
		case d.heads()[key(r.fold)] > 1 && whole[key(r.fold)]:
			// a running head signs nothing
		case boxed || hasBylineHead(r.fold) || reach > 0 && d.signsUnder(above, i, whole):
			w.sign(r.fold)
			reach--
		case r.runes > leastText:
			reach = 0 // neither a subtitle nor an office
		default:
			reach--
		}
	}
	w.vouched = w.mostSigned(fields)
	return w
}

// openersOf counts what the rows of several fields open with, but for pages.
func openersOf(fields []field) map[string]int {
	n := map[string]int{}
	for i := range fields {
		if leads(fields, i) && wordsBehind(fields, i) {
			n[key(fields[i].word())]++
		}
	}
	return n
}

// leads reports whether field i is the first of its row but for a page.
func leads(fields []field, i int) bool {
	f := &fields[i]
	return f.page == 0 && (f.opens || i > 0 && fields[i-1].opens && fields[i-1].page > 0 && fields[i-1].row == f.row)
}

// wordsBehind reports whether words, and not a page alone, stand behind field i
// on its row.
func wordsBehind(fields []field, i int) bool {
	for !fields[i].closes {
		if i++; fields[i].page == 0 {
			return true
		}
	}
	return false
}

// opensRows reports whether the field from a to b opens several rows.
func (w *witness) opensRows(fields []field, a, b int) bool {
	return b == a+1 && leads(fields, a) && wordsBehind(fields, a) && w.openers[key(fields[a].word())] > 1 && !w.signs(fields[a].word())
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
func (d *draft) signsUnder(above, i int, whole map[string]bool) bool {
	fold, head := d.rows[i].fold, &d.rows[above]
	if strings.HasPrefix(key(head.fold), key(fold)) {
		return false
	}
	if head.runes <= d.wide(shortColumn) && whole[key(head.fold)] {
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

// risingPages gives the most fields whose pages do not fall from one to the
// next, among those that stand first in their rows, second, and so on.
func risingPages(fields []field) map[int]bool {
	var nth [][]int // fields with pages, by how many stand before them in their rows
	before := 0
	for i := range fields {
		if fields[i].opens {
			before = 0
		}
		if fields[i].page == 0 {
			continue
		}
		if before == len(nth) {
			nth = append(nth, nil)
		}
		nth[before] = append(nth[before], i)
		before++
	}
	rising := map[int]bool{}
	for _, at := range nth {
		for _, i := range longestRise(fields, at) {
			rising[i] = true
		}
	}
	return rising
}

// longestRise gives the longest chain of the fields whose pages do not fall.
func longestRise(fields []field, at []int) []int {
	var ends []int // of chains of each length, the one with the lowest end
	before := map[int]int{}
	for _, i := range at {
		n := sort.Search(len(ends), func(k int) bool { return fields[ends[k]].page > fields[i].page })
		before[i] = -1
		if n > 0 {
			before[i] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, i)
		} else {
			ends[n] = i
		}
	}
	var chain []int
	if len(ends) > 0 {
		for i := ends[len(ends)-1]; i >= 0; i = before[i] {
			chain = append(chain, i)
		}
	}
	return chain
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

// spans gives all that the fields may be read as.
func (w *witness) spans(fields []field) []span {
	const most = 10 // fields of one title or list of names
	var out []span
	for a := range fields {
		if p := fields[a].page; p > 0 {
			cost := 0.0
			if !w.rising[a] {
				cost = 0.8 // pages out of order are rarer than figures in titles
			}
			out = append(out, span{a, a + 1, pageRole, "", cost})
		}
		rows, pages := 0, 0
		for b := a + 1; b <= len(fields) && b <= a+most; b++ {
			f := &fields[b-1]
			if b > a+1 && f.gap == nextRow {
				rows++
				if rows > 2 || !fields[a].opens && fields[a-1].page == 0 {
					break
				}
			}
			if f.page > 0 {
				pages++
			}
			out = w.read(out, fields, a, b, rows, pages)
		}
	}
	return out
}

// read adds what the fields from a to b, on rows+1 rows, may be.
func (w *witness) read(out []span, fields []field, a, b, rows, pages int) []span {
	text := wordsBetween(fields, a, b)
	if rows > 0 {
		// Two rows are one title where the body says so more clearly than of each.
		if pages > 0 {
			return out
		}
		if sim := w.sim(text); sim > surelyAlike && !w.signs(lastRow(fields, a, b)) && !w.signs(wordsBetween(fields, a, rowEnd(fields, a))) && w.whole(text, lastRow(fields, a, b)) && !w.heading(fields, a) {
			return append(out, span{a, b, titleRole, text, slope * (0.95 - min(sim, 0.95))})
		}
		return out
	}
	whole := fields[a].opens && fields[b-1].closes
	if c := w.title(text, b-a, pages); c < never {
		if fields[a].page > 0 || fields[b-1].page > 0 {
			c += 2 // figures at a title's edge are its page
		}
		if w.bearsNames(fields, a, b) {
			c += 1.6 // the body has a title and the names under it on two rows
		}
		if b > a+1 && w.opensRows(fields, a, a+1) {
			c += 1.6 // and what opens row after row is a column
		}
		out = append(out, span{a, b, titleRole, text, c})
	}
	if pages == 0 {
		if c := w.names(text); c < never {
			out = append(out, span{a, b, namesRole, text, c})
		}
	}
	if whole || tagged(fields, a, b) || w.opensRows(fields, a, b) {
		if c := w.column(fields, a, b, pages); c < never {
			out = append(out, span{a, b, columnRole, columnName(fields, a, b), c})
		}
	}
	if whole {
		out = append(out, span{a, b, asideRole, "", w.aside(fields[a].row) + float64(pages)})
	}
	return out
}

// rowEnd gives the field behind the last of field a's row.
func rowEnd(fields []field, a int) int {
	for !fields[a].closes {
		a++
	}
	return a + 1
}

// heading reports whether the row of field a is a column's name, by its mark or
// because the body repeats it.
func (w *witness) heading(fields []field, a int) bool {
	row := wordsBetween(fields, a, rowEnd(fields, a))
	return fields[a].opens && (fields[a].dress() != 0 && !strings.ContainsRune(openers, fields[a].dress()) || w.repeated(key(row)) || w.kicker(row))
}

// kicker reports whether the body has so short a row in a block of its own over
// the next: the name of a column, and not half a title.
func (w *witness) kicker(row string) bool {
	const longest = 4 // runes: half a title has more
	if runeCount(key(row)) > longest {
		return false
	}
	for _, m := range w.look(row) {
		rows := w.d.titles.cands[m.cand].rows
		if i := rows[0]; len(rows) == 1 && i+1 < len(w.d.rows) && w.d.rows[i+1].blank < w.d.rows[i].blank {
			return false
		}
	}
	return true
}

// repeated reports whether the body has the text again and again, or in a frame,
// as it has the names of columns.
func (w *witness) repeated(k string) bool {
	return w.d.heads()[k] > 1 || w.d.heads()["["+k] > 0 || w.dressed[k]
}

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

// whole reports whether what is likest to the text in the body is as long: two
// rows of which the body has one alone are no title of two rows.
func (w *witness) whole(text, last string) bool {
	found := w.look(text)
	if len(found) == 0 {
		return false
	}
	const sure = 4 // runes: what is shorter must stand there to the letter
	theirs := string(w.d.titles.cands[found[0].cand].key)
	n, ours := runeCount(theirs)-runeCount(key(text)), key(last)
	return n >= -1 && n <= 1 && (runeCount(ours) > sure || strings.Contains(theirs, ours))
}

// bearsNames reports whether the fields from a to b begin or end with names.
func (w *witness) bearsNames(fields []field, a, b int) bool {
	const most = 3 // fields of one name
	for n := 1; n <= most && a+n < b; n++ {
		if w.signs(wordsBetween(fields, a, a+n)) || w.signs(wordsBetween(fields, b-n, b)) {
			return true
		}
	}
	return false
}

// lastRow gives what the fields from a to b have on the last of their rows.
func lastRow(fields []field, a, b int) string {
	for k := b - 1; k > a; k-- {
		if fields[k].gap == nextRow {
			return wordsBetween(fields, k, b)
		}
	}
	return wordsBetween(fields, a, b)
}

// signs reports whether the text is names, by the body or by its shape.
func (w *witness) signs(text string) bool {
	return w.signed[key(text)] || hasBylineHead(text) || namesAlone(text)
}

// slope is what a likeness lower by one costs: two characters in eight that
// differ weigh more than names apart from a title that stands in the body.
const slope = 4.0

// surelyAlike is the likeness over which two texts are one, but for a slip.
const surelyAlike = 0.86

// never is the cost of what cannot be.
const never = 9

// title is the cost of reading the text as a title: nothing where it stands in
// the body, as much as two steps against the habit where it does not.
func (w *witness) title(text string, fields, pages int) float64 {
	n := runeCount(key(text))
	if n == 0 {
		return never
	}
	sim := w.sim(text)
	c := 0.0
	switch {
	case strings.HasPrefix(text, dash):
		c = 0.3
	case sim > 0.9:
		c = slope * (1 - sim)
	case sim > 0:
		c = slope * (1 - sim)
		if pages > 0 {
			c++
		}
	default:
		// Without a witness a title is of one piece.
		c = 1.6 + 0.5*float64(fields-1) + float64(pages)
		if n == 1 {
			c++
		}
	}
	if strings.HasPrefix(text, "[") {
		c += 0.8 // a column in brackets before the title
	}
	switch {
	case namesAlone(text) && w.allSigned(authorsOf(text)):
		c += 3
	case w.signed[key(text)]:
		c += 1.5
	case hasBylineHead(text):
		c += 1.2
	case namesAlone(text):
		c += 0.8
	}
	if w.repeated(key(text)) && n <= w.d.wide(shortColumn) {
		c++ // what stands again and again and is so short is a running head
	}
	return c
}

// names is the cost of reading the text as authors: nothing where they sign in
// the body or are said to be, little for surnames, much for what has no name's
// shape, which only the habit of the other rows can outweigh.
func (w *witness) names(text string) float64 {
	list := authorsOf(text)
	if len(list) == 0 || len(list) > mostNames || runeCount(text) > longestSign {
		return never
	}
	if at := strings.LastIndexByte(text, '('); at >= 0 && !namesPeople(strings.TrimSuffix(text[at+1:], ")")) {
		return never
	}
	c := 0.0
	switch {
	case hasBylineHead(text):
	case w.signed[key(strings.Join(list, ""))] || w.allSigned(list):
	case allKnown(strings.Join(list, " ")):
		c = 0.5
		if w.vouched {
			c = 1.3
		}
	default:
		for _, n := range list {
			c = max(c, shapeCost(n, w.vouched))
		}
	}
	switch {
	case c == 0 || w.sim(text) < 0.95:
	case namesAlone(text) && (!w.vouched || !w.d.english):
		c = max(c, 1)
	default:
		c += 2.5
	}
	if c > 0 && w.repeated(key(text)) {
		c += 1.5 // a name that the body repeats is a running head
	}
	return c
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

// shapeCost says how little a text looks like one name.
func shapeCost(n string, vouched bool) float64 {
	switch {
	case strings.Contains(n, middleDot) && nameLike(n), titleCase(n) && !vouched:
		return 0.6
	case titleCase(n):
		return 1.6
	case isOrg(n) && !strings.Contains(n, ":") && !vouched:
		return 1.2
	case isOrg(n) && !strings.Contains(n, ":"):
		return 1.6
	case nameLike(n) && vouched:
		return 2.6
	case nameLike(n):
		return 1.2
	case paused(n) || ended(n) || strings.Contains(n, ":"):
		return 5
	}
	return 3.5
}

// column is the cost of reading a row as a column's name: short, in a dress of
// its own, not in the body as a title is.
func (w *witness) column(fields []field, a, b, pages int) float64 {
	name := columnName(fields, a, b)
	k := key(name)
	n := runeCount(k)
	if n == 0 || n > w.d.wide(2*longestColumn) || pages > 0 {
		return never
	}
	c := 0.9
	switch {
	case n > w.d.wide(longestColumn):
		c = 3
	case n > w.d.wide(shortColumn):
		c = 1.2
	}
	if fields[a].dress() != 0 {
		c -= 0.4
	}
	if fields[a].upright || !(fields[a].opens && fields[b-1].closes) {
		c = 0
	}
	if w.bearsNames(fields, a, b) {
		c += 2
	}
	if fields[a].dash() && !strings.HasSuffix(fields[a].text, dash) {
		c += 2 // a subtitle
	}
	again := w.repeated(k)
	switch {
	case again:
		c -= 0.4
	case w.sim(name) >= 0.95 && w.paged:
		c += 0.2
	case w.sim(name) >= 0.95 && fields[a].dress() != 0:
		c += 0.2
	case w.sim(name) >= 0.95:
		c += 1.4 // without pages a name that stands once in the body is a title
	}
	switch {
	case w.signed[k]:
		c += 4
	case allKnown(name) && !again && !w.vouched:
		c += 1
	}
	return max(c, 0)
}

// aside is the cost of reading a row as no part of the list.
func (w *witness) aside(i int) float64 {
	fold := w.d.rows[i].fold
	k := key(fold)
	if contains(contentsWords, k) || contains(contentsTags, k) || w.d.isIssueLine(fold) || w.d.isTitleLine(fold) {
		return 0
	}
	if w.d.mastheadRow(i) || !w.d.english && strings.IndexFunc(fold, unicode.IsLetter) >= 0 && strings.IndexFunc(fold, han) < 0 {
		return 0.3 // a duty, or the head again in Latin letters
	}
	return 2
}

// dress gives the mark that a row begins with, 0 for none.
func (f *field) dress() rune {
	if f.upright {
		return unicode.ReplacementChar
	}
	if r := firstRune(f.text); !unicode.IsLetter(r) && !unicode.IsNumber(r) {
		return r
	}
	return 0
}

// An edge is where in their rows pages stand.
type edge uint8

const (
	noEdge edge = iota
	leading
	trailing
)

// pageEdge reports whether one row in four has a page, and at which edge most
// of those stand that are not alone.
func pageEdge(fields []field, rising map[int]bool) (paged bool, at edge) {
	rows, first, last := 0, 0, 0
	for i := range fields {
		f := &fields[i]
		if f.opens {
			rows++
		}
		switch {
		case !rising[i] || f.opens && f.closes:
		case f.opens:
			first++
		case f.closes:
			last++
		}
	}
	const most = 4 // times as many as at the other edge
	switch {
	case first > most*last && 4*first > rows:
		at = leading
	case last > most*first && 4*last > rows:
		at = trailing
	}
	return 4*len(rising) > rows, at
}

// dash reports whether the row begins with a dash, as a subtitle does.
func (f *field) dash() bool { return f.opens && strings.HasPrefix(f.text, dash) }

// tagged reports whether the fields from a to b stand in brackets before others.
func tagged(fields []field, a, b int) bool {
	before, behind := fields[a].text[:fields[a].from], fields[b-1].text[fields[b-1].to:]
	return strings.HasSuffix(before, "[") && strings.HasPrefix(behind, "]") && strings.TrimSpace(behind[1:]) != ""
}

// columnName gives the name without its ornaments, whatever they are, and
// without the blanks that space it out.
func columnName(fields []field, a, b int) string {
	s := wordsBetween(fields, a, b)
	s = strings.TrimRight(strings.TrimLeft(s, frameOpeners+bullets+" "), frameClosers+": "+bullets)
	return normal.Text(closedUp(s))
}

// closedUp puts a word together that was set with blanks between its characters.
func closedUp(s string) string {
	for _, t := range strings.Fields(s) {
		if runeCount(t) > 1 || !han(firstRune(t)) {
			return s
		}
	}
	return strings.ReplaceAll(s, " ", "")
}
