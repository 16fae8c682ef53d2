package reconstruct

import (
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
)

// readOpenings reads what stands around a title: kicker, subtitle, byline,
// office, date line.
//
// How: from the title's last line on, rows are taken as long as they are no
// text: a row is a byline when it says so, or when it holds the names that the
// contents give (a character may differ), or nothing but names; an office or a
// place of work after a byline; a date in brackets; a subtitle when it begins
// with a dash, or stands between title and text and the article has no
// headings that look like it. A single character is half a name.
//
// Where it fails: a subtitle without a dash over an article with one heading.
func readOpenings(d *draft) {
	columns := d.columnsOverTitles()
	d.footBylines()
	for n := range d.starts {
		o := opening{d: d, columns: columns, s: &d.starts[n], limit: len(d.rows)}
		if n+1 < len(d.starts) {
			o.limit = d.starts[n+1].row
		}
		o.kicker()
		o.read()
		o.names()
		o.about()
	}
}

// columnsOverTitles reports whether the names of columns stand over the titles.
func (d *draft) columnsOverTitles() bool {
	n := 0
	for _, s := range d.starts {
		if i := s.row - 1; i >= 0 && d.rows[i].kind == issue.RunningHead && d.namesColumn(d.rows[i].fold) && !framed(d.rows[i].fold) {
			n++
		}
	}
	return n > 3 && 2*n > len(d.starts)
}

type opening struct {
	columns bool // see columnsOverTitles
	d       *draft
	s       *start
	limit   int
	half    string // the first character of a name that two rows hold
	signed  bool
}

// kicker takes a short line over the title: a heading with no text under it is none.
func (o *opening) kicker() {
	i := o.s.row - 1
	for i >= 0 && o.d.rows[i].zone == dropped {
		i--
	}
	if i < 1 || len(o.s.rows) == 0 {
		return
	}
	r := &o.d.rows[i]
	if r.zone != body || r.kind != "" || !o.d.titleRow(i) || r.runes > sureText || ended(r.fold) || o.d.captionAt(i) || open(r.fold) || o.d.inMasthead(i) || paused(r.fold) || o.d.signsOff(i, o.s.row+1) {
		return
	}
	alike := r.runes == o.d.rows[o.s.rows[0]].runes && r.runes > 3 && r.blank <= 2
	halved := o.d.oneBlock(i, o.s.rows[0]) && halfTitle(r.fold)
	if o.s.entry < 0 && len(o.s.rows) == 1 && (alike || halved) {
		o.d.label(i, issue.Title, "the first of a title's two lines: of one length with the other, or not at its end")
		o.d.rows[o.s.rows[0]].glued = true
		o.s.row, o.s.rows = i, []int{i, o.s.rows[0]}
		o.kicker()
		return
	}
	if r.runes <= shortColumn && o.columns && o.d.rows[i-1].kind != issue.RunningHead {
		o.d.label(i, issue.RunningHead, "stands over a title, as the names of columns do here")
		return
	}
	if n, _, _ := numbering(r.fold); n != 0 || r.runes < 3 || strings.Trim(r.fold, "0123456789-() ") == "" || r.onto != 0 || bookRow(r.fold) || endsInNumber(r.fold) {
		return
	}
	// Without an end mark before it, it may be the beginning of a paragraph that
	// was cut, but not where the text before it breaks off.
	if o.d.verseLineAt(o.d.prev(i)) && o.d.verseLineAt(o.d.prev(o.d.prev(i))) {
		return // the last line of a poem
	}
	top := i > 0 && o.d.rows[i-1].zone == dropped // the beginning of a page, where a cut paragraph would end
	plain := r.runes <= longestPlain && !strings.ContainsAny(r.fold, tellers) && o.d.headingLike(i)
	if p := o.d.prev(i); !top && !plain && !o.d.closedBefore(i) && (r.runes > twoClauses || p < 0 || !o.d.dangles(p)) {
		return
	}
	o.d.label(i, issue.Kicker, "a short line right over a title")
	o.s.row, o.s.kickers = i, []int{i}
}

func (o *opening) read() {
	last := o.s.row
	for _, i := range o.s.rows {
		last = max(last, i)
	}
	if len(o.s.rows) == 0 {
		return
	}
	for i, n := last+1, 0; i < o.limit && n < titleBlock; i++ {
		r := &o.d.rows[i]
		if r.zone == dropped {
			continue
		}
		n++
		if !o.take(i) {
			break
		}
	}
	if o.half != "" {
		o.otherHalf(last)
	}
}

