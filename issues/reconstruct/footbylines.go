package reconstruct

import (
	"strings"
	"unicode"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
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
			d.signsFoot(i, "says in brackets who wrote the text above it")
		} else if n := d.next(i); n < 0 || d.rows[n].kind == issue.Editor || d.rows[n].kind == issue.Affiliation || d.rows[n].kind == issue.Title {
			d.signsFoot(i, "names at an article's end")
		}
	}
}

// signsFoot labels a byline at an article's end, and learns its names.
func (d *draft) signsFoot(i int, why string) {
	d.label(i, issue.Byline, why)
	d.rows[i].foot = true
	for _, name := range authorsOf(d.rows[i].fold) {
		d.names[key(name)] = true
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

// signAtFoot gives an article that no byline stands over those at its end, or the
// authors whom the line about them names. Only when the lines are in order is it
// known whose end that is.
func signAtFoot(d *draft) {
	for n := range d.articles {
		s := &d.starts[d.articles[n].start]
		if len(s.bylines) > 0 || len(s.authors) > 0 {
			continue
		}
		for _, told := range []bool{false, true} {
			for _, block := range d.articles[n].blocks {
				for _, i := range block {
					s.authors = append(s.authors, d.footAuthors(i, told)...)
				}
			}
			if len(s.authors) > 0 {
				break
			}
		}
	}
}

// footAuthors gives the authors in a byline at an article's end, or told in a
// line about them.
func (d *draft) footAuthors(i int, told bool) []string {
	r := &d.rows[i]
	var names, out []string
	switch {
	case told && r.kind == issue.Affiliation:
		names = authorTold(strings.TrimLeft(r.fold, bullets+" "))
	case !told && r.foot:
		names = authorsOf(r.fold)
	}
	for _, name := range names {
		out = append(out, normal.Text(name))
	}
	return out
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
