package epub

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"kanyin/issues/issue"
	"kanyin/issues/say"
)

// placed are the page breaks, by article and block, and the page list.
type placed struct {
	in     map[string]map[int][]mark
	links  []pageLink
	begins map[string]string // by article, the label of the page that it begins on
}

// placePages gives every page break its id and its place. A break that points
// beside the text is an error: a page list that lies is worse than none.
func placePages(iss *issue.Issue, pages []PageBreak) (placed, error) {
	p := placed{in: map[string]map[int][]mark{}, begins: beginnings(iss, pages)}
	articles := make(map[string]*issue.Article, len(iss.Articles))
	for i := range iss.Articles {
		articles[iss.Articles[i].ID] = &iss.Articles[i]
	}
	taken := map[string]bool{}
	length := 0 // of the block of the page before, in runes: a long one has many pages
	var of *issue.Block
	for _, page := range pages {
		a := articles[page.Article]
		if a != nil && page.Block >= 0 && page.Block < len(a.Blocks) {
			if b := &a.Blocks[page.Block]; b != of {
				of, length = b, utf8.RuneCountInString(b.Text)
			}
		}
		if a == nil || page.Block < 0 || page.Block >= len(a.Blocks) || page.Rune < 0 || page.Rune > length {
			return p, say.Errorf("page %s begins at %s block %d rune %d, where there is no text", page.Label, page.Article, page.Block, page.Rune)
		}
		id := pageID(page.Label, taken)
		if p.in[page.Article] == nil {
			p.in[page.Article] = map[int][]mark{}
		}
		marks := p.in[page.Article][page.Block]
		if n := len(marks); n > 0 && marks[n-1].at > page.Rune {
			return p, say.Errorf("page %s begins before the page that it follows", page.Label)
		}
		text := fmt.Sprintf(`<span epub:type="pagebreak" role="doc-pagebreak" id="%s" aria-label="%s"></span>`, id, escape(page.Label))
		p.in[page.Article][page.Block] = append(marks, mark{page.Rune, text})
		p.links = append(p.links, pageLink{page.Label, documentsDir + fileOf(page.Article) + "#" + id})
	}
	return p, nil
}

// beginnings gives the page that each article begins on: the one that breaks at
// its first character, or else the last one before.
func beginnings(iss *issue.Issue, pages []PageBreak) map[string]string {
	begins := map[string]string{}
	label := ""
	for _, a := range iss.Articles {
		begins[a.ID] = label
		for ; len(pages) > 0 && pages[0].Article == a.ID; pages = pages[1:] {
			label = pages[0].Label
			if pages[0].Block == 0 && pages[0].Rune == 0 {
				begins[a.ID] = label
			}
		}
	}
	return begins
}

// folio is the page that lists give an article: of the typeset edition, as the
// page list has it, or, where there is none, of the printed contents.
func (p placed) folio(a *issue.Article) string {
	if len(p.links) == 0 {
		return printed(a.Page)
	}
	return p.begins[a.ID]
}

// printed is a page of the printed contents, which may give none.
func printed(page int) string {
	if page <= 0 {
		return ""
	}
	return strconv.Itoa(page)
}

// pageID makes an id of a label: page-12. Characters that ids have not are
// written as their code points, and a label that comes again is numbered.
func pageID(label string, taken map[string]bool) string {
	var b strings.Builder
	b.WriteString("page-")
	for _, r := range label {
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, "u%04x", r)
		}
	}
	id := b.String()
	for n := 2; taken[id]; n++ {
		id = fmt.Sprintf("%s-%d", b.String(), n)
	}
	taken[id] = true
	return id
}
