package layout

import (
	"slices"

	"kanyin/issues/issue"
)

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
	stiff   bool   // its opening takes no air
	worth   int    // what it is worth that its opening is another than most have: 0 for one that is not

	features []feature // of the contents

	reopen   func(wide Length, share float64) *band // its opening in so much of the type area
	openings map[int]*band                          // that were made, by the columns that they go over
	others   []*story                               // ways of setting it: with sentences pulled out, on shelves with those after it
	facing   *band                                  // the half of a picture over two pages at the head of the second, which is a right one; or nil
	strips   []strip                                // its pictures across the columns, in order
	wide     int                                    // what it is worth that pictures of it go across the columns
	late     bool                                   // a picture in its columns stands after its place
	pulls    int                                    // how many sentences are pulled out of it
	parts    []part                                 // of a shelf
	shelved  bool                                   // it may stand on one
	waste    int                                    // rows of a shelf that stay blank, over all columns
}

// A spot is a story's place.
type spot struct {
	page  int // of the opening, from 1
	row   int // of the opening
	extra int // blank rows between opening and text
	runs  []run
	lost  int // strips that no page had room for
}

// A placing is a story, or a shelf of them, at its spot.
type placing struct {
	*story
	spot
}

// A makeup decides where stories begin: on a page of their own or under the
// story before. It weighs all the choices of an issue together, a shortest way
// through the rows of the pages, so that no page stays half empty where
// another choice would fill it, and few notes pages are needed to make the
// count of pages a multiple.
type makeup struct {
	rows     int // of a page
	multiple int // of pages
	after    int // pages that come after the last story
}

// The weights of the choices, in the price of one blank row at the foot of a
// page whose sixth is blank.
const (
	firstAir     = 1    // a blank row in an opening, the first few: nobody sees them
	fewAir       = 2    // that few
	moreAir      = 7    // any further one: air is cheaper than a hole, yet it is seen
	airRows      = 5    // more air than that looks like a fault
	longPrice    = 40   // a story longer than a page that does not begin one
	sectionPrice = 20   // a column of the issue that begins in the middle of a page
	cutPrice     = 20   // a story that one page would hold, cut by a page's end: better than a hole of a quarter of a page
	lowPrice     = 25   // an opening in the lowest third of a page
	tailPrice    = 30   // a story's last page with a few lines of it
	tailRows     = 6    // that few
	lowShare     = 667  // thousandths of a page over its lowest third
	notesPrice   = 20   // a notes page, times their number: one serves the reader, three are an excuse
	wastePrice   = 1    // a row that stays blank on a shelf
	pullPrice    = 30   // what a sentence that is pulled out is worth: pages without one are grey
	lonePrice    = 9    // a story across a newspaper's page that could stand beside another: strips are dull
	shortRows    = 6    // fewer rows than that under an opening look like a remnant
	gapRows      = 2    // between a story and the next one under it
	freeRows     = 3    // blank rows at a page's foot that nobody sees
	sixth        = 6    // of a page: a hole that is seen, and costs its rows
	noPrice      = 1e18 // dearer than any choice
)

// A choice is one way of placing a story.
type choice struct {
	row, extra int // of its opening
	pages      int // that it touches
	end        int // the rows used on its last page
	cost       float64
}

// A step is the cheapest way to a state: so many rows used on the last page,
// the pages before counted by the multiple.
type step struct {
	choice
	story *story
	count int // of the list's stories that it places
	from  int // the state before it
	total float64
}

// place gives every story its spot, the first on the page given. Openings that
// differ from most are taken where the issue has no more pages for them.
func (m makeup) place(stories []*story, page int) []placing {
	list := m.placed(stories, page, false)
	if slices.ContainsFunc(stories, (*story).varied) {
		if other := m.placed(stories, page, true); lastPage(other) <= lastPage(list) {
			return other
		}
	}
	return list
}