// otherHalf finds the rest of a name that goes on on another page: a character
// or two behind a mark that says so.
func (o *opening) otherHalf(from int) {
	for i := from; i < len(o.d.rows); i++ {
		r := &o.d.rows[i]
		if r.from != 0 && r.runes <= 2 && r.kind == "" && han(firstRune(r.fold)) {
			o.d.label(i, issue.Byline, "the rest of a name, behind a mark of where it goes on")
			r.glued = true
			o.sign(i)
			return
		}
	}
}

// take labels row i as a part of the opening, or says that the text begins.
func (o *opening) take(i int) bool {
	d, r := o.d, &o.d.rows[i]
	switch {
	case r.kind == issue.SourceNote && d.dated(i):
		d.label(i, issue.Dateline, "a date in brackets under the title")
	case r.kind == issue.SourceNote && !o.signed && r.runes < longestSign && holdsYear(r.fold) && d.textAhead(i):
		d.label(i, issue.Dateline, "an occasion and its date in brackets under the title")
	case r.kind == issue.SourceNote && !o.signed && d.namesInBrackets(r.fold) && d.bodyAhead(i):
		d.label(i, issue.Byline, "names in brackets under a title")
		o.sign(i)
	case r.kind == issue.Credit && o.witnessed(i):
		d.label(i, issue.Byline, "holds the names that the contents give")
		o.sign(i)
	case r.kind == issue.Credit || r.kind == issue.Caption || d.captionAt(i):
		return i+1 < len(d.rows) // a picture over the text
	case r.kind == issue.Affiliation && d.bodyAhead(i):
		r.head = true
	case r.kind == issue.SourceNote && o.signed && !ended(r.fold) && d.bodyAhead(i) && r.runes < sureText:
		o.inBrackets(i)
	case r.kind != "" || r.runes > longestTitle:
		return false
	case o.halfName(i):
		d.label(i, issue.Byline, "half a name")
		o.sign(i)
	case o.witnessed(i):
		d.label(i, issue.Byline, "holds the names that the contents give")
		o.sign(i)
	case hasBylineHead(r.fold) && !ended(r.fold):
		d.label(i, issue.Byline, "says that it is a byline")
		o.sign(i)
	case !o.signed && d.namesInBrackets(r.fold) && d.signedBy(i):
		d.label(i, issue.Byline, "names in brackets under a title")
		o.sign(i)
	case o.bareNames(i):
		d.label(i, issue.Byline, "nothing but names under a title")
		o.sign(i)
	case o.subtitle(i):
		d.label(i, issue.Subtitle, "stands between title and text")
		o.addSubtitle(i)
	case o.signed && o.office(i):
		d.label(i, issue.Role, "an office under the byline")
	default:
		return false
	}
	return true
}

func (o *opening) sign(i int) {
	o.signed = true
	o.s.bylines = append(o.s.bylines, i)
}

// authorsAnnounced are the names that the contents give to this article.
func (o *opening) authorsAnnounced() []string {
	if o.s.entry < 0 {
		return nil
	}
	return o.d.toc.entries[o.s.entry].authors
}

// witnessed reports whether the row holds one of the names of the contents.
func (o *opening) witnessed(i int) bool {
	r := &o.d.rows[i]
	if r.runes > longestTitle || ended(r.fold) || strings.HasSuffix(r.fold, ":") {
		return false
	}
	got := authorsOf(r.fold)
	want := o.authorsAnnounced()
	if len(got) == 0 || len(want) == 0 {
		return false
	}
	if alikeNames(key(strings.Join(want, "")), key(strings.Join(got, ""))) {
		return true
	}
	hit := 0
	for _, g := range got {
		for _, w := range want {
			if alikeNames(key(g), key(w)) {
				hit++
				break
			}
		}
	}
	return 2*hit > len(got)
}

// halfName reports whether the row is one character of a name, or the rest of one.
func (o *opening) halfName(i int) bool {
	r := &o.d.rows[i]
	if r.runes > 2 || strings.IndexFunc(r.fold, func(c rune) bool { return !han(c) }) >= 0 {
		return false
	}
	if o.half != "" {
		o.half = ""
		o.d.rows[i].glued = true
		return true
	}
	if r.runes != 1 {
		return false
	}
	if n, _, _ := numbering(r.fold); n != 0 {
		return false
	}
	next := o.d.next(i)
	want := key(strings.Join(o.authorsAnnounced(), ""))
	if strings.HasPrefix(want, r.fold) || next >= 0 && o.d.rows[next].runes <= 2 && known(r.fold+o.d.rows[next].fold) {
		o.half = r.fold
		return true
	}
	return false
}

