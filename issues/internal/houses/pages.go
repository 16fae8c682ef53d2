package houses

import (
	"fmt"
	"strings"
)

// A setter puts pieces on pages, column after column.
type setter struct {
	style
	where  map[string]int // what {start:3} and {tail:3} are
	page   int
	column int     // from 1
	top    float64 // where the columns begin on this page, under what spans them
	y      float64
	fresh  bool // nothing stands on the page yet
	across bool // nothing but lines that span the columns stands on the page yet
	lines  []*line
	begun  map[int]string // the page's last article, as its running head may name it
}

func newSetter(s style, where map[string]int) *setter {
	t := &setter{style: s, where: where, begun: map[int]string{}}
	t.nextPage()
	return t
}

func (t *setter) nextPage() {
	t.page++
	t.column, t.top, t.fresh, t.across = 1, t.margin*1.4, true, true
	t.y = t.top
}

func (t *setter) nextColumn() {
	if t.column >= t.columns {
		t.nextPage()
		return
	}
	t.column++
	t.y = t.top
}

func (t *setter) bottom() float64 { return t.paper[1] - t.margin*1.2 }

// measure is a column's width, or that of all of them.
func (t *setter) measure(span bool) float64 {
	w := t.paper[0] - 2*t.margin
	if span {
		return w
	}
	return (w - t.gutter*float64(t.columns-1)) / float64(t.columns)
}

// set puts one piece where the last ended.
func (t *setter) set(p piece) {
	if p.look.page && !t.fresh {
		t.nextPage()
	}
	span := p.look.span && t.across && t.columns > 1
	for i := range p.runs {
		p.runs[i].text = t.fill(p.runs[i].text)
	}
	lines := breakLines(p, t.measure(span))
	need := p.look.size * t.leading * float64(len(lines))
	if p.look.whole {
		need += 3*t.size*t.leading + p.look.above + p.look.room
	}
	if p.look.whole && t.y+need > t.bottom() && t.y > t.top {
		t.nextColumn()
	}
	for i, l := range lines {
		gap := 0.0
		if i == 0 && t.y > t.top {
			gap = p.look.above
		}
		t.put(l, gap, span)
	}
	t.y += p.look.below
	if span {
		t.top = t.y + t.size
		t.y = t.top
	} else {
		t.across = false
	}
}

func (t *setter) put(l *line, gap float64, span bool) {
	high := l.look.size * t.leading
	if l.look.size > t.size*1.4 {
		high = l.look.size * 1.3 // large type is set tighter
	}
	if t.y+gap+high > t.bottom() {
		t.nextColumn()
		gap = 0
	}
	t.fresh = false
	l.gap, l.page, l.column = gap, t.page, t.column
	x, measure := t.margin+float64(t.column-1)*(t.measure(false)+t.gutter), t.measure(false)
	if span {
		l.column, x, measure = 0, t.margin, t.measure(true)
	}
	l.stand(x, measure, t.y+gap)
	t.y += gap + high
	t.lines = append(t.lines, l)
}

// stand gives the line its box in a measure that begins at x.
func (l *line) stand(x, measure, y float64) {
	em := l.look.size
	in := l.look.inset * em
	if l.indented {
		in += l.look.indent * em
	}
	w := min(width(l.text, em), measure-in)
	switch l.look.align {
	case centre:
		in = (measure - w) / 2
	case right:
		in = measure - w
	}
	l.x0, l.x1 = x+in, x+in+w
	l.y0, l.y1 = y, y+em
}

// fill puts page numbers in.
func (t *setter) fill(text string) string {
	for {
		at := strings.IndexByte(text, '{')
		if at < 0 {
			return text
		}
		end := strings.IndexByte(text[at:], '}')
		if end < 0 {
			return text
		}
		text = text[:at] + fmt.Sprint(t.where[text[at+1:at+end]]) + text[at+end+1:]
	}
}

// note remembers the pages that an article and its tail begin on; the part was
// set from the line at.
func (t *setter) note(p part, at int, where map[string]int) {
	if p.article == 0 || at >= len(t.lines) {
		return
	}
	key := fmt.Sprintf("start:%d", p.article)
	if p.tail {
		key = fmt.Sprintf("tail:%d", p.article)
	}
	where[key] = t.lines[at].page
}
