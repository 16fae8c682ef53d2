package fonts

import (
	_ "embed"
	"slices"
	"strings"

	"kanyin/issues/say"
)

var (
	//go:embed data/song.ttf
	songRegular []byte
	//go:embed data/song-bold.ttf
	songBold []byte
	//go:embed data/hei.ttf
	heiRegular []byte
	//go:embed data/hei-bold.ttf
	heiBold []byte
	//go:embed data/kai.ttf
	kaiRegular []byte
	//go:embed data/code.ttf
	codeRegular []byte
	//go:embed data/rest.ttf
	restRegular []byte

	//go:embed data/OFL-Kanyin-Song.txt
	songLicence string
	//go:embed data/OFL-Kanyin-Hei.txt
	heiLicence string
	//go:embed data/OFL-Kanyin-Kai.txt
	kaiLicence string
	//go:embed data/OFL-Kanyin-Code.txt
	codeLicence string
	//go:embed data/OFL-Kanyin-Rest.txt
	restLicence string
)

// The names of the embedded faces.
const (
	Song     = "song"
	SongBold = "song-bold"
	Hei      = "hei"
	HeiBold  = "hei-bold"
	Kai      = "kai"
	Code     = "code" // letters, figures and signs of one width; 黑 stands in for what it has not
	Rest     = "rest" // rare ideographs, emoji in one ink, symbols: the face of last resort
)

// A Face is a font of the library.
type Face struct {
	Name    string // what layout and editions call it: song, hei-bold
	Family  string // what the font calls itself: Kanyin Song
	Style   string // Regular or Bold
	Licence string // the whole text, with the copyright lines; "" for a face that the issue brought
}

// A Library is a set of faces that stand in for each other. Once its faces are
// added it may be read from several goroutines.
type Library struct {
	faces []face // the embedded ones in the order of fallback, then the added ones
	forms []face // of a region and of vertical text, the nearest first: see For
}

type face struct {
	Face
	table
	sibling string // the same family in the other weight: the first to stand in
	of      string // the face that it is asked before, for a form of one
}

// Open gives the library of the seven embedded faces. It reads their character
// maps and nothing else.
func Open() (*Library, error) {
	l := new(Library)
	for _, e := range []struct {
		name, sibling, licence string
		ttf                    []byte
	}{
		{Song, SongBold, songLicence, songRegular},
		{Hei, HeiBold, heiLicence, heiRegular},
		{Kai, "", kaiLicence, kaiRegular},
		{SongBold, Song, songLicence, songBold},
		{HeiBold, Hei, heiLicence, heiBold},
		{Code, Hei, codeLicence, codeRegular},
		{Rest, "", restLicence, restRegular},
	} {
		if err := l.add(e.name, e.sibling, e.licence, e.ttf); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// Clone gives a library of the same faces, to which others may be added. It
// costs nothing: the fonts themselves are shared.
func (l *Library) Clone() *Library { return &Library{slices.Clone(l.faces), slices.Clone(l.forms)} }

// Add takes in a face that the issue supplies, under a name that is still free.
// It is asked last, after all faces that stand before it. The font must have
// TrueType outlines (a glyf table) and a Unicode character map.
func (l *Library) Add(name string, ttf []byte) error {
	if l.find(name) != nil {
		return say.Errorf("font %s: the library has a face of that name", name)
	}
	return l.add(name, "", "", ttf)
}

func (l *Library) add(name, sibling, licence string, ttf []byte) error {
	t, err := readTable(ttf)
	if err != nil {
		return say.Errorf("font %s: %w", name, err)
	}
	family, style := t.names()
	l.faces = append(l.faces, face{Face: Face{name, family, style, licence}, table: t, sibling: sibling})
	return nil
}

// Faces lists the faces in the order in which they stand in for others, then
// the forms of a region and of vertical text.
func (l *Library) Faces() []Face {
	list := make([]Face, 0, len(l.faces)+len(l.forms))
	for _, part := range [][]face{l.faces, l.forms} {
		for i := range part {
			list = append(list, part[i].Face)
		}
	}
	return list
}

// Data gives the font file of a face, or nil where there is no such face. The
// bytes belong to the library; nobody may change them.
func (l *Library) Data(name string) []byte {
	if f := l.find(name); f != nil {
		return f.data
	}
	return nil
}

// GID gives the glyph that a face itself has for a character.
func (l *Library) GID(name string, r rune) (uint16, bool) {
	f := l.find(name)
	if f == nil {
		return 0, false
	}
	gid := f.glyph(r)
	return gid, gid != 0
}

// Glyph looks a character up in a face, or in those that stand in for it: the
// same family in the other weight, then song, hei, kai, song-bold, hei-bold,
// then the added faces in the order of adding, rest and code at the end. Before each
// of them its forms are asked that [Library.For] added. It gives the face that has the
// character and its advance in thousandths of an em; ok is false where none has.
func (l *Library) Glyph(name string, r rune) (from string, advance int, ok bool) {
	if from, advance, ok = l.own(name, r); ok {
		return from, advance, ok
	}
	if across, upright := strings.CutSuffix(name, UprightSuffix); upright {
		return l.Glyph(across, r)
	}
	if asked := l.find(name); asked != nil && asked.sibling != "" {
		if from, advance, ok = l.own(asked.sibling, r); ok {
			return from, advance, ok
		}
	}
	for i := range l.faces {
		if l.faces[i].Name == Rest || l.faces[i].Name == Code {
			continue
		}
		if from, advance, ok = l.own(l.faces[i].Name, r); ok {
			return from, advance, ok
		}
	}
	if from, advance, ok = l.own(Rest, r); ok {
		return from, advance, ok
	}
	return l.own(Code, r)
}

// own looks a character up in a face's forms and in the face itself.
func (l *Library) own(name string, r rune) (from string, advance int, ok bool) {
	for i := range l.forms {
		if f := &l.forms[i]; f.of == name {
			if gid := f.glyph(r); gid != 0 {
				return f.Name, f.advance(gid), true
			}
		}
	}
	if f := l.find(name); f != nil {
		if gid := f.glyph(r); gid != 0 {
			return f.Name, f.advance(gid), true
		}
	}
	return "", 0, false
}

func (l *Library) find(name string) *face {
	for i := range l.faces {
		if l.faces[i].Name == name {
			return &l.faces[i]
		}
	}
	for i := range l.forms {
		if l.forms[i].Name == name {
			return &l.forms[i]
		}
	}
	return nil
}
