package pdf

import (
	"bytes"
	"image"
	"image/draw"
	"image/png"
	"sync"

	"github.com/klippa-app/go-pdfium/requests"

	"kanyin/issues/say"
)

// A Drawer draws the pages of one PDF as people see them. It may be used by
// several at the same time, and draws one page after the other.
type Drawer struct {
	mu     sync.Mutex
	engine *engine
	file   *file
	data   []byte
}

// NewDrawer opens a PDF for drawing. Of the options, only those of the engine are
// asked for. It must be closed.
func NewDrawer(data []byte, o Options) (*Drawer, error) {
	e, err := start(o)
	if err != nil {
		return nil, err
	}
	f, err := e.open(data)
	if err != nil {
		e.close()
		return nil, err
	}
	return &Drawer{engine: e, file: f, data: data}, nil
}

// Close gives back what drawing needs.
func (d *Drawer) Close() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.file.close()
	d.engine.close()
}

// mostDrawn is how many pixels a drawn page may have: a newspaper's at 150 dpi.
const mostDrawn = 16_000_000

// Page draws the page of that number, from 1: the upright sheet that [Read] gives
// places on, as a PNG of so many dots an inch, or fewer where the page is huge.
func (d *Drawer) Page(number, dpi int) ([]byte, error) {
	img, err := d.Image(number, dpi)
	if err != nil {
		return nil, err
	}
	var picture bytes.Buffer
	e := png.Encoder{CompressionLevel: png.BestSpeed} // it goes to this machine and not over a network
	if err := e.Encode(&picture, img); err != nil {
		return nil, err
	}
	return picture.Bytes(), nil
}

// Image draws a page as [Drawer.Page] does, and does not pack it.
func (d *Drawer) Image(number, dpi int) (*image.RGBA, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if number < 1 || number > d.file.count {
		return nil, say.Errorf("the PDF has %d pages, and no page %d", d.file.count, number)
	}
	if d.file.worn() {
		d.file.close()
		f, err := d.engine.open(d.data)
		if err != nil {
			return nil, err
		}
		d.file = f
	}
	s := &sheet{file: d.file, page: requests.Page{ByIndex: &requests.PageByIndex{Document: d.file.doc, Index: number - 1}}}
	whole, err := s.paper()
	if err != nil {
		return nil, err
	}
	part, err := s.measure()
	if err != nil {
		return nil, err
	}
	w, h := whole.size()
	for dpi > 36 && float64(w)*float64(h)*float64(dpi*dpi)/(72*72) > mostDrawn {
		dpi -= 12
	}
	out, err := d.file.in.RenderPageInDPI(&requests.RenderPageInDPI{Page: s.page, DPI: dpi})
	if err != nil {
		d.file.broken = true
		return nil, say.Errorf("the page cannot be drawn")
	}
	defer out.Cleanup()
	scale := float32(dpi) / 72
	x0, y0 := whole.point(part.left, part.top)
	x1, y1 := whole.point(part.right, part.bottom)
	frame := image.Rect(int(min(x0, x1)*scale), int(min(y0, y1)*scale), int(max(x0, x1)*scale+.5), int(max(y0, y1)*scale+.5))
	return crop(out.Result.RenderedImage, frame), nil
}

// crop copies a part of an image.
func crop(img image.Image, frame image.Rectangle) *image.RGBA {
	frame = frame.Intersect(img.Bounds())
	part := image.NewRGBA(image.Rectangle{Max: frame.Size()})
	draw.Draw(part, part.Rect, img, frame.Min, draw.Src)
	return part
}
