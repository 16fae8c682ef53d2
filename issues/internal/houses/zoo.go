package houses

import (
	"fmt"
	"strings"

	"kanyin/issues/internal/damage"
	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/source"
)

// Zoo gives every style of issues/internal/damage with its labels, each style
// as often as seeds says.
func Zoo(seeds int) ([]*House, error) {
	var all []*House
	for seed := range seeds {
		for _, s := range damage.Zoo() {
			m, err := damage.Make(s.House, s.Faults, s.Seed+100*uint64(seed))
			if err != nil {
				return nil, err
			}
			h, err := Of(m)
			if err != nil {
				return nil, err
			}
			h.Name = fmt.Sprintf("%s/%d", s.House.Name, seed)
			all = append(all, h)
		}
	}
	return all, nil
}

// Annotated gives the annotated issues of a corpus, as [damage.Annotated] finds
// them, with their labels.
func Annotated(corpus string) ([]*House, error) {
	made, err := damage.Annotated(corpus)
	if err != nil {
		return nil, err
	}
	var all []*House
	for _, m := range made {
		h, err := Of(m)
		if err != nil {
			return nil, err
		}
		all = append(all, h)
	}
	return all, nil
}

// Of labels the lines of a broken or an annotated dump by its truth. Lines whose
// truth leaves two kinds open have the first.
func Of(m *damage.Made) (*House, error) {
	f, err := source.Read(m.Name+".txt", strings.NewReader(m.Text))
	if err != nil {
		return nil, err
	}
	h := &House{Name: m.Name, File: f, Labels: make([]Label, len(f.Lines))}
	for i, a := range m.Truth.Articles {
		h.article(i+1, a)
	}
	h.front(m.Truth)
	for _, b := range m.Truth.Dropped {
		h.tell(b.Lines, Label{Kind: label.Running})
	}
	return h, nil
}

// tell labels lines; the lines of a truth count as editors do, so a number past the end means a form feed more.
func (h *House) tell(lines []int, l Label) {
	l.Known = true
	for _, n := range lines {
		if n >= 1 && n <= len(h.Labels) && strings.TrimSpace(h.File.Lines[n-1]) != "" {
			h.Labels[n-1] = l
		}
	}
}

// article labels an article's blocks, numbers those of its text and keeps what it says.
func (h *House) article(n int, g damage.Gold) {
	a := Article{Section: g.Section, Title: g.Title, Authors: g.Authors}
	body, signed := 0, 0
	for _, b := range g.Blocks {
		k := kindOf(b.Kinds[0])
		l := Label{Kind: k, Article: n}
		switch {
		case k == label.Byline:
			l.Block = signed
			signed++
		case !isHead(k):
			body++
			l.Block = body
			a.Blocks = append(a.Blocks, Block{k, h.text(b.Lines)})
		case k == label.Subtitle:
			a.Subtitle = h.text(b.Lines)
		}
		h.tell(b.Lines, l)
	}
	h.Articles = append(h.Articles, a)
}

func (h *House) text(lines []int) string {
	var b strings.Builder
	for _, n := range lines {
		if n >= 1 && n <= len(h.File.Lines) {
			b.WriteString(strings.TrimSpace(h.File.Lines[n-1]))
		}
	}
	return b.String()
}

// isHead tells the kinds that stand over an article's text.
func isHead(k label.Kind) bool {
	return k == label.Kicker || k == label.Title || k == label.Subtitle
}

// kindOf gives the row's kind for a block's kind of the issue.
func kindOf(k issue.Kind) label.Kind {
	switch k {
	case issue.Title:
		return label.Title
	case issue.Kicker:
		return label.Kicker
	case issue.Subtitle, issue.Dateline: // a date under the title stands where a subtitle stands
		return label.Subtitle
	case issue.Byline:
		return label.Byline
	case issue.Heading:
		return label.Heading
	case issue.Caption, issue.Credit: // who took the photograph stands with its caption
		return label.Caption
	case issue.Affiliation, issue.Role:
		return label.Affiliation
	case issue.SourceNote:
		return label.Source
	case issue.Editor:
		return label.Editor
	case issue.Note:
		return label.Note
	case issue.Prompt:
		return label.Notice
	case issue.Data:
		return label.Table
	case issue.Cover:
		return label.Cover
	case issue.Masthead:
		return label.Colophon
	case issue.Toc:
		return label.Contents
	case issue.RunningHead, issue.PageNumber:
		return label.Running
	}
	return label.Paragraph
}
