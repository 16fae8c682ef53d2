package source

import (
	"bytes"
	"strings"
	"unicode"

	"kanyin/issues/say"
)

// errBinary is the cure that a person with the wrong file needs.
var errBinary = say.Errorf("this is no text; \"kanyin doctor\" tells what can be read")

// errImage is the cure for a scan that nobody has read.
var errImage = say.Errorf("it is an image; recognise its text first (tesseract FILE OUT -l chi_sim hocr) and give what comes out")

// refuseKnown refuses files that people take for their text, by their first bytes.
func refuseKnown(data []byte) error {
	for _, head := range []string{"\x89PNG", "\xff\xd8\xff", "GIF8", "II*\x00", "MM\x00*"} {
		if bytes.HasPrefix(data, []byte(head)) {
			return errImage
		}
	}
	for _, m := range []struct {
		head string
		what say.Text
	}{
		{"%PDF-", say.Of("a PDF")},
		{"PK\x03\x04", say.Of("a zip, a Word file or an EPUB")},
		{"\xd0\xcf\x11\xe0", say.Of("an old Word file")},
		{"{\\rtf", say.Of("an RTF file")},
		{"\x1f\x8b", say.Of("a gzip file")}, {"\x7fELF", say.Of("a program")},
	} {
		if bytes.HasPrefix(data, []byte(m.head)) {
			return say.Errorf("it is %s: %w", m.what, errBinary)
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
		return say.Errorf("%d of its %d characters are control characters: %w", controls, all, errBinary)
	}
	return nil
}
