// Package houses makes issues whose every line is known: what the chain of
// issues/reconstruct/label learns from, wherever the project is cloned, and what
// tests read.
//
// There are two sorts. [Make] sets the clean articles of issues/internal/damage
// as a magazine of its own for every seed: columns of a measure, kinsoku, heads,
// contents, bylines, boxes, jumps, running heads. Its lines are printed lines, and
// the [Form] says how they come: in the order of reading, woven as text
// extractors weave columns, or as the pages themselves with every line's facts.
// [Zoo] and [Of] give the dumps of issues/internal/damage, whose lines are whole
// paragraphs, torn and woven, with a label a line made of their truth.
//
// The same seed gives the same house, byte for byte. Labels are known by
// construction; a line that holds two kinds has that of most of its characters,
// but one that holds a title is the title's.
package houses
