package input

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
)

// packed tells what a zip is by what it holds.
func packed(data []byte) Kind {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return Zip
	}
	for _, f := range z.File {
		switch {
		case f.Name == "word/document.xml":
			return DOCX
		case f.Name == "mimetype":
			switch m := beginning(f); {
			case strings.HasPrefix(m, "application/vnd.oasis.opendocument.text"):
				return ODT
			case strings.HasPrefix(m, "application/epub+zip"):
				return EPUB
			}
		}
	}
	return Zip
}

// beginning gives the first bytes of a packed file, "" where it cannot be read.
func beginning(f *zip.File) string {
	r, err := f.Open()
	if err != nil {
		return ""
	}
	defer r.Close()
	head, _ := io.ReadAll(io.LimitReader(r, 100))
	return string(head)
}
