package reconstruct

import (
	"kanyin/issues/reconstruct/fold"
	"kanyin/issues/reconstruct/masthead"
)

// What packages fold and masthead read, under the names that it goes by here.

func number(s string) (int, string) { return fold.Number(s) }

func numeral(s string) int { return fold.Numeral(s) }

func inFigures(s string) string { return masthead.InFigures(s) }

func dutyOf(s string) (duty, rest string) { return masthead.DutyOf(s) }
