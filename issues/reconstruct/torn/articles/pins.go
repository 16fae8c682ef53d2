package articles

import (
	"slices"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/torn/draft"
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
		if !ok || p.Any || p.Not { // an article that does not begin is joined to the one before it afterwards
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

// StartPins begins an article with every row that an editor called a title and
// no entry of the contents found.
func StartPins(d *draft.Draft) {
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
		addStart(d, []int{i}, -1, 1)
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
