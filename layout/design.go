package layout

import (
	"math"

	"kanyin/issues/issue"
	"kanyin/layout/cjk"
	"kanyin/layout/paragraph"
)

// A Design is how an issue looks. It is data: a TOML file can hold it. The zero
// value is the house style, and so is every field that is left zero.
//
// Paper is measured in millimetres, type in points, the measure in characters
// of the body.
type Design struct {
	Name     string   `toml:"name"`
	Paper    Paper    `toml:"paper"`
	Body     Body     `toml:"body"`
	Columns  Columns  `toml:"columns"`
	Short    Columns  `toml:"short"` // for pages of short news; as wide as Columns in all
	Opening  Opening  `toml:"opening"`
	Stories  Stories  `toml:"stories"`
	Pictures Pictures `toml:"pictures"`
	Faces    Faces    `toml:"faces"`
	Sizes    Sizes    `toml:"sizes"`
	Writing  string   `toml:"writing"`  // how lines run: horizontal (the house's), vertical
	Front    string   `toml:"front"`    // how the issue begins: cover (the house's), nameplate
	Accent   []int    `toml:"accent"`   // the one colour, as sRGB from 0 to 255; empty for the house's red
	Multiple int      `toml:"multiple"` // the count of pages is a multiple of it: 4 where it is zero, 1 for any count
	Kinsoku  string   `toml:"kinsoku"`  // the level at which line starts and ends are forbidden: strict (the house's), gb, basic
	Hang     bool     `toml:"hang"`     // marks hang in the margin
	Marks    string   `toml:"marks"`    // the width of marks: kaiming (the house's), full, half, line-end

	// HiddenFolio sets the page's number very small beside the spine, for the
	// binder's eye and not the reader's (暗码).
	HiddenFolio bool `toml:"hidden_folio"`
}

// Paper is the trimmed page and where the type area stands on it, in millimetres.
type Paper struct {
	Trim   string  `toml:"trim"` // the size by its name, where Width and Height are zero
	Width  float64 `toml:"width"`
	Height float64 `toml:"height"`
	Bleed  float64 `toml:"bleed"`
	Inner  float64 `toml:"inner"` // the margin at the spine
	Top    float64 `toml:"top"`   // the margin over the first line
	Head   float64 `toml:"head"`  // from the trim to the running head's baseline
	Foot   float64 `toml:"foot"`  // from the folio's baseline to the trim
}

// Body is the type that everything else is measured by.
type Body struct {
	Size    float64 `toml:"size"`    // in points
	Leading float64 `toml:"leading"` // in points, from baseline to baseline: the grid
	Lines   int     `toml:"lines"`   // of a column
	Indent  float64 `toml:"indent"`  // of a paragraph, in characters
}

// Columns divide the type area.
type Columns struct {
	Count   int     `toml:"count"`
	Measure float64 `toml:"measure"` // of one column, in characters
	Gutter  float64 `toml:"gutter"`  // between two, in characters
	Rule    bool    `toml:"rule"`    // a hairline stands between two
}

// Opening is how an article begins.
type Opening struct {
	Align    string `toml:"align"`    // of title and names: left (the house's), center
	Rule     string `toml:"rule"`     // over it: accent (the house's), hairline, none
	Abstract string `toml:"abstract"` // where abstracts stand: column (the house's), across
	Vary     string `toml:"vary"`     // how they differ: length (the house's) for lower titles of long articles and small ones of short, none
	Sink     int    `toml:"sink"`     // rows that the title of a long article stands lower; 0 for an eighth of a column's
}

// Stories is how articles share pages.
type Stories struct {
	Beside int    `toml:"beside"` // how many may stand beside each other; 1 for none
	Fresh  bool   `toml:"fresh"`  // each begins a page
	End    string `toml:"end"`    // the sign that ends one: square (the house's), none
	Quotes string `toml:"quotes"` // which sentences are pulled: text (the house's) for some of a long text, own for the issue's alone
}

// Pictures is how pictures stand among text.
type Pictures struct {
	Beside float64 `toml:"beside"` // the fewest characters of a line beside a tall picture; where a column leaves fewer, the picture stands alone
	Widest string  `toml:"widest"` // what a wide picture may go over: spread (the house's) for two pages, page for one
}

