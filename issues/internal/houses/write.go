package houses

import (
	"fmt"
	"strings"

	"kanyin/issues/internal/damage"
	"kanyin/issues/reconstruct/label"
)

// A writer plans one article.
type writer struct {
	*plan
	n      int // the article, from 1
	art    *Article
	src    damage.Article
	pieces []piece
	block  int
	first  bool // the first paragraph was written
	figure int
}

func (w *writer) add(l look, block int, runs ...run) {
	w.pieces = append(w.pieces, piece{runs: runs, article: w.n, block: block, look: l})
}

// body adds a piece of the article's text and keeps it in the truth.
func (w *writer) body(l look, k label.Kind, text string, runs ...run) {
	w.block++
	w.art.Blocks = append(w.art.Blocks, Block{k, text})
	w.add(l, w.block, runs...)
}

// head plans kicker, title, subtitle, byline, standfirst.
func (w *writer) head() {
	s := w.style
	long := 0
	for _, p := range w.src.Parts {
		long += len([]rune(p.Text))
	}
	size, page := s.title, false
	if long > 900 && !s.news || w.n == 1 {
		size, page = s.titleBig, chance(w.rng, .7)
	}
	at := len(w.pieces)
	l := look{face: s.smallFace, size: s.size, align: s.titleAlign, whole: true, below: s.size * .4}
	if s.bylinePlace == over {
		w.bylines(l)
	}
	if k := w.kicker(); k != "" {
		kl := l
		kl.face, kl.size = s.headFace, s.size-.5
		w.add(kl, 0, run{label.Kicker, k})
	}
	w.title(look{face: s.titleFace, size: size, align: s.titleAlign, bold: true, whole: true, below: size * .3})
	if w.art.Subtitle != "" {
		sl := l
		sl.size = max(s.size+1, size*.6)
		w.add(sl, 0, run{label.Subtitle, strings.ReplaceAll(s.subtitle, "{}", w.art.Subtitle)})
	}
	if w.src.Dateline != "" {
		w.add(l, 0, run{label.Subtitle, w.src.Dateline})
	}
	if s.bylinePlace == under {
		w.bylines(l)
	}
	w.standfirst(l)
	w.pieces[at].look.above, w.pieces[at].look.page, w.pieces[at].look.room = s.size*2.2, page, 3*size
	for i := at; i < len(w.pieces); i++ {
		w.pieces[i].look.span = page
	}
}

func (w *writer) title(l look) {
	runs := []run{{label.Title, w.art.Title}}
	if w.bylinePlace == inTitle {
		runs = append(runs, run{label.Byline, "　" + strings.ReplaceAll(w.behind, "{name}", strings.Join(w.art.Authors, "、"))})
	}
	w.add(l, 0, runs...)
}

func (w *writer) kicker() string {
	if w.src.Kicker != "" {
		return w.src.Kicker
	}
	if w.src.Column == "" {
		return ""
	}
	return strings.ReplaceAll(w.style.kicker, "{section}", w.src.Column)
}

// signature is the byline as the house prints it.
func (w *writer) signature() string {
	return strings.ReplaceAll(w.byline, "{name}", strings.Join(w.art.Authors, w.join))
}

func (w *writer) bylines(l look) {
	w.add(l, 0, run{label.Byline, w.signature()})
	if w.second != "" && chance(w.rng, .5) {
		w.add(l, 1, run{label.Byline, strings.ReplaceAll(w.second, "{name}", w.names.Next())})
	}
}

// standfirst is the lead, or a journal's abstract with its keywords.
func (w *writer) standfirst(l look) {
	l.align = left
	said := sentences(w.src)
	if w.abstract && len(said) > 2 {
		l.inset = 2
		w.add(l, 0, run{label.Abstract, "摘要：" + said[0] + said[2]})
		w.add(l, 1, run{label.Abstract, "关键词：" + strings.Join([]string{w.src.Column, "青溪", "民俗"}, "；")})
		return
	}
	if w.lead && len(said) > 3 && chance(w.rng, .8) {
		l.face, l.inset = oneOf(w.rng, w.smallFace, w.headFace), oneOf(w.rng, 0.0, 0, 1, 2)
		w.add(l, 0, run{label.Lead, oneOf(w.rng, "", "", "", "编者按：") + said[1] + said[3]})
	}
}

