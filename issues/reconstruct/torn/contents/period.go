package contents

import (
	"slices"
	"strings"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/wording"
)

// readPeriod reads the contents by the issue's own period: what follows what
// from entry to entry.
func readPeriod(d *draft.Draft, from, to int) *period {
	fields := fieldsOf(d, from, to)
	w := newWitness(d, fields)
	p := &period{d: d, w: w, fields: fields, spans: readRoles(d, fields, w), shapes: map[string]int{}}
	p.first = p.phase()
	p.paged = p.mostPaged()
	for _, s := range p.spans {
		p.take(s)
	}
	p.close()
	return p
}

// A period puts spans together to entries.
type period struct {
	d      *draft.Draft
	w      *witness
	fields []field
	spans  []span
	first  role // what an entry begins with
	paged  bool // most titles have a page

	columns columns
	held    []span // of the entry that is being put together, in the order of the contents
	entries []draft.Entry
	shapes  map[string]int // how many entries have their fields in that order
	shape   string         // of most
}

// phase gives the role that entries begin with: the one by which the fewest are
// left without a title, or without what the others have.
func (p *period) phase() role {
	best, least := titleRole, 1<<30
	for _, first := range []role{titleRole, pageRole, namesRole} {
		if n := p.broken(first); n < least {
			best, least = first, n
		}
	}
	return best
}

// broken counts the entries that lack a title, begin otherwise than the others,
// or begin within a row, where they begin with that role.
func (p *period) broken(first role) int {
	const (
		noTitle = 4 // an entry without a title is none
		within  = 1
		other   = 1
	)
	n := 0
	var has [roles]bool
	begun := false
	end := func() {
		if begun && !has[titleRole] {
			n += noTitle
		}
		has, begun = [roles]bool{}, false
	}
	for _, s := range p.spans {
		if s.role == asideRole || s.role == columnRole {
			if !p.fields[s.from].opens {
				continue // between a page and its title
			}
			end()
			continue
		}
		if s.role == first || has[s.role] {
			end()
		}
		if !begun {
			if s.role != first {
				n += other
			}
			if p.fields[s.from].gap == narrow {
				n += within
			}
		}
		has[s.role], begun = true, true
	}
	end()
	return n
}

// mostPaged reports whether most titles have a page of their own.
func (p *period) mostPaged() bool {
	pages, titles := 0, 0
	for _, s := range p.spans {
		switch s.role {
		case pageRole:
			pages++
		case titleRole:
			titles++
		}
	}
	return 3*pages > 2*titles
}

func (p *period) take(s span) {
	switch s.role {
	case asideRole:
		p.close()
		return
	case columnRole:
		if p.fields[s.from].opens || p.last() != pageRole {
			p.close()
		}
		p.columns.read(p.fields[s.from].dress(), s.text)
		return
	}
	more := s.role == titleRole && p.goesOn(s) || s.role == namesRole && p.last() == namesRole
	if !more && (s.role == p.first || len(p.heldAs(s.role)) > 0) {
		p.close()
	}
	p.held = append(p.held, s)
}

// last gives the role of the span that was held last.
func (p *period) last() role {
	if len(p.held) == 0 {
		return noRole
	}
	return p.held[len(p.held)-1].role
}

// heldAs gives the spans of the entry that have the role.
func (p *period) heldAs(r role) []span {
	var out []span
	for _, s := range p.held {
		if s.role == r {
			out = append(out, s)
		}
	}
	return out
}

// goesOn reports whether a title right behind another one is its second line:
// where entries have pages and this one would have none, and the body does not
// know both.
func (p *period) goesOn(s span) bool {
	if p.last() != titleRole || !p.fields[s.from].opens {
		return false
	}
	before := p.held[len(p.held)-1]
	if strings.HasPrefix(s.text, wording.Dash) {
		return true
	}
	if !p.paged || p.w.sim(s.text) > 0 && p.w.sim(before.text) > 0 || p.w.sim(before.text) >= 0.95 {
		return false
	}
	return p.first != titleRole || len(p.heldAs(pageRole)) == 0
}

