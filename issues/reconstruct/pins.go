package reconstruct

import (
	"slices"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/label"
)

// pinKinds are the kinds that the passes know of what an editor can say.
var pinKinds = map[label.Kind]issue.Kind{
	label.Paragraph: issue.Paragraph, label.Heading: issue.Heading, label.Title: issue.Title, label.Subtitle: issue.Subtitle, label.Kicker: issue.Kicker,
	label.Byline: issue.Byline, label.Caption: issue.Caption, label.Note: issue.Note, label.Source: issue.SourceNote, label.Editor: issue.Editor,
	label.Affiliation: issue.Affiliation, label.Cover: issue.Cover, label.Contents: issue.Toc, label.Colophon: issue.Masthead, label.Running: issue.RunningHead,
}

// said is the reason that a pinned row gives.
const said = "the editor says so"

// placePins labels the rows that an editor said the kind of. The passes leave
// alone what has a kind, and read all other rows around it.
//
// How: a row is pinned by the first of its lines. Where it fails: what stands
// inside a row that unwrapping made of several lines is not reached; what an
// editor said is held against the issue afterwards.
func placePins(d *draft) {
	for i := range d.rows {
		p, ok := d.told.Kind(d.rows[i].lines[0])
		if !ok || p.Any {
			continue
		}
		if p.Not {
			if d.barred == nil {
				d.barred = map[int]bool{}
			}
			d.barred[i] = d.barred[i] || p.Kind == label.Title
			continue
		}
		kind, known := pinKinds[p.Kind]
		if !known {
			continue
		}
		d.rows[i].kind, d.rows[i].zone = "", body
		if kind != issue.Title { // a title is looked for first: the contents may have it
			d.label(i, kind, said)
		}
		if d.pinned == nil {
			d.pinned = map[int]issue.Kind{}
		}
		d.pinned[i] = kind
	}
}

// startPins begins an article with every row that an editor called a title and
// no entry of the contents found.
func startPins(d *draft) {
	var rows []int
	for i, kind := range d.pinned {
		if kind == issue.Title && !slices.ContainsFunc(d.starts, func(s start) bool { return slices.Contains(s.rows, i) }) {
			rows = append(rows, i)
		}
	}
	slices.Sort(rows)
	for _, i := range rows {
		if i > 0 && slices.Contains(rows, i-1) && d.rows[i].blank < 2 {
			last := &d.starts[len(d.starts)-1] // a title of several lines
			last.rows = append(last.rows, i)
			d.label(i, issue.Title, said)
			d.rows[i].glued = true
			continue
		}
		d.addStart([]int{i}, -1, 1)
	}
	if rows != nil {
		d.starts = slices.DeleteFunc(d.starts, func(s start) bool { return s.rows == nil })
		slices.SortStableFunc(d.starts, func(a, b start) int { return a.row - b.row })
		for e := range d.toc.entries {
			d.toc.entries[e].starts = nil
		}
		d.linkEntries()
	}
}
