package draft

import (
	"strings"

	"kanyin/issues/reconstruct/masthead"
	"kanyin/issues/reconstruct/torn/wording"
	"kanyin/issues/say"
)

// ObserveHouse records the language and the habits that need no other pass.
//
// How: ideographs against Latin letters; characters that only one of the two
// Chinese scripts has; half-width against full-width commas; the blank lines
// that stand between lines. Where it fails: an issue in two scripts is called
// by the one it has more of.
func ObserveHouse(d *Draft) {
	c := d.Letters()
	d.English = c.Words()
	d.Meta.Language = c.Language()
	var half, full []int
	gaps := map[int][]int{}
	for i := range d.Rows {
		r := &d.Rows[i]
		h, f := strings.Count(r.Raw, ","), strings.Count(r.Raw, wording.WideComma)
		switch {
		case h > f:
			half = append(half, r.Lines[0])
		case f > h:
			full = append(full, r.Lines[0])
		}
		gaps[r.Blank] = append(gaps[r.Blank], r.Lines[0])
	}
	d.Dense = 2*len(gaps[0]) > len(d.Rows)
	if len(half) > 0 {
		d.Habit("punctuation", say.Of("half width"), half)
	}
	if len(full) > 0 {
		d.Habit("punctuation", say.Of("full width"), full)
	}
	for n := range 6 {
		if len(gaps[n]) > 0 {
			d.Habit("blank-lines", say.Of("%d before a line", n), gaps[n])
		}
	}
}

// Letters counts the letters, as many as tell its language.
func (d *Draft) Letters() (c masthead.Letters) {
	const enough = 20_000
	for i := range d.Rows {
		if c.Han+c.Latin < enough {
			c.Count(d.Rows[i].Raw)
		}
	}
	return c
}
