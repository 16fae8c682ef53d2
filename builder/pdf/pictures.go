package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"strings"

	"kanyin/builder/imaging"
	"kanyin/builder/pdf/finish"
	"kanyin/issues/issue"
	"kanyin/issues/say"
	"kanyin/layout"
)

// The pixels an inch that a picture has at most where it stands: what a screen
// shows that is looked at closely, and twice the screen of a press with some
// to spare. The archive has the original.
const (
	screenDPI = 300
	printDPI  = 400
)

// A picturing puts a picture into a file as an XObject, with at most so many
// pixels on its longer side.
type picturing func(file *finish.File, p issue.Picture, longest int) (finish.Ref, error)

// pictureName is what a page calls a picture.
func pictureName(name string) string { return finish.Name("Im-" + name) }

// putPictures adds the pictures that the pages show, in the issue's order, and
// gives the resources' entry that names them; "" for none.
func putPictures(file *finish.File, doc *layout.Document, iss *issue.Issue, dpi int, put picturing) (string, error) {
	shown := map[string]layout.Length{} // the longer side, where it is largest
	for i := range doc.Pages {
		for _, m := range doc.Pages[i].Images {
			shown[m.Name] = max(shown[m.Name], m.Width, m.Height)
		}
	}
	var entry strings.Builder
	for _, p := range iss.Pictures {
		if shown[p.Name] == 0 {
			continue
		}
		ref, err := put(file, p, 1+int(shown[p.Name])*dpi/int(72*layout.Point))
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&entry, "%s %s", pictureName(p.Name), ref)
	}
	if entry.Len() == 0 {
		return "", nil
	}
	return "/XObject<<" + entry.String() + ">>", nil
}

const imageEntries = "/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace%s"

// putScreenPicture adds a picture in sRGB, which the file's output intent is, or
// in greys: a JPEG as it is, all else without loss.
func putScreenPicture(file *finish.File, p issue.Picture, longest int) (finish.Ref, error) {
	data, mime, err := imaging.Fit(p, longest)
	if err != nil {
		return 0, err
	}
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return 0, say.Errorf("picture %s: %w", p.Name, err)
	}
	if mime == "image/jpeg" {
		space := "/DeviceRGB"
		if config.ColorModel == color.GrayModel {
			space = "/DeviceGray"
		}
		ref := file.Reserve()
		file.SetReadyStream(ref, fmt.Sprintf(imageEntries+"/Filter/DCTDecode", config.Width, config.Height, space), data)
		return ref, nil
	}
	img, err := imaging.RGB(p, longest)
	if err != nil {
		return 0, err
	}
	return file.AddStream(fmt.Sprintf(imageEntries, img.Rect.Dx(), img.Rect.Dy(), "/DeviceRGB"), rgbBytes(img)), nil
}

// putGrayPicture adds a picture for a press with one ink.
func putGrayPicture(file *finish.File, p issue.Picture, longest int) (finish.Ref, error) {
	img, err := imaging.Gray(p, longest)
	if err != nil {
		return 0, err
	}
	return file.AddStream(fmt.Sprintf(imageEntries, img.Rect.Dx(), img.Rect.Dy(), "/DeviceGray"), img.Pix), nil
}

// putColourPicture adds a picture for a press that prints it in colour: in sRGB,
// whose profile it carries, so that the press's own makes inks of it (PDF/X-4). One
// in greys stays black alone.
func putColourPicture() picturing {
	var space string // of all of them
	return func(file *finish.File, p issue.Picture, longest int) (finish.Ref, error) {
		config, _, err := image.DecodeConfig(bytes.NewReader(p.Bytes))
		if err != nil {
			return 0, say.Errorf("picture %s: %w", p.Name, err)
		}
		if m := config.ColorModel; m == color.GrayModel || m == color.Gray16Model {
			return putGrayPicture(file, p, longest)
		}
		img, err := imaging.RGB(p, longest)
		if err != nil {
			return 0, err
		}
		if space == "" {
			space = "[/ICCBased " + file.AddStream("/N 3", finish.SRGB()).String() + "]"
		}
		return file.AddStream(fmt.Sprintf(imageEntries, img.Rect.Dx(), img.Rect.Dy(), space), rgbBytes(img)), nil
	}
}

// inColour tells whether the pages show a picture that is not in greys.
func inColour(doc *layout.Document, iss *issue.Issue) bool {
	for i := range doc.Pages {
		for _, m := range doc.Pages[i].Images {
			for _, p := range iss.Pictures {
				config, _, err := image.DecodeConfig(bytes.NewReader(p.Bytes))
				if p.Name == m.Name && err == nil && config.ColorModel != color.GrayModel && config.ColorModel != color.Gray16Model {
					return true
				}
			}
		}
	}
	return false
}

// rgbBytes gives the colours of an opaque picture, three bytes each.
func rgbBytes(img *image.RGBA) []byte {
	out := make([]byte, 0, len(img.Pix)/4*3)
	for i := 0; i < len(img.Pix); i += 4 {
		out = append(out, img.Pix[i:i+3]...)
	}
	return out
}

// images draws a page's pictures, each as part of its element.
func (p *pen) images(page *layout.Page) {
	open := noMark
	for _, m := range page.Images {
		p.turnTo(&open, mark{m.Element, ruled})
		p.setInk(p.colour.fill(layout.Ink{Paper: true})) // on a press: nothing shows through
		p.buf = append(p.buf, "q "...)
		if m.X < 0 || m.X+m.Width > page.Width {
			p.clip(page)
		}
		p.buf = append(appendLength(p.buf, m.Width), " 0 0 "...)
		p.buf = append(appendLength(p.buf, m.Height), ' ')
		p.buf = append(appendLength(p.buf, p.frame.left+m.X), ' ')
		p.buf = append(appendLength(p.buf, p.frame.top-m.Y-m.Height), " cm "...)
		p.buf = append(append(p.buf, pictureName(m.Name)...), " Do Q\n"...)
	}
	p.turnTo(&open, noMark)
}

// clip shows what is drawn next within the page's bleed alone: of a picture over
// two pages, the half that is this one's.
func (p *pen) clip(page *layout.Page) {
	over := bleedOf(page)
	p.buf = append(p.buf, numbers(p.frame.left-over, p.frame.top-page.Height-over, page.Width+2*over, page.Height+2*over)...)
	p.buf = append(p.buf, " re W n "...)
}
