package epub

import (
	"fmt"
	"slices"
	"strings"

	"kanyin/fonts"
	"kanyin/issues/issue"
	"kanyin/layout/cjk"
)

// fontBudget is how many bytes the embedded fonts may have together: an e-book
// is fetched over the air, and its headings shall not weigh more than its text.
const fontBudget = 400 << 10

// A choice is a face and what the style sheet may set in it.
type choice struct {
	face  string
	stand string // the families that stand in for it on the reader's device
	sets  []set  // from the fullest to the barest
}

// A set is a selector and every character that it matches. A face is used for
// whole elements only: one that lacks a character would change within a word.
type set struct {
	selector string
	runes    []rune
}

// The families that devices have, by the forms of characters that their readers know.
const (
	sans  = `"Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif`
	kaiti = `"LXGW WenKai", "Kaiti SC", STKaiti, KaiTi, serif`

	sansTW  = `"Source Han Sans TC", "Noto Sans CJK TC", "PingFang TC", "Microsoft JhengHei", sans-serif`
	kaitiTW = `"LXGW WenKai TC", "Kaiti TC", BiauKai, DFKai-SB, serif`
	sansHK  = `"Source Han Sans HC", "Noto Sans CJK HK", "PingFang HK", "Microsoft JhengHei", sans-serif`
	sansJP  = `"Source Han Sans", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", sans-serif`
	kaitiJP = `"Klee One", Klee, "UD Digi Kyokasho N", serif`
)

// stands gives the families that stand in for 黑 and 楷 in a language.
func stands(language string) (hei, kai string) {
	switch tag := strings.ToLower(language); cjk.PlaceOf(language) {
	case cjk.Japan:
		return sansJP, kaitiJP
	case cjk.Centred:
		if strings.Contains(tag, "hk") || strings.Contains(tag, "mo") || strings.HasPrefix(tag, "yue") {
			return sansHK, kaitiTW
		}
		return sansTW, kaitiTW
	}
	return sans, kaiti
}

// styled is the style sheet with the families of a language.
func styled(language string) string {
	hei, kai := stands(language)
	return strings.NewReplacer(sans, hei, kaiti, kai).Replace(styleSheet)
}

func choices(iss *issue.Issue, w words) []choice {
	titles, headings, bylines := lettering(iss, w)
	sans, kaiti := stands(iss.Meta.Language)
	return []choice{
		{fonts.HeiBold, sans, []set{
			{"h1, h2, h3, h4, h5, h6, .column, strong.lead, .contents .title", append(titles[:len(titles):len(titles)], headings...)},
			{"h1, .column, .contents h2, .contents h3, .contents .title", titles},
		}},
		{fonts.Kai, kaiti, []set{{".kicker, .subtitle, .byline, .role, .dateline, .contents .author", bylines}}},
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
		selector, parts := b.subset(c, left)
		var families []string
		for _, p := range parts {
			left -= len(p.data)
			path := "fonts/" + p.face.Name + ".woff2"
			bk.resources = append(bk.resources, resource{path, "font/woff2", "", p.data})
			bk.css += fmt.Sprintf("@font-face { font-family: %q; font-weight: %s; src: url(\"../%s\") format(\"woff2\"); }\n", p.face.Family, weight(p.face), path)
			families = append(families, fmt.Sprintf("%q", p.face.Family))
			licences.WriteString(licence(p.face))
		}
		if len(parts) > 0 {
			bk.css += fmt.Sprintf("%s { font-family: %s, %s; }\n", selector, strings.Join(families, ", "), c.stand)
		}
	}
	if licences.Len() == 0 {
		return ""
	}
	bk.specified = true
	return fmt.Sprintf("<section aria-labelledby=\"licence\"><h1 id=\"licence\">%s</h1>\n%s</section>", bk.words.licence, licences.String())
}

func weight(f fonts.Face) string {
	if f.Style == "Bold" {
		return "bold"
	}
	return "normal"
}

// A part is the characters of one font that a choice of face takes.
type part struct {
	face fonts.Face
	data []byte
}

// subset gives the fullest of the sets that fits, or nil: of the face and of its
// region's forms, each what it shows. A face that cannot be subset is not
// embedded: the reader's fonts are there.
func (b Builder) subset(c choice, most int) (selector string, parts []part) {
	for _, s := range c.sets {
		if parts := b.parts(c.face, s.runes, most); parts != nil {
			return s.selector, parts
		}
	}
	return "", nil
}

// parts makes the fonts that a face's characters come from, the region's first;
// nil if they weigh more than most or one cannot be made.
func (b Builder) parts(face string, runes []rune, most int) []part {
	shown := map[string][]rune{}
	for _, r := range runes {
		if from, _, ok := b.Fonts.Glyph(face, r); ok && (from == face || strings.HasPrefix(from, face+"-")) {
			shown[from] = append(shown[from], r)
		}
	}
	var list []part
	for _, f := range slices.Backward(b.Fonts.Faces()) {
		if len(shown[f.Name]) == 0 {
			continue
		}
		data, err := b.cut(f.Name, face, shown[f.Name])
		if most -= len(data); err != nil || most < 0 {
			return nil
		}
		list = append(list, part{f, data})
	}
	return list
}

// cut makes the font of what a face, or its region's, shows for face. Reading
// systems set vertical text with the heights and forms that a font has of its own.
func (b Builder) cut(name, face string, runes []rune) ([]byte, error) {
	if b.Vertical {
		return b.Fonts.SubsetUpright(name, face, runes)
	}
	return b.Fonts.Subset(name, runes)
}

func licence(f fonts.Face) string {
	return fmt.Sprintf("<h2>%s %s</h2>\n<div lang=\"en\" xml:lang=\"en\"><p class=\"licence\">%s</p></div>\n", escape(f.Family), escape(f.Style), lines(f.Licence))
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
