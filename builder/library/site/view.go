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
	Kind   string // text, qna, items, quotation, verse, data, plate
	Blocks []block
}

// A block is one as a page shows it.
type block struct {
	ID    string // b12, to link to
	Kind  string // the block's kind, or a paragraph's form
	Level int    // of a heading's element: 2 to 6
	Lead  string
	Text  string // without the lead
}

// view arranges an article's blocks for a page. Every block stands in it
// once; the blocks before the text that introduce it are the opening.
func view(a *issue.Article) (opening, []group) {
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
		if n := len(groups); n == 0 || groups[n-1].Kind != kind || b.Kind == issue.Caption {
			groups = append(groups, group{Kind: kind})
		}
		g := &groups[len(groups)-1]
		g.Blocks = append(g.Blocks, blockOf(b, i))
	}
	return o, groups
}

func groupOf(b *issue.Block) string {
	switch {
	case b.Kind == issue.Caption || b.Kind == issue.Credit:
		return "plate"
	case b.Kind == issue.Data:
		return "data"
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
	v := block{ID: "b" + itoa(i+1), Kind: string(b.Kind), Text: b.Text}
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
