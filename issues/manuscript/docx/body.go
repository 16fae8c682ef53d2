package docx

import (
	"strings"

	"kanyin/issues/manuscript"
	"kanyin/issues/manuscript/count"
	"kanyin/issues/manuscript/tree"
	"kanyin/issues/say"
	"kanyin/issues/source"
)

// A place is where blocks stand.
type place struct {
	box  bool // in a text box, or in a frame that a table of one cell draws
	note string
}

// blocks reads what stands one below the other.
func (r *reader) blocks(n *tree.Node, at place) {
	for _, c := range n.Children {
		switch c.Name {
		case "p":
			r.paragraph(c, at)
		case "tbl":
			r.table(c, at)
		case "sdt":
			if content := c.Child("sdtContent"); content != nil {
				r.blocks(content, at)
			}
		case "ins", "moveTo", "customXml", "smartTag":
			r.blocks(c, at)
		case "AlternateContent":
			if chosen := choice(c); chosen != nil {
				r.blocks(chosen, at)
			}
		case "altChunk":
			r.doc.Trouble("text-missing", say.Of("a file that the manuscript only includes was not read"), r.targets[c.Attr("id")])
		}
	}
}

// choice gives the newer of two forms of one thing.
func choice(n *tree.Node) *tree.Node {
	if c := n.Child("Choice"); c != nil {
		return c
	}
	return n.Child("Fallback")
}

// paragraph reads one, and the text boxes that hang on it.
func (r *reader) paragraph(n *tree.Node, at place) {
	pr := n.Child("pPr")
	style := r.style(pr)
	set := paragraphLook(pr).over(style)
	t := text{reader: r, base: style.over(r.styles.defaults)}
	t.inline(n)
	p := t.paragraph()
	p.Align, p.Role, p.Box = set.align, roleOf(style.name), at.box
	if at.note != "" {
		p.Role = source.NoteRole
		p.Lines[0] = at.note + strings.TrimLeft(p.Lines[0], " \u3000")
	}
	if p.Role == source.NoRole && set.outline > 0 {
		p.Level = set.outline
	}
	if set.list != "" && set.list != "0" && !p.Blank() {
		number, bullet := r.lists.next(set.list, set.level)
		p.Lines[0] = number + strings.TrimLeft(p.Lines[0], " \u3000")
		if bullet {
			p.Role = source.ListRole
		}
	}
	r.flush(p, pr.Child("rPr", "del") == nil)
	boxes := r.boxes
	r.boxes = nil
	for _, b := range boxes {
		r.blocks(b, place{box: true})
	}
}

// style gives the look of the paragraph's style.
func (r *reader) style(pr *tree.Node) look {
	if id := pr.Child("pStyle").Attr("val"); id != "" {
		return r.styles.looks[id]
	}
	return r.styles.looks[r.styles.normal]
}

// flush adds a paragraph, or keeps it where its end was deleted: then it goes
// on with the next.
func (r *reader) flush(p manuscript.Paragraph, ends bool) {
	if r.open != nil {
		before := *r.open
		r.open = nil
		if len(p.Lines) > 0 {
			last := len(before.Lines) - 1
			before.Lines[last] += p.Lines[0]
			before.Lines = append(before.Lines, p.Lines[1:]...)
		}
		p = before
	}
	if !ends && len(p.Lines) > 0 {
		r.open = &p
		r.seen.deleted++
		return
	}
	r.doc.Add(p)
}

// table reads a table row by row, its cells parted by tabs. A table of one cell
// is a frame around text.
func (r *reader) table(n *tree.Node, at place) {
	var rows []*tree.Node
	var gather func(n *tree.Node, names string) []*tree.Node
	gather = func(n *tree.Node, name string) (out []*tree.Node) {
		for _, c := range n.Children {
			switch c.Name {
			case name:
				out = append(out, c)
			case "sdt":
				if content := c.Child("sdtContent"); content != nil {
					out = append(out, gather(content, name)...)
				}
			case "ins", "customXml":
				out = append(out, gather(c, name)...)
			}
		}
		return out
	}
	rows = gather(n, "tr")
	if len(rows) == 1 && len(gather(rows[0], "tc")) == 1 {
		r.blocks(gather(rows[0], "tc")[0], place{box: true})
		return
	}
	for _, row := range rows {
		if row.Child("trPr", "del") != nil {
			r.seen.deleted++
			continue
		}
		var cells []string
		var look manuscript.Paragraph
		for _, c := range gather(row, "tc") {
			cell, first := r.cell(c)
			if len(cells) == 0 {
				look = first
			}
			cells = append(cells, cell)
		}
		look.Lines, look.Role, look.Box = []string{strings.Join(cells, "\t")}, source.TableRole, at.box
		r.doc.Add(look)
	}
}

// cell gives a cell's text in one line.
func (r *reader) cell(n *tree.Node) (string, manuscript.Paragraph) {
	outer, open := r.doc, r.open
	r.doc, r.open = &manuscript.Document{}, nil
	r.blocks(n, place{})
	inner := r.doc
	r.doc, r.open = outer, open
	var parts []string
	var first manuscript.Paragraph
	for i, p := range inner.Paragraphs {
		if i == 0 {
			first = p
			first.Level = 0
		}
		parts = append(parts, strings.ReplaceAll(strings.Join(p.Lines, " "), "\t", " "))
	}
	for _, p := range inner.Pictures {
		p.After = len(outer.Paragraphs)
		outer.Pictures = append(outer.Pictures, p)
	}
	for _, t := range inner.Troubles {
		t.After = len(outer.Paragraphs)
		outer.Troubles = append(outer.Troubles, t)
	}
	return strings.Join(parts, " "), first
}

// putNotes reads the notes that the text refers to.
func (r *reader) putNotes() {
	for i := 0; i < len(r.noted); i++ { // a note may refer to another
		body := r.doc.Paragraphs
		r.doc.Paragraphs = nil
		r.blocks(r.noted[i], place{note: count.Circled(i + 1)})
		r.doc.Notes = append(r.doc.Notes, r.doc.Paragraphs...)
		r.doc.Paragraphs = body
	}
}

// tell notes what was seen and is told once, at the manuscript's beginning.
func (r *reader) tell() {
	if r.seen.inserted+r.seen.deleted > 0 {
		r.doc.WholeTrouble("changes-accepted", say.Of("%s and %s were taken as accepted",
			say.Count(r.seen.inserted, "1 tracked insertion", "%d tracked insertions"), say.Count(r.seen.deleted, "1 tracked deletion", "%d tracked deletions")))
	}
	if r.seen.hidden > 0 {
		r.doc.WholeTrouble("text-missing", say.Count(r.seen.hidden, "1 piece of hidden text left out", "%d pieces of hidden text left out"))
	}
	if r.seen.formulas > 0 {
		r.doc.WholeTrouble("marks-lost", say.Count(r.seen.formulas, "1 formula set as plain text", "%d formulas set as plain text"))
	}
}
