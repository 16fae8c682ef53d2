package articles

import (
	"slices"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/marks"
	"kanyin/issues/reconstruct/torn/wording"
	"kanyin/issues/say"
)

// sign labels a byline, and says why it is one.
func (o *opening) sign(i int, format string, args ...any) {
	o.d.Label(i, issue.Byline, "%s", say.Of(format, args...))
	o.signed = true
	o.s.Bylines = append(o.s.Bylines, i)
}

// authorsAnnounced are the names that the contents give to this article.
func (o *opening) authorsAnnounced() []string { return o.d.EntryOf(*o.s).Authors }

// witnessed reports whether the row holds one of the names of the contents.
func (o *opening) witnessed(i int) bool {
	r := &o.d.Rows[i]
	if r.Runes > draft.LongestTitle || wording.Ended(r.Fold) || strings.HasSuffix(r.Fold, ":") {
		return false
	}
	got := wording.AuthorsOf(r.Fold)
	want := o.authorsAnnounced()
	if len(got) == 0 || len(want) == 0 {
		return false
	}
	if draft.AlikeNames(normal.Key(strings.Join(want, "")), normal.Key(strings.Join(got, ""))) {
		return true
	}
	hit := 0
	for _, g := range got {
		if slices.ContainsFunc(want, func(w string) bool { return draft.AlikeNames(normal.Key(g), normal.Key(w)) }) {
			hit++
		}
	}
	return 2*hit > len(got)
}

// halfName reports whether the row is one character of a name, or the rest of one.
func (o *opening) halfName(i int) bool {
	r := &o.d.Rows[i]
	if r.Runes > 2 || strings.IndexFunc(r.Fold, func(c rune) bool { return !wording.Han(c) }) >= 0 {
		return false
	}
	if o.half != "" {
		o.half = ""
		o.d.Rows[i].Glued = true
		return true
	}
	if r.Runes != 1 || wording.Numbered(r.Fold) {
		return false
	}
	next := o.d.Next(i)
	want := normal.Key(strings.Join(o.authorsAnnounced(), ""))
	if strings.HasPrefix(want, r.Fold) || next >= 0 && o.d.Rows[next].Runes <= 2 && wording.Known(r.Fold+o.d.Rows[next].Fold) {
		o.half = r.Fold
		return true
	}
	return false
}

// bareNames reports whether the row is nothing but names. Where the contents give the
// authors and a row above has signed, another needs a mark or a class before its names.
func (o *opening) bareNames(i int) bool {
	d, r := o.d, &o.d.Rows[i]
	announced := len(o.authorsAnnounced()) > 0
	if d.English {
		return wording.TitleCase(r.Fold) && !wording.Ended(r.Fold) && !o.signed && !announced && textAhead(d, i) && r.Runes < wording.SureText && o.s.Entry < 0
	}
	_, classed := wording.Classed(r.Fold)
	marked := classed || strings.ContainsRune(wording.Bullets, wording.FirstRune(r.Fold))
	return o.loneName(i) || marks.SignedBy(d, i) && (marked || !announced || !o.signed)
}

// loneName reports whether the row is one short word under the title, with text
// right under it and no heading of its shortness in the article: a pen name,
// whatever it begins with. One that is set as wide as a name of three needs no
// long text.
func (o *opening) loneName(i int) bool {
	d, r := o.d, &o.d.Rows[i]
	spaced := wording.SpacedName(r.Fold)
	if o.signed || r.Runes < 2 || r.Runes > 3 || !wording.NameLike(r.Fold) && !(spaced && wording.AllNames(r.Fold)) {
		return false
	}
	next := d.Next(i)
	if next < 0 || next >= o.limit {
		return false
	}
	if spaced && d.Rows[next].Prose() {
		return true
	}
	if d.Rows[next].Runes < wording.SureText {
		return false
	}
	for j := next; j < o.limit; j++ {
		if marks.HeadingLike(d, j) && d.Rows[j].Runes <= 3 {
			return false
		}
	}
	return true
}

// office reports whether the row says what an author is, or where.
func (o *opening) office(i int) bool {
	d, r := o.d, &o.d.Rows[i]
	if wording.Numbered(r.Fold) || !d.TitleRow(i) || wording.Ended(r.Fold) || r.Runes > wording.SureText || wording.Paused(r.Fold) {
		return false
	}
	_, _, post := wording.CutSuffix(strings.TrimRight(r.Fold, ")"), wording.RoleTails)
	return post || wording.IsOrg(r.Fold)
}

// names reads the authors out of the bylines.
func (o *opening) names() {
	var s strings.Builder
	for n, i := range o.s.Bylines {
		if n > 0 && !o.d.Rows[i].Glued {
			s.WriteByte(',')
		}
		s.WriteString(strings.Join(wording.AuthorsOf(o.d.Rows[i].Fold), ","))
	}
	for _, a := range wording.SplitNames(s.String()) {
		o.s.Authors = append(o.s.Authors, normal.Text(a))
	}
	if want := o.authorsAnnounced(); len(want) > 0 && normal.Key(strings.Join(want, "")) == normal.Key(strings.Join(o.s.Authors, "")) {
		o.s.Authors = want // the same characters: the contents tell where one name ends
	}
	if len(o.s.Bylines) == 0 {
		o.s.Authors = o.authorsAnnounced() // the contents sign an article that does not sign itself
	}
	for _, a := range o.s.Authors {
		o.d.Names[normal.Key(a)] = true
	}
}
