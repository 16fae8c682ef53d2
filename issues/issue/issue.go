// Package issue is the model that every stage of kanyin reads or fills: one
// issue of a periodical, as its editors made it.
//
// An [Issue] holds [Article]s, an article holds [Block]s, and a block knows the
// source lines it was made of. That provenance is the package's promise: every
// source line that is not blank stands in exactly one block, and
// [Issue.Ledger] is the proof. Odd text is never an error here; it is a
// [Finding], and the text stays as it was.
//
// The package imports the standard library only. It holds no heuristic, reads
// no file and knows no font.
package issue

import (
	"slices"
	"strings"

	"kanyin/issues/say"
)

// An Issue is one issue of a periodical.
type Issue struct {
	Source   Source    // the text that it was read from
	Meta     Meta      // title, number, ISSN: what a cover and a masthead say
	Toc      []Entry   // the contents, in the order of their pages where pages are given
	Articles []Article // in reading order
	Front    []Block   // cover, contents and masthead
	Pictures []Picture // each stands in exactly one block of kind Figure
	Dropped  []Block   // running heads and page numbers, each with its Why
	Findings []Finding // what the reader of the issue should look at, by line

	House     []Habit    // the house style that was observed
	Decisions []Decision // why lines stand where they stand, in the order decided

	Corrections []Correction // what an editor put right, in the order it was set
}

// A Source is the text an issue was read from.
type Source struct {
	File     string   // its name, without folder
	SHA256   string   // of its bytes, in hexadecimal
	Encoding string   // such as "utf-8" or "gb18030"
	Lines    []string // decoded; Lines[0] is line 1
	Cut      []int    // lines that an editor cut, once for each cut: their parts stand in blocks of their own
}

// Line gives the source line n, counted from 1, or "" where there is none.
func (s Source) Line(n int) string {
	if n < 1 || n > len(s.Lines) {
		return ""
	}
	return s.Lines[n-1]
}

// Meta is what an issue says of itself. What it does not say is "" or 0.
type Meta struct {
	Title     string // of the periodical
	Year      int
	Number    int    // within the year
	Variant   string `json:",omitempty"` // tells issues of one number apart: 增刊, B版; mostly ""
	Total     int    // counted from the first issue
	ISSN      string
	CN        string // the Chinese serial number, such as 99-9999/I
	Publisher string
	Price     string
	Date      string // as it is printed: 每月28日, 2026-02-28
	Language  string // a BCP 47 tag, zh-Hans

	// Staff are the people of the masthead, in its order.
	Staff []Staff
}

// Staff is a line of the masthead: a duty and who does it.
type Staff struct {
	Duty  string   `json:"duty"` // as it is printed: 主编, 美术统筹
	Names []string `json:"names"`
	Lines []int    `json:"lines"`
}

// An Entry is a row of the contents.
type Entry struct {
	Page       int // 0 where the row has none
	Section    string
	Subsection string
	Title      string
	Authors    []string
	Lines      []int
	Articles   []string // ids; more than one where a row announces several
}

// An Article is a title and what follows it, up to the next.
type Article struct {
	ID         string // a01, a02, … in reading order
	Section    string // its column, from the contents
	Subsection string
	Kicker     string // the line over the title
	Title      string
	Subtitle   string
	Authors    []string
	Page       int // the first, from the contents; 0 where they do not say
	Blocks     []Block
}

// A Block is a run of source lines that together are one thing.
type Block struct {
	Kind  Kind     `json:"kind"`
	Lines []int    `json:"lines"`           // in the source, from 1, in reading order
	Text  string   `json:"text"`            // normalised; what is printed
	Lead  string   `json:"lead,omitempty"`  // the run-in heading that Text begins with
	Level int      `json:"level,omitempty"` // of a Heading: 1 directly under the article
	Form  Form     `json:"form,omitempty"`  // what a Paragraph is among paragraphs
	Why   say.Text `json:"why,omitzero"`    // the evidence, always there on a dropped block

	Rows   [][]string `json:"rows,omitempty"`   // of a Table, and of a Data that is a table's row: the cells, in the words of Text
	Head   bool       `json:"head,omitempty"`   // the first of Rows names the columns
	Stanza bool       `json:"stanza,omitempty"` // of a Verse: a stanza begins here

	Glosses []Gloss `json:"glosses,omitempty"` // what stands beside characters of Text, in its order

	// Part tells which part of the first of Lines the block begins with, where an
	// editor cut that line: 0 the line's beginning, 1 what stands behind the first cut.
	Part int `json:"part,omitempty"`

	// Picture is, of a figure, the name of one of the issue's pictures; of a
	// caption, the file beside the text that an editor said to be its picture.
	Picture string `json:"picture,omitempty"`
}

// A Gloss is what stands beside characters of a text: a reading (ruby), or,
// where it has none, emphasis dots under each of them.
type Gloss struct {
	From    int    `json:"from"` // runes of the block's Text
	To      int    `json:"to"`
	Reading string `json:"reading,omitempty"` // 拼音, 注音, ふりがな
}

// Each gives a reading that has a syllable for each of the characters, parted by
// spaces, to each by itself, and any other gloss as it is.
func (g Gloss) Each() []Gloss {
	syllables := strings.Fields(g.Reading)
	if len(syllables) < 2 || len(syllables) != g.To-g.From {
		return []Gloss{g}
	}
	all := make([]Gloss, len(syllables))
	for i, s := range syllables {
		all[i] = Gloss{g.From + i, g.From + i + 1, s}
	}
	return all
}

