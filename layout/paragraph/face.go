package paragraph

// A face is the advances of one face that were asked for so far, in pages of
// 256 characters.
type face struct {
	name  string
	pages [0x1100]*[256]entry
}

type entry struct {
	from    string
	advance int32 // thousandths of an em
	ok      bool
	known   bool
}

// face gives the look-ups of the face of that name.
func (s *Setter) face(name string) *face {
	for _, f := range s.faces {
		if f.name == name {
			return f
		}
	}
	f := &face{name: name}
	s.faces = append(s.faces, f)
	return f
}

// glyph looks a character up. One that no face has is an em wide.
func (f *face) glyph(m Metrics, r rune) entry {
	page := f.pages[r>>8]
	if page == nil {
		page = new([256]entry)
		f.pages[r>>8] = page
	}
	e := &page[r&0xFF]
	if !e.known {
		from, advance, ok := m.Glyph(f.name, r)
		*e = entry{from: from, advance: int32(advance), ok: ok, known: true}
		if !ok {
			e.from, e.advance = "", 1000
		}
	}
	return *e
}
