package correct

import (
	"slices"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/say"
)

// setArticle puts the line's block into another article, or to another place.
func (s *settler) setArticle(k *fitted) say.Text {
	from, ok := s.locate(k.line)
	if !ok {
		return say.Of("its line is blank")
	}
	line := k.stand
	if line == 0 {
		line = k.other
	}
	to, ok := s.locate(line)
	if !ok || to.article < 0 {
		return say.Of("the line that it should stand with is in no article")
	}
	if k.Article != nil && k.stand != 0 {
		if other, ok := s.locate(k.other); !ok || other.article != to.article {
			return say.Of("the line that it should stand behind is in another article")
		}
	}
	if from.article == to.article && k.stand == 0 {
		return say.Text{} // it is there already
	}
	from = s.alone(from, k.line)
	if s.block(from).Lines[0] == line || from == to {
		return say.Of("a block does not stand behind itself")
	}
	was := from.article
	b := s.take(from)
	if was >= 0 {
		s.heal(from)
	} else {
		b.Kind, _, _ = kindOf("paragraph")
	}
	b.Why = say.Of("the editor says that it belongs here")
	to, _ = s.locate(line)
	if k.stand != 0 {
		if rest := s.block(to); rest.Lines[len(rest.Lines)-1] != k.stand {
			s.endAt(k.stand)
		}
		s.insert(spot{to.article, to.block + 1}, b)
	} else {
		s.insert(spot{to.article, s.bySource(to.article, b.Lines[0])}, b)
	}
	return say.Text{}
}

// bySource gives the place among the article's blocks for what stands in that
// line: behind its opening, before its end, in source order.
func (s *settler) bySource(article, line int) int {
	blocks := s.iss.Articles[article].Blocks
	i := 0
	for i < len(blocks) && (opening(blocks[i].Kind) || aside(blocks[i].Kind)) && i <= s.lastOpening(article) {
		i++
	}
	for i < len(blocks) && s.before(blocks[i].Lines[0], line) && !closing(blocks[i].Kind) {
		i++
	}
	return i
}

func (s *settler) lastOpening(article int) int {
	last := -1
	for i, b := range s.iss.Articles[article].Blocks {
		if opening(b.Kind) {
			last = i
			continue
		}
		if !aside(b.Kind) {
			break
		}
	}
	return last
}

// setFields gives the article what it is called.
func (s *settler) setFields(k *fitted) say.Text {
	at, ok := s.locate(k.line)
	if !ok || at.article < 0 {
		return say.Of("its line stands in no article")
	}
	a := &s.iss.Articles[at.article]
	if k.Title != nil {
		a.Title = *k.Title
		s.reword(a, issue.Title, *k.Title)
	}
	if k.Subtitle != nil {
		a.Subtitle = *k.Subtitle
		s.reword(a, issue.Subtitle, *k.Subtitle)
	}
	if k.Authors != nil {
		a.Authors = *k.Authors
		s.reword(a, issue.Byline, strings.Join(*k.Authors, "　"))
	}
	if k.Section != nil {
		a.Section = *k.Section
	}
	if k.Subsection != nil {
		a.Subsection = *k.Subsection
	}
	if k.Page != nil {
		a.Page = *k.Page
	}
	return say.Text{}
}

// reword gives the blocks of that kind the text: they are one block then, which
// keeps the lines of all. Where nothing is to be printed they are dropped.
func (s *settler) reword(a *issue.Article, kind issue.Kind, text string) {
	first := -1
	for i := 0; i < len(a.Blocks); i++ {
		b := &a.Blocks[i]
		if b.Kind != kind {
			continue
		}
		if text == "" {
			gone := *b
			gone.Kind, gone.Why = issue.RunningHead, say.Of("the editor says that the article has none")
			s.iss.Dropped = append(s.iss.Dropped, gone)
			a.Blocks = slices.Delete(a.Blocks, i, i+1)
			i--
			continue
		}
		if first < 0 {
			first = i
			b.Text, b.Why = text, say.Of("given by the editor")
			continue
		}
		a.Blocks[first].Lines = append(slices.Clone(a.Blocks[first].Lines), b.Lines...)
		a.Blocks = slices.Delete(a.Blocks, i, i+1)
		i--
	}
}

// setEntry ties a row of the contents to the article that begins at the line.
func (s *settler) setEntry(k *fitted) say.Text {
	at, ok := s.locate(k.other)
	if !ok || at.article < 0 {
		return say.Of("no article stands there")
	}
	a := &s.iss.Articles[at.article]
	var entry *issue.Entry
	for i := range s.iss.Toc {
		e := &s.iss.Toc[i]
		if slices.Contains(e.Lines, k.line) {
			entry = e
		}
	}
	if entry == nil {
		return say.Of("the line is no row of the contents")
	}
	for i := range s.iss.Toc {
		e := &s.iss.Toc[i]
		if e != entry {
			e.Articles = slices.DeleteFunc(slices.Clone(e.Articles), func(id string) bool { return id == a.ID })
		}
	}
	if !slices.Contains(entry.Articles, a.ID) {
		entry.Articles = append(entry.Articles, a.ID)
	}
	a.Section, a.Subsection, a.Page = entry.Section, entry.Subsection, entry.Page
	return say.Text{}
}

// setPicture gives a caption its picture.
func (s *settler) setPicture(k *fitted) say.Text {
	at, ok := s.locate(k.line)
	if !ok || at.article < 0 {
		return say.Of("its line stands in no article")
	}
	s.block(at).Picture = k.Picture
	return say.Text{}
}

// setOrder puts the article behind another, or before all.
func (s *settler) setOrder(k *fitted) say.Text {
	at, ok := s.locate(k.line)
	if !ok || at.article < 0 {
		return say.Of("its line stands in no article")
	}
	to := spot{-1, 0}
	if !k.First {
		if to, ok = s.locate(k.other); !ok || to.article < 0 {
			return say.Of("no article stands there")
		}
	}
	if at.article == to.article {
		return say.Of("an article does not follow itself")
	}
	a := s.iss.Articles[at.article]
	list := slices.Delete(slices.Clone(s.iss.Articles), at.article, at.article+1)
	behind := to.article + 1
	if at.article < to.article {
		behind--
	}
	s.iss.Articles = slices.Insert(list, behind, a)
	return say.Text{}
}
