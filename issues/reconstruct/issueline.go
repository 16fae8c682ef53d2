package reconstruct

import (
	"strings"
	"unicode"

	"kanyin/issues/reconstruct/masthead"
)

// readNumbers reads year, number, total, ISSN and CN from the row.
func (d *draft) readNumbers(i int) {
	fold := masthead.InFigures(d.rows[i].fold)
	lower := strings.ToLower(fold)
	d.readDate(fold, i < d.toc.from || d.toc.from == d.toc.to && i < coverRows)
	if d.meta.Total == 0 {
		d.meta.Total = masthead.Total(fold)
	}
	if d.meta.ISSN == "" {
		d.meta.ISSN = masthead.ISSN(lower)
	}
	if d.meta.CN == "" {
		d.meta.CN = masthead.CN(fold)
	}
}

// readDate reads year and number from a line of the front. On the cover a
// year may stand alone, and the number on another line; a month is the number
// only where no line says one.
func (d *draft) readDate(fold string, cover bool) {
	got := masthead.DateOf(fold, cover)
	if d.meta.Year == 0 {
		d.meta.Year = got.Year
	}
	if got.Number > 0 && (cover || got.Year > 0) && !d.numberSaid {
		d.meta.Number, d.numberSaid = got.Number, true
	}
	if d.meta.Number == 0 && got.Year > 0 {
		d.meta.Number = got.Month
	}
}

// isIssueLine reports whether the line holds nothing but the issue's number.
func (d *draft) isIssueLine(fold string) bool {
	fold = masthead.InFigures(fold)
	if runeCount(fold) > longestShort || allDigits(fold) || strings.IndexFunc(fold, unicode.IsDigit) < 0 {
		return false
	}
	rest := strings.ToLower(fold)
	for _, w := range masthead.Frequencies {
		rest = strings.ReplaceAll(rest, w, "")
	}
	for _, w := range frameWords {
		rest = strings.ReplaceAll(rest, w, "")
	}
	if _, _, dated := masthead.YearAndNumber(fold); !dated && len(rest) == len(fold) {
		return false // figures that say neither year nor number
	}
	rest = strings.Map(func(r rune) rune {
		if digit(r) || strings.ContainsRune(leaders+bullets+frameOpeners+frameClosers+"/[]:,", r) {
			return -1
		}
		return r
	}, rest)
	return rest == ""
}

// serial reports whether the row bears the periodical's serial number.
func (d *draft) serial(i int) bool {
	return d.rows[i].runes < longestSign && strings.HasPrefix(strings.ToLower(d.rows[i].fold), issnWord) && strings.ContainsAny(d.rows[i].fold, "0123456789")
}
