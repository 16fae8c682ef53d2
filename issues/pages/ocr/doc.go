// Package ocr reads what programs that recognise or take apart pages write:
// hOCR (1.2), ALTO (2 to 4), ABBYY FineReader XML (6 to 10), pdftotext
// -bbox-layout and mutool's stext. Each gives the same [pages.Document], a run
// for every stretch of a line that stands in one face, in the order that the
// program found.
//
// What a recogniser says of lines and sizes is measured anew from the words'
// boxes, since that is where its guesses are weak; what it says of words stands.
package ocr
