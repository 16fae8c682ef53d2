package correct

import (
	"slices"

	"kanyin/issues/issue"
	"kanyin/issues/say"
)

// setBegins lets an article begin with the line, or not.
func (s *settler) setBegins(k *fitted) say.Text {
	at, ok := s.locate(k.line)
	if !ok {
		return say.Of("its line is blank")
	}
	if *k.Begins {
		return s.begin(at, k)
	}
	return s.goOn(at)
}

// begin parts the article in front of the line.
func (s *settler) begin(at spot, k *fitted) say.Text {
	at = s.alone(at, k.line)
	if at.article < 0 {
		at = s.rehouse(at, 0)
		if at.article < 0 {
			b := s.take(at)
			s.iss.Articles = []issue.Article{{ID: "new", Blocks: []issue.Block{b}}}
			at = spot{0, 0}
		}
	}
	a := &s.iss.Articles[at.article]
	if first := s.first(at.article); first == at.block {
		return s.entitle(at, k)
	}
	next := issue.Article{ID: a.ID + "+", Section: a.Section, Subsection: a.Subsection, Blocks: slices.Clone(a.Blocks[at.block:])}
	a.Blocks = slices.Clip(a.Blocks[:at.block])
	s.iss.Articles = slices.Insert(s.iss.Articles, at.article+1, next)
	s.retitle(at.article, issue.Title, issue.Subtitle, issue.Kicker)
	s.retitle(at.article+1, issue.Subtitle, issue.Byline)
	return s.entitle(spot{at.article + 1, 0}, k)
}

// entitle makes the block a title, unless it is one of an opening already.
func (s *settler) entitle(at spot, k *fitted) say.Text {
	b := s.block(at)
	if b.Kind == issue.Title || b.Kind == issue.Kicker {
		return say.Text{}
	}
	b.Kind, b.Form, b.Level, b.Lead, b.Why = issue.Title, "", 0, "", reasonOf(k)
	s.retitle(at.article, issue.Title)
	return say.Text{}
}

// first gives the first block of the article that is not about a picture.
func (s *settler) first(article int) int {
	for i, b := range s.iss.Articles[article].Blocks {
		if !aside(b.Kind) {
			return i
		}
	}
	return 0
}

// goOn makes the article that begins at the line a part of the one before it;
// its title is a heading there.
func (s *settler) goOn(at spot) say.Text {
	if at.article < 0 {
		return say.Text{}
	}
	begins := false
	for i := 0; i <= at.block; i++ {
		begins = i == at.block || opening(s.iss.Articles[at.article].Blocks[i].Kind)
		if !begins {
			return say.Text{} // it stands inside an article already
		}
	}
	if at.article == 0 {
		return say.Of("no article stands before it")
	}
	a, b := &s.iss.Articles[at.article-1], s.iss.Articles[at.article]
	for i := range b.Blocks {
		switch k := &b.Blocks[i]; {
		case k.Kind == issue.Title && k.Lines[0] == s.block(at).Lines[0] || k.Kind == issue.Title || k.Kind == issue.Kicker || k.Kind == issue.Subtitle:
			k.Kind, k.Level, k.Why = issue.Heading, 1, say.Of("the editor says that no article begins here")
		}
	}
	a.Blocks = append(a.Blocks, b.Blocks...)
	for i := range s.iss.Toc {
		for n, id := range s.iss.Toc[i].Articles {
			if id == b.ID {
				s.iss.Toc[i].Articles[n] = a.ID
			}
		}
		s.iss.Toc[i].Articles = slices.Compact(s.iss.Toc[i].Articles)
	}
	s.iss.Articles = slices.Delete(s.iss.Articles, at.article, at.article+1)
	return say.Text{}
}

// setEnds ends the block with the line.
func (s *settler) setEnds(k *fitted) say.Text {
	at, ok := s.locate(k.line)
	if !ok {
		return say.Of("its line is blank")
	}
	b := s.block(at)
	if i := slices.Index(b.Lines, k.line); i+1 < len(b.Lines) {
		s.cut(at, b.Lines[i+1])
	}
	return say.Text{}
}

