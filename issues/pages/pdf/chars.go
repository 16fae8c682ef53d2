package pdf

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// unnamed stands for a character that is drawn and that the PDF does not name.
const unnamed = '\uFFFD'

// printed gives the character that a text can hold for one of the page.
func printed(r rune) rune {
	switch {
	case r == 0 || r < ' ' && r != '\t' || r == 0xFFFE || r == 0xFFFF || r > 0x10FFFF || r >= 0xD800 && r < 0xE000:
		return unnamed
	case r == '\t' || r == '\u00A0':
		return ' '
	case r >= 0x2E80 && r < 0x2FE0:
		return radical(r)
	}
	if h, ok := upright[r]; ok {
		return h
	}
	return r
}

// radical gives the character for a radical of its shape: many faces draw both
// with one glyph, and programs that write PDFs then name it by the radical.
func radical(r rune) rune {
	for _, c := range norm.NFKC.String(string(r)) {
		return c
	}
	return r
}

// upright are the marks whose forms for vertical text have numbers of their own
// in Unicode (FE10–FE19, FE30–FE48).
var upright = map[rune]rune{
	'︐': '，', '︑': '、', '︒': '。', '︓': '：', '︔': '；', '︕': '！', '︖': '？', '︗': '〖', '︘': '〗', '︙': '…',
	'︰': '‥', '︱': '—', '︲': '–', '︳': '＿', '︵': '（', '︶': '）', '︷': '｛', '︸': '｝', '︹': '〔', '︺': '〕',
	'︻': '【', '︼': '】', '︽': '《', '︾': '》', '︿': '〈', '﹀': '〉', '﹁': '「', '﹂': '」', '﹃': '『', '﹄': '』',
	'﹇': '［', '﹈': '］',
}

// cell gives the em that a glyph takes in vertical text: faces that are drawn by
// procedures give its ink for its box. The ink of 一 stands in the middle of its em,
// that of a stop at the upper right.
func (g glyph) cell(em float32) box {
	b := g.box
	if g.char < 0x2E80 || b.y1-b.y0 >= em {
		return b
	}
	if marks(g.char) {
		b.y0 -= 0.1 * em
		b.y1 = max(b.y1, b.y0+em)
		if b.width() < 0.5*em {
			b.x0, b.x1 = b.x1-0.85*em, b.x1+0.15*em
		}
		return b
	}
	more := (em - (b.y1 - b.y0)) / 2
	b.y0, b.y1 = b.y0-more, b.y1+more
	return b
}

// marks tells stops, whose ink is small.
func marks(r rune) bool { return strings.ContainsRune("，。、；：！？", r) }
