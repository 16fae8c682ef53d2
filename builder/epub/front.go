package epub

import (
	"fmt"
	"regexp"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/script"
)

// contentsPage is the contents as a page to read: the columns as headings, the
// articles with their authors and their pages. Rows of the printed contents that
// no article answers follow, without a link, nor a page where pages are those of
// another edition.
func contentsPage(iss *issue.Issue, pages placed, bk *book) string {
	w := bk.words
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
			fmt.Fprintf(&b, "<h2%s>%s</h2>\n", inWhich(script.Of(a.Section, bk.direction), bk.direction), inDirection(a.Section, bk.direction))
		}
		if a.Subsection != "" && (a.Section != section || a.Subsection != subsection) {
			fmt.Fprintf(&b, "<%s%s>%s</%[1]s>\n", subheading(a), inWhich(script.Of(a.Subsection, bk.direction), bk.direction), inDirection(a.Subsection, bk.direction))
		}
		section, subsection = a.Section, a.Subsection
		list(true)
		fmt.Fprintf(&b, `<li><a href="%s">%s</a></li>`+"\n", fileOf(a.ID), bk.rowText(labelOf(a, w), a.Authors, pages.folio(a)))
	}
	for _, e := range iss.Toc {
		if len(e.Articles) == 0 && e.Title != "" {
			list(true)
			folio := ""
			if len(pages.links) == 0 {
				folio = printed(e.Page)
			}
			b.WriteString("<li>" + bk.rowText(e.Title, e.Authors, folio) + "</li>\n")
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

func (bk *book) rowText(title string, authors []string, folio string) string {
	w := bk.words
	var aside []string
	if len(authors) > 0 {
		aside = append(aside, `<span class="author">`+inDirection(strings.Join(authors, w.comma), bk.direction)+"</span>")
	}
	if folio != "" {
		aside = append(aside, `<span class="folio">`+escape(folio)+"</span>")
	}
	s := fmt.Sprintf(`<span class="title"%s>%s</span>`, inWhich(script.Of(title, bk.direction), bk.direction), titled(title, bk.direction))
	if len(aside) > 0 { // they go to the next line together
		s += ` <span class="aside">` + strings.Join(aside, " ") + "</span>"
	}
	return s
}

// barCode is what an extractor reads under a bar code: thirteen figures of an
// EAN, perhaps with the add-on of an issue.
var barCode = regexp.MustCompile(`^[\d>< |]*\d[\d>< |]*$`)

// isBarCode reports whether a line is the figures of a bar code. They are for
// machines, and their number stands in the metadata.
func isBarCode(text string) bool {
	const least, most = 13, 18 // figures of an EAN-13, and of one with an add-on of five
	n := 0
	for _, r := range text {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	return n >= least && n <= most && barCode.MatchString(strings.TrimSpace(text))
}

// colophonPage holds what the cover and the masthead say, letter for letter.
// The printed contents are left out: the contents page stands for them.
func colophonPage(iss *issue.Issue, all plates, bk *book, licences bool) string {
	w := bk.words
	var b strings.Builder
	fmt.Fprintf(&b, `<section class="colophon" epub:type="colophon" role="doc-colophon" aria-labelledby="colophon">`+"\n"+`<h1 id="colophon">%s</h1>`+"\n", w.colophon)
	for _, kind := range []issue.Kind{issue.Masthead, issue.Cover, ""} {
		for _, k := range iss.Front {
			if k.Kind == issue.Toc || frontGroup(k.Kind) != kind {
				continue
			}
			if k.Kind == issue.Figure {
				fmt.Fprintf(&b, "%s\n%s\n%s\n", figure.open, all[k.Picture].image(all[k.Picture].alt, w), figure.close)
				continue
			}
			if isBarCode(k.Text) {
				continue
			}
			t := run{text: []rune(k.Text)}
			t.linkAddresses(k.Text)
			t.speak(script.Of(k.Text, bk.direction))
			fmt.Fprintf(&b, `<p class="%s"%s>%s</p>`+"\n", k.Kind, inWhich(script.Of(k.Text, bk.direction), bk.direction), t)
		}
	}
	if name := iss.Meta.Name(); name != "" {
		fmt.Fprintf(&b, `<p class="edition">%s</p>`+"\n", escape(name))
	}
	if note := correctedNote(iss, w); note != "" {
		fmt.Fprintf(&b, `<p class="edition">%s</p>`+"\n", escape(note))
	}
	if licences {
		fmt.Fprintf(&b, `<p class="edition"><a href="%s">%s</a></p>`+"\n", licenceName, w.fontNote)
	}
	b.WriteString("</section>")
	return b.String()
}

// correctedNote says that an editor put something right, and who did.
func correctedNote(iss *issue.Issue, w words) string {
	n, editors := iss.Corrected()
	if n == 0 {
		return ""
	}
	note := fmt.Sprintf(w.corrected, n)
	if editors != nil {
		note += w.colon + strings.Join(editors, w.comma)
	}
	return note
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
