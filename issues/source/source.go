package source

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"iter"
	"path/filepath"
	"strings"

	"kanyin/issues/say"
)

// A File is a text that was read.
type File struct {
	Name     string   // without its folder: where a text lies must not reach an edition
	SHA256   string   // of Bytes, in hexadecimal
	Encoding string   // utf-8, utf-16le, utf-16be, gb18030 or big5; of lines that a reader made of no text, the kind of the file: PDF, Word, hOCR, folder
	Lines    []string // decoded; Lines[0] is line 1
	Pages    []int    // the lines that a form feed stands before: a page of the source begins there
	Bytes    []byte   // as they came

	// What only pages and manuscripts give; a plain text has none of it.
	Facts    []Fact    // one a line, or none
	Sheets   []Sheet   // Sheets[0] is page 1
	Pictures []Picture // in the order of reading
	Glosses  []Gloss   // by line and place
	Troubles []Trouble // what could not be read or shown, in the order of lines

	// Parts are, of a line that was cut, the lines behind all that the text came
	// with which hold what was cut off it, in order. So no other line's number changes.
	Parts map[int][]int
}

// InOrder gives the lines with their numbers as they are read: each part of a
// line that was cut behind the one before it.
func (f *File) InOrder() iter.Seq2[int, string] {
	came := len(f.Lines)
	for _, parts := range f.Parts {
		came -= len(parts)
	}
	return func(yield func(int, string) bool) {
		for n := 1; n <= came; n++ {
			if !yield(n, f.Lines[n-1]) {
				return
			}
			for _, part := range f.Parts[n] {
				if !yield(part, f.Lines[part-1]) {
					return
				}
			}
		}
	}
}

// A Trouble is something that the reader of a file could not read or show. It
// becomes a finding of the issue.
type Trouble struct {
	Code    string   // of the finding
	Line    int      // from 1; 0 where it belongs to no line
	Message say.Text // one clause, lower case, without a full stop
	Values  []string // what it is about, as it stands in the file
}

// New gives a file of those bytes without any line. The name is a path; its
// folder is left out.
func New(name, encoding string, data []byte) *File {
	sum := sha256.Sum256(data)
	return &File{Name: filepath.Base(name), SHA256: hex.EncodeToString(sum[:]), Encoding: encoding, Bytes: data}
}

// Blank tells whether no line holds anything.
func (f *File) Blank() bool {
	for _, l := range f.Lines {
		if strings.TrimSpace(l) != "" {
			return false
		}
	}
	return true
}

// Read reads the whole text; name is its path, as errors tell it. It fails where r fails, where the bytes are no
// text, and where no encoding decodes all of them; the error names the text,
// and then what helps: what the file is instead, or the byte offset and the
// encodings that were tried. A text without any line is no error here.
func Read(name string, r io.Reader) (*File, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, say.Errorf("%s: %w", name, err)
	}
	text, encoding, err := Decode(data)
	if err != nil {
		return nil, say.Errorf("%s: %w", name, err)
	}
	return Of(name, text, encoding, data), nil
}

// Of gives the file of a text that was decoded.
func Of(name, text, encoding string, data []byte) *File {
	f := New(name, encoding, data)
	f.Lines, f.Pages = splitLines(text)
	if halved(encoding, data) && len(f.Lines) > 0 {
		f.Troubles = append(f.Troubles, Trouble{"text-missing", len(f.Lines), say.Of("the text ends in the middle of a character; U+FFFD stands for it"), nil})
	}
	return f
}

// Decode finds the encoding of a text and decodes it; the mark of a byte order
// is taken off. It refuses what is no text with what helps: what the bytes are
// instead, or the offset and the encodings that were tried.
func Decode(data []byte) (text, encoding string, err error) {
	if err := refuseKnown(data); err != nil {
		return "", "", err
	}
	text, encoding, err = decode(data)
	if err != nil {
		if binary := refuseControls(string(data)); binary != nil {
			return "", "", binary
		}
		return "", "", err
	}
	return text, encoding, refuseControls(text)
}

// Keep sets the bytes that the file is kept as, and their name: a folder is kept
// as one zip.
func (f *File) Keep(name string, data []byte) {
	kept := New(name, f.Encoding, data)
	f.Name, f.SHA256, f.Bytes = kept.Name, kept.SHA256, kept.Bytes
}

// Append puts the lines of g behind those of f: pages that go on with the sheets
// of f, or another article of the same issue. A page begins with them.
func (f *File) Append(g *File) {
	lines, sheets := len(f.Lines), len(f.Sheets)
	if len(g.Lines) > 0 {
		f.Pages = append(f.Pages, lines+1)
	}
	for _, p := range g.Pages {
		if p > 1 {
			f.Pages = append(f.Pages, lines+p)
		}
	}
	if len(f.Facts) < lines && len(g.Facts) > 0 { // what came before was plain
		f.Facts = append(f.Facts, make([]Fact, lines-len(f.Facts))...)
	}
	f.Lines = append(f.Lines, g.Lines...)
	for _, fact := range g.Facts {
		if fact.Page > 0 {
			fact.Page += sheets
		}
		f.Facts = append(f.Facts, fact)
	}
	if len(f.Facts) > 0 { // what came now may be plain
		f.Facts = append(f.Facts, make([]Fact, len(f.Lines)-len(f.Facts))...)
	}
	f.Sheets = append(f.Sheets, g.Sheets...)
	for _, p := range g.Pictures {
		p.After += lines
		if p.Page > 0 {
			p.Page += sheets
		}
		f.Pictures = append(f.Pictures, p)
	}
	for _, gloss := range g.Glosses {
		gloss.Line += lines
		f.Glosses = append(f.Glosses, gloss)
	}
	for _, t := range g.Troubles {
		if t.Line > 0 {
			t.Line += lines
		}
		f.Troubles = append(f.Troubles, t)
	}
}
