package articles

import (
	"slices"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/marks"
)

// pinKinds are the kinds that the passes know of what an editor can say.
var pinKinds = map[label.Kind]issue.Kind{
	label.Paragraph: issue.Paragraph, label.Heading: issue.Heading, label.Title: issue.Title, label.Subtitle: issue.Subtitle, label.Kicker: issue.Kicker,
	label.Byline: issue.Byline, label.Caption: issue.Caption, label.Note: issue.Note, label.Source: issue.SourceNote, label.Editor: issue.Editor,
	label.Affiliation: issue.Affiliation, label.Cover: issue.Cover, label.Contents: issue.Toc, label.Colophon: issue.Masthead, label.Running: issue.RunningHead,
}

// said is the reason that a pinned row gives.
const said = "the editor says so"

// PlacePins labels the rows that an editor said the kind of. The passes leave
// alone what has a kind, and read all other rows around it.
//
// How: a row is pinned by the first of its lines. Where it fails: what stands
// inside a row that unwrapping made of several lines is not reached; what an
// editor said is held against the issue afterwards.
func PlacePins(d *draft.Draft) {
	for i := range d.Rows {
		p, ok := d.Told.Kind(d.Rows[i].Lines[0])
		if !ok || p.Any || p.Not { // where no article begins, it is looked for elsewhere
			continue
		}
		kind, known := pinKinds[p.Kind]
		if !known {
			continue
		}
		d.Rows[i].Kind, d.Rows[i].Zone = "", draft.Body
		if kind != issue.Title { // a title is looked for first: the contents may have it
			d.Label(i, kind, said)
		}
		if d.Pinned == nil {
			d.Pinned = map[int]issue.Kind{}
		}
		d.Pinned[i] = kind
	}
}

// anyBarred reports whether no article begins with one of the rows.
func anyBarred(d *draft.Draft, rows []int) bool {
	return slices.ContainsFunc(rows, func(i int) bool { return d.Barred(i) })
}

// headBarred makes headings of the rows that look like titles and begin no
// article; a name under one is a byline still.
func headBarred(d *draft.Draft) {
	for i := range d.Rows {
		r := &d.Rows[i]
		if r.Zone != draft.Body || r.Kind != "" || !d.Barred(i) || !d.TitleRow(i) {
			continue
		}
		d.Label(i, issue.Heading, "the editor says that no article begins here")
		if n := d.Next(i); n >= 0 && d.Rows[n].Kind == "" && marks.SignedBy(d, n) {
			d.Label(n, issue.Byline, "names under a heading")
		}
	}
}

// StartPins begins an article with every row that an editor called a title and
// no entry of the contents found.
func StartPins(d *draft.Draft) {
	headBarred(d)
	var rows []int
	for i, kind := range d.Pinned {
		if kind == issue.Title && !slices.ContainsFunc(d.Starts, func(s draft.Start) bool { return slices.Contains(s.Rows, i) }) {
			rows = append(rows, i)
		}
	}
	slices.Sort(rows)
	for _, i := range rows {
		if i > 0 && slices.Contains(rows, i-1) && d.Rows[i].Blank < 2 {
			last := &d.Starts[len(d.Starts)-1] // a title of several lines
			last.Rows = append(last.Rows, i)
			d.Label(i, issue.Title, said)
			d.Rows[i].Glued = true
			continue
		}
		addStart(d, []int{i}, -1)
	}
	if rows != nil {
		d.Starts = slices.DeleteFunc(d.Starts, func(s draft.Start) bool { return s.Rows == nil })
		slices.SortStableFunc(d.Starts, func(a, b draft.Start) int { return a.Row - b.Row })
		for e := range d.Toc.Entries {
			d.Toc.Entries[e].Starts = nil
		}
		linkEntries(d)
	}
}
