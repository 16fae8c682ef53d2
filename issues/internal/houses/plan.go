package houses

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"kanyin/issues/internal/damage"
	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/label"
)

// A run is text of one kind within a piece.
type run struct {
	kind label.Kind
	text string
}

// A piece is what is set together: a paragraph, a heading, a row of a table.
type piece struct {
	runs           []run
	article, block int
	look           look
}

// A plan is an issue before it is set: its articles and, piece by piece, what is
// printed. Where a piece names a page, it holds {start:3}, the page that
// article 3 begins on, or {tail:3}, the page that it goes on on.
type plan struct {
	style
	seed     uint64
	rng      *rand.Rand
	names    *damage.Names
	articles []Article
	columnOf []string // the column of every article
	parts    []part
	spare    []damage.Article // not printed as articles: boxes come from them
	notices  int
}

// A part is a run of pieces that stand together: an article, the tail of one, a notice, an opener.
type part struct {
	article int // 0 for none
	tail    bool
	pieces  []piece
}

// planIssue draws a style and an issue in it.
func planIssue(seed uint64) (*plan, error) {
	rng := rand.New(rand.NewPCG(seed, 2001))
	p := &plan{style: draw(rng), seed: seed, rng: rng}
	corpus, script := "town", damage.Hans
	if p.hant {
		corpus, script = "hant", damage.Hant
	}
	arts, err := damage.Load(corpus)
	if err != nil {
		return nil, err
	}
	p.names = damage.NewNames(rng, script)
	rng.Shuffle(len(arts), func(i, j int) { arts[i], arts[j] = arts[j], arts[i] })
	n := min(len(arts)-1, 7+rng.IntN(10))
	chosen := arts[:n]
	p.spare = arts[n:]
	slices.SortStableFunc(chosen, func(a, b damage.Article) int { return strings.Compare(a.Column, b.Column) })
	column := ""
	for i, a := range chosen {
		if p.opener != "" && a.Column != column && a.Column != "" {
			p.parts = append(p.parts, part{pieces: []piece{p.openerPiece(a.Column)}})
		}
		column = a.Column
		p.add(i+1, a)
		if p.style.notices && chance(rng, .12) {
			p.notice()
		}
	}
	if p.jumps {
		p.cutJumps()
	}
	return p, nil
}

func (p *plan) openerPiece(column string) piece {
	text := strings.ReplaceAll(p.opener, "{section}", column)
	return piece{runs: []run{{label.Section, text}}, block: len(p.parts) + 1, look: look{size: p.titleBig, face: p.headFace, bold: true, page: true, span: true, below: p.size * 2}}
}

// add plans an article: its head, its text, what stands at its foot.
func (p *plan) add(n int, a damage.Article) {
	signed := a.Authors
	if len(signed) == 0 || chance(p.rng, .3) {
		signed = []string{p.names.Next()}
	}
	t := Article{Section: a.Column, Title: strings.Join(a.Title, " "), Subtitle: strings.TrimLeft(a.Subtitle, "—"), Authors: signed}
	w := &writer{plan: p, n: n, art: &t, src: a}
	w.head()
	w.text()
	w.foot()
	if p.bylinePlace == nowhere && !strings.Contains(p.contents.row, "{author}") {
		t.Authors = nil
	}
	p.articles, p.columnOf = append(p.articles, t), append(p.columnOf, a.Column)
	p.parts = append(p.parts, part{article: n, pieces: w.pieces})
}

// hideSections takes out of the truth what is printed nowhere: the column of an
// article that only running heads name, and not on the page that it begins on.
func (p *plan) hideSections(lines []*line) {
	if p.kicker != "" || p.opener != "" || !p.contents.none && (p.contents.section != "" || p.contents.over) {
		return
	}
	begins, heads := map[int]int{}, map[int]string{}
	for _, l := range lines {
		switch l.kind {
		case label.Title:
			if begins[l.article] == 0 {
				begins[l.article] = l.page
			}
		case label.Running:
			heads[l.page] += l.text + " "
		}
	}
	for i := range p.articles {
		a := &p.articles[i]
		if !strings.Contains(heads[begins[i+1]], a.Section) {
			a.Section = ""
		}
	}
}

