// Package verify judges finished editions without any other program: PDF files
// for the screen and for print, e-books, and archive bags.
//
// [File] reads an edition and gives a [Report] with a [Result] for every rule
// that concerns it: one that passes, or one for each place that fails.
// [Catalogue] lists the rules. Whatever is wrong with an edition is a Result;
// an error says that it could not be read at all.
//
// The rules know what kanyin's editions promise, and hold every edition to
// that: PDF/A-2a and PDF/UA-1 for the screen and PDF/X for print as far as the
// editions use them, EPUB 3.3, BagIt 1.0 (RFC 8493), and W3C's Requirements for
// Chinese Text Layout, measured from the places of the glyphs. They are no
// full validator of those standards: [External] asks the validators that are
// installed.
package verify
