package reconstruct

import (
	"slices"
	"sort"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/seam"
)

// orderLines puts the lines in reading order.
//
// How: every row that is not of the front goes to package seam with its label,
// in source order, rows that a margin broke parted where a column may have ended
// inside them; the answer is the articles as chains of blocks, every link
// that is not plain adjacency with its evidence, and the doubts. Links and
// doubts become findings. Then pictures that stand between two articles are
// claimed, and articles come in the order of their pages.
//
// Where it fails: as seam tells; a row with a wrong label misleads it.
func orderLines(d *draft) {
	pieces, rows := d.pieces()
	if d.tear(d.knownTears(rows), rows) {
		pieces, rows = d.pieces()
	}
	if d.tear(seam.Tears(pieces), rows) {
		pieces, rows = d.pieces()
	}
	d.know(pieces, rows)
	res := seam.Solve(pieces)
	byRow := map[int]int{}
	for n, s := range d.starts {
		byRow[s.row] = n
	}
	for _, a := range res.Articles {
		art := article{start: byRow[rows[a.Start]]}
		for _, b := range a.Blocks {
			art.blocks = append(art.blocks, rowsOf(b, rows))
		}
		d.articles = append(d.articles, art)
	}
	for _, b := range res.Loose {
		d.loose = append(d.loose, rowsOf(b, rows))
	}
	d.tellJumps(res, rows)
	d.tellDoubts(res, rows)
	d.tellCuts(res, rows)
	d.orderTitles()
	d.claimCaptions()
	d.claimNotes()
	d.byPages()
}

func rowsOf(block, rows []int) []int {
	out := make([]int, len(block))
	for i, p := range block {
		out[i] = rows[p]
	}
	return out
}

var seamLabels = map[issue.Kind]seam.Label{
	issue.Heading: seam.Heading, issue.Title: seam.Title, issue.Kicker: seam.Title, issue.Subtitle: seam.Title,
	issue.Byline: seam.Byline, issue.Role: seam.Byline, issue.Dateline: seam.Byline,
	issue.Affiliation: seam.Affiliation, issue.SourceNote: seam.Source, issue.Editor: seam.Editor, issue.Note: seam.Note,
	issue.Caption: seam.Aside, issue.Credit: seam.Aside, issue.Data: seam.Aside, issue.Prompt: seam.Aside,
	issue.RunningHead: seam.Furniture, issue.PageNumber: seam.Furniture,
}

// pieces gives seam what it needs of every row outside the front.
func (d *draft) pieces() ([]seam.Piece, []int) {
	starts := map[int]int{}
	for _, s := range d.starts {
		if s.entry >= 0 {
			starts[s.row] = d.toc.entries[s.entry].page
		} else {
			starts[s.row] = 0
		}
	}
	var pieces []seam.Piece
	var rows []int
	for _, i := range d.inOrder() {
		r := &d.rows[i]
		if r.zone == front {
			continue
		}
		p := seam.Piece{
			Line: r.lines[0], Label: seamLabels[r.kind], Text: r.text, Raw: r.raw, Glued: r.glued, Apart: r.apart || r.lead != "",
			Blank: r.blank, Edge: r.edge, Turned: r.torn, OnTo: r.onto, From: r.from, Number: r.number, Series: r.series,
		}
		if r.kind == issue.Paragraph && r.from == 0 && r.onto == 0 && r.form == issue.Plain {
			p.Turns = r.turns
		}
		if q := d.prev(i); q >= 0 && matter(d.rows[q].fold) {
			p.Apart = true
		}
		switch {
		case r.kind == issue.Note && d.underColumn(i):
			p.Label = seam.Aside // it stands at a column's foot and ends nothing
		case r.aside:
			p.Label = seam.Aside // it ends a letter or a part, and no article
		case r.foot:
			p.Label = seam.Affiliation // it stands where one does
		case r.head:
			p.Label = seam.Byline
		}
		if page, ok := starts[i]; ok {
			p.Start, p.Page = true, page
			p.Glued = false
		}
		pieces = append(pieces, p)
		rows = append(rows, i)
	}
	return pieces, rows
}

// matter reports whether the text is one of a paper's particulars.
func matter(fold string) bool {
	rest, _, ok := cutPrefix(strings.TrimLeft(fold, "[("), matterHeads)
	return ok && rest != "" && strings.ContainsAny(rest[:1], ":]) ")
}

// underColumn reports whether a text breaks off in front of the note at row i, or
// in front of the notes before it.
func (d *draft) underColumn(i int) bool {
	p := d.prev(i)
	for p >= 0 && d.rows[p].kind == issue.Note {
		p = d.prev(p)
	}
	return p >= 0 && d.rows[p].kind == issue.Paragraph && !ended(d.rows[p].fold) && d.rows[p].form == issue.Plain
}

// orderTitles puts a title's rows in the order in which they read, where the
// contents showed that the dump has them in another, and glues those that
// furniture parted.
func (d *draft) orderTitles() {
	for n := range d.articles {
		a := &d.articles[n]
		title := d.starts[a.start].rows
		if len(title) < 2 {
			continue
		}
		in := map[int]bool{}
		for _, i := range title {
			in[i] = true
		}
		var out [][]int
		placed := false
		for _, b := range a.blocks {
			if !in[b[0]] {
				// A kicker may have been glued to a row of the title.
				out = append(out, slices.DeleteFunc(b, func(i int) bool { return in[i] }))
				continue
			}
			if !placed {
				out = append(out, append([]int(nil), title...))
				placed = true
			}
		}
		a.blocks = out
	}
}

// byPages sorts the articles by the pages that the contents give; one without
// a page stays behind the article before it.
func (d *draft) byPages() {
	pages := make([]int, len(d.articles))
	last := 0
	for n, a := range d.articles {
		if e := d.starts[a.start].entry; e >= 0 && d.toc.entries[e].page > 0 {
			last = d.toc.entries[e].page
		}
		pages[n] = last
	}
	order := make([]int, len(d.articles))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool { return pages[order[a]] < pages[order[b]] })
	sorted := make([]article, len(order))
	for i, o := range order {
		sorted[i] = d.articles[o]
	}
	d.articles = sorted
}
