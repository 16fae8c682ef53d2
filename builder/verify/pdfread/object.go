package pdfread

import "kanyin/issues/say"

// An Object is nil, a bool, a float64, a Name, a String, an Array, a Dict, a
// Ref or a *Stream (7.3).
type Object any

// A Name is a name without its solidus.
type Name string

// A String is the bytes of a string.
type String string

// An Array is a list of objects.
type Array []Object

// A Dict is a dictionary.
type Dict map[Name]Object

// A Ref is the number of an indirect object. Generations are not told apart: no
// edition has two of one object.
type Ref int

// A Stream is a dictionary with data.
type Stream struct {
	Dict Dict
	At   int    // the byte where its data begin
	raw  []byte // as they stand in the file
}

// A Fault is damage to the file.
type Fault struct {
	At   int // the byte of the file, counted from 0, or -1 where that says nothing
	Text say.Text
}

// Place tells where the damage is.
func (f Fault) Place() say.Text {
	if f.At < 0 {
		return say.Text{}
	}
	return say.Of("byte %d", f.At)
}
