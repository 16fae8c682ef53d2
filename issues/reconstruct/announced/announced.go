// Package announced finds titles that the contents announce and that were taken for
// something else: on a page whose columns come in turns a title stands amid the rows
// of a text, and before a page number it looks like a running head. They are found by
// their very words; headings that the contents spell a little otherwise are assemble's.
// Contents that are a bare list tell more, and titles that stand together are parted.
package announced

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/rows"
)

const (
	// A title that is told so has so many letters: 前言 and 结语 stand in many entries.
	least = 6
	// And it is so much of its entry, which has a page number and mostly an author
	// besides: a sentence of the text that has a few words of the entry is none.
	share = .5
	// A title stands on so many rows at most.
	most = 3
)

// Titles gives the rows that are titles by the contents, by their numbers: each entry
// that no title answers gets the first row on which its words stand, or the first of a
// few such rows. The rows are labelled, in the order of reading.
func Titles(rs []rows.Row, ls []label.Label) map[int]label.Set {
	out := map[int]label.Set{}
	es := entries(rs, ls)
	if len(es) == 0 {
		return out
	}
	x := indexOf(rs, ls)
	for _, e := range es {
		for _, i := range x.open(e) {
			if n := answers(e, rs, ls, i); n > 0 {
				for j := i; j < i+n; j++ {
					out[j] = label.SetOf(label.Title)
				}
				break
			}
		}
	}
	return out
}

// entries gives the letters of every entry of the contents.
func entries(rs []rows.Row, ls []label.Label) []string {
	var out []string
	for i, l := range ls {
		if l.Kind != label.Contents {
			continue
		}
		if key := normal.Key(rs[i].Text); l.Begins || len(out) == 0 {
			out = append(out, key)
		} else {
			out[len(out)-1] += key
		}
	}
	return out
}

// begin is by how many letters rows are looked up: a row with fewer begins no title here.
const begin = 3

// An index has the rows by the letters with which they begin.
type index struct {
	titles map[string][]string // the letters of rows that are titles
	others map[string][]int    // the numbers of rows that may be
}

func indexOf(rs []rows.Row, ls []label.Label) index {
	x := index{map[string][]string{}, map[string][]int{}}
	for i := range rs {
		key := normal.Key(rs[i].Text)
		letters := []rune(key)
		if len(letters) < begin {
			continue
		}
		switch at := string(letters[:begin]); {
		case ls[i].Kind == label.Title:
			x.titles[at] = append(x.titles[at], key)
		case free(ls[i].Kind):
			x.others[at] = append(x.others[at], i)
		}
	}
	return x
}

// open gives the rows that may be the title of an entry, from the first; none
// where a title answers it.
func (x index) open(entry string) []int {
	var out []int
	letters := []rune(entry)
	for n := 0; n+begin <= len(letters); n++ {
		at := string(letters[n : n+begin])
		for _, t := range x.titles[at] {
			if strings.Contains(entry, t) {
				return nil
			}
		}
		out = append(out, x.others[at]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// answers tells how many rows from row i on are the title of an entry, 0 for none.
// They begin where rows before them end: at a page's head, behind a blank line,
// behind a running head or what else is no text, or behind the end of a sentence.
func answers(entry string, rs []rows.Row, ls []label.Label, i int) int {
	if !free(ls[i].Kind) || i > 0 && goesOn(entry, rs[i-1], rs[i], ls[i-1].Kind) {
		return 0
	}
	key, found := "", 0
	for n := 1; n <= most && i+n <= len(rs) && rs[i+n-1].Page == rs[i].Page && free(ls[i+n-1].Kind); n++ {
		row := normal.Key(rs[i+n-1].Text)
		key += row
		if !strings.Contains(entry, key) || !strings.ContainsFunc(row, unicode.IsLetter) { // a page number is no part of a title
			break
		}
		if c := utf8.RuneCountInString(key); c >= least && float64(c) >= share*float64(utf8.RuneCountInString(entry)) {
			found = n
		}
	}
	return found
}

// goesOn tells whether a row may go on with the text of the row before it, which is of
// kind k. That a sentence ends there, or that a running head stands there, is asked only
// of entries with their pages: a text under an entry, which has none, says again what
// the issue says, sentence by sentence.
func goesOn(entry string, before, row rows.Row, k label.Kind) bool {
	if before.Page != row.Page || row.Blank > 0 || !free(k) {
		return false
	}
	ended := k == label.Running || k == label.Section || ends(before.Text)
	return !ended || ends(row.Text) || !paged(entry)
}

// ends tells whether a row ends with the end of a sentence.
func ends(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("。！？!?…", last)
}

// paged tells whether an entry has its page before it or behind it, as the sentences of
// a summary under it have not.
func paged(entry string) bool {
	first, _ := utf8.DecodeRuneInString(entry)
	last, _ := utf8.DecodeLastRuneInString(entry)
	return unicode.IsDigit(first) || unicode.IsDigit(last)
}

// free tells which rows may be titles in truth.
func free(k label.Kind) bool {
	switch k {
	case label.Contents, label.ContentsHead, label.ContentsSection, label.Cover, label.Colophon:
		return false
	}
	return true
}
