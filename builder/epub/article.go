package epub

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"kanyin/issues/issue"
	"kanyin/issues/notes"
)

// An articleWriter turns an article into the body of its document.
type articleWriter struct {
	article  *issue.Article
	words    words
	lang     string
	breaks   map[int][]mark // page breaks by block
	headings []*node        // filled while writing, for the table of contents

	b       strings.Builder
	links   notes.Links
	refsIn  map[int]stretch // where the links of a block stand
	notesIn map[int]stretch
	written map[int]bool // blocks that stand in another's element
	level   int          // of the last heading written
	count   int          // headings so far
	path    []*node      // the headings that are open, outermost first
}

// write gives the article as one section: its opening, then its blocks. Blocks
// that belong together (questions and answers, a list, a caption and its
// credit) share an element.
func (w *articleWriter) write() string {
	w.findNotes()
	w.level = 1
	label := fmt.Sprintf(`aria-labelledby="%s-title"`, w.article.ID)
	if !w.hasTitle() {
		label = fmt.Sprintf(`aria-label="%s"`, escape(labelOf(w.article, w.words)))
	}
	fmt.Fprintf(&w.b, `<section id="%s" epub:type="chapter" role="doc-chapter" %s>`+"\n", w.article.ID, label)
	rest := w.opening()
	open := group{}
	for i := rest; i < len(w.article.Blocks); i++ {
		blocks := w.article.Blocks
		g := groupOf(&blocks[i])
		if g != open || blocks[i].Kind == issue.Caption {
			w.line(open.close)
			w.line(g.open)
			open = g
		}
		w.block(i)
	}
	w.line(open.close)
	w.b.WriteString("</section>")
	return w.b.String()
}

func (w *articleWriter) line(s string) {
	if s != "" {
		w.b.WriteString(s + "\n")
	}
}

// opening writes the column's name and the blocks that introduce the article,
// and says where the rest begins.
func (w *articleWriter) opening() int {
	a := w.article
	end, title := 0, -1
	for ; end < len(a.Blocks) && introduces(a.Blocks[end].Kind); end++ {
		if title < 0 && a.Blocks[end].Kind == issue.Title {
			title = end
		}
	}
	column := columnOf(a)
	if end == 0 && column == "" && a.Title == "" {
		return 0
	}
	w.line(`<header class="opening">`)
	if column != "" {
		fmt.Fprintf(&w.b, `<p class="column">%s</p>`+"\n", escape(column))
	}
	if title < 0 && a.Title != "" {
		w.h1(run{text: []rune(a.Title), spans: phrases(a.Title)}.String())
	}
	for i := 0; i < end; i++ {
		if i == title {
			i = w.title(i)
			continue
		}
		w.block(i)
	}
	w.line("</header>")
	return end
}

func columnOf(a *issue.Article) string {
	if a.Subsection == "" {
		return a.Section
	}
	return a.Section + " · " + a.Subsection
}

func introduces(k issue.Kind) bool {
	switch k {
	case issue.Title, issue.Kicker, issue.Subtitle, issue.Byline, issue.Role, issue.Dateline:
		return true
	}
	return false
}

// title writes the title blocks from i on as one h1, a line each, and gives the last.
func (w *articleWriter) title(i int) int {
	var lines []string
	for ; i < len(w.article.Blocks) && w.article.Blocks[i].Kind == issue.Title; i++ {
		lines = append(lines, w.inline(i, phrases(w.article.Blocks[i].Text)))
	}
	if len(lines) == 1 {
		w.h1(lines[0])
	} else {
		w.h1(`<span class="line">` + strings.Join(lines, `</span><br/><span class="line">`) + "</span>")
	}
	return i - 1
}

func (w *articleWriter) h1(inner string) {
	fmt.Fprintf(&w.b, `<h1 id="%s-title">%s</h1>`+"\n", w.article.ID, inner)
}

// hasTitle says whether there is a title to set. An article without one is
// named by its first words, which are not set twice.
func (w *articleWriter) hasTitle() bool {
	for _, b := range w.article.Blocks {
		if b.Kind == issue.Title {
			return true
		}
		if !introduces(b.Kind) {
			break
		}
	}
	return w.article.Title != ""
}

// A group is the element around neighbouring blocks of one sort.
type group struct{ open, close string }

func groupOf(b *issue.Block) group {
	switch {
	case b.Kind == issue.Caption || b.Kind == issue.Credit:
		return group{`<figure class="plate"><figcaption>`, "</figcaption></figure>"}
	case b.Kind == issue.Data:
		return group{`<div class="data">`, "</div>"}
	case b.Kind == issue.Poem:
		return group{`<div class="verse">`, "</div>"}
	case b.Kind != issue.Paragraph:
		return group{}
	}
	switch b.Form {
	case issue.Question, issue.Answer:
		return group{`<div class="qna" epub:type="qna" role="doc-qna">`, "</div>"}
	case issue.Item:
		return group{`<ul class="items">`, "</ul>"}
	case issue.Quotation:
		return group{`<blockquote class="quotation">`, "</blockquote>"}
	case issue.Verse:
		return group{`<div class="verse">`, "</div>"}
	}
	return group{}
}

