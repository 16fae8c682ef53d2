// Package settle gives every issue what holds of all of them, whoever read it:
// a ledger that balances, levels of headings that skip none, rows that are
// tables, verses with their stanzas, names and titles that search finds.
//
// It decides nothing about what a line is; it is told.
package settle

import (
	"regexp"
	"slices"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
	"kanyin/issues/notes"
)

// Lines settles where lines stand and how titles and names are written. An
// editor's word comes after it.
func Lines(iss *issue.Issue) {
	balance(iss)
	iss.EachBlock(func(_ string, b *issue.Block) { b.Text, b.Lead = normal.Forms(b.Text), normal.Forms(b.Lead) })
	closeUp(iss)
	partEntries(iss)
}

// Structure settles what blocks are to each other.
func Structure(iss *issue.Issue) {
	iss.SettleLevels()
	for i := range iss.Articles {
		blocks := iss.Articles[i].Blocks
		for _, n := range notes.Unlabelled(blocks) {
			blocks[n].Kind = issue.Note
		}
		dataTables(blocks)
		for k := range blocks {
			if blocks[k].Kind == issue.Table {
				keptTable(&blocks[k])
			}
		}
		stanzas(blocks, iss.Source)
	}
}

// closeUp takes the spaces out of titles and names that were spaced for looks.
func closeUp(iss *issue.Issue) {
	for i := range iss.Articles {
		a := &iss.Articles[i]
		for _, s := range []*string{&a.Title, &a.Subtitle, &a.Kicker, &a.Section, &a.Subsection} {
			*s = normal.CloseUp(*s)
		}
		each(a.Authors, normal.CloseUp)
		for k := range a.Blocks {
			switch b := &a.Blocks[k]; b.Kind {
			case issue.Title, issue.Kicker, issue.Subtitle, issue.Heading:
				b.Text = normal.CloseUp(b.Text)
			case issue.Byline, issue.Editor, issue.Credit:
				b.Text = normal.CloseUpNames(b.Text)
			}
		}
	}
	for i := range iss.Toc {
		e := &iss.Toc[i]
		e.Title, e.Section, e.Subsection = normal.CloseUp(e.Title), normal.CloseUp(e.Section), normal.CloseUp(e.Subsection)
		each(e.Authors, normal.CloseUp)
	}
}

func each(list []string, f func(string) string) {
	for i := range list {
		list[i] = f(list[i])
	}
}

// The least that is a table: fewer rows are a line or two of figures, and a
// single column is a list.
const leastRows, leastColumns = 2, 2

// dataTables gives rows of figures that are one table their cells: neighbours that have as many
// words each, or lack one at a place that is certain. A first row without figures over rows with some names the
// columns.
func dataTables(blocks []issue.Block) {
	for from := 0; from < len(blocks); {
		to, columns := dataEnd(blocks, from), 0
		if rows := evened(blocks[from:to]); rows != nil {
			for i, row := range rows {
				blocks[from+i].Rows = [][]string{row}
			}
			blocks[from].Head = !figures(blocks[from].Text)
			from = to
			continue
		}
		to = from
		for to < len(blocks) && blocks[to].Kind == issue.Data {
			n := len(cells(blocks[to].Text))
			if to > from && n != columns {
				break
			}
			columns = n
			to++
		}
		if to-from >= leastRows && columns >= leastColumns {
			for i := from; i < to; i++ {
				blocks[i].Rows = [][]string{cells(blocks[i].Text)}
			}
			blocks[from].Head = !figures(blocks[from].Text) && figures(blocks[from+1].Text)
		}
		from = max(to, from+1)
	}
}

// dataEnd gives the block behind the rows of figures that begin at a place.
func dataEnd(blocks []issue.Block, from int) int {
	for from < len(blocks) && blocks[from].Kind == issue.Data {
		from++
	}
	return from
}

// wideGap is what parts the cells of a row that was kept as it came.
var wideGap = regexp.MustCompile(`\t|[ \x{3000}]{2,}`)

// keptTable gives a table that kept its lines its cells: they stand behind tabs,
// or wide gaps, or single spaces, and every row has as many.
func keptTable(b *issue.Block) {
	lines := strings.Split(b.Text, "\n")
	for _, part := range []func(string) []string{
		func(s string) []string { return strings.Split(s, "\t") },
		func(s string) []string { return wideGap.Split(strings.TrimSpace(s), -1) },
		cells,
	} {
		var rows [][]string
		for _, l := range lines {
			rows = append(rows, trimmed(part(l)))
		}
		if columns := len(rows[0]); len(rows) >= leastRows && columns >= leastColumns &&
			!slices.ContainsFunc(rows, func(r []string) bool { return len(r) != columns }) {
			b.Rows, b.Head = rows, !figures(lines[0]) && figures(strings.Join(lines[1:], ""))
			return
		}
	}
}

func trimmed(cells []string) []string {
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	return cells
}

// cells parts a row at its spaces. A unit's sign stays with its figures: 24 ℃.
func cells(row string) []string {
	var out []string
	for _, f := range strings.Fields(row) {
		if n := len(out); n > 0 && strings.Trim(f, "℃℉%‰°") == "" && figures(out[n-1]) {
			out[n-1] += " " + f
			continue
		}
		out = append(out, f)
	}
	return out
}

func figures(s string) bool { return strings.ContainsAny(s, "0123456789") }

// stanzas marks the lines of verse that begin a stanza: more blank lines stand
// before them than before the others.
func stanzas(blocks []issue.Block, source issue.Source) {
	for from := 0; from < len(blocks); from++ {
		to := from
		for to < len(blocks) && blocks[to].Form == issue.Verse {
			to++
		}
		if to-from > 1 {
			stanzasOf(blocks[from:to], source)
		}
		from = max(to-1, from)
	}
}

func stanzasOf(verse []issue.Block, source issue.Source) {
	gaps := make([]int, len(verse))
	least := len(source.Lines)
	for i := 1; i < len(verse); i++ {
		gaps[i] = blanksBetween(verse[i-1].Lines, verse[i].Lines, source)
		least = min(least, gaps[i])
	}
	for i := 1; i < len(verse); i++ {
		verse[i].Stanza = gaps[i] > least
	}
}

// blanksBetween counts the blank lines between two blocks, where nothing else
// stands between them.
func blanksBetween(a, b []int, source issue.Source) int {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	last := slices.Max(a)
	n := 0
	for l := last + 1; l < b[0]; l++ {
		if strings.TrimSpace(source.Line(l)) != "" {
			return 0
		}
		n++
	}
	return n
}
