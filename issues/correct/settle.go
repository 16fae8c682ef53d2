package correct

import (
	"fmt"
	"slices"

	"kanyin/issues/issue"
	"kanyin/issues/say"
)

// Settle sees that every correction holds in the issue that was read: what the
// reader could be told holds already and is left alone, the rest is set. The
// source in the issue becomes the one that came; what was done is a decision of
// its lines and a record of the issue. It gives a finding for what could not be
// set, and none is set halfway: the ledger stays whole.
//
// The order is: what lines are, where articles begin, what goes on after what,
// what belongs where, what an article is called, what the contents announce,
// and last the order of the articles.
func (fit *Fitted) Settle(iss *issue.Issue) []issue.Finding {
	s := &settler{iss: iss, lines: fit.Mended().Lines, of: fit.cut}
	var found []issue.Finding
	for _, group := range []string{"text", "kind", "begins", "ends", "cut", "after", "article", "title", "announces", "picture", "checked", "order"} {
		for i := range fit.list {
			k := &fit.list[i]
			if k.group != group {
				continue
			}
			if why := s.set(k); !why.IsZero() {
				f := lost(k.Correction, why, len(iss.Source.Lines))
				f.Lines = []int{k.line}
				found = append(found, f)
				continue
			}
			s.record(k)
		}
	}
	s.number()
	fit.cut.restore(iss)
	iss.Source.Lines = fit.file.Lines
	for i := range found {
		found[i].Lines = fit.cut.source(found[i].Lines)
	}
	return found
}

// A settler is an issue being corrected.
type settler struct {
	iss   *issue.Issue
	lines []string // as they were read: mended
	of    cutting
}

func (s *settler) set(k *fitted) say.Text {
	switch k.group {
	case "kind":
		return s.setKind(k)
	case "begins":
		return s.setBegins(k)
	case "after":
		return s.setAfter(k)
	case "ends", "cut":
		return s.setEnds(k)
	case "article":
		return s.setArticle(k)
	case "title":
		return s.setFields(k)
	case "announces":
		return s.setEntry(k)
	case "picture":
		return s.setPicture(k)
	case "order":
		return s.setOrder(k)
	}
	return say.Text{} // the text was mended before it was read; findings come later
}

// pass names what is decided here.
//
//say:words
const pass = "corrections"

// record notes the correction in the issue and for "--why".
func (s *settler) record(k *fitted) {
	lines := []int{k.line}
	switch k.group {
	case "after":
		lines = linesOf(k.line, k.other)
	case "cut":
		lines = []int{k.other}
	}
	says := k.Says()
	text := say.Of("the editor says: %s", says)
	if k.Editor != "" {
		text = say.Of("%s says: %s", k.Editor, says)
	}
	if k.Note != "" {
		text = say.Of("%s (%s)", text, k.Note)
	}
	s.iss.Decisions = append(s.iss.Decisions, issue.Decision{Pass: pass, Lines: lines, Text: text})
	s.iss.Corrections = append(s.iss.Corrections, issue.Correction{
		Lines: lines, Says: says, Editor: k.Editor, Note: k.Note, Checked: k.Checked, Text: k.group == "text", Picture: k.Picture,
	})
}

// A spot is where a block stands: in an article, in the front (-1) or among the
// dropped (-2).
type spot struct{ article, block int }

const (
	inFront   = -1
	inDropped = -2
)

func (s *settler) zone(article int) *[]issue.Block {
	switch article {
	case inFront:
		return &s.iss.Front
	case inDropped:
		return &s.iss.Dropped
	}
	return &s.iss.Articles[article].Blocks
}

func (s *settler) block(at spot) *issue.Block { return &(*s.zone(at.article))[at.block] }

// locate gives where the line stands.
func (s *settler) locate(line int) (spot, bool) {
	for article := inDropped; article < len(s.iss.Articles); article++ {
		for i, b := range *s.zone(article) {
			if slices.Contains(b.Lines, line) {
				return spot{article, i}, true
			}
		}
	}
	return spot{}, false
}

// insert puts blocks into a zone.
func (s *settler) insert(at spot, blocks ...issue.Block) {
	zone := s.zone(at.article)
	*zone = slices.Insert(*zone, at.block, blocks...)
}

// take takes a block out of its zone. An article that loses its last block
// stays until the end: others may move into it.
func (s *settler) take(at spot) issue.Block {
	zone := s.zone(at.article)
	b := (*zone)[at.block]
	*zone = slices.Delete(*zone, at.block, at.block+1)
	return b
}

// number gives the articles their ids anew, in the order in which they stand,
// and drops those that nothing is left of.
func (s *settler) number() {
	ids := map[string]string{}
	kept := s.iss.Articles[:0:0]
	for _, a := range s.iss.Articles {
		if len(a.Blocks) == 0 {
			continue
		}
		id := fmt.Sprintf("a%02d", len(kept)+1)
		ids[a.ID] = id
		a.ID = id
		kept = append(kept, a)
	}
	s.iss.Articles = kept
	for i := range s.iss.Toc {
		e := &s.iss.Toc[i]
		var named []string
		for _, id := range e.Articles {
			if now, ok := ids[id]; ok {
				named = append(named, now)
			}
		}
		e.Articles = named
	}
}

// before reports whether line a is read before line b, as the text stands.
func (s *settler) before(a, b int) bool {
	if x, y := s.of.line(a), s.of.line(b); x != y {
		return x < y
	}
	return a < b
}
