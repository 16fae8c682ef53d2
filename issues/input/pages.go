package input

import (
	"slices"

	"kanyin/issues/pages"
	"kanyin/issues/pages/flow"
	"kanyin/issues/pages/ocr"
	"kanyin/issues/say"
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
	f := o.lined(kind, name, data, d.Pages)
	o.illustrated(f, d.Pages, slices.Repeat([]string{name}, len(d.Pages)))
	return f, nil
}

// lined puts pages in order. A recogniser has an order of its own; ours, which
// sees all pages, was found to be the better one: titles that span columns stand
// before both.
func (o Options) lined(kind Kind, name string, data []byte, ps []pages.Page) *source.File {
	f := flow.Options{Columns: o.Columns}.File(name, data, ps)
	f.Encoding = string(kind)
	for i, x := range f.Facts {
		if x.Confidence > 0 && x.Confidence < doubtful {
			f.Troubles = append(f.Troubles, source.Trouble{Code: "ocr-doubtful", Line: i + 1, Message: say.Of("the recogniser was not sure of this line"), Values: []string{f.Lines[i]}})
		}
	}
	return f
}

// doubtful is the confidence under which a line deserves a look: of tesseract's
// lines under it more than half have a wrong character.
const doubtful = 60

// sheets reads the files of a folder as the pages of one document.
func (o Options) sheets(parts []part) (*source.File, error) {
	var all []pages.Page
	var files []string // that each page came from
	for _, p := range parts {
		text, _, err := source.Decode(p.data)
		if err != nil {
			return nil, say.Errorf("%s: %w", p.name, err)
		}
		d, err := ocr.Read(formats[p.kind], text)
		if err != nil {
			return nil, say.Errorf("%s: %w", p.name, err)
		}
		for _, page := range d.Pages {
			page.Number = len(all) + 1
			if page.Image == "" && len(d.Pages) == 1 {
				page.Image = p.name // recognisers leave their picture's name to their own file
			}
			all, files = append(all, page), append(files, p.name)
		}
	}
	f := o.lined(folder, "", nil, all)
	o.illustrated(f, all, files)
	return f, nil
}
