// Package plate finds the pictures on a scanned page: what is inked all over and
// is no text. A recogniser's PDF has the scan of a page and the words under it, and
// says nothing of the photographs between them.
//
// It is sure or it is silent: a photograph, a painting, a chart with grounds is
// found; a drawing of thin lines looks like a smudge and stays a part of the scan.
package plate

import (
	"cmp"
	"image"
	"image/color"
	"slices"

	"kanyin/issues/pages"
)

const (
	cell     = 4   // points, the grain in which a page is looked at: half a line's ink
	least    = 40  // points: what is narrower or lower is an ornament
	contrast = 24  // of 255 under the paper: a shadow of the paper's grain is less, the light parts of a photograph are more
	bridge   = 2   // cells of white inside a picture: a highlight, the sky over a roof
	covered  = .6  // of a picture's box that is inked: of text it is a third, of a frame a tenth
	wordy    = .15 // of a box that text covers: above it the box is a ground under text
	whole    = .9  // of the page's width and height: the scan itself, or a cover
	shadow   = .12 // of the page's width: what lies at its edge and is narrower is the scanner's lid
)

// Room tells whether a page has a place that is free of text and large enough for a
// picture, so that a page without one need not be drawn.
func Room(p *pages.Page) bool {
	g := newGrid(p)
	g.cover(p.Runs, 2*cell) // the white between two lines is no room
	const (
		margin = .08         // of the page: every page is white there
		side   = 1.5 * least // of the free square: less is the end of an article
	)
	n := int(side / cell)
	left, top := int(margin*float64(g.w)), int(margin*float64(g.h))
	square := make([]int, g.w) // side of the largest free square that ends at the cell above
	for y := top; y < g.h-top; y++ {
		corner := 0
		for x := left; x < g.w-left; x++ {
			above := square[x]
			if square[x] = 0; !g.text[y*g.w+x] {
				beside := 0
				if x > left {
					beside = square[x-1]
				}
				square[x] = 1 + min(above, beside, corner)
			}
			if corner = above; square[x] >= n {
				return true
			}
		}
	}
	return false
}

// Find gives the pictures by their places alone, from top to bottom. The image is the page as it
// is drawn, at some 72 dots an inch; more only costs time.
func Find(img image.Image, p *pages.Page) []pages.Picture {
	g := newGrid(p)
	g.cover(p.Runs, cell/2)
	g.look(img)
	var out []pages.Picture
	for _, r := range g.regions() {
		if g.picture(r) {
			out = append(out, pages.Picture{X0: float32(r.Min.X * cell), Y0: float32(r.Min.Y * cell), X1: min(float32(r.Max.X*cell), p.Width), Y1: min(float32(r.Max.Y*cell), p.Height)})
		}
	}
	slices.SortFunc(out, func(a, b pages.Picture) int {
		return cmp.Or(cmp.Compare(a.Y0, b.Y0), cmp.Compare(a.X0, b.X0))
	})
	return out
}

// A grid is a page in cells.
type grid struct {
	w, h      int
	text, ink []bool
}

func newGrid(p *pages.Page) *grid {
	g := &grid{w: max(1, int(p.Width+cell-1)/cell), h: max(1, int(p.Height+cell-1)/cell)}
	g.text, g.ink = make([]bool, g.w*g.h), make([]bool, g.w*g.h)
	return g
}

// cover marks the cells under the runs and so many points around them.
func (g *grid) cover(runs []pages.Run, around float32) {
	for _, r := range runs {
		at := image.Rect(int((r.X0-around)/cell), int((r.Y0-around)/cell), int((r.X1+around)/cell)+1, int((r.Y1+around)/cell)+1).Intersect(image.Rect(0, 0, g.w, g.h))
		for y := at.Min.Y; y < at.Max.Y; y++ {
			for x := at.Min.X; x < at.Max.X; x++ {
				g.text[y*g.w+x] = true
			}
		}
	}
}

// look marks the cells that are darker than the paper and have no text.
func (g *grid) look(img image.Image) {
	grey := make([]uint8, g.w*g.h)
	var tally [256]int
	b := img.Bounds()
	for y := range g.h {
		for x := range g.w {
			v := mean(img, image.Rect(b.Min.X+x*b.Dx()/g.w, b.Min.Y+y*b.Dy()/g.h, b.Min.X+(x+1)*b.Dx()/g.w, b.Min.Y+(y+1)*b.Dy()/g.h))
			grey[y*g.w+x] = v
			tally[v]++
		}
	}
	paper := brightest(tally, g.w*g.h)
	for i, v := range grey {
		g.ink[i] = int(v) < paper-contrast && !g.text[i]
	}
}

// brightest is the grey that a fifth of a page's cells are lighter than: the paper,
// which margins alone show so much of.
func brightest(tally [256]int, cells int) int {
	v := 255
	for n := tally[v]; n < cells/5 && v > 0; n += tally[v] {
		v--
	}
	return v
}

// mean is the grey of a part of an image, 0 black and 255 white.
func mean(img image.Image, at image.Rectangle) uint8 {
	sum, n := 0, 0
	for y := at.Min.Y; y < at.Max.Y; y++ {
		for x := at.Min.X; x < at.Max.X; x++ {
			sum += int(color.GrayModel.Convert(img.At(x, y)).(color.Gray).Y)
			n++
		}
	}
	if n == 0 {
		return 255
	}
	return uint8(sum / n)
}

// regions gives the boxes around inked cells that hang together, over a bridge of
// white or without.
func (g *grid) regions() []image.Rectangle {
	seen := make([]bool, len(g.ink))
	var out []image.Rectangle
	for i := range g.ink {
		if !g.ink[i] || seen[i] {
			continue
		}
		box := image.Rectangle{}
		for todo := []int{i}; len(todo) > 0; {
			at := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			x, y := at%g.w, at/g.w
			box = box.Union(image.Rect(x, y, x+1, y+1))
			for ny := max(0, y-bridge); ny <= min(g.h-1, y+bridge); ny++ {
				for nx := max(0, x-bridge); nx <= min(g.w-1, x+bridge); nx++ {
					if n := ny*g.w + nx; g.ink[n] && !seen[n] {
						seen[n] = true
						todo = append(todo, n)
					}
				}
			}
		}
		out = append(out, box)
	}
	return out
}

// picture tells whether a region is one.
func (g *grid) picture(r image.Rectangle) bool {
	if r.Dx()*cell < least || r.Dy()*cell < least {
		return false
	}
	if float64(r.Dx()) > whole*float64(g.w) && float64(r.Dy()) > whole*float64(g.h) {
		return false
	}
	if r.Min.X == 0 || r.Max.X == g.w || r.Min.Y == 0 || r.Max.Y == g.h {
		if float64(min(r.Dx(), r.Dy())) < shadow*float64(g.w) {
			return false
		}
	}
	ink, text := 0, 0
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if g.ink[y*g.w+x] {
				ink++
			}
			if g.text[y*g.w+x] {
				text++
			}
		}
	}
	all := float64(r.Dx() * r.Dy())
	return float64(ink) > covered*all && float64(text) < wordy*all
}
