package input

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"kanyin/issues/pages"
	"kanyin/issues/pages/pdf"
	"kanyin/issues/source"
)

// pdf reads a PDF.
func (o Options) pdf(name string, data []byte) (*source.File, error) {
	doc, err := pdf.Read(data, pdf.Options{Cache: Cache(), Pages: o.Pages, Skip: o.Skip})
	if err != nil {
		return nil, err
	}
	draw(doc, data)
	f := o.lined(PDF, name, data, doc.Pages)
	number(f, doc.Pages)
	for _, n := range doc.Notes {
		f.Troubles = append(f.Troubles, source.Trouble{Code: n.Code, Line: firstOf(f, n.Page), Message: n.Text})
	}
	for _, p := range doc.Pages {
		for i, pic := range p.Pictures {
			f.Pictures = append(f.Pictures, illustration(f, p.Number, i+1, pic))
		}
	}
	slices.SortStableFunc(f.Pictures, func(a, b source.Picture) int { return a.After - b.After })
	return f, nil
}

// Cache is the folder of this user that the PDF reader may keep its compiled
// module in; "" where there is none.
func Cache() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "kanyin")
}

// number gives the sheets the places that their numbers say: some may be left out.
func number(f *source.File, ps []pages.Page) {
	f.Sheets = nil
	for _, p := range ps {
		for len(f.Sheets) < p.Number {
			f.Sheets = append(f.Sheets, source.Sheet{})
		}
		f.Sheets[p.Number-1] = source.Sheet{Width: p.Width, Height: p.Height}
	}
}

// firstOf gives the first line of a page, or of those after it that have one.
func firstOf(f *source.File, page int) int {
	for i, x := range f.Facts {
		if x.Page >= page {
			return i + 1
		}
	}
	return len(f.Lines)
}

// illustration gives a picture of a page. It stands behind the line that is
// next above it in its column, or before all of its page.
func illustration(f *source.File, page, nth int, p pages.Picture) source.Picture {
	after, foot := firstOf(f, page)-1, float32(0)
	for i, x := range f.Facts {
		const slack = 4 // points that a line's box reaches into a picture
		if x.Page == page && x.Y1 <= p.Y0+slack && x.Y1 >= foot && x.X0 < p.X1 && p.X0 < x.X1 {
			after, foot = i+1, x.Y1
		}
	}
	return source.Picture{
		Name: fmt.Sprintf("p%03d-%d%s", page, nth, map[string]string{"image/jpeg": ".jpg", "image/png": ".png"}[p.MIME]), MIME: p.MIME, Bytes: p.Bytes,
		Width: p.Width, Height: p.Height, Page: page, X0: p.X0, Y0: p.Y0, X1: p.X1, Y1: p.Y1, After: after, Alt: p.Alt,
	}
}
