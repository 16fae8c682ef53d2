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
	f := l.find(name)
	if f == nil {
		return nil, say.Errorf("font %s: the library has no such face", name)
	}
	gids := []uint16{0}
	for _, r := range runes {
		if gid := f.glyph(r); gid != 0 {
			gids = append(gids, gid)
		}
	}
	slices.Sort(gids)
	gids = slices.Compact(gids)
	whole, err := font.ParseSFNT(f.data, 0)
	if err != nil {
		return nil, say.Errorf("font %s: %w", name, err)
	}
	part, err := whole.Subset(gids, font.SubsetOptions{Tables: font.KeepMinTables})
	if err != nil {
		return nil, say.Errorf("font %s: subset: %w", name, err)
	}
	woff2, err := part.WriteWOFF2()
	if err != nil {
		return nil, say.Errorf("font %s: WOFF2: %w", name, err)
	}
	return woff2, nil
}
