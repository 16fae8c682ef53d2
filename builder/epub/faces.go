package epub

import (
	"fmt"
	"strings"

	"kanyin/fonts"
	"kanyin/issues/issue"
)

// fontBudget is how many bytes the embedded fonts may have together: an e-book
// is fetched over the air, and its headings shall not weigh more than its text.
const fontBudget = 400 << 10

// A choice is a face and what the style sheet may set in it.
type choice struct {
	face, family, stand string // the font's name, and the families that stand in for it
	sets                []set  // from the fullest to the barest
}

// A set is a selector and every character that it matches. A face is used for
// whole elements only: one that lacks a character would change within a word.
type set struct {
	selector string
	runes    []rune
}

const (
	sans  = `"Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif`
	kaiti = `"LXGW WenKai", "Kaiti SC", STKaiti, KaiTi, serif`
)

func choices(iss *issue.Issue, w words) []choice {
	titles, headings, bylines := lettering(iss, w)
	return []choice{
		{fonts.HeiBold, "Kanyin Hei", sans, []set{
			{"h1, h2, h3, h4, h5, h6, .column, strong.lead, .contents .title", append(titles[:len(titles):len(titles)], headings...)},
			{"h1, .column, .contents h2, .contents h3, .contents .title", titles},
		}},
		{fonts.Kai, "Kanyin Kai", kaiti, []set{{".kicker, .subtitle, .byline, .role, .dateline, .contents .author", bylines}}},
	}
}

// planFonts embeds the headings' face and, while the budget lasts, that of the
// bylines, each with the characters that it sets and no others. It gives the
// licences as a document's body, or "" where nothing is embedded.
func (b Builder) planFonts(bk *book, iss *issue.Issue) string {
	if b.Fonts == nil || b.NoFonts {
		return ""
	}
	left := fontBudget
	var licences strings.Builder
	for _, c := range choices(iss, bk.words) {
		selector, data := b.subset(c, left)
		if data == nil {
			continue
		}
		left -= len(data)
		path := "fonts/" + c.face + ".woff2"
		bk.resources = append(bk.resources, resource{path, "font/woff2", "", data})
		bk.css += fmt.Sprintf("@font-face { font-family: %q; font-weight: %s; src: url(\"../%s\") format(\"woff2\"); }\n%s { font-family: %[1]q, %[5]s; }\n",
			c.family, weight(c.face), path, selector, c.stand)
		licences.WriteString(b.licence(c.face))
	}
	if licences.Len() == 0 {
		return ""
	}
	bk.specified = true
	return fmt.Sprintf("<section aria-labelledby=\"licence\"><h1 id=\"licence\">%s</h1>\n%s</section>", bk.words.licence, licences.String())
}

func weight(face string) string {
	if strings.HasSuffix(face, "-bold") {
		return "bold"
	}
	return "normal"
}

// subset gives the fullest of the sets that fits, or nil. A face that cannot be
// subset is not embedded: the reader's fonts are there.
func (b Builder) subset(c choice, most int) (selector string, woff2 []byte) {
	for _, s := range c.sets {
		if len(s.runes) == 0 {
			continue
		}
		if data, err := b.Fonts.Subset(c.face, s.runes); err == nil && len(data) <= most {
			return s.selector, data
		}
	}
	return "", nil
}

func (b Builder) licence(name string) string {
	for _, f := range b.Fonts.Faces() {
		if f.Name == name {
			return fmt.Sprintf("<h2>%s %s</h2>\n<div lang=\"en\" xml:lang=\"en\"><p class=\"licence\">%s</p></div>\n", escape(f.Family), escape(f.Style), lines(f.Licence))
		}
	}
	return ""
}

// lines writes a plain text so that it keeps its lines.
func lines(s string) string {
	var b strings.Builder
	run{text: []rune(strings.TrimSpace(s))}.write(&b)
	return b.String()
}

// lettering gathers the characters that the style sheet sets in the embedded
// faces: titles, then headings, in 黑; bylines and what goes with them in 楷.
func lettering(iss *issue.Issue, w words) (titles, headings, bylines []rune) {
	titles = []rune(w.contents + w.colophon + w.licence + "Kanyin Hei Bold Kai Regular…·") // the headings of the edition itself
	for _, a := range iss.Articles {
		titles = append(titles, []rune(a.Title+a.Section+a.Subsection+labelOf(&a, w))...)
		for _, k := range a.Blocks {
			t := []rune(k.Text)
			switch k.Kind {
			case issue.Title:
				titles = append(titles, t...)
			case issue.Heading:
				headings = append(headings, t...)
			case issue.Byline, issue.Role, issue.Kicker, issue.Subtitle, issue.Dateline:
				bylines = append(bylines, t...)
			}
			headings = append(headings, []rune(k.Lead)...)
		}
		bylines = append(bylines, []rune(strings.Join(a.Authors, w.comma))...)
	}
	for _, e := range iss.Toc {
		titles, bylines = append(titles, []rune(e.Title)...), append(bylines, []rune(strings.Join(e.Authors, w.comma))...)
	}
	return titles, headings, bylines
}
