package input

import (
	"kanyin/issues/pages"
	"kanyin/issues/pages/pdf"
	"kanyin/issues/pages/plate"
	"kanyin/issues/say"
)

// plateDPI is how fine a scanned page is drawn to find its pictures: a dot a point.
const plateDPI = 72

// itself is the name by which a shelf has the PDF that is being read.
const itself = ""

// draw gives bytes to the pictures of a PDF that have none: those of a recogniser's PDF,
// which has the scan of every page and words under it, and those that a program cut into slices.
// They are cut from the page as it is drawn. Where that fails, it is told once a page.
func draw(doc *pages.Document, data []byte) {
	at := shelf{}
	defer at.close()
	for i := range doc.Pages {
		p := &doc.Pages[i]
		if err := at.draw(p, data); err != nil {
			doc.Notes = append(doc.Notes, pages.Note{Code: "picture-unread", Page: p.Number, Text: say.Of("the pictures on page %d cannot be cut from it: %v", p.Number, err)})
		}
	}
}

// draw finds the pictures of a scanned page, and gives those their bytes that have none.
func (s shelf) draw(p *pages.Page, data []byte) error {
	if p.Scan && len(p.Pictures) == 0 && plate.Room(p) {
		d, err := s.open(itself, data)
		if err != nil {
			return err
		}
		img, err := d.Image(p.Number, plateDPI)
		if err != nil {
			return err
		}
		p.Pictures = plate.Find(img, p)
	}
	var page scan
	var failed error
	kept := p.Pictures[:0]
	for _, pic := range p.Pictures {
		if pic.Bytes == nil && failed == nil {
			if page.Image == nil {
				page, failed = s.drawn(itself, data, p.Number)
			}
			if failed == nil {
				failed = page.cut(p, &pic)
			}
		}
		if pic.Bytes != nil {
			kept = append(kept, pic)
		}
	}
	p.Pictures = kept
	return failed
}

// drawn draws a page of a PDF, from 1, as fine as its scan may be. What is cut from it is
// packed as a JPEG, as scanned PDFs have it already.
func (s shelf) drawn(name string, data []byte, number int) (scan, error) {
	d, err := s.open(name, data)
	if err != nil {
		return scan{}, err
	}
	img, err := d.Image(number, drawnDPI)
	return scan{img, "jpeg"}, err
}

// open gives the drawer of a PDF.
func (s shelf) open(name string, data []byte) (*pdf.Drawer, error) {
	if d := s[name]; d != nil {
		return d, nil
	}
	d, err := pdf.NewDrawer(data, pdf.Options{Cache: Cache()})
	if err != nil {
		return nil, err
	}
	s[name] = d
	return d, nil
}
