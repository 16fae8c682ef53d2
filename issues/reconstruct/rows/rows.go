// Package rows gives an issue as rows: its lines that are not blank, each as
// its source gave it, with the page's facts where there are any. It decides
// nothing.
package rows

import (
	"strings"

	"kanyin/issues/normal"
	"kanyin/issues/source"
)

// A Row is a line of the source that holds something.
type Row struct {
	Text  string       // without the spaces at its edges; radicals and other forms that look like a character are that character (⽬录: 目录)
	Line  int          // in the source, from 1
	Page  int          // of the source, from 1: counted by form feeds, or as the fact has it
	Blank int          // how many blank lines stand before it on its page
	Inset int          // runes of space before its text
	Cells int          // how far they set it in where letters have one width: a tab goes to the next fourth
	Fact  *source.Fact // nil where the source has none
}

// Of gives the rows of the file in the order of their lines.
func Of(f *source.File) []Row {
	var out []Row
	page, blank, next := 1, 0, 0
	for n, l := range f.InOrder() {
		for next < len(f.Pages) && f.Pages[next] == n {
			next++
			page, blank = page+1, 0
		}
		text := normal.Forms(strings.TrimSpace(l))
		if text == "" {
			blank++
			continue
		}
		r := Row{Text: text, Line: n, Page: page, Blank: blank, Inset: inset(l), Cells: cells(l)}
		if n <= len(f.Facts) {
			r.Fact = &f.Facts[n-1]
			if r.Fact.Page > 0 {
				r.Page = r.Fact.Page
			}
		}
		out = append(out, r)
		blank = 0
	}
	return out
}

// Numbers gives the numbers of n rows in the order that they have, from 0.
func Numbers(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// inset counts the spaces that a line begins with.
func inset(l string) int {
	n := 0
	for _, r := range l {
		if !strings.ContainsRune(" \t\u3000\u00a0", r) {
			break
		}
		n++
	}
	return n
}

// cells is how far the blanks before a line set it in.
func cells(l string) int {
	n := 0
	for _, r := range l[:len(l)-len(strings.TrimLeft(l, " \t\u3000\u00a0"))] {
		switch r {
		case '\t':
			n += tab - n%tab
		case '\u3000':
			n += 2
		default:
			n++
		}
	}
	return n
}

const tab = 4 // cells, as most editors of code show it

// Width gives a text's width in ems: letters and figures have half of one.
func Width(s string) float64 {
	w := 0.0
	for _, c := range s {
		if c < 0x370 {
			w += .5
		} else {
			w++
		}
	}
	return w
}
