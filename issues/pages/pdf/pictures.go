package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"image"
	"image/png"
	"slices"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"kanyin/issues/pages"
	"kanyin/issues/say"
)

const (
	leastSide  = 40      // points: what is smaller is an ornament or an icon
	mostPixels = 100e6   // of a picture; a page at 1200 dpi has 140 million, and no issue prints one
	mostBytes  = 1 << 29 // of all pictures of a document
	background = 0.8     // of the sheet: what covers more lies under the text
)

// image takes a picture that stands on the page.
func (w *objectWalk) image(o references.FPDF_PAGEOBJECT, m matrix) {
	b, ok := w.bounds(o, m)
	if !ok {
		return
	}
	p := pages.Picture{X0: round(b.x0), Y0: round(b.y0), X1: round(b.x1), Y1: round(b.y1)}
	if d, err := w.in.FPDFImageObj_GetImageMetadata(&requests.FPDFImageObj_GetImageMetadata{ImageObject: o, Page: w.page}); err == nil {
		p.Width, p.Height = int(d.ImageMetadata.Width), int(d.ImageMetadata.Height)
		if t, ok := w.tags[d.ImageMetadata.MarkedContentID]; ok {
			p.Element, p.Alt = t.element, t.alt
		}
	}
	seen := b.cut(w.out.Width, w.out.Height)
	if covers(p, &w.out) {
		w.ground = true
		if len(w.out.Runs) > 0 {
			return
		}
	}
	if min(seen.width(), seen.height()) < leastSide && !strip(p) || p.Width == 0 || p.Height == 0 {
		return
	}
	if float64(p.Width)*float64(p.Height) > mostPixels {
		w.report("picture-unread", "a picture of %d × %d pixels on page %d is larger than any that is printed", p.Width, p.Height, w.out.Number)
		return
	}
	if err := w.pixels(o, &p); err != nil {
		w.report("picture-unread", "a picture of %d × %d pixels on page %d cannot be read: %v", p.Width, p.Height, w.out.Number, err)
		return
	}
	w.out.Pictures = append(w.out.Pictures, p)
}

// covers tells a picture that lies under the page's text, or is its scan.
func covers(p pages.Picture, on *pages.Page) bool {
	across, down := min(p.X1, on.Width)-max(p.X0, 0), min(p.Y1, on.Height)-max(p.Y0, 0)
	return across > 0 && across*down >= background*on.Width*on.Height
}

// strip tells a slice of a picture that a program cut into many.
func strip(p pages.Picture) bool { return p.X1-p.X0 >= leastSide && p.Y1-p.Y0 < leastSide }

// pixels takes the picture's bytes: a JPEG as it lies in the file, all else as PNG.
func (w *objectWalk) pixels(o references.FPDF_PAGEOBJECT, p *pages.Picture) error {
	raw, err := w.in.FPDFImageObj_GetImageDataRaw(&requests.FPDFImageObj_GetImageDataRaw{ImageObject: o})
	if err != nil {
		return say.Errorf("it holds nothing")
	}
	sum := sha256.Sum256(raw.Data)
	p.SHA256 = hex.EncodeToString(sum[:])
	if w.isJPEG(o) && bytes.HasPrefix(raw.Data, []byte("\xff\xd8")) {
		p.MIME, p.Bytes = "image/jpeg", raw.Data
	} else if p.Bytes, err = w.asPNG(o); err == nil {
		p.MIME = "image/png"
	}
	if err == nil && w.taken+len(p.Bytes) > w.most {
		return say.Errorf("the document's pictures come to more than %d MiB", mostBytes>>20)
	}
	w.taken += len(p.Bytes)
	return err
}

// isJPEG tells whether nothing but JPEG packs the picture.
func (w *objectWalk) isJPEG(o references.FPDF_PAGEOBJECT) bool {
	n, err := w.in.FPDFImageObj_GetImageFilterCount(&requests.FPDFImageObj_GetImageFilterCount{ImageObject: o})
	if err != nil || n.Count != 1 {
		return false
	}
	f, err := w.in.FPDFImageObj_GetImageFilter(&requests.FPDFImageObj_GetImageFilter{ImageObject: o})
	return err == nil && (f.ImageFilter == "DCTDecode" || f.ImageFilter == "DCT")
}

