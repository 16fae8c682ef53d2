// Package furniture tells what belongs to no article: the masthead, the cover,
// running heads and page numbers, tables of figures.
//
// What repeats between the halves of sentences is a running head; what counts up
// with the pages is a page number; what says year, number and staff is the
// masthead.
package furniture
