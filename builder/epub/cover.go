package epub

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"strings"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"kanyin/fonts"
	"kanyin/issues/issue"
	"kanyin/issues/say"
)

// The cover, in pixels: 1600 × 2560, the shape that shops ask for.
const (
	coverWidth, coverHeight = 1600, 2560
	coverMargin             = 130
	coverBand               = 960  // the coloured ground of the title
	coverFoot               = 2330 // the rule over the imprint
	coverStories            = 4    // titles announced, at most: more make a list of contents
	titleSize               = 420  // at most; a long title is set smaller, down to the measure
	titleMiddle             = 350  // where the title's middle is, so that it hangs in one place at any size

	numberSize, numberAbove = 88, 180 // the number, over the band's foot: read before anything but the title
	totalSize, totalAbove   = 56, 80
	imprintSize, imprintSet = 50, 90 // the imprint under its rule
	imprintRule             = 4

	storySize, storyLeading = 80, 108 // a title announced is legible on a thumbnail a sixth as wide
	columnSize              = 52
	storiesBelow            = 150 // from the band to the first column's name
	storyGap                = 118 // from a title to the next column's name
	storiesAbove            = 60  // kept free over the imprint's rule
)

// How much of a pixel, of 255, a letter covers that has its own colour there, or
// the shade: what it covers is rounded to all, half or nothing.
const (
	coversAll  = 192
	coversPart = 64
)

// The cover's four colours. Letters have one shade between themselves and
// their ground, which is enough at this size, since every screen shows the cover
// smaller; the band and the paper share it, so that two bits hold a pixel.
const (
	accent = iota // the band
	shade         // half accent, half paper: the edge of every letter
	paper         // also the letters on the band
	ink           // the letters on paper
)

// accents are the colours of the band, one a month, after the traditional
// colours of the seasons: on a reader's shelf the issues of a year stand side by
// side, too small for their numbers to be read, and colour tells them apart. The
// typeset edition lies open alone and keeps the one colour of its design. All of
// these carry white letters (contrast over 4.5).
var accents = [12]color.RGBA{
	{0x9B, 0x1E, 0x22, 255}, {0x2E, 0x6B, 0x4F, 255}, {0x8E, 0x35, 0x4A, 255}, {0x1F, 0x6E, 0x78, 255},
	{0x3D, 0x6B, 0x21, 255}, {0x14, 0x5C, 0x9E, 255}, {0x00, 0x55, 0x7F, 255}, {0x5B, 0x3A, 0x8C, 255},
	{0x8A, 0x4B, 0x08, 255}, {0xA3, 0x3B, 0x20, 255}, {0x3F, 0x4E, 0x6B, 255}, {0x20, 0x3A, 0x5C, 255},
}

// A story is an article that the cover announces.
type story struct{ column, title string }

// announced are the articles on the cover: the first of each column, and where
// there are few columns, the next ones too.
func announced(iss *issue.Issue) []story {
	var firsts, others []story
	seen := map[string]bool{}
	for i := range iss.Articles {
		a := &iss.Articles[i]
		switch {
		case a.Title == "":
		case seen[a.Section]:
			others = append(others, story{a.Section, unmarked(a)})
		default:
			seen[a.Section] = true
			firsts = append(firsts, story{a.Section, unmarked(a)})
		}
	}
	return append(firsts, others...)
}

// drawCover draws the cover from the issue's own data: its title on a coloured
// band, number and date, then some of the contents. It gives the picture as PNG
// and, for those who do not see it, what it says.
func drawCover(lib *fonts.Library, iss *issue.Issue, w words) (picture []byte, says string, err error) {
	c := newCanvas(lib, w, accents[(max(iss.Meta.Number, 1)-1)%len(accents)])
	title := iss.Meta.Title
	if title == "" {
		title = w.untitled
	}
	measure := coverWidth - 2*coverMargin
	size := min(titleSize, fit(c, fonts.SongBold, title, measure))
	c.text(fonts.SongBold, size, coverMargin, titleMiddle+size/2, title, onBand)
	c.text(fonts.Hei, numberSize, coverMargin, coverBand-numberAbove, iss.Meta.Numbering(), onBand)
	if iss.Meta.Total != 0 {
		c.text(fonts.Hei, totalSize, coverMargin, coverBand-totalAbove, fmt.Sprintf(w.total, iss.Meta.Total), onBand)
	}
	told := c.stories(announced(iss), measure)
	c.fill(image.Rect(coverMargin, coverFoot, coverWidth-coverMargin, coverFoot+imprintRule), ink)
	c.text(fonts.Song, imprintSize, coverMargin, coverFoot+imprintSet, imprint(iss.Meta), onPaper)
	if c.err != nil {
		return nil, "", c.err
	}
	says = w.cover + " " + iss.Meta.Name()
	if len(told) > 0 {
		says += " " + w.inThisIssue + strings.Join(told, w.comma)
	}
	picture, err = encodePNG(c.img)
	return picture, says, err
}

// stories sets as many as the cover has room for, each with its column over it,
// and gives the titles that were set.
func (c *canvas) stories(list []story, measure int) []string {
	var told []string
	y := coverBand + storiesBelow
	for _, s := range list[:min(coverStories, len(list))] {
		lines := c.balance(fonts.HeiBold, storySize, measure, 2, s.title)
		if y+storyLeading*len(lines) > coverFoot-storiesAbove {
			break
		}
		c.text(fonts.Kai, columnSize, coverMargin, y, s.column, onPaper)
		for _, line := range lines {
			y += storyLeading
			c.text(fonts.HeiBold, storySize, coverMargin, y, line, onPaper)
		}
		y += storyGap
		told = append(told, s.title)
	}
	return told
}

func imprint(m issue.Meta) string {
	var parts []string
	if m.Publisher != "" {
		parts = append(parts, m.Publisher)
	}
	if m.ISSN != "" {
		parts = append(parts, "ISSN "+m.ISSN)
	}
	return strings.Join(parts, "　")
}

// fit gives the size at which a text is as wide as the measure.
func fit(c *canvas, face, s string, measure int) int {
	w := c.width(face, s)
	if w == 0 {
		return measure
	}
	return measure * 1000 / w
}

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
	c.fill(image.Rect(0, coverBand, coverWidth, coverHeight), paper)
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
	box := outline.Bounds()
	left, top := int(math.Floor(x))+box.Min.X.Floor(), y+box.Min.Y.Floor()
	width, height := box.Max.X.Ceil()-box.Min.X.Floor()+2, box.Max.Y.Ceil()-box.Min.Y.Floor()+1
	c.raster.Reset(width, height)
	trace(c.raster, outline, float32(x-float64(left)), float32(y-top))
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
