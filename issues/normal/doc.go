// Package normal makes one form of the many in which a text can be typed.
//
// [Text] gives the form that is printed: full-width punctuation in Chinese,
// half-width figures and letters, no spaces that only the source's columns
// made. [Key] gives a form for comparing two texts, and is never printed.
// [Join] says what stands between two lines that were one.
//
// Nothing here deletes a character that a reader would miss: Key(Text(s)) is
// Key(s) for every s, and Text(Text(s)) is Text(s). Quotation marks, dashes and
// ellipses are the author's and stay as they are. Squeezing punctuation on a
// line is layout's business.
package normal
