package input

import (
	"kanyin/issues/pages/ocr"
	"kanyin/issues/source"
)

// formats are the kinds that hold pages in tags.
var formats = map[Kind]ocr.Format{HOCR: ocr.HOCR, ALTO: ocr.ALTO, ABBYY: ocr.ABBYY, BBox: ocr.BBox, SText: ocr.SText}

// recognised reads the file of an OCR program.
func (o Options) recognised(kind Kind, name, text string, data []byte) (*source.File, error) {
	d, err := ocr.Read(formats[kind], text)
	if err != nil {
		return nil, err
	}
	f := source.New(name, string(kind), data)
	ocr.Lines(d, f)
	return f, nil
}
