package draft

import (
	"slices"

	"kanyin/issues/issue"
)

// contents is where the contents stand and what they say.
type contents struct {
	From, To int // rows; equal where there are none
	Entries  []Entry
	Sections map[string]bool // keys of the columns
	Paged    bool
}

// An Entry is an article that the contents announce.
type Entry struct {
	Page                int // 0 where it has none
	Section, Subsection string
	Title               string // normalised
	Authors             []string
	Rows                []int
	Starts              []int // indices of draft.starts
}

// An Article is a start with its blocks of rows in reading order.
type Article struct {
	Start  int // index of draft.starts
	Blocks [][]int
}

// A Start is where an article begins.
type Start struct {
	Row   int   // the first of its rows in the source
	Rows  []int // of its title, in reading order
	Entry int   // index of the contents' entry, -1 for none

	Bylines []int
	Authors []string
}

// EntryOf gives the entry that announces a start, an empty one where none does.
func (d *Draft) EntryOf(s Start) Entry {
	if s.Entry < 0 {
		return Entry{}
	}
	return d.Toc.Entries[s.Entry]
}

// Opens reports whether a block of the kind stands over an article's text.
func Opens(k issue.Kind) bool {
	switch k {
	case issue.Title, issue.Kicker, issue.Subtitle, issue.Byline, issue.Role, issue.Dateline:
		return true
	}
	return false
}

// ByPage sorts a list by pages. What has none, 0, stays behind what it stood behind.
func ByPage[T any](list []T, page func(T) int) {
	type placed struct {
		page int
		item T
	}
	all := make([]placed, len(list))
	last := 0
	for i, item := range list {
		if p := page(item); p > 0 {
			last = p
		}
		all[i] = placed{last, item}
	}
	slices.SortStableFunc(all, func(a, b placed) int { return a.page - b.page })
	for i := range all {
		list[i] = all[i].item
	}
}
