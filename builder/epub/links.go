package epub

import (
	"regexp"
	"slices"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/say"
)

// link attributes as the documents' writer has them.
var (
	idAttribute = regexp.MustCompile(` id="([^"]*)"`)
	linkInside  = regexp.MustCompile(` href="([^":]*)"`)
)

// mendLinks leaves out links of the documents that lead nowhere, and says so: a
// link is a service to the reader, and no reason to have no book.
func (b Builder) mendLinks(bk *book) {
	there := map[string]bool{}
	for _, d := range bk.documents {
		there[d.name] = true
		for _, m := range idAttribute.FindAllStringSubmatch(d.body, -1) {
			there[d.name+"#"+m[1]] = true
		}
	}
	bk.pages = slices.DeleteFunc(bk.pages, func(p pageLink) bool {
		to := strings.TrimPrefix(p.href, documentsDir)
		if !there[to] {
			b.sayDead("the page list", to)
		}
		return !there[to]
	})
	for i := range bk.documents {
		d := &bk.documents[i]
		d.body = linkInside.ReplaceAllStringFunc(d.body, func(attribute string) string {
			to := linkInside.FindStringSubmatch(attribute)[1]
			if strings.HasPrefix(to, "#") {
				to = d.name + to
			}
			if there[to] {
				return attribute
			}
			b.sayDead(d.name, to)
			return ""
		})
	}
}

func (b Builder) sayDead(where, to string) {
	b.report(issue.Finding{
		Code: "dead-link", Severity: issue.Warning, Values: []string{to}, Confidence: 1,
		Message: say.Of("%s has a link to %s, which is not there; the e-book leaves it out", where, to),
	})
}
