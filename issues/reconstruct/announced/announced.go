// Package announced finds titles that the contents announce and that were taken for
// something else: on a page whose columns come in turns a title stands amid the rows
// of a text, and before a page number it looks like a running head.
package announced

import (
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
	for _, e := range open(entries(rs, ls), rs, ls) {
		for i := range rs {
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
		switch key := normal.Key(rs[i].Text); {
		case l.Kind != label.Contents:
		case l.Begins || len(out) == 0:
			out = append(out, key)
		default:
			out[len(out)-1] += key
		}
	}
	return out
}

// open gives the entries that no title answers.
func open(entries []string, rs []rows.Row, ls []label.Label) []string {
	answered := make([]bool, len(entries))
	for i := range rs {
		if ls[i].Kind != label.Title {
			continue
		}
		key := normal.Key(rs[i].Text)
		for n, e := range entries {
			if utf8.RuneCountInString(key) >= 3 && strings.Contains(e, key) {
				answered[n] = true
			}
		}
	}
	var out []string
	for n, e := range entries {
		if !answered[n] {
			out = append(out, e)
		}
	}
	return out
}

// answers tells how many rows from row i on are the title of an entry, 0 for none.
// They begin where rows before them end: at a page's head, behind a blank line, or
// behind a row that is no text.
func answers(entry string, rs []rows.Row, ls []label.Label, i int) int {
	if !free(ls[i].Kind) || i > 0 && rs[i].Page == rs[i-1].Page && rs[i].Blank == 0 && free(ls[i-1].Kind) {
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

// free tells which rows may be titles in truth.
func free(k label.Kind) bool {
	switch k {
	case label.Contents, label.ContentsHead, label.ContentsSection, label.Cover, label.Colophon:
		return false
	}
	return true
}
