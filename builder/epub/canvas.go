package epub

import (
	"image"
	"image/color"
	"math"
	"strings"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"kanyin/fonts"
	"kanyin/issues/say"
)

// How much of a pixel, of 255, a letter covers that has its own colour there, or
// the shade: what it covers is rounded to all, half or nothing.
const (
	coversAll  = 192
	coversPart = 64
)

// A ground is what letters stand on: it gives the colours from it to theirs.
type ground [3]uint8

var (
	onPaper = ground{paper, shade, ink}
	onBand  = ground{accent, shade, paper}
)

// A canvas draws letters on a picture of few colours. It remembers the
// first error and draws nothing after it.
type canvas struct {
	lib    *fonts.Library
	words  words
	faces  map[string]*sfnt.Font
	buffer sfnt.Buffer
	raster *vector.Rasterizer
	img    *image.Paletted
	err    error
}

func newCanvas(lib *fonts.Library, w words, band color.RGBA) *canvas {
	page := color.RGBA{0xFB, 0xFA, 0xF6, 255}
	half := color.RGBA{page.R/2 + band.R/2, page.G/2 + band.G/2, page.B/2 + band.B/2, 255}
	c := &canvas{lib: lib, words: w, faces: map[string]*sfnt.Font{}, raster: vector.NewRasterizer(0, 0)}
	c.img = image.NewPaletted(image.Rect(0, 0, coverWidth, coverHeight), color.Palette{accent: band, shade: half, paper: page, ink: color.RGBA{0x1E, 0x1E, 0x1E, 255}})
	return c
}

func (c *canvas) fill(r image.Rectangle, colour uint8) {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := c.img.Pix[c.img.PixOffset(r.Min.X, y):c.img.PixOffset(r.Max.X, y)]
		row[0] = colour
		for n := 1; n < len(row); n *= 2 {
			copy(row[n:], row[:n])
		}
	}
}

// width is in thousandths of an em.
func (c *canvas) width(face, s string) int {
	w := 0
	for _, r := range s {
		_, advance, _ := c.lib.Glyph(face, r)
		w += advance
	}
	return w
}

// balance breaks a title where it pauses, if its parts fit, and else into lines
// of about one length, so that no last line holds the rest of a word alone.
func (c *canvas) balance(face string, size, measure, most int, title string) []string {
	if parts := strings.Fields(title); len(phrases(title)) == len(parts) && len(parts) <= most && c.width(face, title)*size > measure*1000 {
		fits := func(s string) bool { return c.width(face, s)*size <= measure*1000 }
		if fits(parts[0]) && fits(parts[len(parts)-1]) {
			return parts
		}
	}
	lines := c.wrap(face, size, measure, most, title)
	if strings.HasSuffix(lines[len(lines)-1], c.words.ellipsis) {
		return lines
	}
	for narrow := measure - size; narrow > 0; narrow -= size {
		tried := c.wrap(face, size, narrow, most+1, title)
		if len(tried) > len(lines) {
			break
		}
		lines = tried
	}
	return lines
}

// wrap breaks a text into at most so many lines; what does not fit gives way to
// an ellipsis. A closing mark does not begin a line, and Latin words stay whole
// where they fit.
func (c *canvas) wrap(face string, size, measure, most int, s string) []string {
	var lines []string
	from, width := 0, 0
	runes := []rune(s)
	for i, r := range runes {
		advance := c.width(face, string(r))
		if (width+advance)*size > measure*1000 && i > from && !strings.ContainsRune("，。、；：？！”’）》」』】…—", r) {
			cut := wordStart(runes[from:i], r) + from
			lines = append(lines, strings.TrimSpace(string(runes[from:cut])))
			from, width = cut, c.width(face, string(runes[cut:i]))
		}
		width += advance
	}
	lines = append(lines, strings.TrimSpace(string(runes[from:])))
	if len(lines) > most {
		last := []rune(lines[most-1])
		lines = append(lines[:most-1], string(last[:max(0, len(last)-2)])+c.words.ellipsis)
	}
	return lines
}

