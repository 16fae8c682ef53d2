package assemble

import (
	"regexp"
	"strconv"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/byline"
	"kanyin/issues/reconstruct/fold"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/names"
)

// An entry is a row of the contents, or the rows that one announcement takes.
type entry struct {
	piece    *piece
	text     []rune // as it came, a line each
	key      keyed
	page     int
	section  string
	title    string
	subtitle string
	authors  []string
	articles []*article
}

// readContents gives the entries in their order, each with the section that
// stands over it or before its title. Their titles and names are told apart
// where their articles are known; see matchContents.
func readContents(t *text, g *gathered) []*entry {
	var out []*entry
	section := ""
	alone := 0
	for _, p := range g.front {
		if p.kind == label.Contents && sectionAlone.MatchString(strings.TrimSpace(fold.Plain(t.raw(p.rows)))) {
			alone++ // one may be a title
		}
	}
	for _, p := range g.front {
		switch p.kind {
		case label.ContentsSection:
			section = cleanSection(t.joined(p.rows))
		case label.Contents:
			raw := t.raw(p.rows)
			if alone > 1 && sectionAlone.MatchString(strings.TrimSpace(fold.Plain(raw))) {
				section = cleanSection(raw)
				continue
			}
			if n := len(out); n > 0 && !hasLetters(raw) { // a page that lost its title
				if out[n-1].page == 0 {
					out[n-1].page = pageIn(raw)
				}
				continue
			}
			e := &entry{piece: p, section: section}
			e.read(raw)
			out = append(out, e)
		}
	}
	pages(out)
	inlineSections(t, g, out)
	return out
}

func (e *entry) read(raw string) {
	e.text = []rune(raw)
	e.key = keyOf(e.text)
}

// sectionAlone is a section's name in brackets on a row of its own among the entries.
var sectionAlone = regexp.MustCompile(`^\[[^\[\]\d]{2,8}\]$`)

func pageIn(s string) int {
	m := regexp.MustCompile(`\d{1,4}`).FindString(fold.Plain(s))
	n, _ := strconv.Atoi(m)
	return n
}

var (
	pageFirst = regexp.MustCompile(`^[\sPp./|·—-]*0*(\d{1,4})[\s页頁版]*(?:[\s.|/、]|$)[\s\n]*`)
	pageLast  = regexp.MustCompile(`(?:[\s.．…·⋯_—/|(（-]|[^\d\x00-\x7f])[(（]?[Pp]?\.?0*(\d{1,4})\s*[页頁版]?[)）]?\s*$`)
)

// pageInside is pageLast at the end of a line before the last.
var pageInside = regexp.MustCompile(`(?:[\s.．…·⋯_/|(（])[Pp]?\.?0*(\d{1,4})\s*[页頁版]?[)）]?[ ]*\n`)

// beforePage is what stands between an entry and its page.
var beforePage = regexp.MustCompile(`[\s.．…·⋯_—/|(（-]+[Pp]?\.?$`)

// pages reads the entries' pages: at their beginnings or at their ends, where
// most of this issue's entries have them.
func pages(entries []*entry) {
	first, last := 0, 0
	for _, e := range entries {
		s := fold.Plain(string(e.text))
		if pageFirst.MatchString(s) {
			first++
		}
		if pageLast.MatchString(s) {
			last++
		}
	}
	for _, e := range entries {
		s := fold.Plain(string(e.text))
		order := []*regexp.Regexp{pageLast, pageFirst}
		if first > last {
			order[0], order[1] = order[1], order[0]
		}
		most := max(first, last)
		for n, re := range order {
			// The other place counts only where this issue uses it as well: 2024 年终总结 begins with no page.
			if n == 1 && 2*min(first, last) < most {
				break
			}
			m := re.FindStringSubmatchIndex(s)
			if m == nil && re == pageLast { // a summary may stand under the line with the page
				m = pageInside.FindStringSubmatchIndex(s)
				if m != nil {
					e.page, _ = strconv.Atoi(s[m[2]:m[3]])
					break
				}
			}
			if m != nil {
				e.page, _ = strconv.Atoi(s[m[2]:m[3]])
				if re == pageFirst {
					e.trim(runeCount(s[:m[1]]), len(e.text))
				} else {
					e.trim(0, runeCount(beforePage.ReplaceAllString(s[:m[2]], "")))
				}
				break
			}
		}
	}
}

// trim keeps the runes from first to end.
func (e *entry) trim(first, end int) {
	e.text = e.text[first:end]
	e.key = keyOf(e.text)
}

var inlineSection = regexp.MustCompile(`^[\s\n]*(?:[\[(]([^\[\]()]{2,10})[\])]|([^\[\]|:·，。、\s]{2,8})[|:·])[\s\n]*`)