// varied reports whether a story may have another opening than most.
func (s *story) varied() bool {
	return slices.ContainsFunc(s.others, func(o *story) bool { return o.worth > 0 })
}

// lastPage is the last page that has something of a story.
func lastPage(list []placing) int {
	last := &list[len(list)-1]
	return last.page + len(last.runs) - 1
}

// placed gives every story its spot, with other openings than most or without.
// Stories that one shelf holds come as that shelf.
func (m makeup) placed(stories []*story, page int, varied bool) []placing {
	steps := make([][]step, len(stories)+1)
	for i := range steps {
		steps[i] = make([]step, m.cycle()*(m.rows+1))
		for k := range steps[i] {
			steps[i][k].total = noPrice
		}
	}
	steps[0][m.state(page-1, 0)].total = 0
	for i, s := range stories {
		section := i == 0 || stories[i-1].section != s.section
		m.steps(s, 1, steps[i], steps[i+1], section)
		for _, other := range s.others {
			if other.worth > 0 && !varied {
				continue
			}
			count := max(1, len(other.parts))
			m.steps(other, count, steps[i], steps[i+count], section)
		}
	}
	return m.trace(steps, page)
}

// cycle is how many pages are told apart: the multiple, and the two of a spread.
func (m makeup) cycle() int { return m.multiple * (1 + m.multiple%2) }

// state numbers a state: the pages that are begun, and the rows used on the last.
func (m makeup) state(pages, used int) int { return pages%m.cycle()*(m.rows+1) + used }

// steps enters the cheapest ways to each state after a story, which stands for
// so many of the list, from the states before it.
func (m makeup) steps(s *story, count int, before, after []step, section bool) {
	fresh := m.placeAt(s, 0, section)
	for used := 0; used <= m.rows; used++ {
		var under []choice
		for phase := range m.cycle() {
			from := m.state(phase, used)
			if before[from].total == noPrice {
				continue
			}
			if used > 0 && under == nil && !s.fresh {
				under = m.placeAt(s, used+gapRows, section)
			}
			way := step{story: s, count: count, from: from}
			m.take(after, under, way, phase-1, before[from].total)
			if s.facing != nil && !recto(phase) {
				continue // the page that it would begin is a right one
			}
			m.take(after, fresh, way, phase, before[from].total+m.blank(used))
		}
	}
}

// take enters choices where they are cheaper than what is known, the pages
// before the story being given.
func (m makeup) take(after []step, choices []choice, way step, pages int, price float64) {
	for _, ch := range choices {
		to := m.state(pages+ch.pages+m.cycle(), ch.end)
		if total := price + ch.cost; total < after[to].total {
			way.choice, way.total = ch, total
			after[to] = way
		}
	}
}

// trace follows the cheapest way back, and pours the stories as it says.
func (m makeup) trace(steps [][]step, page int) []placing {
	at, cost := 0, float64(noPrice)
	for state, st := range steps[len(steps)-1] {
		pages, used := state/(m.rows+1), state%(m.rows+1)
		notes := (m.multiple - (pages+m.after)%m.multiple) % m.multiple
		if total := st.total + m.blank(used) + float64(notes*notes*notesPrice); total < cost {
			at, cost = state, total
		}
	}
	var list []placing
	for i := len(steps) - 1; i > 0; {
		st := steps[i][at]
		list = append(list, placing{st.story, m.spot(st.story, st.row, st.extra)})
		i, at = i-st.count, st.from
	}
	slices.Reverse(list)
	page--
	for i := range list {
		if list[i].row == 0 {
			page++
		}
		list[i].page = page
		page += len(list[i].runs) - 1
	}
	return list
}

// blank prices the rows that a page whose rows are used so far leaves blank:
// few cost nothing, a sixth of a page a row each, a third eight times that.
func (m makeup) blank(used int) float64 {
	rows := m.rows - used
	if rows <= freeRows || used <= 0 {
		return 0
	}
	share := sixth * float64(rows) / float64(m.rows)
	return share * share * share * float64(m.rows) / sixth
}

