// Package joins hands labelled rows to package seam, which says what goes on where,
// and puts its answer into the draft: articles as chains of blocks, what was moved
// and why, and what could be read in two ways.
package joins
