package draft

// contents is where the contents stand and what they say.
type contents struct {
	From, To int // rows; equal where there are none
	Entries  []Entry
	Sections map[string]bool // keys of the columns
	Paged    bool
}

// An Entry is an article that the contents announce.
type Entry struct {
	Page                int // 0 where it has none
	Section, Subsection string
	Title               string // normalised
	Authors             []string
	Rows                []int
	Starts              []int // indices of draft.starts
}

// An Article is a start with its blocks of rows in reading order.
type Article struct {
	Start  int // index of draft.starts
	Blocks [][]int
}

// ParagraphHabits are how this issue sets its paragraphs apart.
type ParagraphHabits struct {
	Dense    bool // no blank lines between them
	Indented bool // an indent at their beginning
}

// A Start is where an article begins.
type Start struct {
	Row   int   // the first of its rows in the source
	Rows  []int // of its title, in reading order
	Entry int   // index of the contents' entry, -1 for none
	Sim   float64

	Subtitles, Kickers, Bylines []int
	Authors                     []string
}
