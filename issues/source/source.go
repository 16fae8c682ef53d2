package source

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"path/filepath"
	"strings"
)

// A File is a text that was read.
type File struct {
	Name     string   // without its folder: where a text lies must not reach an edition
	SHA256   string   // of Bytes, in hexadecimal
	Encoding string   // utf-8, utf-16le, utf-16be, gb18030 or big5
	Lines    []string // decoded; Lines[0] is line 1
	Pages    []int    // the lines that a form feed stands before: a page of the source begins there
	Bytes    []byte   // as they came

	// What only pages and manuscripts give; a plain text has none of it.
	Facts    []Fact    // one a line, or none
	Sheets   []Sheet   // Sheets[0] is page 1
	Pictures []Picture // in the order of reading
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
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	text, encoding, err := decodeText(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	sum := sha256.Sum256(data)
	f := &File{Name: filepath.Base(name), SHA256: hex.EncodeToString(sum[:]), Encoding: encoding, Bytes: data}
	f.Lines, f.Pages = splitLines(text)
	return f, nil
}

// decodeText decodes what is text and refuses the rest.
func decodeText(data []byte) (text, encoding string, err error) {
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
