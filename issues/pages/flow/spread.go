package flow

import (
	"math"
	"slices"
	"strings"
)

const (
	// Lines over and under one that are asked for its measure: a paragraph's are next to it.
	witnesses = 4
	// White between the ideographs of a line, in ems, over which nobody justifies
	// and what stands so far apart are cells.
	widest = 6
	// How far, in ems, the whites of a justified line differ: they are computed, not set by hand.
	even = .06
)

// spread makes one run of each line that is justified so wide that every
// ideograph stands alone (技　术　主　要　说　明 before a long word that would not
// fit): it begins and ends where a line next to it does, and between its
// ideographs is the same white. More of it is a space between words.
func spread(rows []row) []row {
	for i, r := range rows {
		if len(r) < 4 {
			continue
		}
		for k := max(0, i-witnesses); k < min(len(rows), i+witnesses+1); k++ {
			if k == i || len(r) < 4 {
				continue
			}
			for _, m := range solids(rows[k]) {
				r = r.closed(m)
			}
		}
		rows[i] = r
	}
	return rows
}

// solids gives where the lines of a row of eight characters and more begin and
// end, what stands closer than cells do taken together.
func solids(r row) []span {
	var out []span
	for i := 0; i < len(r); {
		j, letters := i+1, r[i].letters
		for ; j < len(r) && r[j].x0-r[j-1].x1 < 1.5*r[j].size; j++ {
			letters += r[j].letters
			if r[j-1].letters >= 8 { // the next may be another column's
				out = append(out, span{r[i].x0, r[j-1].x1})
			}
		}
		if letters >= 8 {
			out = append(out, span{r[i].x0, r[j-1].x1})
		}
		i = j
	}
	return out
}

// closed is the row with what stands in the measure as one run, where that is a
// justified line of single ideographs.
func (r row) closed(m span) row {
	from := slices.IndexFunc(r, func(l *line) bool { return math.Abs(l.x0-m.from) < .15*l.size })
	if from < 0 {
		return r
	}
	// A mark or a space may hang half an em into the margin.
	to := slices.IndexFunc(r[from:], func(l *line) bool { return math.Abs(l.x1-m.to) < .5*l.size }) + from + 1
	if to < from+4 {
		return r
	}
	white, ok := evenly(r[from:to])
	if !ok {
		return r
	}
	l := newLine([]run{oneRun(r[from:to], white)})
	return slices.Concat(r[:from], row{l}, r[to:])
}

// evenly gives the white, in points, between the ideographs of a justified line:
// four and more stand alone, three whites and more between them are the least of
// all, and the others are what a space makes of it.
func evenly(ls row) (white float64, ok bool) {
	white = math.Inf(1)
	alone, em := 0, ls[0].size
	for i, l := range ls {
		if l.size != em || l.mono || l.runs[0].scan {
			return 0, false
		}
		if l.single() {
			alone++
		} else if n, _ := count(l.text()); n > 1 { // with so much white no two stay together
			return 0, false
		}
		if i > 0 {
			white = min(white, l.x0-ls[i-1].x1)
		}
	}
	same := 0
	for i, l := range ls[1:] {
		switch gap := l.x0 - ls[i].x1 - white; {
		case gap <= even*em:
			same++
		case gap > white+em, ls[i].single() && l.single() && gap < wordSpace*em: // more than a space makes, or less
			return 0, false
		}
	}
	return white, alone >= 4 && same >= 3 && white < widest*em
}

// single tells an ideograph that stands alone.
func (l *line) single() bool { return l.letters == 1 && l.ideographs }

// oneRun makes one run of a justified line; white wider than the given is a space.
func oneRun(ls row, white float64) run {
	var text strings.Builder
	whole := ls[0].runs[0]
	for i, l := range ls {
		if i > 0 && l.x0-ls[i-1].x1 > white+wordSpace*l.size && !strings.HasSuffix(ls[i-1].runs[0].words, " ") {
			text.WriteByte(' ')
		}
		for _, r := range l.runs {
			text.WriteString(r.glue + r.words)
		}
		whole.box = whole.box.with(l.box)
	}
	r := *whole.Run
	r.Text, r.Edges = text.String(), nil
	whole.Run, whole.words, whole.tracking = &r, r.Text, 0
	return whole
}
