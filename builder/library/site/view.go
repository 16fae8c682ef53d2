package site

import (
	"strings"

	"kanyin/issues/issue"
)

// An opening is what stands over an article's text.
type opening struct {
	Kicker, Title, Subtitle string
	Lines                   []block // bylines, offices, datelines
}

// A group is neighbouring blocks that share an element.
type group struct {
	Kind   string // text, qna, items, quotation, verse, data, rows, abstract, plate
	Blocks []block
}

// A block is one as a page shows it.
type block struct {
	ID    string // b12, to link to
	Kind  string // the block's kind, or a paragraph's form
	Level int    // of a heading's element: 2 to 6
	Lead  string
	Text  string // without the lead

	Rows    [][]string // of a table
	Head    bool       // the first of Rows names the columns
	Stanza  bool       // a stanza begins here
	Picture *picture   // of a figure
}

// A picture is an image of the issue as a page shows it.
type picture struct {
	File          string
	Width, Height int
	Alt           string
}

// picturesDir is the folder in an issue's that holds its pictures.
const picturesDir = "pictures/"

// view arranges an article's blocks for a page. Every block stands in it
// once; the blocks before the text that introduce it are the opening.
func view(iss *issue.Issue, a *issue.Article) (opening, []group) {
	o := opening{Title: a.Title, Kicker: a.Kicker, Subtitle: a.Subtitle}
	rest := 0
	for ; rest < len(a.Blocks); rest++ {
		b := &a.Blocks[rest]
		switch b.Kind {
		case issue.Title, issue.Kicker, issue.Subtitle:
			continue // the article has them in one piece
		case issue.Byline, issue.Role, issue.Dateline:
			o.Lines = append(o.Lines, blockOf(b, rest))
			continue
		}
		break
	}
	var groups []group
	for i := rest; i < len(a.Blocks); i++ {
		b := &a.Blocks[i]
		kind := groupOf(b)
		if n := len(groups); n == 0 || groups[n-1].Kind != kind || begins(groups[n-1], b) {
			groups = append(groups, group{Kind: kind})
		}
		g := &groups[len(groups)-1]
		v := blockOf(b, i)
		if b.Kind == issue.Figure {
			v.Picture = pictureOf(iss, a, i)
		}
		g.Blocks = append(g.Blocks, v)
	}
	return o, groups
}

// begins says whether a block begins a plate of its own after another plate: a
// caption goes with the pictures before it, and a credit with all.
func begins(last group, b *issue.Block) bool {
	pictured := last.Blocks[len(last.Blocks)-1].Picture != nil
	return b.Kind == issue.Caption && !pictured || b.Kind == issue.Figure && !pictured
}

// pictureOf gives a figure's picture. What it shows is what its document says,
// or else the caption that follows.
func pictureOf(iss *issue.Issue, a *issue.Article, i int) *picture {
	p, ok := iss.Picture(a.Blocks[i].Picture)
	if !ok {
		return nil
	}
	alt := p.Alt
	for j := i + 1; alt == "" && j < len(a.Blocks); j++ {
		if a.Blocks[j].Kind == issue.Caption {
			alt = a.Blocks[j].Text
		}
		if a.Blocks[j].Kind != issue.Figure {
			break
		}
	}
	return &picture{picturesDir + p.Name, p.Width, p.Height, alt}
}

func groupOf(b *issue.Block) string {
	switch {
	case b.Kind == issue.Figure || b.Kind == issue.Caption || b.Kind == issue.Credit:
		return "plate"
	case len(b.Rows) > 0:
		return "rows"
	case b.Kind == issue.Data:
		return "data"
	case b.Kind == issue.Poem:
		return "verse"
	case b.Kind == issue.Abstract:
		return "abstract"
	case b.Kind != issue.Paragraph:
		return "text"
	}
	switch b.Form {
	case issue.Question, issue.Answer:
		return "qna"
	case issue.Item:
		return "items"
	case issue.Quotation, issue.Verse:
		return string(b.Form)
	}
	return "text"
}

func blockOf(b *issue.Block, i int) block {
	v := block{ID: "b" + itoa(i+1), Kind: string(b.Kind), Text: b.Text, Rows: b.Rows, Head: b.Head, Stanza: b.Stanza}
	if b.Kind == issue.Paragraph {
		v.Kind = string(b.Form)
	}
	if b.Kind == issue.Heading || b.Kind == issue.Title { // a title that stands inside
		v.Kind, v.Level = "heading", min(max(b.Level, 1)+1, 6)
	}
	if rest, ok := strings.CutPrefix(b.Text, b.Lead); ok {
		v.Lead, v.Text = b.Lead, rest
	}
	return v
}
