package epub

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"

	"kanyin/issues/issue"
	"kanyin/layout"
)

// composed gives the page breaks of an issue's typeset edition, and the labels
// of its pages.
func composed(t *testing.T, iss *issue.Issue) (breaks []PageBreak, labels []string) {
	t.Helper()
	doc := layout.Compose(iss, layout.Design{}, library(t))
	for _, k := range doc.Breaks {
		breaks = append(breaks, PageBreak{k.Label, k.Article, k.Block, k.Rune})
	}
	for _, p := range doc.Pages {
		labels = append(labels, p.Label)
	}
	return breaks, labels
}

// The whole of an edition held against its issue and its typeset pages: the
// text, the navigation in both its forms, the page list.
func TestEditionIsTheIssue(t *testing.T) {
	all := corpus(t)
	all["sample"] = sampleIssue(t)
	for name, iss := range all {
		t.Run(name, func(t *testing.T) {
			breaks, labels := composed(t, iss)
			o := read(t, build(t, Builder{Fonts: library(t), Pages: breaks}, iss))
			readBack(t, o, iss)
			want := contentsOf(iss)
			same(t, "nav", links(o.nav(t, "toc"), "a"), want)
			navMap := o.parse(t, "EPUB/toc.ncx").find(func(e *element) bool { return e.name == "navMap" })[0]
			same(t, "NCX", links(navMap, "navPoint"), want)
			pagesAreTheLayouts(t, o.nav(t, "page-list"), labels)
		})
	}
}

// contentsOf is the tree of the issue, written down: every entry and where it leads.
func contentsOf(iss *issue.Issue) []string {
	var out []string
	section, subsection := "", ""
	for i := range iss.Articles {
		a := &iss.Articles[i]
		file := a.ID + ".xhtml"
		if a.Section != section {
			section, subsection = a.Section, ""
			if section != "" {
				out = append(out, section+" → "+file)
			}
		}
		if section != "" && a.Subsection != subsection {
			subsection = a.Subsection
			if subsection != "" {
				out = append(out, subsection+" → "+file)
			}
		}
		entry := labelOf(a, simplified())
		if len(a.Authors) > 0 {
			entry += " / " + strings.Join(a.Authors, "、")
		}
		out = append(out, entry+" → "+file)
		n := 0
		for _, b := range a.Blocks {
			if b.Kind == issue.Heading {
				n++
				label := b.Text
				if strings.Trim(label, "一二三四五六七八九十") == "" { // a mere number goes with its article
					label = labelOf(a, simplified()) + "：" + label
				}
				out = append(out, fmt.Sprintf("%s → %s#%s-h%d", label, file, a.ID, n))
			}
		}
	}
	return append(out, "版权页 → colophon.xhtml")
}

// links lists the entries of a navigation in their order.
func links(e *element, name string) []string {
	var out []string
	for _, x := range e.find(func(x *element) bool { return x.name == name }) {
		label, target := x.text(), x.attr["href"]
		if name == "navPoint" {
			label = x.find(func(y *element) bool { return y.name == "text" })[0].text()
			target = x.find(func(y *element) bool { return y.name == "content" })[0].attr["src"]
		}
		out = append(out, label+" → "+path.Base(target))
	}
	return out
}

func same(t *testing.T, name string, got, want []string) {
	t.Helper()
	for i := range max(len(got), len(want)) {
		if at(got, i) != at(want, i) {
			t.Errorf("%s: entry %d is %q, want %q", name, i, at(got, i), at(want, i))
			return
		}
	}
}

// pagesAreTheLayouts holds the page list against the typeset pages: those that
// hold text of an article, in their order, none twice.
func pagesAreTheLayouts(t *testing.T, list *element, labels []string) {
	t.Helper()
	listed := list.find(func(e *element) bool { return e.name == "a" })
	if len(listed)*2 < len(labels) {
		t.Errorf("%d of %d pages are listed", len(listed), len(labels))
	}
	next := 0
	for _, l := range listed {
		i := slices.Index(labels[next:], l.text())
		if i < 0 {
			t.Fatalf("page %q is listed out of order, or is no page", l.text())
		}
		next += i + 1
	}
}
