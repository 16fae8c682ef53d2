// Package phrase tells of texts alone what package seam weighs: whether one ends,
// what it leaves open, whether it can begin a paragraph, and whether what lies
// across the cut between two of them is said elsewhere in the issue too.
package phrase
