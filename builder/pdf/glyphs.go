package pdf

import (
	"cmp"
	"maps"
	"runtime"
	"slices"
	"sync"

	"kanyin/builder/pdf/finish"
	"kanyin/fonts"
	"kanyin/issues/say"
	"kanyin/layout"
)

// Glyphs is the fonts of a document, cut down to the characters that it shows.
// The editions of one document may share it: cutting and packing the fonts is
// half the work of an edition.
type Glyphs struct {
	faces []face
	index map[fontKey]int
}

// A fontKey says which font a run is of: glyphs that stand below each other are
// measured otherwise, and are a font of their own.
type fontKey struct {
	face string
	down bool
}

func keyOf(t *layout.Text) fontKey {
	return fontKey{t.Face, t.Way == layout.Upright || t.Way == layout.Abreast}
}

func (k fontKey) compare(other fontKey) int {
	if c := cmp.Compare(k.face, other.face); c != 0 || k.down == other.down {
		return c
	}
	if k.down {
		return 1
	}
	return -1
}

// geta is the mark that compositors put where a type is missing, 〓.
const geta = '〓'

// Gather collects the characters that a document shows and cuts its fonts down
// to them. Characters that no face has, which layout reports and leaves without
// a face, are shown as 〓 and still read as what they are. One that is said to be
// of a face that lacks it is an error.
func Gather(doc *layout.Document, lib *fonts.Library) (*Glyphs, error) {
	g, err := choose(doc, lib)
	if err != nil {
		return nil, err
	}
	return g, g.cut(lib)
}

// choose does what Gather does short of cutting the fonts.
func choose(doc *layout.Document, lib *fonts.Library) (*Glyphs, error) {
	if err := whole(doc); err != nil {
		return nil, err
	}
	shown, err := glyphsOf(doc, lib)
	if err != nil {
		return nil, err
	}
	g := &Glyphs{index: map[fontKey]int{}}
	for i, key := range slices.SortedFunc(maps.Keys(shown), fontKey.compare) {
		f, err := newFace(key, inOrder(shown[key]), lib)
		if err != nil {
			return nil, err
		}
		g.index[key] = i
		g.faces = append(g.faces, f)
	}
	return g, nil
}

// gathered gives the glyphs that are there, or gathers them.
func gathered(g *Glyphs, doc *layout.Document, lib *fonts.Library) (*Glyphs, error) {
	if g != nil {
		return g, nil
	}
	return Gather(doc, lib)
}

// whole sees to it that a document says of every glyph where it goes and how
// large it is, and of everything what it belongs to.
func whole(doc *layout.Document) error {
	known := func(element int) bool { return element >= 0 && element < len(doc.Elements) }
	for _, page := range doc.Pages {
		for _, t := range page.Texts {
			if len(t.Advances) != len(t.Runes) || t.Shift != nil && len(t.Shift) != len(t.Runes) {
				return say.Errorf("page %s: %q has %d advances and %d shifts", page.Label, string(t.Runes), len(t.Advances), len(t.Shift))
			}
			if t.Size <= 0 {
				return say.Errorf("page %s: %q has a size of %d", page.Label, string(t.Runes), t.Size)
			}
			if !known(t.Element) {
				return say.Errorf("page %s: %q is of element %d, which the document does not have", page.Label, string(t.Runes), t.Element)
			}
		}
		for _, f := range page.Fills {
			if !known(f.Element) {
				return say.Errorf("page %s: a fill is of element %d, which the document does not have", page.Label, f.Element)
			}
		}
	}
	return nil
}

// glyphsOf gives the glyphs of every face. A mark that is shown in half its em
// stands there whole too: its half is made of it.
func glyphsOf(doc *layout.Document, lib *fonts.Library) (map[fontKey]map[glyph]bool, error) {
	shown := map[fontKey]map[glyph]bool{}
	for i := range doc.Pages {
		for _, t := range doc.Pages[i].Texts {
			set := shown[keyOf(&t)]
			if set == nil {
				set = map[glyph]bool{}
				shown[keyOf(&t)] = set
			}
			for _, sign := range t.Word {
				set[signOf(t, sign)] = true
			}
			for k, r := range t.Runes {
				if t.Word != nil {
					break
				}
				from, width, _ := lib.Glyph(t.Face, r)
				switch {
				case t.Face == "":
					width = finish.Em // of the mark in its place
				case from != t.Face:
					return nil, say.Errorf("page %s: the face %s has no %c (%U)", doc.Pages[i].Label, t.Face, r, r)
				}
				if t.Way == layout.Abreast {
					if k == 0 {
						set[pairOf(t)] = true
					}
					continue
				}
				set[glyph{rune: r}] = true
				if f := formOf(t, k, width); f != full {
					set[glyph{rune: r, form: f}] = true
				}
			}
		}
	}
	return shown, nil
}

// cut makes the subsets, as many at once as there are processors: each is a
// task of its own, and the outcome does not depend on their order.
func (g *Glyphs) cut(lib *fonts.Library) error {
	faults := make([]error, len(g.faces))
	next := make(chan int)
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for i := range next {
				faults[i] = g.faces[i].cut(lib.Data(g.faces[i].source))
			}
		})
	}
	for i := range g.faces {
		next <- i
	}
	close(next)
	wait.Wait()
	for i, err := range faults {
		if err != nil {
			return say.Errorf("font %s: %w", g.faces[i].name, err)
		}
	}
	return nil
}
