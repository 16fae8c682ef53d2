package glyf

import (
	"bytes"
	"reflect"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"kanyin/fonts"
)

func open(t testing.TB, face string) (*fonts.Library, []byte) {
	t.Helper()
	lib, err := fonts.Open()
	if err != nil {
		t.Fatal(err)
	}
	return lib, lib.Data(face)
}

// drawing is a glyph as a renderer sees it.
type drawing struct {
	segments sfnt.Segments
	advance  fixed.Int26_6
}

func draw(t *testing.T, f *sfnt.Font, gid sfnt.GlyphIndex) drawing {
	t.Helper()
	const size = 1000 << 6
	var buf sfnt.Buffer
	segments, err := f.LoadGlyph(&buf, gid, size, nil)
	if err != nil {
		t.Fatalf("glyph %d: %v", gid, err)
	}
	advance, err := f.GlyphAdvance(&buf, gid, size, font.HintingNone)
	if err != nil {
		t.Fatal(err)
	}
	return drawing{append(sfnt.Segments(nil), segments...), advance}
}

func parse(t *testing.T, ttf []byte) *sfnt.Font {
	t.Helper()
	f, err := sfnt.Parse(ttf)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// Every glyph is drawn as before, under its new number: plain ones, composite
// ones (accented letters), empty ones, and one that is asked for twice.
func TestGlyphsKeepTheirShapes(t *testing.T) {
	for _, face := range []string{fonts.Song, fonts.Hei, fonts.Kai} {
		lib, ttf := open(t, face)
		f, err := Parse(ttf)
		if err != nil {
			t.Fatal(err)
		}
		var glyphs []Glyph
		for _, r := range "渡口 éüñ——“船到了。”Ωж永永" {
			gid, ok := lib.GID(face, r)
			if !ok {
				t.Fatalf("%s has no %c", face, r)
			}
			glyphs = append(glyphs, Glyph{ID: gid})
		}
		cut, err := f.Cut(glyphs)
		if err != nil {
			t.Fatal(err)
		}
		// A renderer wants a character map and names; the bare tables have them.
		old, fresh := parse(t, ttf), parse(t, withTablesOf(t, cut, f))
		for i, g := range glyphs {
			if got, want := draw(t, fresh, sfnt.GlyphIndex(i+1)), draw(t, old, sfnt.GlyphIndex(g.ID)); !reflect.DeepEqual(got, want) {
				t.Errorf("%s: glyph %d is not drawn as glyph %d was", face, i+1, g.ID)
			}
		}
	}
}

// A glyph in a box of another width has the same outline, moved, whether the
// glyph itself is cut out or not.
func TestAGlyphMovesInABoxOfItsOwn(t *testing.T) {
	lib, ttf := open(t, fonts.Song)
	f, err := Parse(ttf)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range "“，é " {
		gid, _ := lib.GID(fonts.Song, r)
		cut, err := f.Cut([]Glyph{{ID: gid, Width: 500, Shift: -250}})
		if err != nil {
			t.Fatal(err)
		}
		want := draw(t, parse(t, ttf), sfnt.GlyphIndex(gid))
		for i := range want.segments {
			for k := range want.segments[i].Args {
				want.segments[i].Args[k].X -= 250 << 6
			}
		}
		want.advance = 500 << 6
		if got := draw(t, parse(t, withTablesOf(t, cut, f)), 1); !reflect.DeepEqual(got, want) {
			t.Errorf("%c is drawn as\n%v\nwant\n%v", r, got, want)
		}
	}
}

// Fonts differ in how many units they count to the em.
func TestABoxIsMeasuredInTheFontsUnits(t *testing.T) {
	_, ttf := open(t, fonts.Song)
	f, err := Parse(ttf)
	if err != nil {
		t.Fatal(err)
	}
	f.em = 2048
	cut, err := f.Cut([]Glyph{{ID: 9, Width: 500, Shift: -250}})
	if err != nil {
		t.Fatal(err)
	}
	again, err := Parse(cut)
	if err != nil {
		t.Fatal(err)
	}
	advance, bearing := again.metric(1)
	_, old := f.metric(9)
	if advance != 1024 || int16(bearing-old) != -512 {
		t.Errorf("the box is %d wide and the outline moved by %d, want 1024 and -512", advance, int16(bearing-old))
	}
}

// withTablesOf adds the tables that a PDF reader does without and a renderer not.
func withTablesOf(t *testing.T, cut []byte, of *Font) []byte {
	t.Helper()
	f, err := Parse(cut)
	if err != nil {
		t.Fatal(err)
	}
	for _, tag := range []string{"OS/2", "name", "post"} {
		f.tables[tag] = of.tables[tag]
	}
	f.tables["cmap"] = emptyMap
	return assemble(f.tables)
}

func TestABareFontHasItsMeasuresAndNoGlyph(t *testing.T) {
	_, ttf := open(t, fonts.Song)
	f, err := Parse(ttf)
	if err != nil {
		t.Fatal(err)
	}
	bare, err := f.Bare()
	if err != nil {
		t.Fatal(err)
	}
	if n := parse(t, bare).NumGlyphs(); n != 1 {
		t.Errorf("%d glyphs, want the one for a missing character", n)
	}
	again, err := Parse(bare)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(again.tables["hhea"][:34], f.tables["hhea"][:34]) || !bytes.Equal(again.tables["OS/2"], f.tables["OS/2"]) {
		t.Error("the measures changed")
	}
}

// A supplied font may have no name; what is embedded of it has one.
func TestABareFontHasAName(t *testing.T) {
	_, ttf := open(t, fonts.Song)
	f, err := Parse(ttf)
	if err != nil {
		t.Fatal(err)
	}
	delete(f.tables, "name")
	bare, err := f.Bare()
	if err != nil {
		t.Fatal(err)
	}
	if name, err := parse(t, bare).Name(nil, sfnt.NameIDPostScript); err != nil || name == "" {
		t.Errorf("the name is %q, %v", name, err)
	}
}

func TestSumsAreThoseOfTheFormat(t *testing.T) {
	_, ttf := open(t, fonts.Hei)
	f, err := Parse(ttf)
	if err != nil {
		t.Fatal(err)
	}
	cut, err := f.Cut([]Glyph{{ID: 5}, {ID: 6}, {ID: 7, Width: 500, Shift: -500}})
	if err != nil {
		t.Fatal(err)
	}
	if sum := checkSum(cut); sum != checkSumMagic {
		t.Errorf("the file adds up to %#x, want %#x", sum, checkSumMagic)
	}
}

func TestABrokenFontIsAnError(t *testing.T) {
	_, ttf := open(t, fonts.Hei)
	for _, n := range []int{0, 11, 40, 1000, len(ttf) / 2} {
		if _, err := Parse(ttf[:n]); err == nil {
			t.Errorf("no error for the first %d bytes of a font", n)
		}
	}
	if _, err := Parse(append([]byte("OTTO"), ttf[4:]...)); err == nil {
		t.Error("no error for a font of PostScript outlines")
	}
	f, err := Parse(ttf)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Cut([]Glyph{{ID: 0xFFFF}}); err == nil {
		t.Error("no error for a glyph that the font does not have")
	}
}

// Whatever the bytes, there is a font or an error.
func FuzzCut(f *testing.F) {
	lib, ttf := open(f, fonts.Hei)
	font, err := Parse(ttf)
	if err != nil {
		f.Fatal(err)
	}
	gid, _ := lib.GID(fonts.Hei, 'é')
	small, err := font.Cut([]Glyph{{ID: gid}, {ID: 3}, {ID: 4, Width: 500, Shift: -250}})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(small, uint16(1))
	f.Add(small[:len(small)/2], uint16(2))
	f.Fuzz(func(t *testing.T, data []byte, gid uint16) {
		font, err := Parse(data)
		if err != nil {
			return
		}
		if cut, err := font.Cut([]Glyph{{ID: gid}, {ID: gid, Width: 500, Shift: -500}}); err == nil {
			if _, err := Parse(cut); err != nil {
				t.Errorf("the cut font cannot be read: %v", err)
			}
		}
		font.Bare()
	})
}