// inlineSections takes the section off the entries that begin with it, as in
// 【人物】河口的灯 or 人物｜河口的灯. What stands before a bar, a colon or a dot is a section
// only where other entries have it too, or where it is known for one.
func inlineSections(t *text, g *gathered, entries []*entry) {
	count := map[string]int{}
	marked, dotted, named := 0, 0, 0
	for _, e := range entries {
		if m := inlineSection.FindStringSubmatch(fold.Plain(string(e.text))); m != nil {
			count[m[1]+m[2]]++
			marked++
			if strings.Contains(m[0], middleDot) {
				dotted++
			}
			if names.Known(m[2]) {
				named++
			}
		}
	}
	for _, p := range g.dropped {
		if p.kind == label.Section {
			count[fold.Plain(cleanSection(t.joined(p.rows)))]++
		}
	}
	for _, e := range entries {
		s := fold.Plain(string(e.text))
		m := inlineSection.FindStringSubmatch(s)
		if m == nil || strings.Contains(m[0], middleDot) && 5*dotted < 3*len(entries) {
			continue // a dot stands inside names as well: 约翰·史密斯
		}
		if m[2] != "" && 2*named > marked {
			continue // a house that has its authors there: 周岸：河口的灯
		}
		// A house that marks nearly every entry so has sections of one article as well.
		if count[m[1]+m[2]] > 1 || 5*marked >= 4*len(entries) && e.section == "" {
			e.section = strings.TrimSpace(m[1] + m[2])
			e.trim(runeCount(m[0]), len(e.text))
		}
	}
}

// cleanSection takes what a house sets around a section's name off it.
func cleanSection(s string) string {
	s = strings.TrimSpace(s)
	for _, word := range columnWords {
		s = strings.TrimSuffix(s, word)
	}
	s = strings.Trim(s, byline.Ornaments+"【】〔〕［］[]()（）「」『』《》:：")
	for _, dash := range dashesRead {
		s = strings.TrimSuffix(strings.TrimPrefix(s, dash+" "), " "+dash)
	}
	s = strings.TrimSpace(s)
	if isContentsHead(s) {
		return ""
	}
	return s
}

// isContentsHead reports whether the words are what contents are called: 本期目录 CONTENTS.
func isContentsHead(s string) bool {
	key := normal.Key(s)
	for _, w := range contentsWords {
		if strings.Contains(key, normal.Key(w)) && runeCount(key) <= runeCount(w)+longestSection {
			return true
		}
	}
	return false
}

var leaders = regexp.MustCompile(`[\s.．…·⋯_—/|(（)）-]*\n[\s.．…·⋯_—/|-]*|\s*[.．…·⋯_]{2,}\s*|\s*[/|]\s*`)

// fields parts an entry that no article tells apart: at its line ends, leaders
// and strokes, else at its blanks. The last that is nothing but names are the
// authors.
func (e *entry) fields() {
	s := strings.TrimSpace(string(e.text))
	s = strings.Trim(s, " .．…·⋯_/|(\n")
	var parts []string
	for _, f := range leaders.Split(s, -1) {
		if f = strings.TrimSpace(f); f != "" {
			parts = append(parts, f)
		}
	}
	if len(parts) == 0 {
		return
	}
	title := parts
	if n := len(parts); n > 1 && byline.AreNames(byline.NameTokens(parts[n-1]), false) {
		title, e.authors = parts[:n-1], byline.AuthorsOf(parts[n-1])
	} else if n > 1 && byline.AreNames(byline.NameTokens(parts[0]), true) {
		title, e.authors = parts[1:], byline.AuthorsOf(parts[0])
	} else if name, names, ok := signedTitle(parts[n-1]); ok {
		title = append(append([]string(nil), parts[:n-1]...), name)
		e.authors = names
	}
	e.title = normal.Text(title[0])
	for _, f := range title[1:] {
		e.title += normal.Join(e.title, f) + normal.Text(f)
	}
	e.cutSubtitle()
}

// cutSubtitle parts a subtitle behind a dash from the title.
func (e *entry) cutSubtitle() {
	const dash = "——"
	if title, sub, ok := strings.Cut(e.title, dash); ok && title != "" && sub != "" {
		e.title, e.subtitle = strings.TrimSpace(title), strings.TrimSpace(sub)
	}
}

// entry gives the entry as the issue has it.
func (t *text) entry(e *entry, _ []*article) issue.Entry {
	out := issue.Entry{Page: e.page, Section: e.section, Title: e.title, Authors: e.authors, Lines: t.lines(e.piece.rows)}
	for _, a := range e.articles {
		out.Articles = append(out.Articles, a.id)
	}
	return out
}

const middleDot = "·"
