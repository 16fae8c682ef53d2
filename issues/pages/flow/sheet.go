package flow

import (
	"slices"
	"strings"

	"kanyin/issues/pages"
)

// A sheet is a page on the way to its lines.
type sheet struct {
	page    *pages.Page
	frame   frame // that of most of its text
	rows    []row // in that frame
	gutters gutters
	turned  []*line
	tabs    []*line // in the side margins
}

// newSheet makes lines of a page's runs; it has that many columns, or nobody knows.
func newSheet(p *pages.Page, columns int) *sheet {
	s := &sheet{page: p}
	mono := monospaced(p.Runs)
	byTurn := map[turn][]int{}
	weight := map[turn]int{}
	for i := range p.Runs {
		r := &p.Runs[i]
		if strings.TrimSpace(r.Text) == "" {
			continue
		}
		t := turnOf(r)
		byTurn[t] = append(byTurn[t], i)
		_, n := count(r.Text)
		weight[t] += n
	}
	most := upright
	for _, t := range []turn{down, over, up} {
		if weight[t] > weight[most] {
			most = t
		}
	}
	s.frame = frame{most, number(p.Width), number(p.Height)}
	w, _ := s.frame.size()
	for _, t := range []turn{upright, down, over, up} {
		if len(byTurn[t]) == 0 {
			continue
		}
		f := frame{t, s.frame.w, s.frame.h}
		runs := make([]run, 0, len(byTurn[t]))
		for _, i := range byTurn[t] {
			runs = append(runs, newRun(&p.Runs[i], f, mono[p.Runs[i].Face], p.Scan))
		}
		rows := raised(spread(baselines(runs)))
		if t == most {
			var stacks []*line
			rows, stacks = tabs(initials(rows), w)
			s.tabs = append(s.tabs, stacks...)
		}
		if t != most {
			s.turned = append(s.turned, turnedLines(rows, f, s.frame)...)
			continue
		}
		g := findGutters(rows, w)
		g.known(columns, typeArea(rows, w))
		rows = numbered(rows)
		for i := range rows {
			rows[i] = g.mend(rows[i])
		}
		s.rows, s.gutters = rows, g
	}
	area := typeArea(s.rows, w)
	s.turned = slices.DeleteFunc(s.turned, func(l *line) bool {
		l.furniture = area.outside(l.box)
		if l.furniture {
			s.tabs = append(s.tabs, l)
		}
		return l.furniture
	})
	return s
}

// turnOf gives the way a run lies, to the nearest quarter.
func turnOf(r *pages.Run) turn {
	if r.Vertical {
		return down
	}
	switch a := ((r.Angle % 360) + 360 + 45) % 360 / 90; a {
	case 1:
		return down
	case 2:
		return over
	case 3:
		return up
	}
	return upright
}

// turnedLines gives lines that lie otherwise than their page, in the page's frame.
func turnedLines(rows []row, own, page frame) []*line {
	var out []*line
	for _, r := range rows {
		for _, l := range findGutters(nil, 0).mend(r) {
			l.turned = own.turn
			l.box = page.in(own.out(l.box))
			out = append(out, l)
		}
	}
	return out
}

// read gives the page's lines in order.
func (s *sheet) read(hs *heads, em float64) []*line {
	head, foot, text := hs.split(s)
	var out []*line
	add := func(rows []row) {
		for _, r := range rows {
			for _, l := range r {
				l.furniture = true
				out = append(out, l)
			}
		}
	}
	add(head)
	so := &sorter{em: em, gutters: s.gutters}
	ps := s.parts(text, so)
	for _, p := range so.order(ps) {
		so.place(p)
		out = append(out, p.lines...)
	}
	add(foot)
	return append(out, s.tabs...)
}

// place tells the part's lines in which column of how many they stand.
func (s *sorter) place(p *part) {
	columns, column := 1, 1
	for _, c := range s.cuts {
		if p.size > 1.2*s.em && p.x0+p.size < c.x && c.x < p.x1-p.size { // a head over columns
			p.across = true
		}
		if p.midY() < c.from || p.midY() > c.to {
			continue
		}
		columns++
		if c.x < p.midX() {
			column++
		}
	}
	if p.across || columns == 1 {
		column = 0
	}
	for _, l := range p.lines {
		l.column, l.columns, l.measure = column, columns, p.measure
	}
}