// A Kind says what a block is.
type Kind string

// The kinds of an article's blocks.
//
//say:words
const (
	Title       Kind = "title"
	Kicker      Kind = "kicker"   // 引题, over the title
	Subtitle    Kind = "subtitle" // 副题, under it
	Byline      Kind = "byline"
	Role        Kind = "role" // an author's office, under the name
	Dateline    Kind = "dateline"
	Heading     Kind = "heading"
	Paragraph   Kind = "paragraph"
	Figure      Kind = "picture" // has no lines; its caption is the next block
	Caption     Kind = "caption"
	Credit      Kind = "credit" // who took the photograph of the caption before it
	Affiliation Kind = "affiliation"
	SourceNote  Kind = "source" // 摘自, 据, 供稿, 整理, or where a quotation is from
	Editor      Kind = "editor"
	Note        Kind = "note"
	Data        Kind = "data"   // a table's row, a list of figures
	Prompt      Kind = "prompt" // scan this code

	Standfirst Kind = "standfirst" // 导语, under the title
	Abstract   Kind = "abstract"   // 摘要, 关键词
	PullQuote  Kind = "pull-quote" // a sentence of the text set again
	Box        Kind = "box"        // 链接, 小贴士: a text beside the text
	List       Kind = "list"       // an item a line
	Code       Kind = "code"       // keeps its lines and blanks
	Table      Kind = "table"      // a row a line, its cells parted by tabs where the source tells them
	Poem       Kind = "verse"      // keeps its lines; a blank line between stanzas
	Reference  Kind = "reference"  // 参考文献, and each work of them
	Jump       Kind = "jump"       // 下转第8页, where the other part was not found
)

// The further kinds of the front and of what is dropped.
//
//say:words
const (
	Cover       Kind = "cover"
	Toc         Kind = "toc"
	Masthead    Kind = "masthead"
	Notice      Kind = "notice" // 启事: belongs to no article
	Opener      Kind = "opener" // a section's name on a page or a line of its own
	RunningHead Kind = "running-head"
	PageNumber  Kind = "page-number"
)

// A Form says what a paragraph is among paragraphs; the zero value is plain prose.
type Form string

// The forms that are set apart in print.
//
//say:words
const (
	Plain     Form = ""
	Question  Form = "question"
	Answer    Form = "answer"
	Quotation Form = "quotation"
	Item      Form = "item"  // of an enumeration
	Verse     Form = "verse" // keeps its lines
	Book      Form = "book"  // a book notice
)

// Called says what the block is: its form, where it has one, and a heading's level.
func (b *Block) Called() say.Text {
	is := say.Word(b.Kind)
	if b.Form != Plain {
		is = say.Word(b.Form)
	}
	if b.Level > 1 {
		return say.Of("%s %d", is, b.Level)
	}
	return is
}

// At says where a block stands, of the place that [Issue.EachBlock] gives: the
// article or the zone, and what the block is.
func (b *Block) At(place string) say.Text {
	zone, _, _ := strings.Cut(place, " ")
	in := say.Verbatim(zone) // an article
	switch zone {
	case "front":
		in = say.Of("front")
	case "dropped":
		in = say.Of("dropped")
	}
	return say.Of("%s %s", in, b.Called())
}

// A Habit is one trait of the house style that an issue was seen to keep.
type Habit struct {
	Name  string   `json:"name"`  // editor-mark, credit, contents-row, hard-wrap, …
	Value say.Text `json:"value"` // its shape, such as "[编辑：…]"
	Count int      `json:"count"` // how often it was seen
	Lines []int    `json:"lines"` // where, at most a few
}

// A Decision tells why lines were placed as they were. It is what
// "kanyin inspect --why LINE" prints.
type Decision struct {
	Pass   string   // the pass that decided
	Lines  []int    // the lines it is about
	Text   say.Text // what was decided and on which evidence
	Margin float64  // over the runner-up, where there was one
}

// A Correction is what an editor said of the issue and what was done by it.
type Correction struct {
	Lines   []int  `json:"lines"` // in the source, from 1
	Says    string `json:"says"`  // the whole correction, as a sentence
	Editor  string `json:"editor,omitempty"`
	Note    string `json:"note,omitempty"`
	Checked string `json:"checked,omitempty"` // the code of the finding that was put aside
	Text    bool   `json:"text,omitempty"`    // the text was mended
	Picture string `json:"picture,omitempty"` // the file that a caption was given
}

// Corrected tells in how many places an editor put something right, and who did;
// a finding that was put aside changed nothing.
func (iss *Issue) Corrected() (places int, editors []string) {
	for _, c := range iss.Corrections {
		if c.Checked != "" {
			continue
		}
		places++
		if c.Editor != "" && !slices.Contains(editors, c.Editor) {
			editors = append(editors, c.Editor)
		}
	}
	return places, editors
}

// Aside reports whether an editor has looked at what the finding tells of and
// left it as it is.
func (iss *Issue) Aside(f Finding) bool {
	for _, c := range iss.Corrections {
		if c.Checked != f.Code {
			continue
		}
		if len(f.Lines) == 0 {
			return true // it is about the issue as a whole
		}
		for _, n := range f.Lines {
			if n == c.Lines[0] {
				return true
			}
		}
	}
	return false
}