// codeFace is the face whose letters are all of one width.
const codeFace = "code"

// The ways that an issue begins, and the ways that an opening does.
const (
	nameplate = "nameplate"
	hairline  = "hairline"
	noRule    = "none"
	center    = "center"
	across    = "across"
	byLength  = "length"
	square    = "square"
	fromText  = "text"
)

// Faces are the faces by their duty.
type Faces struct {
	Body    string `toml:"body"`
	Title   string `toml:"title"`
	Heading string `toml:"heading"`
	Lead    string `toml:"lead"`  // run-in headings, captions, labels
	Quote   string `toml:"quote"` // quotations, verse, bylines
	Code    string `toml:"code"`  // of code, in cells as wide as its widest letter
}

// Sizes are the sizes by duty, in points. Titles stand in falling order: an
// article takes the largest that suits its length.
type Sizes struct {
	Titles     []float64 `toml:"titles"`
	Subtitle   float64   `toml:"subtitle"`
	Kicker     float64   `toml:"kicker"`
	Byline     float64   `toml:"byline"`
	Heading    float64   `toml:"heading"`
	Subheading float64   `toml:"subheading"`
	Small      float64   `toml:"small"` // captions, notes, affiliations, the masthead
	Head       float64   `toml:"head"`  // running heads
	Folio      float64   `toml:"folio"`
	Code       float64   `toml:"code"`
}

// House is the house style written out: 大16开 (210 × 285 mm), two columns of 22
// characters, 10 on 15 points. A leading of one and a half ems is the widest at
// which programs that read a PDF's text by its places, poppler for one, still
// take the lines of a column for one paragraph and read column after column;
// at 16 points they read across both. The type area is 46¾ characters wide, so that
// three columns of 14 have the same edges; no gutter is so narrow that a mark
// at a line's end looks like a part of the next column. Inner and outer margins
// are equal: the magazine is stitched and opens flat, and on a screen its pages
// do not jump from side to side.
func House() Design {
	return Design{
		Name:     "house",
		Paper:    Paper{Trim: "大16开", Width: 210, Height: 285, Bleed: 3, Inner: 22.54, Top: 27, Head: 18, Foot: 14},
		Body:     Body{Size: 10, Leading: 15, Lines: 45, Indent: 2},
		Columns:  Columns{Count: 2, Measure: 22, Gutter: 2.75},
		Short:    Columns{Count: 3, Measure: 14, Gutter: 2.375},
		Faces:    Faces{Body: "song", Title: "song-bold", Heading: "hei-bold", Lead: "hei", Quote: "kai", Code: codeFace},
		Sizes:    Sizes{Titles: []float64{30, 26, 22, 19, 16}, Subtitle: 13, Kicker: 12, Byline: 11, Heading: 12, Subheading: 10.5, Small: 8.5, Head: 8, Folio: 9.5, Code: 8.5},
		Writing:  "horizontal",
		Front:    "cover",
		Opening:  Opening{Align: "left", Rule: "accent", Abstract: "column", Vary: byLength, Sink: 5},
		Stories:  Stories{Beside: 1, End: square, Quotes: fromText},
		Pictures: Pictures{Beside: 12, Widest: acrossSpread},
		Accent:   []int{178, 34, 40},
		Multiple: 4,
		Kinsoku:  "strict",
		Marks:    "kaiming",
	}
}

// Filled is the design with the house's values where it has none.
func (d Design) Filled() Design { return d.filled() }

