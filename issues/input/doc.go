// Package input reads whatever an issue comes as and gives its lines: a text, a
// PDF, the files of an OCR program, a manuscript, or a folder of them.
//
// What a file is, its content says; the ending of its name is never asked, so
// that standard input is read like any file. What cannot be read is refused
// with a sentence that says what to do instead. [Options] holds the limits.
package input
