package layout

import "kanyin/issues/issue"

// A story is what is placed as one: an article, the contents, the colophon. Its
// opening goes across all columns, its flow into them.
type story struct {
	article *issue.Article // nil where it is none
	name    string         // of its anchor, where it is no article
	title   string         // in the outline, where it is no article
	opening *band
	flow    *flow
	section string // the column it stands in
	fresh   bool   // it begins a page whatever the price
}

// A spot is a story's place.
type spot struct {
	page  int // of the opening, from 1
	row   int // of the opening
	extra int // blank rows between opening and text
	runs  []run
}

// A makeup decides where stories begin: on a page of their own or under the
// story before. It weighs all the choices of an issue together, a shortest way
// through the rows of the pages, so that no page stays half empty where
// another choice would fill it.
type makeup struct {
	rows int // of a page
}

// The weights of the choices, in the price of one blank row at the foot of a
// page whose quarter is blank.
const (
	extraPrice    = 2   // a blank row after an opening: air is cheaper than a hole, yet each is seen
	extraRows     = 3   // more air than that looks like a fault
	longPrice     = 60  // a story longer than a page that does not begin one
	sectionPrice  = 25  // a column of the issue that begins in the middle of a page
	cutPrice      = 30  // a story that one page would hold, cut by a page's end
	lowPrice      = 25  // an opening in the lowest third of a page
	shortRows     = 6   // fewer rows than that under an opening look like a remnant
	gapRows       = 2   // between a story and the next one under it
	freeRows      = 3   // blank rows at a page's foot that nobody sees
	hopelessPrice = 1e9 // no such choice
)

// A choice is one way of placing a story.
type choice struct {
	spot
	end  int // the rows used on its last page
	cost float64
	from int // the rows that were used before it
}

// place gives every story its spot, the first on the page given.
func (m makeup) place(stories []*story, page int) []spot {
	best := []map[int]choice{{0: {}}}
	for i, s := range stories {
		next := map[int]choice{}
		section := i == 0 || stories[i-1].section != s.section
		for used := 0; used <= m.rows; used++ {
			before, ok := best[i][used]
			if !ok {
				continue
			}
			for _, ch := range m.choices(s, used, section) {
				ch.cost += before.cost
				ch.from = used
				if old, ok := next[ch.end]; !ok || ch.cost < old.cost {
					next[ch.end] = ch
				}
			}
		}
		best = append(best, next)
	}
	return m.trace(best, page)
}

// trace follows the cheapest way back and counts the pages forward.
func (m makeup) trace(best []map[int]choice, page int) []spot {
	n := len(best) - 1
	end, cost := 0, float64(hopelessPrice)
	for used := 0; used <= m.rows; used++ {
		if ch, ok := best[n][used]; ok && ch.cost+m.blank(m.rows-used) < cost {
			end, cost = used, ch.cost+m.blank(m.rows-used)
		}
	}
	spots := make([]spot, n)
	ways := make([]choice, n)
	for i := n; i > 0; i-- {
		ways[i-1] = best[i][end]
		end = ways[i-1].from
	}
	page--
	for i, w := range ways {
		if w.row == 0 {
			page++
		}
		w.spot.page = page
		spots[i] = w.spot
		page += max(len(w.runs)-1, 0)
	}
	return spots
}

// blank prices blank rows at a page's foot: few cost nothing, a quarter of a
// page a row each, half a page far more.
func (m makeup) blank(rows int) float64 {
	if rows <= freeRows || rows >= m.rows {
		return 0
	}
	return 4 * float64(rows*rows) / float64(m.rows)
}

// choices lists the ways of placing a story after so many rows of a page.
func (m makeup) choices(s *story, used int, section bool) []choice {
	var list []choice
	if used > 0 && !s.fresh {
		list = m.placeAt(list, s, used+gapRows, section)
	}
	fresh := len(list)
	list = m.placeAt(list, s, 0, section)
	if used > 0 {
		for i := fresh; i < len(list); i++ {
			list[i].cost += m.blank(m.rows - used)
		}
	}
	return list
}

// placeAt adds the ways of placing a story from a row on.
func (m makeup) placeAt(list []choice, s *story, row int, section bool) []choice {
	for extra := 0; extra <= extraRows; extra++ {
		room := m.rows - row - s.opening.rows - extra
		if row > 0 && (room < 0 || len(s.flow.slugs) > 0 && room < shortRows && s.flow.height(0, len(s.flow.slugs)) > room) {
			break
		}
		ch := m.runs(s, room, row == 0)
		ch.row, ch.extra = row, extra
		if len(ch.runs) == 1 {
			ch.end += row + s.opening.rows + extra
		}
		ch.cost = m.price(s, ch, section)
		list = append(list, ch)
		if len(s.flow.slugs) == 0 {
			break
		}
	}
	return list
}

// runs pours a story's flow, the first page having so many rows. The end is
// that of the last run alone.
func (m makeup) runs(s *story, room int, force bool) choice {
	var ch choice
	n := len(s.flow.slugs)
	first := s.flow.share(0, max(room, 0), force)
	ch.runs = append(ch.runs, first)
	for at := first.columns[len(first.columns)-1].to; at < n; {
		r := s.flow.share(at, m.rows, true)
		ch.runs = append(ch.runs, r)
		at = r.columns[len(r.columns)-1].to
	}
	ch.end = ch.runs[len(ch.runs)-1].rows
	return ch
}

func (m makeup) price(s *story, ch choice, section bool) float64 {
	cost := float64(ch.extra) * extraPrice
	pages := len(ch.runs)
	short := s.opening.rows+(s.flow.height(0, len(s.flow.slugs))+s.flow.grating.count-1)/s.flow.grating.count <= m.rows
	if pages > 1 && short {
		cost += cutPrice
	}
	if ch.row > 0 && !short {
		cost += longPrice
	}
	if ch.row > 0 && section {
		cost += sectionPrice
	}
	if ch.row > m.rows*2/3 {
		cost += lowPrice
	}
	if first := ch.runs[0]; pages > 1 {
		cost += m.blank(m.rows - ch.row - s.opening.rows - ch.extra - first.rows)
	}
	return cost
}
