package pdf

import (
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"

	"kanyin/builder/pdf/finish"
	"kanyin/builder/pdf/glyf"
	"kanyin/fonts"
	"kanyin/layout"
)

// Glyphs is the fonts of a document, cut down to the characters that it shows.
// The editions of one document may share it: cutting and packing the fonts is
// half the work of an edition.
type Glyphs struct {
	faces []face
	index map[string]int
}

// A face is one font of the document.
type face struct {
	name  string
	code  map[glyph]uint16 // the number of a glyph: one each, so that text extracts exactly
	bare  []byte           // a font without glyphs, for gopdf to read the measures of
	embed finish.Font
}

// geta is the mark that compositors put where a type is missing, 〓.
const geta = '〓'

// Gather collects the characters that a document shows and cuts its fonts down
// to them. Characters that no face has, which layout reports and leaves without
// a face, are shown as 〓 and still read as what they are. One that is said to be
// of a face that lacks it is an error.
func Gather(doc *layout.Document, lib *fonts.Library) (*Glyphs, error) {
	if err := whole(doc); err != nil {
		return nil, err
	}
	shown, err := glyphsOf(doc, lib)
	if err != nil {
		return nil, err
	}
	g := &Glyphs{index: map[string]int{}}
	for i, name := range slices.Sorted(maps.Keys(shown)) {
		g.index[name] = i
		g.faces = append(g.faces, face{name: name})
	}
	return g, g.cut(shown, lib)
}

// gathered gives the glyphs that are there, or gathers them.
func gathered(g *Glyphs, doc *layout.Document, lib *fonts.Library) (*Glyphs, error) {
	if g != nil {
		return g, nil
	}
	return Gather(doc, lib)
}

// whole sees to it that a document says of every glyph where it goes and of
// everything what it belongs to.
func whole(doc *layout.Document) error {
	known := func(element int) bool { return element >= 0 && element < len(doc.Elements) }
	for _, page := range doc.Pages {
		for _, t := range page.Texts {
			if len(t.Advances) != len(t.Runes) || t.Shift != nil && len(t.Shift) != len(t.Runes) {
				return fmt.Errorf("page %s: %q has %d advances and %d shifts", page.Label, string(t.Runes), len(t.Advances), len(t.Shift))
			}
			if !known(t.Element) {
				return fmt.Errorf("page %s: %q is of element %d, which the document does not have", page.Label, string(t.Runes), t.Element)
			}
		}
		for _, f := range page.Fills {
			if !known(f.Element) {
				return fmt.Errorf("page %s: a fill is of element %d, which the document does not have", page.Label, f.Element)
			}
		}
	}
	return nil
}

// glyphsOf gives the glyphs of every face. A mark that is shown in half its em
// stands there whole too: its half is made of it.
func glyphsOf(doc *layout.Document, lib *fonts.Library) (map[string]map[glyph]bool, error) {
	shown := map[string]map[glyph]bool{}
	for i := range doc.Pages {
		for _, t := range doc.Pages[i].Texts {
			set := shown[t.Face]
			if set == nil {
				set = map[glyph]bool{}
				shown[t.Face] = set
			}
			for k, r := range t.Runes {
				from, width, _ := lib.Glyph(t.Face, r)
				switch {
				case t.Face == "":
					width = finish.Em // of the mark in its place
				case from != t.Face:
					return nil, fmt.Errorf("page %s: the face %s has no %c (%U)", doc.Pages[i].Label, t.Face, r, r)
				}
				set[glyph{r, full}] = true
				if f := formOf(t, k, width); f != full {
					set[glyph{r, f}] = true
				}
			}
		}
	}
	return shown, nil
}

// cut makes the subsets, as many at once as there are processors: each is a
// task of its own, and the outcome does not depend on their order.
func (g *Glyphs) cut(shown map[string]map[glyph]bool, lib *fonts.Library) error {
	faults := make([]error, len(g.faces))
	next := make(chan int)
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for i := range next {
				f := &g.faces[i]
				faults[i] = f.cut(inOrder(shown[f.name]), lib)
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
			return fmt.Errorf("font %s: %w", g.faces[i].name, err)
		}
	}
	return nil
}

// cut makes the subset of the glyphs, which are in order and without doubles.
func (f *face) cut(glyphs []glyph, lib *fonts.Library) error {
	source, shape := f.name, func(r rune) rune { return r }
	if source == "" {
		var ok bool
		if source, _, ok = lib.Glyph("", geta); !ok {
			return fmt.Errorf("no face has %c for what no face has, such as %U", geta, glyphs[0].rune)
		}
		shape = func(rune) rune { return geta }
	}
	font, err := glyf.Parse(lib.Data(source))
	if err != nil {
		return err
	}
	if f.bare, err = font.Bare(); err != nil {
		return err
	}
	f.code = make(map[glyph]uint16, len(glyphs))
	f.embed = finish.Font{Name: subsetTag(glyphs) + "+" + postScriptName(lib, source), Runes: []rune{0}, Widths: []int{finish.Em}}
	chosen := make([]glyf.Glyph, len(glyphs))
	for i, g := range glyphs {
		f.code[g] = uint16(i + 1)
		gid, _ := lib.GID(source, shape(g.rune))
		_, width, _ := lib.Glyph(source, shape(g.rune))
		chosen[i] = glyf.Glyph{ID: gid}
		if g.form != full {
			width = half
			chosen[i].Width, chosen[i].Shift = half, -g.form.inset()
		}
		f.embed.Runes = append(f.embed.Runes, g.rune)
		f.embed.Widths = append(f.embed.Widths, width)
	}
	return f.pack(font, chosen)
}

// pack puts the subset in, ready for a file.
func (f *face) pack(font *glyf.Font, chosen []glyf.Glyph) error {
	program, err := font.Cut(chosen)
	if err != nil {
		return err
	}
	z, err := zlib.NewWriterLevel(nil, finish.Effort)
	if err != nil {
		return err
	}
	f.embed.Length, f.embed.Program = len(program), finish.Pack(z, program)
	return nil
}

// subsetTag is the six letters before a subset's name (ISO 32000-1, 9.6.4),
// made of what is in the subset.
func subsetTag(glyphs []glyph) string {
	sum := sha256.Sum256(fmt.Append(nil, glyphs))
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}

// postScriptName is the font's own name without its spaces.
func postScriptName(lib *fonts.Library, name string) string {
	for _, f := range lib.Faces() {
		if f.Name == name && f.Family != "" {
			return strings.ReplaceAll(f.Family+"-"+f.Style, " ", "")
		}
	}
	return name
}
