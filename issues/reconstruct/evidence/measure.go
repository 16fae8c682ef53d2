package evidence

import (
	"math"
	"slices"
)

var (
	against = newScale("filled", .1, .25, .4, .6, .8, .9, .96, 1.04, 1.2)
	measure = newScale("measure", 8, 11, 14, 17, 20, 24, 28, 34, 40, 60)
	shorts  = newScale("short", -2.5, -1.2, -.4, .4, 1.2, 1.7, 2.3, 2.8, 4, 8)
	packs   = [4]scale{newScale("packa", packEdges...), newScale("packb", packEdges...), newScale("packc", packEdges...), newScale("packd", packEdges...)}
	wrapped = newScale("wrapped", .2, .4, .6, .75)
	indents = newScale("indents", .03, .08, .15, .25)
)

var packEdges = []float64{-4, -1.2, -.4, .4, 1.2, 1.7, 2.3, 4}

// aboutMeasure holds a row's width against the measure: the width of the full
// lines near by. A printed line is as wide as the measure; a paragraph's first
// line is two ems narrower, its last one as narrow as it happens to be.
func aboutMeasure(lines []line) func(*seer, int) {
	widths := make([]float64, len(lines))
	for i := range lines {
		widths[i] = lines[i].width
	}
	tall, full := measures(widths)
	return func(s *seer, i int) {
		w := widths[i]
		s.near(against.word(w / max(tall[i], 1)))
		s.own(measure.word(tall[i]))
		if w > .93*tall[i] {
			s.near("full")
		}
		// The pieces of one printed line, cut by an extractor, add up to the measure.
		for k, run := range [4][2]int{{-1, 0}, {0, 1}, {-1, 1}, {-2, 0}} {
			from, to := i+run[0], i+run[1]
			if from < 0 || to >= len(widths) {
				continue
			}
			sum := 0.0
			for j := from; j <= to; j++ {
				sum += widths[j]
			}
			word := packs[k].word(full[i] - sum)
			if k == 0 {
				s.near(word)
			} else {
				s.own(word)
			}
		}
		s.near(shorts.word(full[i] - w))
		near := widths[max(0, i-25):min(len(widths), i+26)]
		s.own(wrapped.word(share(near, func(v float64) bool { return math.Abs(v-full[i]) < .8 })))
		s.own(indents.word(share(near, func(v float64) bool { d := full[i] - v; return d > 1.6 && d < 2.4 })))
	}
}

func share(vs []float64, is func(float64) bool) float64 {
	n := 0
	for _, v := range vs {
		if is(v) {
			n++
		}
	}
	return float64(n) / float64(len(vs))
}

// measures gives for every row the width that a fifth of the rows near by
// exceed, and the whole number of ems that most wide rows near by have.
func measures(widths []float64) (tall, full []float64) {
	tall, full = make([]float64, len(widths)), make([]float64, len(widths))
	var sorted []float64
	for i := range widths {
		sorted = append(sorted[:0], widths[max(0, i-14):min(len(widths), i+15)]...)
		slices.Sort(sorted)
		tall[i] = sorted[min(len(sorted)-1, len(sorted)*8/10)]
		sorted = append(sorted[:0], widths[max(0, i-25):min(len(widths), i+26)]...)
		for k := range sorted {
			sorted[k] = math.Round(sorted[k])
		}
		slices.Sort(sorted)
		full[i] = commonest(sorted, .75*sorted[min(len(sorted)-1, len(sorted)*9/10)])
	}
	return tall, full
}

// commonest gives the value over least that stands most often in a sorted list;
// of equals the smallest.
func commonest(sorted []float64, least float64) float64 {
	best, most := sorted[len(sorted)-1], 0
	for i := 0; i < len(sorted); {
		j := i
		for j < len(sorted) && sorted[j] == sorted[i] {
			j++
		}
		if sorted[i] > least && j-i > most {
			best, most = sorted[i], j-i
		}
		i = j
	}
	return best
}