// close makes an entry of what is held.
func (p *period) close() {
	defer func() { p.held = nil }()
	titles := p.heldAs(titleRole)
	if len(titles) == 0 {
		return
	}
	e := draft.Entry{Section: p.columns.section, Subsection: p.columns.subsection}
	var parts []string
	for _, s := range titles {
		parts = append(parts, s.text)
	}
	e.Title = normal.Text(p.unframed(strings.Join(parts, " ")))
	if pages := p.heldAs(pageRole); len(pages) > 0 {
		e.Page = p.fields[pages[0].from].page
	}
	for _, s := range p.heldAs(namesRole) {
		e.Authors = append(e.Authors, wording.AuthorsOf(s.text)...)
	}
	e.Rows = p.rowsHeld()
	p.noteShape()
	p.entries = append(p.entries, e)
}

// unframed drops the frame around a title that the body has without one.
func (p *period) unframed(title string) string {
	if !wording.Framed(title) {
		return title
	}
	bare := strings.TrimSuffix(title, string(wording.LastRune(title)))[len(string(wording.FirstRune(title))):]
	if strings.ContainsAny(bare, wording.FrameOpeners) || p.w.sim(bare) == 0 {
		return title
	}
	for _, m := range p.w.look(bare) {
		if c := p.d.Titles.Cands[m.Cand]; m.Sim == 1 && wording.Framed(p.d.Rows[c.Rows[0]].Fold) {
			return title
		}
	}
	return bare
}

// rowsHeld gives the rows of what is held, each once, from the first.
func (p *period) rowsHeld() []int {
	var rows []int
	for i := p.held[0].from; i < p.held[len(p.held)-1].to; i++ {
		if r := p.fields[i].row; len(rows) == 0 || rows[len(rows)-1] != r {
			rows = append(rows, r)
		}
	}
	return rows
}

// trim gives the row of the first column or sound entry, or of the head above
// it, and the row behind the last sound entry, and drops what stands behind.
func (p *period) trim() (from, to int) {
	first, last := -1, -1
	for i := range p.entries {
		if p.isSound(&p.entries[i]) {
			if last = i; first < 0 {
				first = i
			}
		}
	}
	if last < 0 {
		p.entries = nil
		return p.d.Toc.From, p.d.Toc.From
	}
	rows := p.entries[last].Rows
	from, to = p.above(p.entries[first].Rows[0]), rows[len(rows)-1]+1
	p.entries = p.entries[:last+1]
	if first > 0 && p.entries[0].Rows[0] == p.d.Toc.From {
		p.entries = p.entries[1:] // the head, whatever it is called
	}
	return from, to
}

// above gives the first of the rows over the first entry that belong to it: its
// column, and a head.
func (p *period) above(row int) int {
	for k := len(p.spans) - 1; k >= 0; k-- {
		s := &p.spans[k]
		if at := p.fields[s.from].row; at == row-1 && s.role == columnRole {
			row = at
		}
	}
	if row > p.d.Toc.From && p.d.Rows[row-1].Runes <= wording.LongestColumn {
		row-- // the head, whatever it is called
	}
	return row
}

// known counts the entries whose titles the body has.
func (p *period) known() int {
	n := 0
	for i := range p.entries {
		if p.w.sim(wording.FoldOf(p.entries[i].Title)) > 0 {
			n++
		}
	}
	return n
}

// isSound reports whether the body knows the entry, and it has a page where the
// others have one.
func (p *period) isSound(e *draft.Entry) bool {
	if p.paged && e.Page == 0 {
		return false
	}
	return p.paged && p.rises(e) || p.w.sim(wording.FoldOf(e.Title)) > 0 || len(e.Authors) > 0 && p.w.allSigned(e.Authors)
}

// rises reports whether the entry's page is one of those that rise.
func (p *period) rises(e *draft.Entry) bool {
	for i := range p.fields {
		if f := &p.fields[i]; f.page == e.Page && p.w.rising[i] && f.row >= e.Rows[0] && f.row <= e.Rows[len(e.Rows)-1] {
			return true
		}
	}
	return false
}

// fieldNames are what the shape of an entry calls its fields.
//
//say:words
var fieldNames = [roles]string{pageRole: "page", titleRole: "title", namesRole: "author"}

// noteShape counts in which order the fields of an entry stand.
func (p *period) noteShape() {
	var parts []string
	for _, s := range p.held {
		if name := fieldNames[s.role]; !slices.Contains(parts, name) {
			parts = append(parts, name)
		}
	}
	shape := strings.Join(parts, ", ")
	if p.shapes[shape]++; p.shapes[shape] > p.shapes[p.shape] {
		p.shape = shape
	}
}
