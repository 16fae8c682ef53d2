// Package linebreak chooses where the lines of a paragraph break, looking at
// the whole paragraph: Donald E. Knuth and Michael F. Plass, Breaking
// Paragraphs into Lines, Software—Practice and Experience 11 (1981). Its
// variables keep the paper's names.
//
// A paragraph is a list of [Item]s: boxes, glue and penalties. [Breaker.Break]
// gives the [Break]s of least demerits, and [Breaker.Even] those that make the
// fewest lines come out at nearly one length, as a title wants.
//
// All numbers are whole, so that the breaks are the same on every machine; the
// time grows as the paragraph does. Something is always answered: where no
// break is good the lines are loose, and where none is possible a line is too
// long, and the Break says so. The package knows no characters and no fonts.
package linebreak
