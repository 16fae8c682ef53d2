// Package layout composes an issue into pages: data that an edition draws.
//
// [Compose] takes an issue, a [Design] and the [Metrics] of some fonts and
// gives a [Document]: pages with placed glyphs, rules and links, the logical
// structure in reading order, bookmarks, the places where pages begin in the
// text, and findings. The zero Design is the house style; [Book] is another.
//
// A page is a grid of rows, one leading each. Paragraphs are set by package
// paragraph into lines, lines and small blocks become slugs of whole rows, a
// story's slugs are poured into columns, and all stories of the issue are
// placed on pages together, so that no page stays half empty where another
// choice would fill it.
//
// What the package promises: every block of every article stands on the pages
// exactly once, whatever the issue holds; baselines of the body sit on the grid
// in all columns; nothing that a reader needs stands within 5 mm of the trim;
// time grows as the text does; the same input gives the same document. It
// draws nothing, reads no font file and knows no colour space.
package layout
