package linebreak

// A Kind is box, glue or penalty.
type Kind uint8

// The kinds.
const (
	Box     Kind = iota // what is printed
	Glue                // what is between: it may stretch and shrink, and vanishes at a break
	Penalty             // a place where a line may break, at a price
)

// An Item is a part of a paragraph. A line may break at a penalty below Never,
// or at glue that follows a box; all glue and penalties after the break, up to
// the next box, are discarded.
type Item struct {
	Kind    Kind
	Flagged bool  // f: a hyphen; two in a row are charged for
	Width   int32 // w; a penalty's is added if the line breaks there
	Stretch int32 // y
	Shrink  int32 // z
	Penalty int32 // p: from 0, or Forced
}

// Penalties that mean more than their number.
const (
	Never  = 10000  // no break
	Last   = 5000   // this and more: a break only where nothing else fits
	Forced = -10000 // a break in any case
)

// Fill is a stretch that lets a line be as short as it likes: the paragraph's end.
const Fill = 1 << 30

// A Break is the end of a line.
type Break struct {
	Item int // the index of the item that the line breaks at
	Over int // by how much the line is too long even when shrunk
}