// setAfter lets the line go on after the other. Inside one article, its block
// moves there; from another article all text comes with it that follows, and
// what it takes the place of goes where it stood, as ends that were exchanged.
// The two are one paragraph where the first breaks off.
func (s *settler) setAfter(k *fitted) say.Text {
	to, ok := s.locate(k.other)
	from, found := s.locate(k.line)
	if !ok || !found {
		return say.Of("its line is blank")
	}
	if to.article < 0 {
		return say.Of("the line before it stands in no article")
	}
	if k.line == k.other {
		return say.Of("a line does not follow itself")
	}
	if b := s.block(to); from == to {
		i := slices.Index(b.Lines, k.other)
		if i+1 < len(b.Lines) && b.Lines[i+1] == k.line {
			s.decided(k.other, k.line)
			return say.Text{}
		}
	}
	s.endAt(k.other)
	from, _ = s.locate(k.line)
	from = s.cut(from, k.line)
	to, _ = s.locate(k.other)
	if opening(s.block(from).Kind) && s.block(from).Kind != s.block(to).Kind {
		return say.Of("an article begins with it; say first that none does")
	}
	if from.article < 0 || from.article == to.article {
		s.moveBehind(from, k.other)
	} else {
		s.exchange(from, to)
	}
	s.weld(k.other, k.line)
	s.decided(k.other, k.line)
	return say.Text{}
}

// decided takes away the findings that the editor has answered: what is said to
// go on here was moved, or could have been.
func (s *settler) decided(line, next int) {
	s.iss.Findings = slices.DeleteFunc(s.iss.Findings, func(f issue.Finding) bool {
		switch f.Code {
		case "seam-moved":
			return f.Lines[0] == next
		case "seam-uncertain":
			return f.Lines[0] == line || slices.Contains(f.Lines, line) && slices.Contains(f.Lines, next)
		}
		return false
	})
}

// endAt parts the line's block behind the line.
func (s *settler) endAt(line int) {
	at, _ := s.locate(line)
	b := s.block(at)
	if i := slices.Index(b.Lines, line); i+1 < len(b.Lines) {
		s.cut(at, b.Lines[i+1])
	}
}

// moveBehind puts the block behind that of the line.
func (s *settler) moveBehind(from spot, line int) {
	b := s.take(from)
	if from.article >= 0 {
		s.heal(from)
	}
	to, _ := s.locate(line)
	if from.article < 0 {
		b.Kind, b.Why = s.block(to).Kind, say.Of("the editor says that it goes on here")
	}
	s.insert(spot{to.article, to.block + 1}, b)
}

// exchange exchanges what stands behind to with what begins at from.
func (s *settler) exchange(from, to spot) {
	x, y := s.zone(to.article), s.zone(from.article)
	behind := to.block + 1
	for behind < len(*x) && aside((*x)[behind].Kind) {
		behind++ // pictures stay where they stand
	}
	tail, head := slices.Clone((*x)[behind:]), slices.Clone((*y)[from.block:])
	*x = append(slices.Clip((*x)[:behind]), head...)
	*y = append(slices.Clip((*y)[:from.block]), tail...)
	if from.block > 0 && from.block < len(*y) {
		s.heal(from) // what lost its end may have found another
	}
}

// weld makes one block of the two lines' blocks, where the first breaks off and
// only pictures stand between.
func (s *settler) weld(line, next int) {
	to, _ := s.locate(line)
	from, _ := s.locate(next)
	a, b := s.block(to), s.block(from)
	if from == to || from.article != to.article || a.Kind != b.Kind || from.block < to.block {
		return
	}
	for i := to.block + 1; i < from.block; i++ {
		if !aside((*s.zone(to.article))[i].Kind) {
			return
		}
	}
	*a = join(*a, *b)
	a.Why = say.Of("the editor says what goes on here")
	s.take(from)
}
