package reconstruct

import (
	"fmt"
	"strconv"
	"strings"

	"kanyin/issues/reconstruct/masthead"
)

func itoa(n int) string { return strconv.Itoa(n) }

// observeHouse records the language and the habits that need no other pass.
//
// How: ideographs against Latin letters; characters that only one of the two
// Chinese scripts has; half-width against full-width commas; the blank lines
// that stand between lines. Where it fails: an issue in two scripts is called
// by the one it has more of.
func observeHouse(d *draft) {
	c := d.letters()
	d.english = c.Words()
	d.meta.Language = c.Language()
	var half, full []int
	gaps := map[int][]int{}
	for i := range d.rows {
		r := &d.rows[i]
		h, f := strings.Count(r.raw, ","), strings.Count(r.raw, wideComma)
		switch {
		case h > f:
			half = append(half, r.lines[0])
		case f > h:
			full = append(full, r.lines[0])
		}
		gaps[r.blank] = append(gaps[r.blank], r.lines[0])
	}
	d.dense = 2*len(gaps[0]) > len(d.rows)
	if len(half) > 0 {
		d.habit("punctuation", "half width", half)
	}
	if len(full) > 0 {
		d.habit("punctuation", "full width", full)
	}
	for n := range 6 {
		if len(gaps[n]) > 0 {
			d.habit("blank-lines", fmt.Sprintf("%d before a line", n), gaps[n])
		}
	}
}

// letters counts the letters, as many as tell its language.
func (d *draft) letters() (c masthead.Letters) {
	const enough = 20_000
	for i := range d.rows {
		if c.Han+c.Latin < enough {
			c.Count(d.rows[i].raw)
		}
	}
	return c
}