func (d Design) filled() Design {
	h := House()
	if d.Columns != (Columns{}) && d.Short == (Columns{}) {
		d.Short = d.Columns
	}
	if d.Columns == (Columns{}) {
		d.Columns = h.Columns
	}
	if d.Short == (Columns{}) {
		d.Short = h.Short
	}
	d.Name = or(d.Name, h.Name)
	d.Paper = d.Paper.filled(h.Paper)
	d.Body = d.Body.filled(h.Body)
	d.Writing = or(d.Writing, h.Writing)
	d.Front = or(d.Front, h.Front)
	d.Opening = Opening{or(d.Opening.Align, h.Opening.Align), or(d.Opening.Rule, h.Opening.Rule), or(d.Opening.Abstract, h.Opening.Abstract), or(d.Opening.Vary, h.Opening.Vary), or(d.Opening.Sink, d.Body.Lines/sinkShare)}
	d.Stories = Stories{or(d.Stories.Beside, h.Stories.Beside), d.Stories.Fresh, or(d.Stories.End, h.Stories.End), or(d.Stories.Quotes, h.Stories.Quotes)}
	d.Pictures = Pictures{or(d.Pictures.Beside, h.Pictures.Beside), or(d.Pictures.Widest, h.Pictures.Widest)}
	d.Faces = d.Faces.filled(h.Faces)
	d.Sizes = d.Sizes.filled(h.Sizes)
	d.Multiple = or(d.Multiple, h.Multiple)
	d.Kinsoku = or(d.Kinsoku, h.Kinsoku)
	d.Marks = or(d.Marks, h.Marks)
	if len(d.Accent) == 0 {
		d.Accent = h.Accent
	}
	return d
}

// forLanguage is the design for an issue's text. 楷's Latin letters look written
// by hand, which suits a word in a Chinese line and no English article. 开明 is
// the mainland's way of setting marks; elsewhere they are as wide as ideographs.
func (d Design) forLanguage(m issue.Meta) Design {
	d = d.filled()
	if m.Script() == issue.Latin && d.Faces.Quote == House().Faces.Quote {
		d.Faces.Quote = d.Faces.Lead
	}
	if cjk.PlaceOf(m.Language) != cjk.Mainland && d.Marks == House().Marks {
		d.Marks = "full"
	}
	return d
}

func (p Paper) filled(h Paper) Paper {
	if p.Trim == "" && p.Width == 0 && p.Height == 0 {
		p.Trim = h.Trim
	}
	p = p.trimmed()
	return Paper{p.Trim, or(p.Width, h.Width), or(p.Height, h.Height), or(p.Bleed, h.Bleed), or(p.Inner, h.Inner), or(p.Top, h.Top), or(p.Head, h.Head), or(p.Foot, h.Foot)}
}

func (b Body) filled(h Body) Body {
	return Body{or(b.Size, h.Size), or(b.Leading, h.Leading), or(b.Lines, h.Lines), or(b.Indent, h.Indent)}
}

func (f Faces) filled(h Faces) Faces {
	return Faces{or(f.Body, h.Body), or(f.Title, h.Title), or(f.Heading, h.Heading), or(f.Lead, h.Lead), or(f.Quote, h.Quote), or(f.Code, h.Code)}
}

func (s Sizes) filled(h Sizes) Sizes {
	if len(s.Titles) == 0 {
		s.Titles = h.Titles
	}
	return Sizes{s.Titles, or(s.Subtitle, h.Subtitle), or(s.Kicker, h.Kicker), or(s.Byline, h.Byline), or(s.Heading, h.Heading), or(s.Subheading, h.Subheading), or(s.Small, h.Small), or(s.Head, h.Head), or(s.Folio, h.Folio), or(s.Code, h.Code)}
}

func or[T comparable](v, otherwise T) T {
	var zero T
	if v == zero {
		return otherwise
	}
	return v
}

func (c Columns) width() float64 {
	return float64(c.Count)*c.Measure + float64(c.Count-1)*c.Gutter
}

var markStyles = map[string]paragraph.Marks{
	"kaiming":  paragraph.Kaiming,
	"full":     paragraph.FullWidth,
	"half":     paragraph.HalfWidth,
	"line-end": paragraph.LineEnd,
}

var levels = map[string]paragraph.Kinsoku{
	"strict": paragraph.Strict,
	"gb":     paragraph.GB,
	"basic":  paragraph.Basic,
}

const pointsPerMM = 72 / 25.4

// mm and pt turn a design's numbers into lengths, to the thousandth of a point.
func mm(v float64) Length { return Length(math.Round(v * pointsPerMM * 1000)) }
func pt(v float64) Length { return Length(math.Round(v * 1000)) }