// wordStart says where a line breaks so that the Latin word that next goes on
// begins the following one: at its end, where next begins a word or the line is
// all of one.
func wordStart(line []rune, next rune) int {
	at := len(line)
	for at > 0 && isLatin(line[at-1]) && isLatin(next) {
		at--
	}
	if at == 0 {
		return len(line)
	}
	return at
}

// text sets a line with its origin at x and its baseline at y. A character that
// no face has is passed over.
func (c *canvas) text(face string, size, x, y int, s string, g ground) {
	pen := float64(x)
	for _, r := range s {
		from, advance, ok := c.lib.Glyph(face, r)
		if !ok || c.err != nil {
			continue
		}
		c.glyph(from, size, pen, y, r, g)
		pen += float64(advance*size) / 1000
	}
}

func (c *canvas) glyph(face string, size int, x float64, y int, r rune, g ground) {
	c.outline(face, size, x, float64(y), r, false, g)
}

// outline draws a glyph with its origin at x, y, turned clockwise by a quarter or
// as it is.
func (c *canvas) outline(face string, size int, x, y float64, r rune, turned bool, g ground) {
	f := c.font(face)
	if f == nil {
		return
	}
	gid, _ := c.lib.GID(face, r)
	outline, err := f.LoadGlyph(&c.buffer, sfnt.GlyphIndex(gid), fixed.I(size), nil)
	if err != nil {
		c.err = say.Errorf("%s %c: %w", face, r, err)
		return
	}
	if len(outline) == 0 {
		return
	}
	if turned {
		for i := range outline {
			for k, p := range outline[i].Args {
				outline[i].Args[k] = fixed.Point26_6{X: -p.Y, Y: p.X}
			}
		}
	}
	box := outline.Bounds()
	left, top := int(math.Floor(x))+box.Min.X.Floor(), int(math.Floor(y))+box.Min.Y.Floor()
	width, height := box.Max.X.Ceil()-box.Min.X.Floor()+2, box.Max.Y.Ceil()-box.Min.Y.Floor()+2
	c.raster.Reset(width, height)
	trace(c.raster, outline, float32(x-float64(left)), float32(y-float64(top)))
	mask := image.NewAlpha(image.Rect(0, 0, width, height))
	c.raster.Draw(mask, mask.Bounds(), image.Opaque, image.Point{})
	c.ink(mask, left, top, g)
}

// trace draws an outline with its origin at x, y.
func trace(z *vector.Rasterizer, outline sfnt.Segments, x, y float32) {
	at := func(p fixed.Point26_6) (float32, float32) { return x + float32(p.X)/64, y + float32(p.Y)/64 }
	for _, s := range outline {
		ax, ay := at(s.Args[0])
		bx, by := at(s.Args[1])
		cx, cy := at(s.Args[2])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			z.ClosePath()
			z.MoveTo(ax, ay)
		case sfnt.SegmentOpLineTo:
			z.LineTo(ax, ay)
		case sfnt.SegmentOpQuadTo:
			z.QuadTo(ax, ay, bx, by)
		case sfnt.SegmentOpCubeTo:
			z.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	z.ClosePath()
}

// ink lays a mask on the picture, in the colours of the ground.
func (c *canvas) ink(mask *image.Alpha, left, top int, g ground) {
	clip := mask.Bounds().Add(image.Pt(left, top)).Intersect(c.img.Bounds())
	for y := clip.Min.Y; y < clip.Max.Y; y++ {
		covered := mask.Pix[(y-top)*mask.Stride:]
		row := c.img.Pix[y*c.img.Stride:]
		for x := clip.Min.X; x < clip.Max.X; x++ {
			switch a := covered[x-left]; {
			case a >= coversAll:
				row[x] = g[2]
			case a >= coversPart && row[x] != g[2]: // the letter before it may reach in here
				row[x] = g[1]
			}
		}
	}
}

func (c *canvas) font(face string) *sfnt.Font {
	if c.faces[face] == nil {
		f, err := sfnt.Parse(c.lib.Data(face))
		if err != nil {
			c.err = say.Errorf("%s: %w", face, err)
			return nil
		}
		c.faces[face] = f
	}
	return c.faces[face]
}
