// Package figures tells where in an issue its pictures stand: before their
// captions, which are found by nearness on the page or by an editor's word, or
// after the text that they interrupt.
package figures

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
	"kanyin/issues/say"
	"kanyin/issues/source"
)

// Place puts every picture of the file into the issue, a block each. Those
// that have no caption are findings. The error is an editor's picture whose
// caption is not there.
func Place(iss *issue.Issue, f *source.File) error {
	pictures := sound(iss, f.Pictures)
	if len(pictures) == 0 {
		return nil
	}
	p := &placer{iss: iss, file: f, pictures: pictures, at: make([]spot, len(pictures))}
	p.index()
	if err := p.byWord(); err != nil {
		return err
	}
	p.byNearness()
	p.byMark()
	p.byFollowing()
	p.besideOthers()
	p.byOrder()
	p.insert()
	return nil
}

// A spot is a place in an issue: a picture goes before the block. Article -1 is
// the front.
type spot struct {
	found          bool
	article, block int
	captioned      bool
}

type placer struct {
	iss      *issue.Issue
	file     *source.File
	pictures []source.Picture
	at       []spot       // of every picture
	lines    map[int]spot // of every line that stands in an article or in the front
	captions []caption
}

// A caption is one that has no picture yet.
type caption struct {
	spot
	page int
	box  box
	used bool
}

// index notes where the lines stand, and the captions with their boxes.
func (p *placer) index() {
	p.lines = map[int]spot{}
	for a := range p.iss.Articles {
		for b := range p.iss.Articles[a].Blocks {
			k := &p.iss.Articles[a].Blocks[b]
			s := spot{found: true, article: a, block: b, captioned: true}
			for _, n := range k.Lines {
				p.lines[n] = s
			}
			if k.Kind == issue.Caption {
				c := caption{spot: s}
				c.page, c.box = p.boxOf(k.Lines)
				p.captions = append(p.captions, c)
			}
		}
	}
	for b := range p.iss.Front {
		for _, n := range p.iss.Front[b].Lines {
			p.lines[n] = spot{found: true, article: -1, block: b}
		}
	}
}

// boxOf gives the box around lines, on the page of the first of them.
func (p *placer) boxOf(lines []int) (page int, all box) {
	for _, n := range lines {
		if n > len(p.file.Facts) {
			return 0, box{}
		}
		f := p.file.Facts[n-1]
		b := box{f.X0, f.Y0, f.X1, f.Y1}
		switch {
		case page == 0:
			page, all = f.Page, b
		case page == f.Page:
			all = all.with(b)
		}
	}
	return page, all
}

// byWord places the pictures whose captions an editor named.
func (p *placer) byWord() error {
	for i, pic := range p.pictures {
		for c := range p.captions {
			k := &p.captions[c]
			b := p.iss.Articles[k.article].Blocks[k.block]
			if !k.used && b.Picture != "" && b.Picture == pic.File {
				k.used, p.at[i] = true, k.spot
			}
		}
		if pic.Caption == "" || p.at[i].found {
			continue
		}
		s, ok := p.beginning(pic.Caption)
		if !ok {
			return say.Errorf("the picture %s belongs to a caption that begins with %q, and nothing in the issue does", pic.File, pic.Caption)
		}
		p.at[i] = s
	}
	return nil
}

// beginning finds the block that begins with the words, a caption if one does.
func (p *placer) beginning(words string) (spot, bool) {
	want := strings.TrimLeft(normal.Key(words), marks)
	for c := range p.captions {
		k := &p.captions[c]
		if !k.used && p.begins(k.spot, want) {
			k.used = true
			return k.spot, true
		}
	}
	for a := range p.iss.Articles {
		for b := range p.iss.Articles[a].Blocks {
			if s := (spot{found: true, article: a, block: b, captioned: true}); !opens(p.iss.Articles[a].Blocks[b].Kind) && p.begins(s, want) {
				return s, true
			}
		}
	}
	return spot{}, false
}

// marks may stand before a caption; no editor copies them.
const marks = "▲△▼▽◆◇■□●○▶◀→←↑↓*"

func (p *placer) begins(s spot, want string) bool {
	text := strings.TrimLeft(normal.Key(p.iss.Articles[s.article].Blocks[s.block].Text), marks)
	return want != "" && strings.HasPrefix(text, want)
}