// text plans what the article says, with what a magazine puts in between.
func (w *writer) text() {
	if isVerse(w.src) {
		w.verse()
		return
	}
	quoteAt, boxAt := -1, -1
	if n := len(w.src.Parts); n > 5 {
		if w.quote && chance(w.rng, .6) {
			quoteAt = 2 + w.rng.IntN(n-3)
		}
		if w.boxes && chance(w.rng, .3) {
			boxAt = 2 + w.rng.IntN(n-3)
		}
	}
	heads := 0
	for i, p := range w.src.Parts {
		switch i {
		case quoteAt:
			w.pullQuote()
		case boxAt:
			w.box()
		}
		switch k := kindOfPart(p); k {
		case label.Heading:
			heads++
			w.heading(p.Text, heads)
		case label.Caption:
			w.caption(p)
		case label.Paragraph:
			w.paragraph(p, i == len(w.src.Parts)-1)
		default:
			w.body(look{face: w.smallFace, size: w.size - 1, above: w.size * .3}, k, p.Text, run{k, p.Text})
		}
	}
}

func (w *writer) paragraph(p damage.Part, last bool) {
	text := p.Lead + p.Text
	l := look{face: w.face, size: w.size, indent: w.indent, above: w.apart * w.size}
	runs := []run{{label.Paragraph, text}}
	if last {
		runs[0].text += w.end
	}
	if !w.first && w.bylinePlace == first {
		runs = append([]run{{label.Inline, strings.ReplaceAll(w.inline, "{name}", strings.Join(w.art.Authors, " "))}}, runs...)
	}
	w.first = true
	w.body(l, label.Paragraph, text, runs...)
	if last || len([]rune(text)) < 100 || !chance(w.rng, .1) {
		return
	}
	switch w.rng.IntN(3) {
	case 0:
		w.list(text)
	case 1:
		w.listing()
	default:
		w.table()
	}
}

func (w *writer) heading(text string, n int) {
	if w.numbering != "" && !strings.ContainsAny(text[:min(len(text), 9)], "、.．123456789") {
		text = strings.NewReplacer("{n}", numeral(n), "{d}", fmt.Sprint(n)).Replace(w.numbering) + text
	}
	w.body(look{face: w.headFace, size: w.size + w.style.heading, bold: w.headingBold, align: w.headingAlign, above: w.size * .8, below: w.size * .5, whole: true}, label.Heading, text, run{label.Heading, text})
}

func (w *writer) caption(p damage.Part) {
	w.figure++
	by := strings.ReplaceAll(w.credit, "{name}", p.Credit)
	if p.Credit == "" {
		by = ""
	}
	text := strings.NewReplacer("{}", p.Text, "{n}", fmt.Sprint(w.figure)).Replace(w.style.caption) + by
	w.body(look{face: w.smallFace, size: w.size - 1.5, align: w.headAlign, above: w.size * 8, below: w.size * .6}, label.Caption, text, run{label.Caption, text})
}

// foot plans the signature, the source and the editor at the article's end.
func (w *writer) foot() {
	l := look{face: w.smallFace, size: w.size - 1, align: right, above: w.size * .4}
	if w.bylinePlace == foot {
		w.add(l, 0, run{label.Byline, w.signature()})
	}
	if w.source != "" && chance(w.rng, .3) {
		text := strings.ReplaceAll(w.source, "{}", oneOf(w.rng, "江岸晚报", "水乡文史", "乡土", "河工通讯"))
		w.body(l, label.Source, text, run{label.Source, text})
	}
	if w.editor != "" {
		text := strings.ReplaceAll(w.editor, "{name}", oneOf(w.rng, w.names.Editors...))
		w.body(l, label.Editor, text, run{label.Editor, text})
	}
}

// sentences are those of an article's paragraphs that can stand alone.
func sentences(a damage.Article) []string {
	var out []string
	for _, p := range a.Parts {
		if kindOfPart(p) == label.Paragraph {
			for _, s := range splitSentences(p.Text) {
				if n := len([]rune(s)); n > 12 && n < 70 && !strings.ContainsAny(s, "“”「」：") {
					out = append(out, s)
				}
			}
		}
	}
	return out
}

func splitSentences(text string) []string {
	var out []string
	for text != "" {
		at := strings.IndexAny(text, "。！？")
		if at < 0 {
			return append(out, text)
		}
		out, text = append(out, text[:at+len("。")]), text[at+len("。"):]
	}
	return out
}

// numeral writes a small number in Chinese.
func numeral(n int) string {
	digits := []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	switch {
	case n < 10:
		return digits[n]
	case n < 20:
		return "十" + digits[n-10]
	}
	return digits[n/10] + "十" + digits[n%10]
}
