package furniture

import (
	"strings"
	"unicode"

	"kanyin/issues/reconstruct/masthead"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/wording"
)

// readNumbers reads year, number, total, ISSN and CN from the row.
func readNumbers(d *draft.Draft, i int) {
	fold := masthead.InFigures(d.Rows[i].Fold)
	lower := strings.ToLower(fold)
	readDate(d, fold, i < d.Toc.From || d.Toc.From == d.Toc.To && i < CoverRows)
	if d.Meta.Total == 0 {
		d.Meta.Total = masthead.Total(fold)
	}
	if d.Meta.ISSN == "" {
		d.Meta.ISSN = masthead.ISSN(lower)
	}
	if d.Meta.CN == "" {
		d.Meta.CN = masthead.CN(fold)
	}
}

// readDate reads year and number from a line of the front. On the cover a
// year may stand alone, and the number on another line; a month is the number
// only where no line says one.
func readDate(d *draft.Draft, fold string, cover bool) {
	got := masthead.DateOf(fold, cover)
	if d.Meta.Year == 0 {
		d.Meta.Year = got.Year
	}
	if got.Number > 0 && (cover || got.Year > 0) && !d.NumberSaid {
		d.Meta.Number, d.NumberSaid = got.Number, true
	}
	if d.Meta.Number == 0 && got.Year > 0 {
		d.Meta.Number = got.Month
	}
}

// IsIssueLine reports whether the line holds nothing but the issue's number.
func IsIssueLine(d *draft.Draft, fold string) bool {
	fold = masthead.InFigures(fold)
	if wording.RuneCount(fold) > wording.LongestShort || wording.AllDigits(fold) || strings.IndexFunc(fold, unicode.IsDigit) < 0 {
		return false
	}
	rest := strings.ToLower(fold)
	for _, w := range masthead.Frequencies {
		rest = strings.ReplaceAll(rest, w, "")
	}
	for _, w := range wording.FrameWords {
		rest = strings.ReplaceAll(rest, w, "")
	}
	if _, _, dated := masthead.YearAndNumber(fold); !dated && len(rest) == len(fold) {
		return false // figures that say neither year nor number
	}
	rest = strings.Map(func(r rune) rune {
		if wording.Digit(r) || strings.ContainsRune(wording.Leaders+wording.Bullets+wording.FrameOpeners+wording.FrameClosers+"/[]:,", r) {
			return -1
		}
		return r
	}, rest)
	return rest == ""
}

// Serial reports whether the row bears the periodical's serial number.
func Serial(d *draft.Draft, i int) bool {
	return d.Rows[i].Runes < wording.LongestSign && strings.HasPrefix(strings.ToLower(d.Rows[i].Fold), wording.IssnWord) && strings.ContainsAny(d.Rows[i].Fold, "0123456789")
}
