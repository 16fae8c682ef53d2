// Package pdf makes the PDF editions of a composed issue: [Screen] for readers
// and archives, [Print] for the printer, and beside it a [Booklet] for the
// saddle stitcher and a job [Ticket].
//
// It draws what package layout has placed and measures and breaks nothing
// itself, so both editions have the same lines by construction. gopdf writes
// the pages and the fonts; package finish, below this one, reads gopdf's file
// and writes it whole with what gopdf does not know. Package glyf cuts the fonts.
//
// The screen edition is PDF 1.7, tagged, and keeps PDF/A-2a (ISO 19005-2) and
// PDF/UA-1 (ISO 14289-1). The print edition keeps PDF/X-1a:2003 (ISO 15930-4),
// or PDF/X-4 (ISO 15930-7) where an output profile is given, and prints in black
// alone. The same document gives the same bytes.
package pdf
