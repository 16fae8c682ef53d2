package assemble

import (
	"slices"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/entries"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/say"
)

// A piece is rows that are one block, in the order of reading.
type piece struct {
	kind  label.Kind
	rows  []int
	level int      // of a heading
	why   say.Text // for a block that editions leave out
}

// An article is a title and what follows it, up to the next title.
type article struct {
	id     string
	pieces []*piece // in the order of reading, what stands over the title first
	opener string   // the section whose opener stands before it
	entry  *entry   // of the contents, where one announces it

	name, subtitle, kicker, section string
	authors                         []string
}

// Gathered is what the rows of an issue belong to.
type gathered struct {
	articles  []*article
	front     []*piece // cover, contents, colophon, notices
	dropped   []*piece // what a page repeats
	decisions []issue.Decision
	findings  []issue.Finding
}

func (g *gathered) decide(t *text, p *piece, text say.Text) {
	g.decisions = append(g.decisions, issue.Decision{Pass: pass, Lines: t.lines(p.rows), Text: text})
}

// A walk goes over the rows once, from the first to the last.
type walk struct {
	*text
	gathered
	cur    *article
	over   []*piece // what stands over a title that has not come yet
	opener string
	last   map[label.Kind]*piece // of the front and of what is dropped
	habit  bylinePlace

	jumps  []*jump // articles that said where they go on and were not taken up yet
	tail   bool    // the next row of text goes on with the paragraph that jumped
	headed bool    // the title of a jumped article stood here; the mark may follow
	folios int     // see folioOffset
}

// gather says which rows are one piece and whose piece it is.
//
// How: a title begins an article; a kicker, a subtitle and, in a house that
// sets them so, a byline before it wait for it. A row that goes on with a block
// is joined to the article's last piece of its kind, whatever stands between.
func gather(t *text) *gathered {
	w := &walk{text: t, last: map[label.Kind]*piece{}, habit: bylineHabit(t), folios: folioOffset(t)}
	for i := range t.rows {
		w.row(i)
	}
	if len(w.over) > 0 {
		if w.cur == nil {
			w.begin()
		}
		w.cur.pieces = append(w.cur.pieces, w.over...)
	}
	return &w.gathered
}

func (w *walk) row(i int) {
	switch k := w.labels[i].Kind; k {
	case label.Cover, label.Colophon, label.Notice, label.Contents, label.ContentsHead, label.ContentsSection:
		w.aside(&w.front, i)
	case label.Running:
		w.aside(&w.dropped, i)
	case label.Section:
		w.aside(&w.dropped, i)
		p := w.last[k]
		p.why = say.Of("opens a section, whose articles bear its name")
		w.opener = entries.CleanSection(w.joined(p.rows))
	case label.Title:
		w.title(i)
	case label.Kicker, label.Subtitle, label.Byline:
		w.opening(i)
	case label.Jump:
		w.jump(i)
	default:
		if k == label.Paragraph && onlyMark(w.text.row(i)) {
			w.jump(i)
			return
		}
		w.body(i)
	}
}

// aside puts a row into the front or among what is dropped.
func (w *walk) aside(zone *[]*piece, i int) {
	k := w.labels[i].Kind
	p := w.last[k]
	if p == nil || w.labels[i].Begins || k == label.Running {
		p = &piece{kind: k}
		if k == label.Running {
			p.why = say.Of("stands on every page: a running head or a page number")
		}
		*zone = append(*zone, p)
		w.last[k] = p
	}
	p.rows = append(p.rows, i)
}

// begin opens an article with what waited for its title.
func (w *walk) begin() {
	w.tail, w.headed = false, false
	w.cur = &article{opener: w.opener, pieces: w.over}
	w.over = nil
	w.articles = append(w.articles, w.cur)
}

func (w *walk) title(i int) {
	if w.cur != nil && !w.labels[i].Begins && !w.cur.hasBody() && len(w.over) == 0 {
		if p := w.cur.lastOf(label.Title); p != nil {
			p.rows = append(p.rows, i)
			return
		}
	}
	w.begin()
	w.cur.add(label.Title, i)
}

