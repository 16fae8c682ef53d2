package pdf

import (
	"crypto/sha256"
	"strings"
	"unicode/utf8"

	"kanyin/builder/pdf/finish"
	"kanyin/builder/pdf/glyf"
	"kanyin/fonts"
	"kanyin/issues/say"
)

// A face is one font of the document.
type face struct {
	name   string
	down   bool             // its glyphs stand below each other
	source string           // the face of the library that its outlines come from
	code   map[glyph]uint16 // the number of a glyph: one each, so that text extracts exactly
	chosen []glyf.Glyph     // in the order of their numbers, from 1
	bare   []byte           // a font without glyphs, for gopdf to read the measures of
	embed  finish.Font
}

// newFace numbers the glyphs of a face, which are in order and without doubles.
func newFace(key fontKey, glyphs []glyph, lib *fonts.Library) (face, error) {
	name := key.face
	source, shape := name, func(r rune) rune { return r }
	if name == "" {
		var ok bool
		if source, _, ok = lib.Glyph("", geta); !ok {
			return face{}, say.Errorf("no face has %c for what no face has, such as %U", geta, glyphs[0].rune)
		}
		shape = func(rune) rune { return geta }
	}
	f := face{name: name, down: key.down, source: source, code: make(map[glyph]uint16, len(glyphs))}
	f.embed = finish.Font{Name: subsetTag(key, glyphs) + "+" + postScriptName(lib, source), Means: []string{""}, Widths: []int{finish.Em}, Down: key.down}
	for i, g := range glyphs {
		f.code[g] = uint16(i + 1)
		f.embed.Means = append(f.embed.Means, g.means())
		if g.parts != "" {
			cut := unpacked(g.parts)
			f.chosen = append(f.chosen, cut)
			f.embed.Widths = append(f.embed.Widths, int(cut.Width))
			continue
		}
		gid, _ := lib.GID(source, shape(g.rune))
		_, width, _ := lib.Glyph(source, shape(g.rune))
		cut := glyf.Glyph{ID: gid}
		switch {
		case g.beside != 0:
			second, _ := lib.GID(source, shape(g.beside))
			_, more, _ := lib.Glyph(source, shape(g.beside))
			cut.Parts = abreast(gid, second, width, more)
			cut.Width, width = finish.Em, finish.Em
		case g.form != full && key.down:
			f.part(i+1, finish.Part{From: g.form.inset(), Height: half})
		case g.form != full:
			width = half
			cut.Width, cut.Shift = half, -g.form.inset()
		}
		f.chosen = append(f.chosen, cut)
		f.embed.Widths = append(f.embed.Widths, width)
	}
	return f, nil
}

// part notes that a glyph takes up a part of its em alone.
func (f *face) part(code int, p finish.Part) {
	if f.embed.Parts == nil {
		f.embed.Parts = map[int]finish.Part{}
	}
	f.embed.Parts[code] = p
}

// abreastInk is how much of an em two figures beside each other take at most,
// in thousandths: a little white at both sides parts them from the next lines.
const abreastInk = 940

// abreast places two glyphs of some widths beside each other in one em (縦中横),
// narrowed where they are wider together than it holds.
func abreast(first, second uint16, width, more int) []glyf.Part {
	scale := min(1000, abreastInk*1000/max(width+more, 1))
	left := (finish.Em - (width+more)*scale/1000) / 2
	return []glyf.Part{{ID: first, X: left, Scale: scale}, {ID: second, X: left + width*scale/1000, Scale: scale}}
}

// cut makes the subset of a font and packs it, ready for a file.
func (f *face) cut(ttf []byte) error {
	font, err := glyf.Parse(ttf)
	if err != nil {
		return err
	}
	if f.bare, err = font.Bare(); err != nil {
		return err
	}
	program, err := font.Cut(f.chosen)
	if err != nil {
		return err
	}
	f.embed.Length, f.embed.Program = len(program), finish.Pack(program)
	return nil
}

// subsetTag is the six letters before a subset's name (ISO 32000-1, 9.6.4),
// made of what is in the subset.
func subsetTag(key fontKey, glyphs []glyph) string {
	var all []byte
	if key.down {
		all = append(all, 'V')
	}
	for _, g := range glyphs {
		all = append(utf8.AppendRune(all, g.rune), byte(g.form))
		all = append(append(all, g.parts...), g.text...)
		if g.beside != 0 {
			all = utf8.AppendRune(all, g.beside)
		}
	}
	sum := sha256.Sum256(all)
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
