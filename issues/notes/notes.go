// Package notes pairs the notes of an article with the marks in its text, for
// every edition alike.
//
// A mark belongs to one note: the nearest after it that begins with it. What is
// not certain is left alone, and stands in the text as it was; no text is
// changed here.
package notes

import (
	"slices"

	"kanyin/issues/issue"
)

// Links are the notes of an article and the places that refer to them.
type Links struct {
	Notes []Note // that the text refers to, in the order of the blocks
	Refs  []Ref  // in the order of the text
}

// A Note is a note that the text refers to. All places are in runes.
type Note struct {
	Block    int   // where it stands
	From, To int   // the part of the block that is this note: one block may hold several
	Mark     Span  // what it begins with: ①, [1]
	More     []int // the blocks behind it that go on with it
	Back     int   // index of the first reference to it
}

// A Span is a stretch of a block's text, in runes.
type Span struct{ From, To int }

// A Ref is a mark in the text that leads to a note.
type Ref struct {
	Block int
	Span
	Note int // index
}

// Of pairs the notes of an article with the marks in its text.
//
// How: the blocks are gone through in order. Marks wait for the notes behind
// them. Where several lists of notes stand together, they take the marks in
// turn if there are as many runs of marks, each with the marks of its list;
// else every mark goes to the first list that has it.
//
// Where it fails: a note that stands before its mark; numbers in brackets that
// are no marks, where a note begins with the same.
func Of(blocks []issue.Block) Links {
	if !slices.ContainsFunc(blocks, func(b issue.Block) bool { return holdsNotes(&b) }) {
		return Links{}
	}
	p := pairing{to: map[place]int{}}
	for i := range blocks {
		b := &blocks[i]
		if holdsNotes(b) {
			p.lists = append(p.lists, notesIn(i, []rune(b.Text))...)
			continue
		}
		marks := marksIn(i, b)
		if len(p.lists) > 0 {
			if !slices.ContainsFunc(marks, func(m mark) bool { return !m.opens }) {
				continue // what begins behind notes goes on with them
			}
			p.settle()
		}
		p.waiting = append(p.waiting, marks...)
	}
	p.settle()
	l := p.links()
	l.goOn(blocks)
	return l
}

// holdsNotes reports whether the block is a note, or several of them under
// their label.
func holdsNotes(b *issue.Block) bool {
	if b.Kind == issue.Note || b.Kind == issue.Reference {
		return true
	}
	return b.Kind == issue.Paragraph && labelled.MatchString(b.Text)
}

// Unlabelled gives the plain paragraphs that are notes although nothing said so:
// they begin with a number in square brackets, a raised one or a dagger that a
// text before them has. A paragraph after one that begins likewise is one as
// well, so that a list whose last is never referred to stays whole.
func Unlabelled(blocks []issue.Block) []int {
	referred := map[string]bool{}
	var out []int
	for i := range blocks {
		b := &blocks[i]
		if b.Kind == issue.Paragraph && b.Form == issue.Plain && alone.MatchString(b.Text) {
			key, _ := keyOf(alone.FindString(b.Text))
			if referred[key] || len(out) > 0 && out[len(out)-1] == i-1 {
				out = append(out, i)
				continue
			}
		}
		for _, m := range marksIn(i, b) {
			if m.opens {
				continue
			}
			for _, m := range append([]mark{m}, m.also...) {
				referred[m.key] = true
			}
		}
	}
	return out
}

// mayRefer holds of the kinds whose texts refer to notes.
func mayRefer(k issue.Kind) bool {
	switch k {
	case issue.Paragraph, issue.Heading, issue.Title, issue.Subtitle, issue.Byline, issue.Caption, issue.Data:
		return true
	}
	return false
}

// A place is a stretch of a block.
type place struct {
	block int
	Span
}

// A mark is one that waits for its note.
type mark struct {
	place
	key    string
	number int    // 0 for a sign
	opens  bool   // begins its paragraph: it may as well number it
	also   []mark // numbers of a range that are not written: the 2 of [1-3]
}

// A pairing is under way.
type pairing struct {
	waiting []mark
	lists   []note // since the last mark
	notes   []note // that were paired
	refs    []mark
	to      map[place]int // where each of refs leads: index of notes
}

// A note is a Note with what pairs it.
type note struct {
	Note
	key    string
	number int
}

// settle pairs the waiting marks with the notes that were gathered.
func (p *pairing) settle() {
	p.waiting = sure(p.waiting, p.lists)
	lists := listsOf(p.lists)
	p.lists = nil
	if runs := runsOf(p.waiting); len(lists) > 1 && fit(runs, lists) {
		p.waiting = nil
		for i := range lists {
			p.pair(runs[i], lists[i])
		}
		return
	}
	rest := p.waiting
	for _, l := range lists {
		rest = p.pair(rest, l)
	}
	p.waiting = rest
}

// pair links the marks with the notes of one list and gives the marks that
// found none.
func (p *pairing) pair(marks []mark, list []note) []mark {
	notes := map[string]int{}
	for i, n := range list {
		if _, there := notes[n.key]; !there {
			notes[n.key] = i
		}
	}
	count := map[string]int{}
	for _, m := range marks {
		count[m.key]++
	}
	back := make([]*mark, len(list))
	var rest []mark
	for _, m := range marks {
		i, ok := notes[m.key]
		if !ok || count[m.key] > 1 && onceOnly(m.key) {
			rest = append(rest, m)
			continue
		}
		p.refs = append(p.refs, m)
		p.to[m.place] = len(p.notes) + i
		for _, hidden := range append([]mark{m}, m.also...) {
			if i, ok := notes[hidden.key]; ok && back[i] == nil {
				back[i] = &m
			}
		}
	}
	for i := range list {
		list[i].Back = -1
		if back[i] != nil {
			list[i].Back = slices.IndexFunc(p.refs, func(r mark) bool { return r.place == back[i].place })
		}
	}
	p.notes = append(p.notes, list...)
	return rest
}

// links gives what was paired, without the notes that nothing refers to.
func (p *pairing) links() Links {
	var l Links
	index := make([]int, len(p.notes))
	for i, n := range p.notes {
		index[i] = len(l.Notes)
		if n.Back >= 0 {
			l.Notes = append(l.Notes, n.Note)
		}
	}
	order := make([]int, len(p.refs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		ra, rb := p.refs[a], p.refs[b]
		if ra.block != rb.block {
			return ra.block - rb.block
		}
		return ra.From - rb.From
	})
	at := make([]int, len(order))
	for i, o := range order {
		r := p.refs[o]
		at[o] = i
		l.Refs = append(l.Refs, Ref{r.block, r.Span, index[p.to[r.place]]})
	}
	for i := range l.Notes {
		l.Notes[i].Back = at[l.Notes[i].Back]
	}
	return l
}