// opening places a kicker, a subtitle or a byline: with the title that stands
// before it, or with the one that follows.
func (w *walk) opening(i int) {
	k, begins := w.labels[i].Kind, w.labels[i].Begins
	waits := w.cur == nil || w.cur.hasBody()
	if k == label.Byline {
		if p := w.titleAbove(i); p != nil && (opened(w.joined(p.rows)) || holdsTitle(w.text.row(i))) {
			p.rows = append(p.rows, i)
			return
		}
		if waits && holdsTitle(w.text.row(i)) {
			w.begin()
			w.cur.add(label.Title, i)
			return
		}
	}
	if k == label.Byline && w.cur != nil && waits {
		waits = w.habit.over(i)
	}
	switch {
	case waits && !begins && len(w.over) > 0 && w.over[len(w.over)-1].kind == k:
		p := w.over[len(w.over)-1]
		p.rows = append(p.rows, i)
	case waits:
		w.over = append(w.over, &piece{kind: k, rows: []int{i}})
	default:
		w.cur.join(k, i, begins)
	}
}

// titleAbove gives the title whose last row stands right above row i.
func (w *walk) titleAbove(i int) *piece {
	if w.cur == nil || len(w.over) > 0 {
		return nil
	}
	if p := w.cur.lastOf(label.Title); p != nil && p.rows[len(p.rows)-1] == i-1 {
		return p
	}
	return nil
}

// body places running text and what stands in it.
func (w *walk) body(i int) {
	if w.cur == nil {
		w.begin()
	} else if len(w.over) > 0 { // no title came: what waited for one belongs to the text before
		w.cur.pieces = append(w.cur.pieces, w.over...)
		w.over = nil
	}
	if w.resumes(i) {
		return
	}
	k, begins := w.labels[i].Kind, w.labels[i].Begins
	if k == label.Paragraph {
		// 本报讯（记者 …） opens the paragraph that the next row goes on with.
		if p := w.cur.lastFlow(); p != nil && p.kind == label.Inline {
			p.kind = label.Paragraph
			begins = false
		}
	}
	if w.tail && !besides(k) {
		w.tail, w.headed = false, false
		if k == label.Paragraph || k == label.Inline {
			k, begins = label.Paragraph, false
		}
	}
	if p := w.cur.endingAt(i - 1); k == label.Heading && !begins && p != nil && p.kind != k {
		p.rows = append(p.rows, i) // no heading goes on behind text: the row ends what stands before it
		return
	}
	w.cur.join(k, i, begins)
	w.leaves(i)
}

// endingAt gives the piece whose last row is row i.
func (a *article) endingAt(i int) *piece {
	for _, p := range slices.Backward(a.pieces) {
		if p.rows[len(p.rows)-1] == i {
			return p
		}
	}
	return nil
}

func (a *article) add(k label.Kind, i int) *piece {
	p := &piece{kind: k, rows: []int{i}}
	a.pieces = append(a.pieces, p)
	return p
}

// join adds a row to the article's last piece of its kind, or begins a piece.
func (a *article) join(k label.Kind, i int, begins bool) {
	if p := a.lastOf(k); p != nil && !begins {
		p.rows = append(p.rows, i)
		return
	}
	a.add(k, i)
}

func (a *article) lastOf(k label.Kind) *piece {
	for _, p := range slices.Backward(a.pieces) {
		if p.kind == k {
			return p
		}
	}
	return nil
}

// lastFlow gives the piece that the text has come to: captions, boxes, notes
// and the like stand beside it.
func (a *article) lastFlow() *piece {
	for _, p := range slices.Backward(a.pieces) {
		if !besides(p.kind) {
			return p
		}
	}
	return nil
}

func besides(k label.Kind) bool {
	switch k {
	case label.Caption, label.Quote, label.Box, label.Note, label.Jump, label.Byline, label.Affiliation, label.Source, label.Editor:
		return true
	}
	return false
}

// hasBody reports whether text was met: before it, titles may go on.
func (a *article) hasBody() bool {
	return slices.ContainsFunc(a.pieces, func(p *piece) bool {
		switch p.kind {
		case label.Paragraph, label.Heading, label.List, label.Code, label.Table, label.Verse, label.Inline:
			return true
		}
		return false
	})
}

// of gives the article's pieces of a kind, in the order of reading.
func (a *article) of(k label.Kind) []*piece {
	var out []*piece
	for _, p := range a.pieces {
		if p.kind == k {
			out = append(out, p)
		}
	}
	return out
}

// firstRow gives the row that the article begins with.
func (a *article) firstRow() int {
	if rows := a.titleRows(); len(rows) > 0 {
		return rows[0]
	}
	if len(a.pieces) > 0 {
		return a.pieces[0].rows[0]
	}
	return 0
}