// air prices blank rows in an opening.
func air(rows int) float64 {
	return float64(min(rows, fewAir)*firstAir + max(rows-fewAir, 0)*moreAir)
}

// placeAt lists the ways of placing a story from a row on. On a page of its own
// its opening may have air.
func (m makeup) placeAt(s *story, row int, section bool) []choice {
	var list []choice
	height := s.flow.height(0, len(s.flow.slugs))
	for extra := 0; extra == 0 || extra <= airRows && row == 0 && height > 0 && s.opening.rows > 0 && !s.stiff; extra++ {
		room := m.rows - row - s.opening.rows - extra
		if row > 0 && (room < 0 || height > 0 && room < min(shortRows, height)) {
			break
		}
		list = append(list, m.price(s, m.spot(s, row, extra), section))
	}
	return list
}

// spot pours a story's flow, its opening standing at a row. A page that begins
// with the story takes what fits of it by force, and one that is the flow's
// alone whatever comes, so that pages get on.
func (m makeup) spot(s *story, row, extra int) spot {
	at := spot{row: row, extra: extra}
	room := max(m.rows-row-s.opening.rows-extra, 0)
	how := legally
	if row == 0 {
		how = forced
	}
	placed := 0
	for from := 0; ; how = bursting {
		over := s.next(len(at.runs), placed, from, room, how)
		if over != nil {
			room -= over.rows
			if over != s.facing {
				placed++
			}
		}
		r := s.flow.share(from, room, how)
		r.over = over
		at.runs = append(at.runs, r)
		from = r.columns[len(r.columns)-1].to
		if from == len(s.flow.slugs) {
			at.lost = len(s.strips) - placed
			return at
		}
		room = m.rows
	}
}

// fits reports whether a story may stand at a spot: all its strips have room; a picture
// stands later to fill a column of a page that the story goes on from, not to empty
// another; a picture over two pages begins the first and has text under it on the second.
func (s *story) fits(at spot, holes float64) bool {
	switch pages := len(at.runs); {
	case at.lost > 0, s.late && (pages == 1 || holes > 0):
		return false
	case s.facing != nil:
		return at.row == 0 && pages > 1 && at.runs[1].rows >= shortRows
	}
	return true
}

// price weighs a spot.
func (m makeup) price(s *story, at spot, section bool) choice {
	ch := choice{row: at.row, extra: at.extra, pages: len(at.runs), end: at.runs[len(at.runs)-1].height(), cost: air(at.extra)}
	ch.cost += float64(s.waste * wastePrice)
	if s.shelved {
		ch.cost += lonePrice
	}
	if s.late {
		ch.cost += laterPrice
	}
	ch.cost -= float64(s.pulls*pullPrice + s.wide*stripPrice)
	ch.cost -= float64(s.worth)
	holes := m.holes(s, at)
	if !s.fits(at, holes) {
		ch.cost = noPrice
	}
	head := at.row + s.opening.rows + at.extra
	short := s.opening.rows+(s.flow.height(0, len(s.flow.slugs))+s.flow.grating.count-1)/s.flow.grating.count <= m.rows
	switch {
	case ch.pages == 1:
		ch.end += head
	case short && s.facing == nil:
		ch.cost += cutPrice
	}
	if ch.pages > 1 {
		ch.cost += m.blank(head+at.runs[0].rows) + holes
		if ch.end < tailRows {
			ch.cost += tailPrice
		}
		if at.row > 0 && s.few(at.runs[0]) {
			ch.cost += fewPrice
		}
	}
	if at.row > 0 && !short {
		ch.cost += longPrice
	}
	if at.row > 0 && section {
		ch.cost += sectionPrice
	}
	if at.row*1000 > m.rows*lowShare {
		ch.cost += lowPrice
	}
	ch.end = min(ch.end, m.rows)
	return ch
}