// block writes one block as one element, whose class is the block's kind or form.
func (w *articleWriter) block(i int) {
	b := &w.article.Blocks[i]
	switch {
	case b.Kind == issue.Heading || b.Kind == issue.Title:
		w.heading(i)
	case w.written[i]:
	case b.Kind == issue.Note || w.notesIn[i].to > 0:
		w.note(i)
	case b.Kind == issue.Paragraph && b.Form == issue.Item:
		w.element(i, "li", "")
	case b.Kind == issue.Paragraph && b.Form == issue.Plain:
		w.element(i, "p", "")
	case b.Kind == issue.Paragraph:
		w.element(i, "p", ` class="`+string(b.Form)+`"`)
	case b.Kind == issue.Subtitle:
		w.element(i, "p", ` class="subtitle" epub:type="subtitle" role="doc-subtitle"`)
	default:
		w.element(i, "p", ` class="`+string(b.Kind)+`"`)
	}
}

func (w *articleWriter) element(i int, name, attributes string) {
	fmt.Fprintf(&w.b, "<%s%s>%s</%s>\n", name, attributes, w.inline(i, nil), name)
}

// heading writes a heading inside the article. Its level is the block's, but
// never more than one below the last: headings do not jump.
func (w *articleWriter) heading(i int) {
	b := &w.article.Blocks[i]
	level := min(max(b.Level, 1)+1, w.level+1, 6)
	w.level = level
	w.count++
	id := fmt.Sprintf("%s-h%d", w.article.ID, w.count)
	fmt.Fprintf(&w.b, "<h%d id=\"%s\">%s</h%[1]d>\n", level, id, w.inline(i, phrases(b.Text)))
	w.list(level, &node{title: b.Text, href: documentsDir + fileOf(w.article.ID) + "#" + id, heading: true})
}

// list hangs a heading under the last one of a higher level.
func (w *articleWriter) list(level int, n *node) {
	depth := level - 2
	w.path = w.path[:min(depth, len(w.path))]
	if len(w.path) == 0 {
		w.headings = append(w.headings, n)
	} else {
		parent := w.path[len(w.path)-1]
		parent.kids = append(parent.kids, n)
	}
	w.path = append(w.path, n)
}

// note writes the notes of a block. One that the text refers to stands in an
// aside, whose mark leads back there, with what goes on with it.
func (w *articleWriter) note(i int) {
	length := len([]rune(w.article.Blocks[i].Text))
	at := 0
	for n := w.notesIn[i].from; n < w.notesIn[i].to; n++ {
		note := &w.links.Notes[n]
		if note.From > at {
			w.notePart(i, at, note.From, nil, "")
		}
		w.notePart(i, note.From, note.To, note.More, fmt.Sprintf("%s-n%d", w.article.ID, n+1))
		at = note.To
	}
	if at < length || at == 0 {
		w.notePart(i, at, length, nil, "")
	}
}

// notePart writes the runes of a block as a note; one with an id is referred to.
func (w *articleWriter) notePart(i, from, to int, more []int, id string) {
	text := w.run(i, nil).part(from, to).String()
	if id == "" {
		fmt.Fprintf(&w.b, `<p class="note">%s</p>`+"\n", text)
		return
	}
	fmt.Fprintf(&w.b, `<aside class="note" epub:type="footnote" role="doc-footnote" id="%s">`, id)
	if len(more) == 0 {
		w.b.WriteString(text + "</aside>\n")
		return
	}
	w.b.WriteString("<p>" + text + "</p>\n")
	for _, k := range more {
		w.element(k, "p", "")
		w.written[k] = true
	}
	w.b.WriteString("</aside>\n")
}

// leastPhrase is the shortest part of a title, in characters, that stands on a
// line of its own: what is shorter numbers the next part (1. 一、) or is a word
// set with wide spaces (借 灯).
const leastPhrase = 3

// phrases are the parts of a title that spaces set apart: 河水东流 两岸人家. The
// style sheet keeps each on a line of its own where it fits, so that a narrow
// screen breaks the title where it pauses.
func phrases(title string) []span {
	var out []span
	from, at := 0, 0
	text := []rune(title)
	for ; at <= len(text); at++ {
		switch part := text[from:at]; {
		case at < len(text) && !unicode.IsSpace(text[at]):
			continue
		case len(part) == 0:
		case at < len(text) && (len(part) < leastPhrase || !hasHan(part)):
			continue // it goes with the next one
		default:
			out = append(out, span{from, at, `<span class="phrase">`, "</span>"})
		}
		from = at + 1
	}
	if len(out) < 2 || !hasHan(text) { // Latin words break at any space
		return nil
	}
	return out
}

func hasHan(text []rune) bool {
	return slices.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

// inline gives a block's text with its lead, links to and from notes, changes
// of language, page breaks, and such further spans as find room.
func (w *articleWriter) inline(i int, more []span) string { return w.run(i, more).String() }

func (w *articleWriter) run(i int, more []span) run {
	b := &w.article.Blocks[i]
	t := run{text: []rune(b.Text), marks: w.breaks[i]}
	if strings.HasPrefix(b.Text, b.Lead) {
		t.lead(len([]rune(b.Lead)))
	}
	w.linkNotes(i, &t)
	t.add(foreign(t.text, w.lang)...)
	t.add(more...)
	return t
}
