package marks

import (
	"strings"

	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/wording"
)

// HeadingLike reports whether the row has a heading's shape: short, no
// sentence, nothing open, no comma.
func HeadingLike(d *draft.Draft, i int) bool {
	r := &d.Rows[i]
	return d.Short(i) && !wording.Ended(r.Fold) && (!wording.Comma(r.Fold) || r.Runes <= d.Wide(wording.TwoClauses)) && !wording.Inner(r.Fold) && !wording.Open(r.Fold) && !wording.Clings(r.Fold) && r.Runes > 1 && !strings.ContainsRune(wording.Unfinished, wording.LastRune(r.Fold))
}

// AcrossGain is how much surer a word over two rows must be than the two
// halves alone: under it, chance pairs of characters make words too.
const AcrossGain = 6.0

// LongestPlain is how long a line without an end may be and still hardly be
// the beginning of a paragraph that a column cut: of a hundred such lines
// ninety-nine are headings, if they have no comma.
const LongestPlain = 14
