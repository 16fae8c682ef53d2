// Package contents reads the contents page: its rows are parted into fields, fields
// are read as pages, titles, names and columns in the way that costs least
// (Viterbi), and put together to entries by the issue's own period. The body is
// the witness: what stands there alone on its line is a title, what signs under it
// is its author.
package contents
