// Package fonts holds the seven faces that kanyin sets Chinese in, and any face
// that an issue brings along.
//
// [Open] gives a [Library]. It answers, for a character, which face has it and
// how wide it is ([Library.Glyph], with the order in which faces stand in for
// each other), and hands out the font files ([Library.Data]) and WOFF2 subsets
// of them ([Library.Subset]).
//
// The faces are 宋 for text (song, song-bold), 黑 for headings (hei, hei-bold)
// and 楷 for bylines and quotations (kai). [Library.For] adds the forms that
// readers of Taiwan, Hong Kong and Japan expect, and those of vertical text. Each has all of GB 2312, of
// 通用规范汉字表 with its traditional forms (but for seven), and of Big5's first
// level, and such variants of these as 爲 and 羣; an em is 1000 units; every code
// point has a glyph of its own, so text extracts exactly. Where they come from
// and what was changed in them stands in data/SOURCES.md.
//
// The package shapes nothing: no ligatures, no kerning, no squeezing of
// punctuation. It knows neither PDF nor EPUB.
package fonts