// byNearness gives each picture the nearest caption of its page, and each
// caption one picture.
func (p *placer) byNearness() {
	type pair struct {
		far     float32
		picture int
		caption int
	}
	var pairs []pair
	for i, pic := range p.pictures {
		if p.at[i].found || pic.Page == 0 {
			continue
		}
		for c, k := range p.captions {
			if far, ok := apart(boxOf(pic), k.box); ok && !k.used && k.page == pic.Page {
				pairs = append(pairs, pair{far, i, c})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(a.far, b.far) })
	for _, k := range pairs {
		if c := &p.captions[k.caption]; !c.used && !p.at[k.picture].found {
			c.used, p.at[k.picture] = true, c.spot
		}
	}
}

// byFollowing gives a picture of a manuscript, which has no pages, the caption
// that comes next, or the one that it stands behind.
func (p *placer) byFollowing() {
	for i, pic := range p.pictures {
		if p.at[i].found || pic.Page > 0 {
			continue
		}
		next := pic.After + 1
		for next <= len(p.file.Lines) && strings.TrimSpace(p.file.Lines[next-1]) == "" {
			next++
		}
		for _, n := range []int{next, pic.After} {
			for c := range p.captions {
				k := &p.captions[c]
				if s, ok := p.lines[n]; ok && !k.used && !p.at[i].found && s == k.spot {
					k.used, p.at[i] = true, k.spot
				}
			}
		}
	}
}

// besideOthers places pictures that share a caption with one that touches them.
func (p *placer) besideOthers() {
	for grown := true; grown; {
		grown = false
		for i, pic := range p.pictures {
			for j, other := range p.pictures {
				if !p.at[i].found && p.at[j].found && pic.Page > 0 && pic.Page == other.Page && boxOf(pic).touches(boxOf(other)) {
					p.at[i], grown = p.at[j], true
				}
			}
		}
	}
}

// byOrder places the rest behind the text that stands before them, on their
// page if there is any.
func (p *placer) byOrder() {
	for i, pic := range p.pictures {
		if !p.at[i].found {
			p.at[i] = p.after(pic)
			p.tell(pic)
		}
	}
}

func (p *placer) after(pic source.Picture) spot {
	best := 0
	for n := pic.After; n > 0 && best == 0; n-- {
		if p.lines[n].found && p.page(n) == pic.Page {
			best = n
		}
	}
	for n := pic.After + 1; n <= len(p.file.Lines) && best == 0 && p.page(n) <= pic.Page; n++ {
		if p.lines[n].found && p.page(n) == pic.Page {
			best = n
		}
	}
	for n := pic.After; n > 0 && best == 0; n-- {
		if p.lines[n].found {
			best = n
		}
	}
	s := p.lines[best]
	switch {
	case best == 0:
		return spot{found: true, article: -1}
	case best <= pic.After || s.article < 0:
		s.block++
	}
	s.captioned = false
	if s.article >= 0 {
		for s.block < len(p.iss.Articles[s.article].Blocks) && opens(p.iss.Articles[s.article].Blocks[s.block].Kind) {
			s.block++
		}
	}
	return s
}

// opens tells of the blocks that introduce an article, or go on with the one before.
func opens(k issue.Kind) bool {
	switch k {
	case issue.Title, issue.Kicker, issue.Subtitle, issue.Byline, issue.Role, issue.Dateline, issue.Credit:
		return true
	}
	return false
}

// page gives the page of a line; all are one page where the file knows none.
func (p *placer) page(n int) int {
	if n > len(p.file.Facts) {
		return 0
	}
	return p.file.Facts[n-1].Page
}

func (p *placer) tell(pic source.Picture) {
	found := issue.Finding{
		Code: "picture-without-caption", Severity: issue.Info, Confidence: 1, Values: []string{pic.Name},
		Message: say.Of("a picture has no caption; it stands after the text that it interrupts"),
	}
	if pic.Page > 0 {
		found.Page = fmt.Sprint(pic.Page)
	}
	if n := max(pic.After, 1); n <= len(p.file.Lines) {
		found.Lines = []int{n}
	}
	p.iss.Findings = append(p.iss.Findings, found)
}

// insert puts the blocks in, the last first, so that no place moves.
func (p *placer) insert() {
	order := make([]int, len(p.at))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(p.at[b].article, p.at[a].article), cmp.Compare(p.at[b].block, p.at[a].block), cmp.Compare(b, a))
	})
	for _, i := range order {
		b := issue.Block{Kind: issue.Figure, Lines: []int{}, Picture: p.pictures[i].Name}
		if s := p.at[i]; s.article < 0 {
			p.iss.Front = slices.Insert(p.iss.Front, s.block, b)
		} else {
			a := &p.iss.Articles[s.article]
			a.Blocks = slices.Insert(a.Blocks, s.block, b)
		}
	}
	for _, pic := range p.pictures {
		p.iss.Pictures = append(p.iss.Pictures, pictureOf(pic))
	}
}
