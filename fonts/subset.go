package fonts

import (
	"slices"

	"github.com/tdewolff/font"

	"kanyin/issues/say"
)

// Subset gives a WOFF2 font with the glyphs of a face for the given characters,
// for an e-book. Characters that the face has not are left out: there the
// reading system's own fonts stand in. The order of the characters, and how
// often each is given, make no difference.
func (l *Library) Subset(name string, runes []rune) ([]byte, error) {
	return l.subset(name, name, runes, false)
}

// SubsetUpright is [Library.Subset] for vertical text: the font has heights, and
// the forms of marks that the library has for it, as [Library.For] added them.
// A form stands in for what was asked of the face base, whose own glyphs or
// those of a region's face name has.
func (l *Library) SubsetUpright(name, base string, runes []rune) ([]byte, error) {
	return l.subset(name, base, runes, true)
}

func (l *Library) subset(name, base string, runes []rune, upright bool) ([]byte, error) {
	f := l.find(name)
	if f == nil {
		return nil, say.Errorf("font %s: the library has no such face", name)
	}
	part, place, err := f.cut(runes)
	if err == nil && upright {
		err = l.addUpright(part, base, place)
	}
	if err != nil {
		return nil, say.Errorf("font %s: subset: %w", name, err)
	}
	woff2, err := part.WriteWOFF2()
	if err != nil {
		return nil, say.Errorf("font %s: WOFF2: %w", name, err)
	}
	return woff2, nil
}

// cut gives a font of a face's glyphs for some characters, and the place of each
// of these among them.
func (f *face) cut(runes []rune) (part *font.SFNT, place map[rune]uint16, err error) {
	gids := []uint16{0}
	for _, r := range runes {
		if gid := f.glyph(r); gid != 0 {
			gids = append(gids, gid)
		}
	}
	slices.Sort(gids)
	gids = slices.Compact(gids)
	place = map[rune]uint16{}
	for _, r := range runes {
		if at, ok := slices.BinarySearch(gids, f.glyph(r)); ok && at > 0 {
			place[r] = uint16(at)
		}
	}
	whole, err := font.ParseSFNT(f.data, 0)
	if err != nil {
		return nil, nil, err
	}
	part, err = whole.Subset(gids, font.SubsetOptions{Tables: font.KeepMinTables})
	return part, place, err
}
