package joins

import (
	"slices"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/seam"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/inside"
	"kanyin/issues/reconstruct/torn/marks"
	"kanyin/issues/reconstruct/torn/unwrap"
	"kanyin/issues/reconstruct/torn/wording"
)

// OrderLines puts the lines in reading order.
//
// How: every row that is not of the front goes to package seam with its label,
// in source order, rows that a margin broke parted where a column may have ended
// inside them; the answer is the articles as chains of blocks, every link
// that is not plain adjacency with its evidence, and the doubts. Links and
// doubts become findings. Then pictures that stand between two articles are
// claimed, and articles come in the order of their pages.
//
// Where it fails: as seam tells; a row with a wrong label misleads it.
func OrderLines(d *draft.Draft) {
	pieces, rows := piecesFor(d)
	if unwrap.Tear(d, knownTears(d, rows), rows) {
		pieces, rows = piecesFor(d)
	}
	if unwrap.Tear(d, seam.Tears(pieces), rows) {
		pieces, rows = piecesFor(d)
	}
	know(d, pieces, rows)
	res := seam.Solve(pieces)
	byRow := map[int]int{}
	for n, s := range d.Starts {
		byRow[s.Row] = n
	}
	for _, a := range res.Articles {
		art := draft.Article{Start: byRow[rows[a.Start]]}
		for _, b := range a.Blocks {
			art.Blocks = append(art.Blocks, rowsOf(b, rows))
		}
		d.Articles = append(d.Articles, art)
	}
	for _, b := range res.Loose {
		d.Loose = append(d.Loose, rowsOf(b, rows))
	}
	tellJumps(d, res, rows)
	tellDoubts(d, res, rows)
	tellCuts(d, res, rows)
	orderTitles(d)
	marks.ClaimCaptions(d)
	inside.ClaimNotes(d)
	byPages(d)
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

// piecesFor gives seam what it needs of every row outside the front.
func piecesFor(d *draft.Draft) ([]seam.Piece, []int) {
	starts := map[int]int{}
	for _, s := range d.Starts {
		starts[s.Row] = d.EntryOf(s).Page
	}
	var pieces []seam.Piece
	var rows []int
	for _, i := range unwrap.InOrder(d) {
		r := &d.Rows[i]
		if r.Zone == draft.Front {
			continue
		}
		p := seam.Piece{
			Line: r.Lines[0], Label: seamLabels[r.Kind], Text: r.Text, Raw: r.Raw, Glued: r.Glued, Apart: r.Apart || r.Lead != "",
			Blank: r.Blank, Edge: r.Edge, Turned: r.Torn, OnTo: r.Onto, From: r.From, Number: r.Number, Series: r.Series,
		}
		if r.Kind == issue.Paragraph && r.From == 0 && r.Onto == 0 && r.Form == issue.Plain {
			p.Turns = r.Turns
		}
		if q := d.Prev(i); q >= 0 && (matter(d.Rows[q].Fold) || wording.Priced(d.Rows[q].Fold)) {
			p.Apart = true
		}
		switch {
		case r.Kind == issue.Note && underColumn(d, i):
			p.Label = seam.Aside // it stands at a column's foot and ends nothing
		case r.Aside:
			p.Label = seam.Aside // it ends a letter or a part, and no article
		case r.Foot:
			p.Label = seam.Affiliation // it stands where one does
		case r.Head:
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
	rest, _, ok := wording.CutPrefix(strings.TrimLeft(fold, "[("), wording.MatterHeads)
	return ok && rest != "" && strings.ContainsAny(rest[:1], ":]) ")
}

// underColumn reports whether a text breaks off in front of the note at row i, or
// in front of the notes before it.
func underColumn(d *draft.Draft, i int) bool {
	p := d.Prev(i)
	for p >= 0 && d.Rows[p].Kind == issue.Note {
		p = d.Prev(p)
	}
	return p >= 0 && d.Rows[p].Kind == issue.Paragraph && !wording.Ended(d.Rows[p].Fold) && d.Rows[p].Form == issue.Plain
}

// orderTitles puts a title's rows in the order in which they read, where the
// contents showed that the dump has them in another, and glues those that
// furniture parted.
func orderTitles(d *draft.Draft) {
	for n := range d.Articles {
		a := &d.Articles[n]
		title := d.Starts[a.Start].Rows
		if len(title) < 2 {
			continue
		}
		in := func(i int) bool { return slices.Contains(title, i) }
		var out [][]int
		placed := false
		for _, b := range a.Blocks {
			switch {
			case !in(b[0]):
				out = append(out, slices.DeleteFunc(b, in)) // a kicker may have been glued to a row of the title
			case !placed:
				out, placed = append(out, slices.Clone(title)), true
			}
		}
		a.Blocks = out
	}
}

// byPages sorts the articles by the pages that the contents give; one without
// a page stays behind the article before it.
func byPages(d *draft.Draft) {
	draft.ByPage(d.Articles, func(a draft.Article) int { return d.EntryOf(d.Starts[a.Start]).Page })
}
