package input

import (
	"kanyin/issues/pages/flow"
	"kanyin/issues/pages/ocr"
	"kanyin/issues/source"
)

// formats are the kinds that hold pages in tags.
var formats = map[Kind]ocr.Format{HOCR: ocr.HOCR, ALTO: ocr.ALTO, ABBYY: ocr.ABBYY, BBox: ocr.BBox, SText: ocr.SText}

// recognised reads the file of an OCR program, or of one that takes pages apart.
func (o Options) recognised(kind Kind, name, text string, data []byte) (*source.File, error) {
	d, err := ocr.Read(formats[kind], text)
	if err != nil {
		return nil, err
	}
	if kind == BBox || kind == SText { // pages as they are drawn: their order is to be found
		f := flow.File(name, data, d.Pages)
		f.Encoding = string(kind)
		return f, nil
	}
	f := source.New(name, string(kind), data)
	ocr.Lines(d, f)
	return f, nil
}
