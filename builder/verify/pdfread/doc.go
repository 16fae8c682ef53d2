// Package pdfread reads a finished PDF file (ISO 32000-1) for judging it: its
// objects, its pages, and the glyphs and lines that the pages show, each with
// the place where it stands.
//
// [Open] reads a [File], [File.Pages] its pages and [File.Show] what a page
// draws. Damage is no error: it is a [Fault] with the byte where it lies, and
// reading goes on with what is left; where the cross-reference is damaged,
// objects are found by looking for them. Memory is bounded, whatever a file
// claims.
//
// The package reads what editions are made of: streams packed with Flate,
// composite and simple fonts, forms. It decrypts nothing, runs nothing and
// knows of images where they stand and their colour space.
package pdfread
