package articles

import (
	"slices"
	"strings"
	"unicode"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/marks"
	"kanyin/issues/reconstruct/torn/wording"
	"kanyin/issues/say"
)

// footBylines labels the bylines that stand at their articles' ends: names in
// brackets, each of them known, or what says that it is a byline, in front of
// an end mark or the next title.
func footBylines(d *draft.Draft) {
	for i := range d.Rows {
		r := &d.Rows[i]
		if r.Zone != draft.Body || r.Kind != "" && r.Kind != issue.SourceNote || !marks.NamesInBrackets(d, r.Fold) && !(wording.HasBylineHead(r.Fold) && r.Runes <= wording.LongestSign) {
			continue
		}
		if _, _, says := wording.CutSuffix(strings.TrimRight(r.Fold, ")"), wording.BylineTails); says && marks.NamesInBrackets(d, r.Fold) {
			signsFoot(d, i, say.Of("says in brackets who wrote the text above it"))
		} else if n := d.Next(i); n < 0 || d.Rows[n].Kind == issue.Editor || d.Rows[n].Kind == issue.Affiliation || d.Rows[n].Kind == issue.Title {
			signsFoot(d, i, say.Of("names at an article's end"))
		}
	}
}

// signsFoot labels a byline at an article's end, and learns its names.
func signsFoot(d *draft.Draft, i int, why say.Text) {
	d.Label(i, issue.Byline, "%s", why)
	d.Rows[i].Foot = true
	for _, name := range wording.AuthorsOf(d.Rows[i].Fold) {
		d.Names[normal.Key(name)] = true
	}
}

// SignAtFoot gives an article that no byline stands over those at its end, or the
// authors whom the line about them names. Only when the lines are in order is it
// known whose end that is.
func SignAtFoot(d *draft.Draft) {
	for n := range d.Articles {
		s := &d.Starts[d.Articles[n].Start]
		if len(s.Bylines) > 0 || len(s.Authors) > 0 {
			continue
		}
		var signed, told []string
		for _, i := range slices.Concat(d.Articles[n].Blocks...) {
			switch r := &d.Rows[i]; {
			case r.Foot:
				signed = append(signed, wording.AuthorsOf(r.Fold)...)
			case r.Kind == issue.Affiliation:
				told = append(told, wording.AuthorTold(strings.TrimLeft(r.Fold, wording.Bullets+" "))...)
			}
		}
		if len(signed) == 0 {
			signed = told
		}
		for _, name := range signed {
			s.Authors = append(s.Authors, normal.Text(name))
		}
	}
}

// inBrackets labels what stands in brackets under a byline: the body that the
// author works for, or an office.
func (o *opening) inBrackets(i int) {
	inner, _ := wording.Bracketed(o.d.Rows[i].Fold)
	org, place, _ := strings.Cut(inner, ",")
	if postcode := strings.TrimLeft(place, " ;"); !wording.IsOrg(org) && !endsInNumber(inner) || place != "" && strings.IndexFunc(postcode, unicode.IsDigit) < 0 && wording.RuneCount(postcode) > wording.LongestColumn && !endsInNumber(inner) {
		o.d.Label(i, issue.Role, "stands in brackets under the byline")
		return
	}
	o.d.Label(i, issue.Affiliation, "names a body in brackets under the byline")
	o.d.Rows[i].Head = true
}
