package input

import (
	"errors"

	"kanyin/issues/source"
)

// pdf reads a PDF.
func (o Options) pdf(name string, data []byte) (*source.File, error) {
	return nil, errors.New("it is a PDF: this is no text; kanyin reads the text that a scan or a PDF gave up, as pdftotext and OCR programs write it")
}
