package verify

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"kanyin/issues/issue"
)

// terms gives the texts of a Dublin Core element or a meta property.
func (b *book) terms(name string) []string {
	var out []string
	for _, n := range b.pkg.list {
		if n.name == name || n.name == "meta" && n.attr["property"] == name {
			if s := strings.TrimSpace(n.text()); s != "" {
				out = append(out, s)
			}
		}
	}
	return out
}

var (
	dateForm     = regexp.MustCompile(`^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$`)
	modifiedForm = regexp.MustCompile(`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$`)
)

// isDate reports whether a text is a date of W3CDTF, as EPUB 3.3 wants it, and
// stands in the calendar.
func isDate(s string) bool {
	if !dateForm.MatchString(s) {
		return false
	}
	for _, form := range []string{"2006", "2006-01", time.DateOnly, "2006-01-02T15:04Z07:00", time.RFC3339} {
		if t, err := time.Parse(form, s); err == nil {
			return t.Year() > 0
		}
	}
	return false
}

// languageTag is the form of a tag (RFC 5646, 2.1), without those that were
// registered whole before 2006.
var languageTag = regexp.MustCompile(`(?i)^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?|x(?:-[a-z\d]{1,8})+)$`)

// languages judges every language that the book names: a reading voice is
// chosen by it.
func languages(b *book) []fault {
	var out []fault
	for _, l := range b.terms("language") {
		if !languageTag.MatchString(l) {
			out = append(out, faultf(b.opf, "the language %q is no tag of BCP 47", l))
		}
	}
	for _, name := range b.order {
		if b.docs[name] == nil {
			continue
		}
		for _, n := range b.docs[name].list {
			for _, key := range []string{"lang", "xml:lang", "hreflang"} {
				if l := n.attr[key]; l != "" && !languageTag.MatchString(l) {
					out = append(out, faultf(inFile(name, n.line), "the language %q is no tag of BCP 47", l))
					break // lang and xml:lang are mostly the same
				}
			}
		}
	}
	return out
}

// bookMetadata judges the package's metadata (EPUB 3.3, 5.5).
func bookMetadata(b *book) []fault {
	var out []fault
	say := func(format string, args ...any) { out = append(out, faultf(b.opf, format, args...)) }
	for _, need := range []string{"identifier", "title", "language", "date"} {
		if len(b.terms(need)) == 0 {
			say("there is no dc:%s", need)
		}
	}
	if m := b.terms("dcterms:modified"); len(m) != 1 || !modifiedForm.MatchString(m[0]) || !isDate(m[0]) {
		say("dcterms:modified is %q, want one time", m)
	}
	if n := len(b.terms("date")); n > 1 {
		say("there are %d dates, want one", n)
	}
	for _, d := range b.terms("date") {
		if !isDate(d) {
			say("the date is %q, which is none", d)
		}
	}
	for _, issn := range b.issns() {
		if !issue.ValidISSN(issn) {
			say("the ISSN %s has no such check digit", issn)
		}
	}
	unique := ""
	for _, p := range b.pkg.all("package") {
		unique = p.attr["unique-identifier"]
		if p.attr["version"] != "3.0" {
			say("the package is of version %q", p.attr["version"])
		}
	}
	if !slices.ContainsFunc(b.pkg.all("identifier"), func(n *node) bool { return n.attr["id"] == unique && unique != "" }) {
		say("no identifier is the unique one, %q", unique)
	}
	return append(out, b.heldAgainstIssue()...)
}

// issns gives what the package calls an ISSN, wherever it says so.
func (b *book) issns() []string {
	var out []string
	for _, term := range []string{"dcterms:identifier", "identifier", "source", "dcterms:isPartOf"} {
		for _, id := range b.terms(term) {
			if m := issnForm.FindStringSubmatch(id); m != nil {
				out = append(out, m[1])
			}
		}
	}
	return out
}

// issnForm is an ISSN as a URN (RFC 3044) or with its name before it.
var issnForm = regexp.MustCompile(`(?i)^(?:urn:)?issn[: ]\s*(.*)$`)

func (b *book) heldAgainstIssue() []fault {
	if b.issue == nil {
		return nil
	}
	var out []fault
	say := func(format string, args ...any) { out = append(out, faultf(b.opf, format, args...)) }
	m := b.issue.Meta
	if name := printable(m.Name()); name != "" && !slices.Contains(b.terms("title"), name) {
		say("the title is %q, the issue's %q", b.terms("title"), name)
	}
	if issue.ValidISSN(m.ISSN) && m.Title != "" && !slices.Contains(b.terms("dcterms:identifier"), "urn:issn:"+printable(m.ISSN)) {
		say("the ISSN %s is not said", m.ISSN)
	}
	if m.Publisher != "" && !slices.Contains(b.terms("publisher"), strings.TrimSpace(printable(m.Publisher))) {
		say("the publisher %q is not said", m.Publisher)
	}
	if m.Number > 0 && m.Year > 0 && m.Title != "" && !slices.Contains(b.terms("group-position"), fmt.Sprintf("%d.%02d", m.Year, m.Number)) {
		say("the number %d of %d is not said", m.Number, m.Year)
	}
	creators := b.terms("creator")
	for _, a := range b.issue.Articles {
		for _, name := range a.Authors {
			if s := strings.TrimSpace(printable(name)); s != "" && !slices.Contains(creators, s) {
				say("%s: the author %q is not named", a.ID, name)
			}
		}
	}
	return out
}

// accessibility judges the metadata of EPUB Accessibility 1.1, 2.2, and holds
// what they claim against the book.
func accessibility(b *book) []fault {
	var out []fault
	say := func(format string, args ...any) { out = append(out, faultf(b.opf, format, args...)) }
	for _, need := range []string{"schema:accessMode", "schema:accessibilityFeature", "schema:accessibilityHazard", "schema:accessibilitySummary"} {
		if len(b.terms(need)) == 0 {
			say("there is no %s", need)
		}
	}
	features := b.terms("schema:accessibilityFeature")
	_, navs := b.navOf()
	claims := []struct {
		feature string
		true    bool
	}{{"tableOfContents", navs["toc"] != nil}, {"pageNavigation", navs["page-list"] != nil}}
	for _, c := range claims {
		if claimed := slices.Contains(features, c.feature); claimed != c.true {
			say("%s is claimed: %v, there: %v", c.feature, claimed, c.true)
		}
	}
	for _, name := range b.order {
		if b.docs[name] == nil {
			continue
		}
		for _, img := range b.docs[name].all("img") {
			if _, ok := img.attr["alt"]; !ok {
				out = append(out, faultf(inFile(name, img.line), "an image has no description"))
			}
		}
	}
	return out
}
