package paragraph

// A face is the advances of one face that were asked for so far, in pages of
// 256 characters.
type face struct {
	name  string
	pages [0x1100]*[256]entry
}

type entry struct {
	from    int16 // the face that has it: an index in Setter.names, 0 for none
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
func (s *Setter) glyph(f *face, r rune) entry {
	page := f.pages[r>>8]
	if page == nil {
		page = new([256]entry)
		f.pages[r>>8] = page
	}
	e := &page[r&0xFF]
	if !e.known {
		*e = entry{advance: 1000, known: true}
		if from, advance, ok := s.metrics.Glyph(f.name, r); ok {
			*e = entry{from: s.name(from), advance: int32(advance), ok: true, known: true}
		}
	}
	return *e
}

// name gives the index of a face's name.
func (s *Setter) name(face string) int16 {
	for i, n := range s.names {
		if n == face {
			return int16(i)
		}
	}
	s.names = append(s.names, face)
	return int16(len(s.names) - 1)
}
