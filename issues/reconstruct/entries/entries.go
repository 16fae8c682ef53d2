package entries

// An Entry is a row of the contents, or the rows that one announcement takes.
type Entry struct {
	Page     int // 0 where it has none
	Section  string
	Title    string
	Subtitle string
	Authors  []string

	text    []rune  // as it came, a line each, without what was read off it
	letters letters // of text
}

// Read gives the entry that says raw, with all of it to be told apart.
func Read(raw string) *Entry {
	e := &Entry{}
	e.keep([]rune(raw))
	return e
}

// keep leaves the entry the text to be told apart.
func (e *Entry) keep(text []rune) {
	e.text = text
	e.letters = lettersOf(text)
}