func (o *opening) bareNames(i int) bool {
	d, r := o.d, &o.d.rows[i]
	if r.runes > longestSign || ended(r.fold) {
		return false
	}
	if d.english {
		return titleCase(r.fold) && !o.signed && len(o.authorsAnnounced()) == 0 && d.textAhead(i) && r.runes < sureText && o.s.entry < 0
	}
	if strings.ContainsRune(bullets, firstRune(r.fold)) && allNames(authorsAlone(strings.TrimLeft(r.fold, bullets+" "))) {
		return true
	}
	if _, ok := classed(r.fold); ok || o.loneName(i) {
		return true
	}
	names := splitNames(r.fold)
	if len(names) == 0 || !allNames(r.fold) {
		return false
	}
	if len(o.authorsAnnounced()) > 0 && o.signed {
		return false
	}
	sure := 0
	for _, n := range names {
		if known(n) || d.names[key(n)] || strings.Contains(n, middleDot) {
			sure++
		}
	}
	return sure == len(names)
}

// loneName reports whether the row is one short word under the title, with text
// right under it and no heading of its shortness in the article: a pen name,
// whatever it begins with.
func (o *opening) loneName(i int) bool {
	d, r := o.d, &o.d.rows[i]
	if o.signed || r.runes < 2 || r.runes > 3 || !nameLike(r.fold) {
		return false
	}
	next := d.next(i)
	if next < 0 || next >= o.limit || d.rows[next].runes < sureText {
		return false
	}
	for j := next; j < o.limit; j++ {
		if d.headingLike(j) && d.rows[j].runes <= 3 {
			return false
		}
	}
	return true
}

// subtitle reports whether the row is one: a dash before it, or no other row of
// the article looks like it.
func (o *opening) subtitle(i int) bool {
	const least = 4 // runes: a shorter line may be a pen name
	d, r := o.d, &o.d.rows[i]
	if strings.HasPrefix(r.fold, dash) {
		return true
	}
	if o.signed || !d.titleRow(i) || ended(r.fold) || r.runes < least || strings.HasSuffix(r.fold, ":") || framed(r.fold) || open(r.fold) || strings.HasPrefix(r.raw, "\u3000\u3000") && d.wrapped {
		return false
	}
	if n, _, _ := numbering(r.fold); n != 0 || d.verseAt(i) {
		return false
	}
	if paused(r.fold) && d.dangles(i) {
		return false
	}
	next := d.next(i)
	if next < 0 || next >= o.limit {
		return false
	}
	// A byline under it: it stands between title and byline.
	if d.signedBy(next) || o.witnessed(next) {
		return true
	}
	return !d.headingsAhead(i, o.limit)
}

// headingsAhead reports whether later rows before the limit stand alone between
// texts as headings do.
func (d *draft) headingsAhead(i, limit int) bool {
	texts := false
	for j := i + 1; j < limit; j++ {
		r := &d.rows[j]
		if r.zone != body || r.kind != "" {
			continue
		}
		if r.runes > longestSign || ended(r.fold) {
			texts = true
		} else if texts && d.headingLike(j) {
			return true
		}
	}
	return false
}

func (o *opening) office(i int) bool {
	d, r := o.d, &o.d.rows[i]
	if !d.titleRow(i) || ended(r.fold) || r.runes > sureText || paused(r.fold) || d.headingsAhead(i, o.limit) && !o.roleWord(r.fold) {
		return false
	}
	if n, _, _ := numbering(r.fold); n != 0 {
		return false
	}
	return o.roleWord(r.fold)
}

func (o *opening) roleWord(fold string) bool {
	_, _, ok := cutSuffix(strings.TrimRight(fold, ")"), roleTails)
	return ok || isOrg(fold)
}

func (o *opening) addSubtitle(i int) {
	r := &o.d.rows[i]
	if n := len(o.s.subtitles); n > 0 {
		if _, _, leans := cutPrefix(r.fold, leaning); leans {
			r.glued = true
		}
	}
	o.s.subtitles = append(o.s.subtitles, i)
}

// names reads the authors out of the bylines.
func (o *opening) names() {
	var s strings.Builder
	for n, i := range o.s.bylines {
		if n > 0 && !o.d.rows[i].glued {
			s.WriteByte(',')
		}
		s.WriteString(strings.Join(authorsOf(o.d.rows[i].fold), ","))
	}
	for _, a := range splitNames(s.String()) {
		o.s.authors = append(o.s.authors, normal.Text(a))
	}
	if want := o.authorsAnnounced(); len(want) > 0 && key(strings.Join(want, "")) == key(strings.Join(o.s.authors, "")) {
		o.s.authors = want // the same characters: the contents tell where one name ends
	}
	if len(o.s.bylines) == 0 {
		o.s.authors = o.authorsAnnounced() // the contents sign an article that does not sign itself
	}
	for _, a := range o.s.authors {
		o.d.names[key(a)] = true
	}
}
