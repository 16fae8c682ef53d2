package epub

import (
	"fmt"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/notes"
	"kanyin/issues/script"
)

// An articleWriter turns an article into the body of its document.
type articleWriter struct {
	article  *issue.Article
	words    words
	label    string // what lists call the article
	book     script.Direction
	breaks   map[int][]mark // page breaks by block
	plates   plates
	headings []*node // filled while writing, for the table of contents

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
		label = fmt.Sprintf(`aria-label="%s"`, escape(w.label))
	}
	fmt.Fprintf(&w.b, `<section id="%s" epub:type="chapter" role="doc-chapter" %s>`+"\n", w.article.ID, label)
	rest := w.opening()
	open := group{}
	for i := rest; i < len(w.article.Blocks); i++ {
		blocks := w.article.Blocks
		if t, ok := issue.TableAt(blocks, i); ok {
			w.line(open.close)
			i, open = w.table(t)-1, group{}
			continue
		}
		g := groupOf(&blocks[i])
		switch {
		case open == figure && g == caption:
			w.line("<figcaption>")
			open = caption
		case g != open || blocks[i].Kind == issue.Caption:
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
	if end > 0 {
		w.pagesBefore(0, 0) // a page that begins with the article begins with its column's name
	}
	w.line(`<header class="opening">`)
	if column != "" {
		fmt.Fprintf(&w.b, `<p class="column"%s>%s</p>`+"\n", inWhich(script.Of(column, w.book), w.book), inDirection(column, w.book))
	}
	if title < 0 && a.Title != "" {
		w.h1([]string{a.Title}, []string{titled(a.Title, w.book).String()})
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
	case issue.Title, issue.Kicker, issue.Subtitle, issue.Byline, issue.Role, issue.Dateline, issue.Standfirst:
		return true
	}
	return false
}

// title writes the title blocks from i on as one h1, a line each, and gives the last.
func (w *articleWriter) title(i int) int {
	var texts, lines []string
	for ; i < len(w.article.Blocks) && w.article.Blocks[i].Kind == issue.Title; i++ {
		w.pagesBefore(i, len(w.article.Blocks[i].Text))
		texts = append(texts, w.article.Blocks[i].Text)
		lines = append(lines, w.headingRun(i).String())
	}
	w.h1(texts, lines)
	return i - 1
}

// h1 writes a title of so many lines. A title of two or three ideographs is
// spaced by style: no space stands in it that a search would stumble over.
func (w *articleWriter) h1(texts, lines []string) {
	whole := strings.Join(texts, " ")
	attributes := inWhich(script.Of(whole, w.book), w.book)
	if n := len([]rune(whole)); n > 1 && n <= widest && allHan(whole) {
		attributes += ` class="wide"`
	}
	inner := lines[0]
	if len(lines) > 1 {
		inner = `<span class="line">` + strings.Join(lines, `</span><br/><span class="line">`) + "</span>"
	}
	fmt.Fprintf(&w.b, `<h1 id="%s-title"%s>%s</h1>`+"\n", w.article.ID, attributes, inner)
}

// widest is the most ideographs of a title that is spaced.
const widest = 3

// pagesBefore writes the breaks of the pages that begin in a block up to rune
// end, and takes them from it: a reading voice that reads a heading shall not
// read a page's number in it.
func (w *articleWriter) pagesBefore(i, end int) {
	marks := w.breaks[i]
	n := 0
	for n < len(marks) && marks[n].at <= end {
		w.line(marks[n].text)
		n++
	}
	if n > 0 {
		w.breaks[i] = marks[n:]
	}
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

// A caption goes on in the figure of its pictures, where it has some.
var (
	figure  = group{`<figure class="plate">`, "</figure>"}
	caption = group{`<figure class="plate"><figcaption>`, "</figcaption></figure>"}
)

func groupOf(b *issue.Block) group {
	switch {
	case b.Kind == issue.Figure:
		return figure
	case b.Kind == issue.Caption || b.Kind == issue.Credit:
		return caption
	case b.Kind == issue.Abstract:
		return group{`<div class="abstract" epub:type="abstract" role="doc-abstract">`, "</div>"}
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
	case b.Kind == issue.Figure:
		w.line(w.plates[b.Picture].tag(w.article, i, w.words))
	case b.Kind == issue.Heading || b.Kind == issue.Title:
		w.heading(i)
	case w.written[i]:
	case b.Kind == issue.Note || b.Kind == issue.Reference || w.notesIn[i].to > 0:
		w.note(i)
	case b.Kind == issue.Code || b.Kind == issue.Table:
		w.kept(i)
	case b.Kind == issue.List:
		w.parts(i, "\n", `<ul class="items">`, "li", "", "</ul>")
	case b.Kind == issue.Poem:
		w.parts(i, "\n\n", "", "p", ` class="verse stanza"`, "")
	case b.Kind == issue.Box:
		w.parts(i, "\n", `<aside class="box" role="note">`, "p", "", "</aside>")
	case b.Kind == issue.PullQuote:
		w.parts(i, "\n", `<aside class="pull-quote" epub:type="pullquote" role="doc-pullquote">`, "p", "", "</aside>")
	case b.Stanza:
		w.element(i, "p", ` class="verse stanza"`)
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
	attributes += inWhich(script.Of(w.article.Blocks[i].Text, w.book), w.book)
	if len(addressesIn(w.article.Blocks[i].Text)) > 0 && !strings.Contains(attributes, "class=") {
		attributes += ` class="ragged"` // an address leaves gaps that nobody shall stretch
	}
	fmt.Fprintf(&w.b, "<%s%s>%s</%s>\n", name, attributes, w.run(i), name)
}

// heading writes a heading inside the article. Its level is the block's, but
// never more than one below the last: headings do not jump.
func (w *articleWriter) heading(i int) {
	b := &w.article.Blocks[i]
	level := min(max(b.Level, 1)+1, w.level+1, 6)
	w.level = level
	w.count++
	id := fmt.Sprintf("%s-h%d", w.article.ID, w.count)
	w.pagesBefore(i, len(b.Text))
	fmt.Fprintf(&w.b, "<h%d id=\"%s\"%s>%s</h%[1]d>\n", level, id, inWhich(script.Of(b.Text, w.book), w.book), w.headingRun(i))
	w.list(level, &node{title: w.listed(b.Text), href: documentsDir + fileOf(w.article.ID) + "#" + id, heading: true})
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
	text := w.run(i).part(from, to).String()
	attributes := inWhich(script.Of(w.article.Blocks[i].Text, w.book), w.book)
	if id == "" {
		fmt.Fprintf(&w.b, `<p class="note"%s>%s</p>`+"\n", attributes, text)
		return
	}
	fmt.Fprintf(&w.b, `<aside class="note" epub:type="footnote" role="doc-footnote" id="%s"%s>`, id, attributes)
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

// run gives a block's text with its lead, links to and from notes, addresses,
// changes of language and page breaks.
func (w *articleWriter) run(i int) run {
	b := &w.article.Blocks[i]
	t := run{text: []rune(b.Text), marks: w.breaks[i]}
	if strings.HasPrefix(b.Text, b.Lead) {
		t.lead(len([]rune(b.Lead)))
	}
	w.linkNotes(i, &t)
	t.linkAddresses(b.Text)
	t.gloss(b.Glosses)
	t.speak(script.Of(b.Text, w.book))
	return t
}

// headingRun is the run of a title or heading, whose lines end between words.
func (w *articleWriter) headingRun(i int) run {
	t := w.run(i)
	t.phrase()
	return t
}

// listed is a heading as the table of contents has it. A mere number says
// nothing there, where readers show the entry alone: it goes with its article.
func (w *articleWriter) listed(heading string) string {
	const numeral = 3 // characters: 二十三
	if r := []rune(heading); len(r) > numeral || strings.Trim(heading, "〇零一二三四五六七八九十百0123456789IVXivxⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ.、 ") != "" {
		return heading
	}
	return w.label + w.words.within + heading
}
