package assemble

import (
	"regexp"
	"slices"
	"strings"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/byline"
	"kanyin/issues/reconstruct/fold"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/names"
)

// A bylinePlace is where a house sets the bylines that stand between a text and
// the next title.
type bylinePlace struct{ overRows map[int]bool }

func (b bylinePlace) over(i int) bool { return b.overRows[i] }

// bylineHabit tells which bylines between a text and a title belong to the
// title below.
//
// How: a byline in brackets signs what stands before it. Otherwise the house has
// one habit, and the first title of all shows it: there no text stands before
// that a byline over the title could sign.
func bylineHabit(t *text) bylinePlace {
	var between []int // bylines that stand between a text and a title
	before := 0
	seen := label.Kinds // the last kind that counts
	text := false       // text was met since the last title
	for i, l := range t.labels {
		switch l.Kind {
		case label.Byline:
			switch {
			case seen == label.Byline && !l.Begins && len(between) > 0 && between[len(between)-1] == i-1:
				between = append(between, i)
			case text || seen == label.Kinds:
				between = append(between, i)
				if seen == label.Kinds {
					before++
				}
			}
		case label.Title:
			text = false
		case label.Paragraph, label.Heading, label.List, label.Code, label.Table, label.Verse:
			text = true
		case label.Subtitle, label.Kicker:
		default:
			continue
		}
		seen = l.Kind
	}
	out := bylinePlace{overRows: map[int]bool{}}
	for _, i := range between {
		s := strings.TrimSpace(fold.Plain(t.rows[i].Text))
		bracketed := strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")")
		out.overRows[i] = !bracketed && before > 0
	}
	return out
}

// sign says who wrote each article.
//
// How: its byline; else the end of its title's line; else its first sentence
// (本报讯（记者 某某）); else what the contents have.
func sign(t *text, g *gathered, toc []*entry) {
	signed := signers(t, g.articles)
	columns := sectionNames(t, g, toc)
	for _, a := range g.articles {
		if len(a.authors) > 0 { // its title's line said it
			continue
		}
		a.authors = slices.DeleteFunc(bylineAuthors(t, a), func(n string) bool { return columns[normal.Key(n)] })
		if len(a.authors) > 0 && a.entry != nil && !a.signedAtTitle() {
			a.authors = agreed(a.authors, a.entry.Authors, signed)
		}
		if len(a.authors) == 0 {
			a.authors = reporters(t, a)
		}
		if len(a.authors) == 0 && a.entry != nil {
			a.authors = a.entry.Authors
		}
		if len(a.authors) == 0 {
			a.authors = told(t, a)
		}
	}
}

// bylineAuthors reads an article's bylines. A row's end parts two names or cuts
// one: what gives nothing but names is right.
func bylineAuthors(t *text, a *article) []string {
	var whole, parted []string
	for _, p := range a.of(label.Byline) {
		raw := t.raw(p.rows)
		whole = append(whole, strings.ReplaceAll(raw, "\n", ""))
		parted = append(parted, raw)
	}
	return bestNames(strings.Join(parted, "\n"), strings.Join(whole, "\n"))
}

// bestNames reads names out of the first text that gives nothing else.
func bestNames(ways ...string) []string {
	for _, sure := range []bool{true, false} {
		for _, s := range ways {
			if got := byline.AuthorsOf(s); byline.AreNames(got, sure) {
				return got
			}
		}
	}
	return byline.AuthorsOf(ways[0])
}

// agreed holds a byline against the contents. What both have the contents tell
// apart better; where a byline names others as well, as one does that went to the
// wrong title, the contents' names count if they sign a text of this issue.
func agreed(printed, contents []string, signed map[string]bool) []string {
	all := normal.Key(strings.Join(contents, ""))
	if all == "" || slices.Equal(printed, contents) {
		return printed
	}
	if normal.Key(strings.Join(printed, "")) == all {
		if byline.AreNames(printed, len(printed) > len(contents)) {
			return printed
		}
		return contents
	}
	shared := 0
	for _, n := range contents {
		if !signed[normal.Key(n)] {
			return printed
		}
		if slices.Contains(printed, n) {
			shared++
		}
	}
	if shared == len(contents) && len(printed) > shared || shared == 0 {
		return contents
	}
	return printed
}

// signedAtTitle reports whether the article has one byline, right under its
// title or subtitle, and nothing else than names in it: no other place is surer.
func (a *article) signedAtTitle() bool {
	bylines := a.of(label.Byline)
	if len(bylines) != 1 || !byline.AreNames(a.authors, true) {
		return false
	}
	for k, p := range a.pieces {
		if p == bylines[0] && k > 0 {
			q := a.pieces[k-1]
			return (q.kind == label.Title || q.kind == label.Subtitle) && q.rows[len(q.rows)-1] == p.rows[0]-1
		}
	}
	return false
}

// signers gathers all names that bylines of the issue have.
func signers(t *text, articles []*article) map[string]bool {
	out := map[string]bool{}
	for _, a := range articles {
		for _, p := range a.of(label.Byline) {
			for _, n := range byline.AuthorsOf(t.raw(p.rows)) {
				out[normal.Key(n)] = true
			}
		}
	}
	return out
}

// A reporter's name stands in brackets at the head of a report.
var reporter = regexp.MustCompile(`^(.{0,24}?)[（(]\s*((?:本报|本報|本刊)?\s*(?:见习|見習|实习|實習|特约|特約)?(?:记者|記者|通讯员|通訊員|作者)[\s:：/／|｜]*[^（()）]{2,40}|(?:文|撰文)\s*[/／:：][^（()）]{2,24})[）)]`)

func reporters(t *text, a *article) []string {
	for _, p := range a.pieces {
		if p.kind != label.Paragraph && p.kind != label.Inline {
			continue
		}
		var got []string
		for _, joint := range []string{"", " "} { // names are cut by a line's end, or parted by it
			var b strings.Builder
			for n, i := range p.rows {
				if n < 4 {
					b.WriteString(joint + t.row(i))
				}
			}
			m := reporter.FindStringSubmatch(strings.TrimSpace(b.String()))
			if m == nil {
				return got
			}
			if before := strings.TrimSpace(m[1]); before != "" && !opensNews(before) {
				return nil
			}
			if got = byline.AuthorsOf(m[2]); byline.AreNames(got, false) {
				return got
			}
		}
		return got
	}
	return nil
}

func opensNews(s string) bool {
	_, _, ok := fold.CutHead(s, newsOpeners)
	return ok
}

// told reads the author out of the note on him: 作者简介：周岸，教师。
func told(t *text, a *article) []string {
	for _, k := range []label.Kind{label.Note, label.Affiliation} {
		for _, p := range a.of(k) {
			s := strings.TrimLeft(t.joined(p.rows), byline.Ornaments+"（(")
			rest, _, ok := fold.CutHead(s, bioHeads)
			if !ok {
				continue
			}
			rest = strings.TrimLeft(rest, "：: /")
			name, _, _ := strings.Cut(rest, "，")
			if name = strings.TrimSpace(name); names.Known(name) {
				return []string{name}
			}
		}
	}
	return nil
}
