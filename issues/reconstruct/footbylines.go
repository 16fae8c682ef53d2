package reconstruct

import (
	"strings"
	"unicode"

	"kanyin/issues/issue"
)

// footBylines labels the bylines that stand at their articles' ends: names in
// brackets, each of them known, or what says that it is a byline, in front of
// an end mark or the next title.
func (d *draft) footBylines() {
	for i := range d.rows {
		r := &d.rows[i]
		if r.zone != body || r.kind != "" && r.kind != issue.SourceNote || !d.namesInBrackets(r.fold) && !(hasBylineHead(r.fold) && r.runes <= longestSign) {
			continue
		}
		if _, _, says := cutSuffix(strings.TrimRight(r.fold, ")"), bylineTails); says && d.namesInBrackets(r.fold) {
			d.label(i, issue.Byline, "says in brackets who wrote the text above it")
			r.foot = true
		} else if n := d.next(i); n < 0 || d.rows[n].kind == issue.Editor || d.rows[n].kind == issue.Affiliation || d.rows[n].kind == issue.Title {
			d.label(i, issue.Byline, "names at an article's end")
			r.foot = true
		}
	}
}

// namesInBrackets reports whether one pair of brackets holds nothing but names
// that begin with a surname or stand elsewhere in the issue.
func (d *draft) namesInBrackets(fold string) bool {
	inner, ok := bracketed(fold)
	if names, _, cut := cutSuffix(inner, bylineTails); cut {
		inner = names
	}
	if !ok || !allNames(inner) {
		return false
	}
	for _, n := range splitNames(inner) {
		if !known(n) && !d.names[key(n)] {
			return false
		}
	}
	return true
}

// signedAtFoot gives an article that no byline stands over those at its end.
func (o *opening) signedAtFoot() {
	if o.signed || len(o.authorsAnnounced()) > 0 {
		return
	}
	for i := o.s.row; i < o.limit; i++ {
		if o.d.rows[i].foot {
			o.sign(i)
		}
	}
}

// inBrackets labels what stands in brackets under a byline: the body that the
// author works for, or an office.
func (o *opening) inBrackets(i int) {
	inner, _ := bracketed(o.d.rows[i].fold)
	org, place, _ := strings.Cut(inner, ",")
	if postcode := strings.TrimLeft(place, " ;"); !isOrg(org) && !endsInNumber(inner) || place != "" && strings.IndexFunc(postcode, unicode.IsDigit) < 0 && runeCount(postcode) > longestColumn && !endsInNumber(inner) {
		o.d.label(i, issue.Role, "stands in brackets under the byline")
		return
	}
	o.d.label(i, issue.Affiliation, "names a body in brackets under the byline")
	o.d.rows[i].head = true
}
