// Package gloss finds the places in an issue of the emphasis dots and the
// readings that its manuscripts set beside characters of their lines.
//
// Reading a line changes its widths and spaces and may join it to others, cut it
// or correct it, so a place is looked for by the letters around it.
package gloss

import (
	"slices"
	"unicode"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
	"kanyin/issues/say"
	"kanyin/issues/source"
)

// Place gives the issue's blocks the glosses of the file. One whose characters
// stand in no block any more is a finding.
func Place(iss *issue.Issue, f *source.File) {
	if len(f.Glosses) == 0 {
		return
	}
	p := placing{file: f, of: map[int][]int{}, placed: make([]bool, len(f.Glosses))}
	for i, g := range f.Glosses {
		p.of[g.Line] = append(p.of[g.Line], i)
	}
	for i := range iss.Articles {
		p.blocks(iss.Articles[i].Blocks)
	}
	p.blocks(iss.Front)
	p.dropped(iss.Dropped)
	for i, g := range f.Glosses {
		if p.placed[i] {
			continue
		}
		iss.Findings = append(iss.Findings, issue.Finding{
			Code: "marks-lost", Severity: issue.Warning, Lines: []int{g.Line}, Confidence: 1, Values: []string{base(f, g)},
			Message: say.Of("a reading or emphasis dots were lost: their characters stand in no text"),
		})
	}
}

// base gives the characters that a gloss stands beside.
func base(f *source.File, g source.Gloss) string {
	line := []rune(f.Lines[g.Line-1])
	return string(line[min(g.From, len(line)):min(g.To, len(line))])
}

type placing struct {
	file   *source.File
	of     map[int][]int // the glosses of a line
	placed []bool
}

func (p *placing) blocks(blocks []issue.Block) {
	for i := range blocks {
		b := &blocks[i]
		if slices.ContainsFunc(b.Lines, func(n int) bool { return len(p.of[n]) > 0 }) {
			p.block(b)
		}
	}
}

// dropped takes note of what is not printed: its glosses are not missed.
func (p *placing) dropped(blocks []issue.Block) {
	for _, b := range blocks {
		for _, n := range b.Lines {
			for _, i := range p.of[n] {
				p.placed[i] = true
			}
		}
	}
}

func (p *placing) block(b *issue.Block) {
	text, at := letters(b.Text), 0
	for _, n := range b.Lines {
		line := letters(p.file.Lines[n-1])
		to, next := match(line, text, at)
		at = next
		for _, i := range p.of[n] {
			g := p.file.Glosses[i]
			from, past := reach(line, text, to, g)
			if past == 0 || p.placed[i] {
				continue
			}
			p.placed[i] = true
			b.Glosses = append(b.Glosses, issue.Gloss{From: from, To: past, Reading: g.Reading})
		}
	}
	slices.SortStableFunc(b.Glosses, func(x, y issue.Gloss) int { return x.From - y.From })
}

// reach gives the runes of a text that the letters of a gloss were matched with;
// past is 0 where one of a reading's, or all of the dots', were not.
func reach(line, text []letter, to []int, g source.Gloss) (from, past int) {
	for k, l := range line {
		switch {
		case l.at < g.From || l.at >= g.To:
		case to[k] >= 0 && past == 0:
			from, past = text[to[k]].at, text[to[k]].at+1
		case to[k] >= 0:
			past = text[to[k]].at + 1
		case g.Reading != "":
			return 0, 0
		}
	}
	return from, past
}

// A letter is one that counts, in the form that texts are compared by, and the
// rune that it is of its text.
type letter struct {
	r  rune
	at int
}

func letters(s string) []letter {
	var all []letter
	at := 0
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			if form := []rune(normal.Forms(string(r))); len(form) > 0 {
				r = form[0]
			}
			if r >= 0xFF01 && r <= 0xFF5E { // full width
				r -= 0xFEE0
			}
			all = append(all, letter{unicode.ToLower(r), at})
		}
		at++
	}
	return all
}

// certain is how many letters in a row say that a place was found again: two of
// one line hardly follow each other again so near.
const certain = 2

// match gives the letter of the text, from one on, that each letter of a line
// became, -1 for those that it lacks, and where the next line goes on.
func match(line, text []letter, from int) (to []int, next int) {
	to = make([]int, len(line))
	for k := range to {
		to[k] = -1
	}
	next = from
	for i, j := 0, from; i < len(line) && j < len(text); {
		if line[i].r != text[j].r {
			di, dj := resume(line[i:], text[j:])
			if di+dj == 0 {
				break
			}
			i, j = i+di, j+dj
			continue
		}
		to[i] = j
		i, j = i+1, j+1
		next = j
	}
	return to, next
}

// resume says how many letters to pass over in a line and in a text until they
// agree again: as few as can be. None are where they never do.
func resume(line, text []letter) (di, dj int) {
	agree := func(a, b []letter) bool {
		n := min(certain, len(a), len(b))
		for k := range n {
			if a[k].r != b[k].r {
				return false
			}
		}
		return n > 0
	}
	for d := 1; d < len(line) || d < len(text); d++ {
		for k := 0; k <= min(d, certain); k++ {
			if d < len(line) && k < len(text) && agree(line[d:], text[k:]) {
				return d, k
			}
			if d < len(text) && k < len(line) && agree(line[k:], text[d:]) {
				return k, d
			}
		}
	}
	return 0, 0
}
