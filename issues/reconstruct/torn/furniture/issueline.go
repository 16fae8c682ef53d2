package furniture

import (
	"strings"
	"unicode"

	"kanyin/issues/reconstruct/masthead"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/wording"
)

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
