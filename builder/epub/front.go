package epub

import (
	"fmt"
	"strings"

	"kanyin/issues/issue"
)

// contentsPage is the contents as a page to read: the columns as headings, the
// articles with their authors and their pages. Rows of the printed contents that
// no article answers follow, without a link, nor a page where pages are those of
// another edition.
func contentsPage(iss *issue.Issue, pages placed, w words) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<section class="contents" aria-labelledby="contents">`+"\n"+`<h1 id="contents">%s</h1>`+"\n", w.contents)
	rows := false
	list := func(open bool) {
		if open != rows {
			b.WriteString(map[bool]string{true: "<ul>\n", false: "</ul>\n"}[open])
		}
		rows = open
	}
	section, subsection := "", ""
	for i := range iss.Articles {
		a := &iss.Articles[i]
		if a.Section != section || a.Subsection != subsection {
			list(false)
		}
		if a.Section != section && a.Section != "" {
			fmt.Fprintf(&b, "<h2>%s</h2>\n", escape(a.Section))
		}
		if a.Subsection != "" && (a.Section != section || a.Subsection != subsection) {
			fmt.Fprintf(&b, "<%s>%s</%[1]s>\n", subheading(a), escape(a.Subsection))
		}
		section, subsection = a.Section, a.Subsection
		list(true)
		fmt.Fprintf(&b, `<li><a href="%s">%s</a></li>`+"\n", fileOf(a.ID), rowText(labelOf(a, w), a.Authors, pages.folio(a), w))
	}
	for _, e := range iss.Toc {
		if len(e.Articles) == 0 && e.Title != "" {
			list(true)
			folio := ""
			if len(pages.links) == 0 {
				folio = printed(e.Page)
			}
			b.WriteString("<li>" + rowText(e.Title, e.Authors, folio, w) + "</li>\n")
		}
	}
	list(false)
	b.WriteString("</section>")
	return b.String()
}

// subheading keeps headings from jumping where a sub-column has no column.
func subheading(a *issue.Article) string {
	if a.Section == "" {
		return "h2"
	}
	return "h3"
}

func rowText(title string, authors []string, folio string, w words) string {
	var aside []string
	if len(authors) > 0 {
		aside = append(aside, `<span class="author">`+escape(strings.Join(authors, w.comma))+"</span>")
	}
	if folio != "" {
		aside = append(aside, `<span class="folio">`+escape(folio)+"</span>")
	}
	s := `<span class="title">` + run{text: []rune(title), spans: phrases(title)}.String() + "</span>"
	if len(aside) > 0 { // they go to the next line together
		s += ` <span class="aside">` + strings.Join(aside, " ") + "</span>"
	}
	return s
}

// colophonPage holds what the cover and the masthead say, letter for letter.
// The printed contents are left out: the contents page stands for them.
func colophonPage(iss *issue.Issue, w words, licences bool) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<section class="colophon" epub:type="colophon" role="doc-colophon" aria-labelledby="colophon">`+"\n"+`<h1 id="colophon">%s</h1>`+"\n", w.colophon)
	for _, kind := range []issue.Kind{issue.Masthead, issue.Cover, ""} {
		for _, k := range iss.Front {
			if k.Kind == issue.Toc || frontGroup(k.Kind) != kind {
				continue
			}
			t := run{text: []rune(k.Text), spans: foreign([]rune(k.Text), languageOf(iss))}
			fmt.Fprintf(&b, `<p class="%s">%s</p>`+"\n", k.Kind, t)
		}
	}
	if name := iss.Meta.Name(); name != "" {
		fmt.Fprintf(&b, `<p class="edition">%s</p>`+"\n", escape(name))
	}
	if licences {
		fmt.Fprintf(&b, `<p class="edition"><a href="%s">%s</a></p>`+"\n", licenceName, w.fontNote)
	}
	b.WriteString("</section>")
	return b.String()
}

// frontGroup orders the colophon: the masthead, the cover, then anything else.
func frontGroup(k issue.Kind) issue.Kind {
	if k == issue.Masthead || k == issue.Cover {
		return k
	}
	return ""
}

func languageOf(iss *issue.Issue) string {
	if iss.Meta.Language == "" {
		return "zh-Hans"
	}
	return iss.Meta.Language
}