// asPNG decodes the picture and packs it anew, without loss.
func (w *objectWalk) asPNG(o references.FPDF_PAGEOBJECT) ([]byte, error) {
	b, err := w.in.FPDFImageObj_GetBitmap(&requests.FPDFImageObj_GetBitmap{ImageObject: o})
	if err != nil {
		return nil, say.Errorf("its pixels cannot be unpacked")
	}
	defer w.in.FPDFBitmap_Destroy(&requests.FPDFBitmap_Destroy{Bitmap: b.Bitmap})
	width, err := w.in.FPDFBitmap_GetWidth(&requests.FPDFBitmap_GetWidth{Bitmap: b.Bitmap})
	if err != nil {
		return nil, err
	}
	height, err := w.in.FPDFBitmap_GetHeight(&requests.FPDFBitmap_GetHeight{Bitmap: b.Bitmap})
	if err != nil {
		return nil, err
	}
	stride, err := w.in.FPDFBitmap_GetStride(&requests.FPDFBitmap_GetStride{Bitmap: b.Bitmap})
	if err != nil {
		return nil, err
	}
	format, err := w.in.FPDFBitmap_GetFormat(&requests.FPDFBitmap_GetFormat{Bitmap: b.Bitmap})
	if err != nil {
		return nil, err
	}
	pix, err := w.in.FPDFBitmap_GetBuffer(&requests.FPDFBitmap_GetBuffer{Bitmap: b.Bitmap})
	if err != nil || len(pix.Buffer) < stride.Stride*height.Height {
		return nil, say.Errorf("its pixels cannot be unpacked")
	}
	img := toImage(pix.Buffer, width.Width, height.Height, stride.Stride, format.Format)
	if img == nil {
		return nil, say.Errorf("its pixels are of a kind that is not known")
	}
	var out bytes.Buffer
	err = png.Encode(&out, img)
	return out.Bytes(), err
}

// toImage reads PDFium's pixels, whose bytes stand in the order blue, green, red.
func toImage(pix []byte, width, height, stride int, format enums.FPDF_BITMAP_FORMAT) image.Image {
	bounds := image.Rect(0, 0, width, height)
	if format == enums.FPDF_BITMAP_FORMAT_GRAY {
		img := image.NewGray(bounds)
		for y := range height {
			copy(img.Pix[y*img.Stride:], pix[y*stride:y*stride+width])
		}
		return img
	}
	step := map[enums.FPDF_BITMAP_FORMAT]int{enums.FPDF_BITMAP_FORMAT_BGR: 3, enums.FPDF_BITMAP_FORMAT_BGRX: 4, enums.FPDF_BITMAP_FORMAT_BGRA: 4}[format]
	if step == 0 {
		return nil
	}
	img := image.NewNRGBA(bounds)
	for y := range height {
		from, to := pix[y*stride:], img.Pix[y*img.Stride:]
		for x := range width {
			p, q := from[x*step:], to[x*4:]
			q[0], q[1], q[2], q[3] = p[2], p[1], p[0], 0xff
			if format == enums.FPDF_BITMAP_FORMAT_BGRA {
				q[3] = p[3]
			}
		}
	}
	return img
}

// choosePictures leaves out what comes again and again, as a logo does, and puts
// the slices of a picture together: one picture in their place, without bytes,
// which is to be cut from the page as it is drawn.
func choosePictures(doc *pages.Document) {
	const (
		often  = 3 // pages: a picture that is printed twice by mistake stays
		fewest = 3 // slices: two photographs may well touch
	)
	on := map[string]int{}
	for _, p := range doc.Pages {
		seen := map[string]bool{}
		for _, pic := range p.Pictures {
			if !seen[pic.SHA256] {
				seen[pic.SHA256] = true
				on[pic.SHA256]++
			}
		}
	}
	for i := range doc.Pages {
		p := &doc.Pages[i]
		var kept []pages.Picture
		for _, pic := range p.Pictures {
			n, whole := stack(pic, p.Pictures)
			switch {
			case on[pic.SHA256] >= often:
			case n < fewest:
				if !strip(pic) {
					kept = append(kept, pic)
				}
			case !p.Scan && !covers(whole, p) && !slices.ContainsFunc(kept, func(o pages.Picture) bool { return o.Bytes == nil && o.X0 == whole.X0 && o.Y0 == whole.Y0 }):
				kept = append(kept, whole)
			}
		}
		p.Pictures = kept
	}
}

// stack counts the pictures as wide as this one that stand on top of each other
// with it, without white between, and gives the place of them all.
func stack(p pages.Picture, all []pages.Picture) (int, pages.Picture) {
	const close = 0.6 // points
	n, top, foot := 1, p.Y0, p.Y1
	for grown := true; grown; {
		grown = false
		for _, o := range all {
			if abs(o.X0-p.X0) > close || abs(o.X1-p.X1) > close {
				continue
			}
			switch {
			case abs(o.Y1-top) < close && o.Y0 < top:
				n, top, grown = n+1, o.Y0, true
			case abs(o.Y0-foot) < close && o.Y1 > foot:
				n, foot, grown = n+1, o.Y1, true
			}
		}
	}
	return n, pages.Picture{X0: p.X0, Y0: top, X1: p.X1, Y1: foot, Alt: p.Alt, Element: p.Element}
}