// notice is an announcement that belongs to no article.
func (p *plan) notice() {
	p.notices++
	title := oneOf(p.rng, "征稿启事", "征订启事", "敬告作者", "更正", "本刊声明")
	lines := oneOf(p.rng, []string{"本刊常年征稿，体裁不限，请勿一稿多投。", "来稿请寄青溪镇码头路12号编辑部收。", "投稿邮箱：gao@hekou.example"},
		[]string{"2025年度征订已经开始，全年定价58.80元。", "各地邮局均可订阅，漏订可与编辑部联系。"},
		[]string{"上期第18页《桥的名字》一文中的年份有误，特此更正，并向读者致歉。"})
	l := look{size: p.size - .5, face: p.smallFace, boxed: true, above: p.size, whole: true}
	head := l
	head.face, head.bold, head.size = p.headFace, true, p.size+1
	pieces := []piece{{runs: []run{{label.Notice, title}}, block: p.notices, look: head}}
	l.above = 0
	for _, s := range lines {
		pieces = append(pieces, piece{runs: []run{{label.Notice, s}}, block: p.notices, look: l})
	}
	p.parts = append(p.parts, part{pieces: pieces})
}

// cutJumps lets one or two articles go on after a later one.
func (p *plan) cutJumps() {
	for range 1 + p.rng.IntN(2) {
		k := p.rng.IntN(len(p.parts))
		a := p.parts[k]
		if a.article == 0 || a.tail || k+1 >= len(p.parts) || slices.ContainsFunc(p.parts, func(q part) bool { return q.tail && q.article == a.article }) {
			continue
		}
		at := cutPlace(a.pieces)
		if at == 0 {
			continue
		}
		from, to := a.pieces[at], a.pieces[at]
		former, rest := halve(from.runs[0].text)
		from.runs = []run{{label.Paragraph, former}, {label.Jump, strings.ReplaceAll(p.jumpTo, "{page}", fmt.Sprintf("{tail:%d}", a.article))}}
		to.runs = []run{{label.Jump, strings.ReplaceAll(p.jumpFrom, "{page}", fmt.Sprintf("{start:%d}", a.article))}, {label.Paragraph, rest}}
		to.look.indent, to.look.above = 0, p.size*2
		tail := part{article: a.article, tail: true, pieces: append([]piece{to}, a.pieces[at+1:]...)}
		p.parts[k].pieces = append(slices.Clone(a.pieces[:at]), from)
		j := min(len(p.parts), k+2+p.rng.IntN(4))
		for j < len(p.parts) && p.parts[j].article == 0 {
			j++
		}
		p.parts = slices.Insert(p.parts, j, tail)
	}
}

// cutPlace is a long plain paragraph in the latter half of the pieces, or 0.
func cutPlace(pieces []piece) int {
	for i := len(pieces) / 2; i < len(pieces)-1; i++ {
		if k := pieces[i]; len(k.runs) == 1 && k.runs[0].kind == label.Paragraph && len([]rune(k.runs[0].text)) > 80 && i > 3 {
			return i
		}
	}
	return 0
}

// halve cuts a text near its middle, where a line may end.
func halve(text string) (string, string) {
	r := []rune(text)
	for at := len(r) / 2; at < len(r)-4; at++ {
		if !mayNotBegin(r[at]) && !mayNotEnd(r[at-1]) && !(ascii(r[at]) && ascii(r[at-1])) {
			return string(r[:at]), string(r[at:])
		}
	}
	return text, ""
}

// kindOfPart gives the row's kind for a part of a clean article.
func kindOfPart(p damage.Part) label.Kind { return kindOf(p.Kinds[0]) }

// isVerse tells a poem: nothing but short lines.
func isVerse(a damage.Article) bool {
	return !slices.ContainsFunc(a.Parts, func(p damage.Part) bool {
		return p.Kinds[0] != issue.Paragraph || len([]rune(p.Text)) > 16
	})
}
