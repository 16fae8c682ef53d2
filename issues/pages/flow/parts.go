package flow

import (
	"cmp"
	"slices"

	"kanyin/issues/pages"
)

// Grounds and pictures that cover more than this of the sheet lie under it all
// and part nothing.
const whole = .6

// least is how wide and high a picture or an empty ground is at the least, in
// points: smaller ones are ornaments.
const least = 40

// parts gives what is to be put in order on a page: lines, pictures and empty
// grounds, boxes with the lines in them. Rules are handed to the sorter.
func (s *sheet) parts(text []row, so *sorter) []*part {
	var ps []*part
	for _, r := range text {
		for _, l := range r {
			ps = append(ps, &part{box: l.box, lines: []*line{l}, size: l.size})
		}
	}
	for _, l := range s.turned {
		ps = append(ps, &part{box: l.box, lines: []*line{l}, size: l.size})
	}
	w, h := s.frame.size()
	sheet := box{0, 0, w, h}
	var grounds []box
	for _, r := range s.page.Rules {
		b := s.frame.in(boxOf(r.X0, r.Y0, r.X1, r.Y1)).clip(sheet)
		switch {
		case r.Kind == pages.Line:
			if b.width() > 10*b.height() {
				so.rules = append(so.rules, b)
			}
		case b.area() < whole*sheet.area() && b.width() > 0 && b.height() > .8*so.em:
			grounds = append(grounds, b)
		}
	}
	ps = s.boxes(ps, grounds, so)
	for _, p := range s.page.Pictures {
		b := s.frame.in(boxOf(p.X0, p.Y0, p.X1, p.Y1)).clip(sheet)
		if b.area() < whole*sheet.area() && min(b.width(), b.height()) >= least {
			ps = append(ps, &part{box: b})
		}
	}
	return ps
}

// boxes puts the lines on a ground or in a frame into one part, in order. An
// empty ground stands for a picture.
func (s *sheet) boxes(ps []*part, grounds []box, so *sorter) []*part {
	slices.SortStableFunc(grounds, func(a, b box) int { return cmp.Compare(b.area(), a.area()) })
	for _, g := range grounds {
		var in, out []*part
		for _, p := range ps {
			if g.holds(p.box) {
				in = append(in, p)
			} else {
				out = append(out, p)
			}
		}
		if len(in) == 0 {
			if min(g.width(), g.height()) >= least && !slices.ContainsFunc(ps, func(p *part) bool { return len(p.lines) == 0 && p.box == g }) {
				ps = append(ps, &part{box: g})
			}
			continue
		}
		if len(in) == 1 && len(in[0].lines) > 1 { // a ground and its frame, or one in the other
			continue
		}
		own := &sorter{em: so.em, gutters: so.gutters, rules: so.rules}
		b := &part{box: g}
		for _, p := range own.order(in) {
			own.place(p)
			b.box = b.box.with(p.box)
			b.lines = append(b.lines, p.lines...)
		}
		for _, l := range b.lines {
			l.boxed = true
		}
		ps = append(out, b)
	}
	return ps
}
