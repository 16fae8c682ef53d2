package finish

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A Place is where a link or a bookmark leads: a point of a page, in the
// page's own coordinates.
type Place struct {
	Page Ref
	X, Y string // written as numbers
}

// PutPlaces adds the named destinations (12.3.2.3), which addresses such as
// file.pdf#nameddest=a12 lead to.
func (f *File) PutPlaces(places map[string]Place) Ref {
	return f.Add(nameTree(places, func(p Place) string {
		return fmt.Sprintf("[%s/XYZ %s %s null]", p.Page, p.X, p.Y)
	}))
}

// nameTree writes a name tree (7.9.6) of one node.
func nameTree[T any](of map[string]T, write func(T) string) string {
	var b strings.Builder
	b.WriteString("<</Names[")
	for _, name := range slices.Sorted(maps.Keys(of)) {
		b.WriteString(Literal(name))
		b.WriteString(write(of[name]))
	}
	b.WriteString("]>>")
	return b.String()
}

// A Bookmark is a row of the outline (12.3.3); it leads to a named place.
type Bookmark struct {
	Title string
	Level int // 1 is the outermost; a row may be at most one deeper than the row before it
	Place string
}

// PutOutline adds the outline in place of gopdf's, which cannot nest. Columns
// show their articles, articles hide their headings until they are asked.
func (f *File) PutOutline(rows []Bookmark) {
	refs := make([]Ref, len(rows))
	for i := range rows {
		refs[i] = f.Reserve()
	}
	kids := children(rows)
	visible := f.putBookmarks(Outlines, kids[-1], rows, refs, kids)
	f.Set(Outlines, fmt.Sprintf("<</Type/Outlines%s/Count %d>>", ends(kids[-1], refs), visible))
}

// children lists for every row, and for -1 the outline itself, the rows directly under it.
func children(rows []Bookmark) map[int][]int {
	kids := map[int][]int{}
	path := []int{-1} // the row that each level hangs from
	for i, r := range rows {
		level := min(max(r.Level, 1), len(path))
		path = append(path[:level], i)
		up := path[level-1]
		kids[up] = append(kids[up], i)
	}
	return kids
}

// putBookmarks adds siblings and all below them; it gives how many rows they show.
func (f *File) putBookmarks(up Ref, siblings []int, rows []Bookmark, refs []Ref, kids map[int][]int) int {
	visible := len(siblings)
	for at, i := range siblings {
		b := fmt.Sprintf("<</Title%s/Parent %s/Dest%s", Text(rows[i].Title), up, Literal(rows[i].Place))
		if at > 0 {
			b += fmt.Sprintf("/Prev %s", refs[siblings[at-1]])
		}
		if at+1 < len(siblings) {
			b += fmt.Sprintf("/Next %s", refs[siblings[at+1]])
		}
		if below := kids[i]; len(below) > 0 {
			count := f.putBookmarks(refs[i], below, rows, refs, kids)
			if up == Outlines {
				visible += count
			} else {
				count = -count
			}
			b += fmt.Sprintf("%s/Count %d", ends(below, refs), count)
		}
		f.Set(refs[i], b+">>")
	}
	return visible
}

func ends(siblings []int, refs []Ref) string {
	if len(siblings) == 0 {
		return ""
	}
	return fmt.Sprintf("/First %s/Last %s", refs[siblings[0]], refs[siblings[len(siblings)-1]])
}

// PageLabels gives the value of the catalog's PageLabels (12.4.2): the folios
// as they are printed, numbers as numbering, words as they are.
func PageLabels(labels []string) string {
	var b strings.Builder
	b.WriteString("<</Nums[")
	next := -1 // the folio that continues the numbering
	for i, label := range labels {
		n, err := strconv.Atoi(label)
		numbered := err == nil && n > 0 && strconv.Itoa(n) == label
		switch {
		case numbered && n == next:
		case numbered:
			fmt.Fprintf(&b, "%d<</S/D/St %d>>", i, n)
		default:
			fmt.Fprintf(&b, "%d<</P%s>>", i, Text(label))
		}
		next = -1
		if numbered {
			next = n + 1
		}
	}
	b.WriteString("]>>")
	return b.String()
}
