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
	code  map[rune]uint16 // the glyph number of a character: one each, so that text extracts exactly
	bare  []byte          // a font without glyphs, for gopdf to read the measures of
	embed finish.Font
}

// geta is the mark that compositors put where a type is missing, 〓.
const geta = '〓'

// Gather collects the characters that a document shows and cuts its fonts down
// to them. Characters that no face has, which layout reports and leaves without
// a face, are shown as 〓 and still read as what they are. One that is said to be
// of a face that lacks it is an error.
func Gather(doc *layout.Document, lib *fonts.Library) (*Glyphs, error) {
	shown, err := characters(doc, lib)
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

// characters gives the characters of every face.
func characters(doc *layout.Document, lib *fonts.Library) (map[string]map[rune]bool, error) {
	shown := map[string]map[rune]bool{}
	for i := range doc.Pages {
		for _, t := range doc.Pages[i].Texts {
			set := shown[t.Face]
			if set == nil {
				set = map[rune]bool{}
				shown[t.Face] = set
			}
			for _, r := range t.Runes {
				if set[r] {
					continue
				}
				if _, ok := lib.GID(t.Face, r); !ok && t.Face != "" {
					return nil, fmt.Errorf("page %s: the face %s has no %c (%U)", doc.Pages[i].Label, t.Face, r, r)
				}
				set[r] = true
			}
		}
	}
	return shown, nil
}

// cut makes the subsets, as many at once as there are processors: each is a
// task of its own, and the outcome does not depend on their order.
func (g *Glyphs) cut(shown map[string]map[rune]bool, lib *fonts.Library) error {
	faults := make([]error, len(g.faces))
	next := make(chan int)
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for i := range next {
				f := &g.faces[i]
				faults[i] = f.cut(slices.Sorted(maps.Keys(shown[f.name])), lib)
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

// cut makes the subset of the characters, which are in order and without doubles.
func (f *face) cut(runes []rune, lib *fonts.Library) error {
	source, shape := f.name, func(r rune) rune { return r }
	if source == "" {
		var ok bool
		if source, _, ok = lib.Glyph("", geta); !ok {
			return fmt.Errorf("no face has %c for what no face has, such as %U", geta, runes[0])
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
	f.code = make(map[rune]uint16, len(runes))
	f.embed = finish.Font{Name: subsetTag(runes) + "+" + postScriptName(lib, source), Runes: []rune{0}, Widths: []int{finish.Em}}
	gids := make([]uint16, len(runes))
	for i, r := range runes {
		f.code[r] = uint16(i + 1)
		gids[i], _ = lib.GID(source, shape(r))
		_, advance, _ := lib.Glyph(source, shape(r))
		f.embed.Runes = append(f.embed.Runes, r)
		f.embed.Widths = append(f.embed.Widths, advance)
	}
	return f.pack(font, gids)
}

// pack puts the subset in, ready for a file.
func (f *face) pack(font *glyf.Font, gids []uint16) error {
	program, err := font.Cut(gids)
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
func subsetTag(runes []rune) string {
	sum := sha256.Sum256([]byte(string(runes)))
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
