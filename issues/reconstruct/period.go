package reconstruct

import (
	"strings"

	"kanyin/issues/normal"
)

// readPeriod reads the contents by the issue's own period: what follows what
// from entry to entry.
func (d *draft) readPeriod(from, to int) *period {
	fields := d.fieldsOf(from, to)
	w := d.newWitness(fields)
	p := &period{d: d, w: w, fields: fields, spans: d.readRoles(fields, w)}
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
	d      *draft
	w      *witness
	fields []field
	spans  []span
	first  role // what an entry begins with
	paged  bool // most titles have a page

	columns columns
	held    [roles][]span // of the entry that is being put together
	entries []entry
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
	if s.role == titleRole && len(p.held[titleRole]) > 0 && p.goesOn(s) {
		p.held[titleRole] = append(p.held[titleRole], s)
		return
	}
	if s.role == namesRole && len(p.held[namesRole]) > 0 && p.last() == namesRole {
		p.held[namesRole] = append(p.held[namesRole], s)
		return
	}
	if s.role == p.first || len(p.held[s.role]) > 0 {
		p.close()
	}
	p.held[s.role] = append(p.held[s.role], s)
}

// last gives the role of the span that was held last.
func (p *period) last() role {
	best, at := noRole, -1
	for r := range role(roles) {
		if n := len(p.held[r]); n > 0 && p.held[r][n-1].from > at {
			best, at = r, p.held[r][n-1].from
		}
	}
	return best
}

// goesOn reports whether a title right behind another one is its second line:
// where entries have pages and this one would have none, and the body does not
// know both.
func (p *period) goesOn(s span) bool {
	if p.last() != titleRole || !p.fields[s.from].opens {
		return false
	}
	before := p.held[titleRole][len(p.held[titleRole])-1]
	if strings.HasPrefix(s.text, dash) {
		return true
	}
	if !p.paged || p.w.sim(s.text) > 0 && p.w.sim(before.text) > 0 || p.w.sim(before.text) >= 0.95 {
		return false
	}
	return p.first != titleRole || len(p.held[pageRole]) == 0
}

// close makes an entry of what is held.
func (p *period) close() {
	defer func() { p.held = [roles][]span{} }()
	titles := p.held[titleRole]
	if len(titles) == 0 {
		return
	}
	e := entry{section: p.columns.section, subsection: p.columns.subsection}
	var parts []string
	for _, s := range titles {
		parts = append(parts, s.text)
	}
	e.title = normal.Text(p.unframed(strings.Join(parts, " ")))
	if pages := p.held[pageRole]; len(pages) > 0 {
		e.page = p.fields[pages[0].from].page
	}
	for _, s := range p.held[namesRole] {
		e.authors = append(e.authors, authorsOf(s.text)...)
	}
	e.rows = p.rowsHeld()
	p.entries = append(p.entries, e)
}

// unframed drops the frame around a title that the body has without one.
func (p *period) unframed(title string) string {
	if !framed(title) {
		return title
	}
	bare := strings.TrimSuffix(title, string(lastRune(title)))[len(string(firstRune(title))):]
	if strings.ContainsAny(bare, frameOpeners) || p.w.sim(bare) == 0 {
		return title
	}
	for _, m := range p.w.look(bare) {
		if c := p.d.titles.cands[m.cand]; m.sim == 1 && framed(p.d.rows[c.rows[0]].fold) {
			return title
		}
	}
	return bare
}

// rowsHeld gives the rows of what is held, each once, from the first.
func (p *period) rowsHeld() []int {
	var rows []int
	for i := p.heldFrom(); i < p.heldTo(); i++ {
		if r := p.fields[i].row; len(rows) == 0 || rows[len(rows)-1] != r {
			rows = append(rows, r)
		}
	}
	return rows
}

func (p *period) heldFrom() int {
	n := len(p.fields)
	for _, spans := range p.held {
		if len(spans) > 0 {
			n = min(n, spans[0].from)
		}
	}
	return n
}

func (p *period) heldTo() int {
	n := 0
	for _, spans := range p.held {
		if k := len(spans); k > 0 {
			n = max(n, spans[k-1].to)
		}
	}
	return n
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
		return p.d.toc.from, p.d.toc.from
	}
	rows := p.entries[last].rows
	from, to = p.above(p.entries[first].rows[0]), rows[len(rows)-1]+1
	p.entries = p.entries[:last+1]
	if first > 0 && p.entries[0].rows[0] == p.d.toc.from {
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
	if row > p.d.toc.from && p.d.rows[row-1].runes <= longestColumn {
		row-- // the head, whatever it is called
	}
	return row
}

// known counts the entries whose titles the body has.
func (p *period) known() int {
	n := 0
	for i := range p.entries {
		if p.w.sim(foldOf(p.entries[i].title)) > 0 {
			n++
		}
	}
	return n
}

// isSound reports whether the body knows the entry, and it has a page where the
// others have one.
func (p *period) isSound(e *entry) bool {
	if p.paged && e.page == 0 {
		return false
	}
	return p.paged && p.rises(e) || p.w.sim(foldOf(e.title)) > 0 || len(e.authors) > 0 && p.w.allSigned(e.authors)
}

// rises reports whether the entry's page is one of those that rise.
func (p *period) rises(e *entry) bool {
	for i := range p.fields {
		if f := &p.fields[i]; f.page == e.page && p.w.rising[i] && f.row >= e.rows[0] && f.row <= e.rows[len(e.rows)-1] {
			return true
		}
	}
	return false
}

// shape names the fields of most entries in their order.
func (p *period) shape() string {
	names := [roles]string{pageRole: "page", titleRole: "title", namesRole: "author"}
	counts := map[string]int{}
	best, shape := 0, ""
	var parts []string
	end := func() {
		s := strings.Join(parts, ", ")
		if counts[s]++; s != "" && counts[s] > best {
			best, shape = counts[s], s
		}
		parts = nil
	}
	for _, s := range p.spans {
		name := names[s.role]
		if name == "" || s.role == p.first || contains(parts, name) {
			end()
		}
		if name != "" {
			parts = append(parts, name)
		}
	}
	end()
	return shape
}
