// Package flow puts pages in order: runs become printed lines, lines stand in
// columns, columns follow one another, and each line has the facts that its
// page tells of it. It decides nothing about what a line is. All of it are
// functions of the pages; nothing here knows a file format.
//
// One printed line is one line of the file: paragraphs are not joined and
// hyphens are not mended.
package flow

import (
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"

	"kanyin/issues/pages"
	"kanyin/issues/source"
)

// File gives the pages' lines in the order of reading, each with its facts.
// Name and data are the file that the pages were read from.
//
// A line's box is as high as the em of its size, whatever its faces' boxes are.
// Column is 0 for what spans columns, stands on a page without, or is a running
// head, a folio or an edge tab; those come first or last on their page. Start
// and End are told from indents, short lines, white and changes of face where
// the page is clear, and never for furniture. Lead is 0 in contents and tables,
// whose faces part fields. Role is only given where a structure tree covers the
// document and agrees with it.
func File(name string, data []byte, ps []pages.Page) *source.File {
	return Options{}.File(name, data, ps)
}

// Options are what somebody who has seen the pages says of them.
type Options struct {
	// Columns are how many columns of one width the pages have: columns are
	// parted where those would be and nowhere else. 0 is not known.
	Columns int
}

// File is [File] for pages of which something is known.
func (o Options) File(name string, data []byte, ps []pages.Page) *source.File {
	sum := sha256.Sum256(data)
	f := &source.File{Name: filepath.Base(name), SHA256: hex.EncodeToString(sum[:]), Bytes: data}
	sheets := make([]*sheet, len(ps))
	for i := range ps {
		sheets[i] = newSheet(&ps[i], o.Columns)
	}
	var rows []row
	for _, s := range sheets {
		rows = append(rows, s.rows...)
	}
	em := bodySize(rows)
	hs := learnHeads(sheets, em)
	lines := make([][]*line, len(sheets))
	for i, s := range sheets {
		lines[i] = s.read(hs, em)
	}
	tree := trusted(lines)
	if tree {
		for _, ls := range lines {
			follow(ls)
		}
	}
	newHabits(lines, em).tell(lines)
	if tree {
		tellTags(lines)
	}
	for i, s := range sheets {
		f.Sheets = append(f.Sheets, source.Sheet{Width: ps[i].Width, Height: ps[i].Height, Image: ps[i].Image})
		if i > 0 {
			f.Pages = append(f.Pages, len(f.Lines)+1)
		}
		for _, l := range lines[i] {
			f.Lines = append(f.Lines, l.text())
			f.Facts = append(f.Facts, s.fact(l))
		}
	}
	return f
}

// bodySize gives the size that most of the text is set in.
func bodySize(rows []row) float64 {
	count := map[int]int{}
	for _, r := range rows {
		for _, l := range r {
			count[int(l.size*10+.5)] += l.letters
		}
	}
	best, most := 100, 0
	for size, n := range count {
		if n > most || n == most && size < best {
			best, most = size, n
		}
	}
	return float64(best) / 10
}
