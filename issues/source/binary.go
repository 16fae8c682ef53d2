package source

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode"
)

// errBinary is the cure that a person with the wrong file needs.
var errBinary = errors.New("this is no text; \"kanyin doctor\" tells what can be read")

// errImage is the cure for a scan that nobody has read.
var errImage = errors.New("it is an image; recognise its text first (tesseract FILE OUT -l chi_sim hocr) and give what comes out")

// refuseKnown refuses files that people take for their text, by their first bytes.
func refuseKnown(data []byte) error {
	for _, m := range []struct{ head, what string }{
		{"%PDF-", "a PDF"},
		{"PK\x03\x04", "a zip, a Word file or an EPUB"},
		{"\xd0\xcf\x11\xe0", "an old Word file"},
		{"{\\rtf", "an RTF file"},
		{"\x89PNG", "an image"}, {"\xff\xd8\xff", "an image"}, {"GIF8", "an image"}, {"II*\x00", "an image"}, {"MM\x00*", "an image"},
		{"\x1f\x8b", "a gzip file"}, {"\x7fELF", "a program"},
	} {
		if bytes.HasPrefix(data, []byte(m.head)) {
			if m.what == "an image" {
				return errImage
			}
			return fmt.Errorf("it is %s: %w", m.what, errBinary)
		}
	}
	return nil
}

// refuseControls refuses what is full of control characters.
func refuseControls(text string) error {
	// Damaged text has a stray control character now and then, a short one
	// perhaps a few; a program or an image has one in five.
	const few, most = 4, 0.05
	controls, all := 0, 0
	for _, r := range text {
		all++
		if unicode.IsControl(r) && !strings.ContainsRune("\t\n\r\f\v\u0085", r) {
			controls++
		}
	}
	if float64(controls) > few+most*float64(all) {
		return fmt.Errorf("%d of its %d characters are control characters: %w", controls, all, errBinary)
	}
	return nil
}
