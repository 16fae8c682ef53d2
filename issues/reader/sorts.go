package reader

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kanyin/issues/reconstruct/rows"
)

const (
	// Fewer rows show no measure: such a text is read as it was typed.
	fewest = 80
	// A line of a column or of a page is not wider, in ems: a large page in small type
	// has so many. Most paragraphs on lines of their own are wider.
	widest = 72
	// So large a share of the rows may be wider than that: code, tables, addresses.
	wider = .1
	// So large a share of the rows of running text ends inside a sentence, where a
	// margin broke the lines: more than one in two, against one in three where
	// paragraphs were torn.
	inside = .5
	// Where no form feeds part the pages, more of them have to: torn paragraphs come to nearly one in two.
	insideAlone = .55
	// And so large a share of those is as wide as the others, to an em: the measure that the lines were broken at. Torn pieces are of any width.
	measured = .2
	// And no more of the rows may be set in, or stand behind a blank line: extractors give hardly an indent, and some rows together.
	insets, blanks = .1, .98
	// So large a share of the full lines bears a recogniser's slips. Of typed texts one
	// line in fifty seems to, of recognised ones one in six and more.
	slips = .08
)

// Printed tells whether rows are the printed lines of pages: most rows of text
// break off inside a sentence, and either a recogniser left its slips in them, or
// hardly a line is wider than a page and an extractor parted the pages by form
// feeds; without form feeds more rows of text have to break off, at one measure. Lines
// that an editor's system broke at a margin have their indents.
func Printed(rs []rows.Row) bool {
	if len(rs) < fewest {
		return false
	}
	wide, broken := shapes(rs)
	if broken <= inside {
		return false
	}
	if recognised(rs) {
		return true
	}
	paged := rs[0].Page != rs[len(rs)-1].Page
	return wide < wider && (paged || broken > insideAlone && extracted(rs) && atMeasure(rs) > measured)
}

// extracted tells whether rows look as an extractor gives Chinese: hardly any is set
// in, some follow each other without a blank line, and most have ideographs. In Latin
// text a full stop is no sure end, and whether rows break off is not known.
func extracted(rs []rows.Row) bool {
	in, parted, chinese := 0, 0, 0
	for _, r := range rs {
		if strings.ContainsFunc(r.Text, func(c rune) bool { return unicode.Is(unicode.Han, c) }) {
			chinese++
		}
		if r.Inset > 0 {
			in++
		}
		if r.Blank > 0 {
			parted++
		}
	}
	all := float64(len(rs))
	return float64(in) < insets*all && float64(parted) < blanks*all && 2*chinese > len(rs)
}

// atMeasure gives the share of the rows breaking off inside a sentence that are as
// wide as most of them are, to an em.
func atMeasure(rs []rows.Row) float64 {
	const most = widest + 2
	var count [most + 1]int // by width
	all := 0
	for _, r := range rs {
		if w := rows.Width(r.Text); w >= short && !ends(r.Text) {
			count[min(int(w+.5), most)]++
			all++
		}
	}
	top := 0
	for w := 1; w < most; w++ {
		top = max(top, count[w-1]+count[w]+count[w+1])
	}
	return float64(top) / float64(max(1, all))
}

// shapes gives the share of rows that are wider than a printed line, and the
// share of the rows of running text that end inside a sentence.
func shapes(rs []rows.Row) (wide, broken float64) {
	over, open, text := 0, 0, 0
	for _, r := range rs {
		w := rows.Width(r.Text)
		if w > widest {
			over++
		}
		if w < 9 {
			continue // a word or a title
		}
		text++
		if last, _ := utf8.DecodeLastRuneInString(r.Text); !strings.ContainsRune("。！？!?…”」』）)】：:", last) {
			open++
		}
	}
	return float64(over) / float64(max(1, len(rs))), float64(open) / float64(max(1, text))
}

// short is the width, in ems, under which a row is a word or a title.
const short = 9

// ends tells whether a row ends where a sentence may.
func ends(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("。！？!?…”」』)）】：:", last)
}

// recognised tells whether a recogniser of characters wrote the rows: full lines
// have blanks between ideographs, or commas of both widths in one line. Nobody
// types so; where a house changes the width of its marks, it does from text to text.
func recognised(rs []rows.Row) bool {
	widths := make([]float64, len(rs))
	for i, r := range rs {
		widths[i] = rows.Width(r.Text)
	}
	sorted := slices.Sorted(slices.Values(widths))
	full := .8 * sorted[len(sorted)*8/10] // shorter rows are names, which are set apart, and rows of contents
	lines, gaps, commas, mixed := 0, 0, 0, 0
	for i, r := range rs {
		if widths[i] < full {
			continue
		}
		lines++
		if gapped(r.Text) {
			gaps++
		}
		if half, wide := strings.Count(r.Text, ","), strings.Count(r.Text, "，"); half+wide > 1 {
			commas++
			if half > 0 && wide > 0 {
				mixed++
			}
		}
	}
	return float64(gaps)/float64(max(1, lines))+float64(mixed)/float64(max(1, commas)) > slips
}

// gapped tells whether a blank stands between two ideographs.
func gapped(s string) bool {
	before, blank := rune(0), false
	for _, c := range s {
		if c == ' ' {
			blank = true
			continue
		}
		if blank && unicode.Is(unicode.Han, c) && unicode.Is(unicode.Han, before) {
			return true
		}
		before, blank = c, false
	}
	return false
}
