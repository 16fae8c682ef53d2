package correct

import (
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
	"kanyin/issues/say"
)

// setKind makes the line's block what the correction says.
func (s *settler) setKind(k *fitted) say.Text {
	at, ok := s.locate(k.line)
	if !ok {
		return say.Of("its line is blank")
	}
	kind, form, zone := kindOf(k.Kind)
	b := s.block(at)
	if b.Kind == kind && b.Form == form && (k.Level == 0 || b.Level == k.Level) && zone == min(at.article, 0) {
		if k.Reason != "" {
			b.Why = say.Verbatim(k.Reason)
		}
		return say.Text{}
	}
	at = s.alone(at, k.line)
	was := s.block(at).Kind
	switch {
	case zone != min(at.article, 0):
		at = s.rehouse(at, zone)
	}
	b = s.block(at)
	b.Kind, b.Form, b.Level, b.Lead = kind, form, 0, ""
	if kind == issue.Heading {
		b.Level = max(1, k.Level)
	}
	b.Why = reasonOf(k)
	if at.article >= 0 {
		s.retitle(at.article, was, kind)
	}
	return say.Text{}
}

// kindOf gives the kind, the form and the zone (0 an article) of a kind's name.
func kindOf(name string) (issue.Kind, issue.Form, int) {
	if form, ok := forms[name]; ok {
		return issue.Paragraph, form, 0
	}
	if kind, ok := dropped[name]; ok {
		return kind, "", inDropped
	}
	kind := issue.Kind(name)
	switch kind {
	case issue.Cover, issue.Toc, issue.Masthead:
		return kind, "", inFront
	}
	return kind, "", 0
}

func reasonOf(k *fitted) say.Text {
	if k.Reason != "" {
		return say.Verbatim(k.Reason)
	}
	return say.Of("the editor says so")
}

// rehouse moves a block into another zone: out of the issue's text, or into the
// article that stands around it in the source.
func (s *settler) rehouse(at spot, zone int) spot {
	b := s.take(at)
	if at.article >= 0 {
		s.heal(at)
	}
	to := s.zoneSpot(b.Lines[0], zone)
	s.insert(to, b)
	return to
}

// heal joins the halves of a paragraph again that only the block parted that
// was taken out in front of at.
func (s *settler) heal(at spot) {
	zone := *s.zone(at.article)
	if at.block == 0 || at.block >= len(zone) {
		return
	}
	a, b := zone[at.block-1], zone[at.block]
	if a.Kind != issue.Paragraph || b.Kind != issue.Paragraph || a.Form != b.Form || ended(a.Text) {
		return
	}
	zone[at.block-1] = join(a, b)
	s.take(at)
}

// ended reports whether the text ends as a sentence does.
func ended(text string) bool {
	r := []rune(strings.TrimRight(text, "”’」』）)\""))
	return len(r) == 0 || strings.ContainsRune("。！？…：:；.!?", r[len(r)-1])
}

// zoneSpot finds the place for a line in a zone: in source order, and in the
// article that the text before it belongs to.
func (s *settler) zoneSpot(line, zone int) spot {
	if zone < 0 || len(s.iss.Articles) == 0 {
		if zone >= 0 {
			zone = inFront
		}
		i := 0
		for _, b := range *s.zone(zone) {
			if s.before(b.Lines[0], line) {
				i++
			}
		}
		return spot{zone, i}
	}
	best, last := spot{0, 0}, 0
	for a := range s.iss.Articles {
		for i, b := range s.iss.Articles[a].Blocks {
			for _, n := range b.Lines {
				if s.before(n, line) && (last == 0 || s.before(last, n)) {
					best, last = spot{a, i + 1}, n
				}
			}
		}
	}
	return best
}

// retitle takes the article's title, subtitle, kicker and authors from its
// blocks anew, where one of them has become what it is or is it no more.
func (s *settler) retitle(article int, kinds ...issue.Kind) {
	a := &s.iss.Articles[article]
	for _, k := range kinds {
		var parts []string
		for i := range a.Blocks {
			if a.Blocks[i].Kind == k {
				parts = append(parts, a.Blocks[i].Text)
			}
		}
		switch text := strings.Join(parts, " "); k {
		case issue.Title:
			a.Title = text
		case issue.Subtitle:
			a.Subtitle = text
		case issue.Kicker:
			a.Kicker = text
		case issue.Byline:
			a.Authors = signed(parts)
		}
	}
}

// signed reads the names of a byline. Two characters that are spaced out are one
// name, and what stands before a stroke is no name.
func signed(bylines []string) []string {
	var names []string
	for _, b := range bylines {
		if _, after, ok := strings.Cut(b, "/"); ok {
			b = after
		}
		for _, part := range namesOf(strings.ReplaceAll(b, "\u3000", "、")) {
			fields := strings.Fields(part)
			single := 0
			for _, f := range fields {
				if len([]rune(f)) == 1 {
					single++
				}
			}
			if single == len(fields) {
				fields = []string{strings.Join(fields, "")}
			}
			for _, f := range fields {
				names = append(names, normal.Text(f))
			}
		}
	}
	return names
}
