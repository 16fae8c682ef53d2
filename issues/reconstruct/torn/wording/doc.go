// Package wording knows what a line says by its words alone: names and what
// stands before them, numbers of headings, marks of where a text goes on, words
// that open and close. The words that editors use are a prior and stand in
// lexicon.go alone.
//
// Nothing here knows where a line stands. Texts come folded, as package fold
// makes them: brackets, colons and widths alike.
package wording
