package settle

import (
	"slices"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
	"kanyin/issues/say"
)

// balance mends an issue whose ledger does not balance, and says so: a line that
// stands twice stays where it stood first, and one that stands nowhere becomes
// a paragraph of the article that has the line before it. That is a fault of
// ours; it shall not cost the reader his issue.
func balance(iss *issue.Issue) {
	if iss.Ledger() == nil {
		return
	}
	b := balancing{iss: iss, where: make([]*[]issue.Block, len(iss.Source.Lines)+1)}
	for i := range iss.Articles {
		b.once(&iss.Articles[i].Blocks)
	}
	b.once(&iss.Front)
	b.once(&iss.Dropped)
	b.place()
}

type balancing struct {
	iss   *issue.Issue
	where []*[]issue.Block // by line: the blocks that it stands in
}

// once takes out of the blocks every line that stands somewhere already.
func (b *balancing) once(blocks *[]issue.Block) {
	kept := (*blocks)[:0]
	for _, k := range *blocks {
		var lines, taken []int
		for _, n := range k.Lines {
			switch {
			case !b.printed(n):
			case b.where[n] != nil:
				taken = append(taken, n)
			default:
				lines = append(lines, n)
				b.where[n] = blocks
			}
		}
		if len(taken) > 0 {
			b.say(issue.Finding{Code: "line-twice", Lines: taken, Message: say.Of("a line was read into two places; it was left in the first")})
		}
		if len(lines) == 0 {
			continue
		}
		if len(lines) < len(k.Lines) {
			k.Lines, k.Text, k.Lead = lines, b.text(lines), ""
		}
		kept = append(kept, k)
	}
	*blocks = kept
}

// printed reports whether there is a line n that is not blank.
func (b *balancing) printed(n int) bool {
	return n > 0 && n < len(b.where) && strings.TrimSpace(b.iss.Source.Line(n)) != ""
}

// place gives every line that stands nowhere a place behind the line before it.
func (b *balancing) place() {
	home := &b.iss.Front
	if len(b.iss.Articles) > 0 {
		home = &b.iss.Articles[0].Blocks
	}
	last := 0 // the line before, where it stands
	for n := range b.where {
		if !b.printed(n) {
			continue
		}
		if b.where[n] == nil {
			b.say(issue.Finding{Code: "line-lost", Lines: []int{n}, Message: say.Of("a line was read into no place; it stands as a paragraph behind the line before it")})
			at := 1 + slices.IndexFunc(*home, func(k issue.Block) bool { return slices.Contains(k.Lines, last) })
			*home = slices.Insert(*home, at, issue.Block{Kind: issue.Paragraph, Lines: []int{n}, Text: b.text([]int{n}), Why: say.Of("no pass placed it")})
			b.where[n] = home
		}
		if b.where[n] != &b.iss.Dropped {
			home, last = b.where[n], n
		}
	}
}

func (b *balancing) text(lines []int) string {
	var s strings.Builder
	before := ""
	for _, n := range lines {
		t := normal.Text(b.iss.Source.Line(n))
		s.WriteString(normal.Join(before, t) + t)
		before = t
	}
	return s.String()
}

func (b *balancing) say(f issue.Finding) {
	f.Severity, f.Confidence = issue.Warning, 1
	b.iss.Findings = append(b.iss.Findings, f)
}
