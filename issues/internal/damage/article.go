package damage

import (
	"strings"

	"kanyin/issues/issue"
)

// blocks turns a clean article into blocks as the house prints them, in reading order.
func (f *flow) blocks(a Article) []*block {
	var out []*block
	add := func(text string, kinds ...issue.Kind) {
		if text != "" {
			out = append(out, newBlock(kinds, strings.Split(text, "\n")...))
		}
	}
	if f.house.Opener && a.Column != "" {
		out = append(out, newBlock([]issue.Kind{issue.RunningHead, issue.Kicker}, a.Column))
	}
	add(a.Kicker, issue.Kicker, issue.Subtitle)
	out = append(out, newBlock([]issue.Kind{issue.Title}, a.Title...))
	add(a.Subtitle, issue.Subtitle, issue.Kicker)
	add(a.Dateline, issue.Dateline)
	out = append(out, f.bylines(a.Authors)...)
	credits := f.chance(f.faults.FarCredit)
	var far []*block
	for _, p := range a.Parts {
		if !p.is(issue.Caption) {
			out = append(out, partBlock(p))
			continue
		}
		caption, credit := f.figure(p)
		out = append(out, caption)
		if credit == nil {
			continue
		}
		if credits {
			far = append(far, credit)
		} else {
			out = append(out, credit)
		}
	}
	out = append(out, far...)
	if mark := f.pick(f.house.Editors); mark != "" {
		add(strings.ReplaceAll(mark, "{name}", f.pick(f.names.Editors)), issue.Editor)
	}
	return out
}

func newBlock(kinds []issue.Kind, texts ...string) *block {
	b := &block{kinds: kinds}
	for i, t := range texts {
		b.pieces = append(b.pieces, &piece{text: t, block: b, head: i == 0})
	}
	return b
}

func partBlock(p Part) *block {
	b := newBlock(p.Kinds, p.Lead+p.Text)
	b.lead = p.Lead != ""
	return b
}

// figure gives a caption's block and the credit's, which is nil where the
// house prints both on one line.
func (f *flow) figure(p Part) (caption, credit *block) {
	by := strings.ReplaceAll(f.house.Credit, "{name}", f.spaced(p.Credit))
	switch {
	case p.Credit == "" || by == "":
		caption = newBlock(p.Kinds, p.Text)
	case f.house.OneLine:
		caption = newBlock([]issue.Kind{issue.Caption, issue.Credit}, p.Text+by)
	default:
		caption = newBlock(p.Kinds, p.Text)
		credit = newBlock([]issue.Kind{issue.Credit}, by)
		credit.pieces[0].gap = f.house.Blank
	}
	caption.pieces[0].gap = f.house.Figure
	return caption, credit
}

// bylines are an article's signatures: one block, or one an author.
func (f *flow) bylines(names []string) []*block {
	if len(names) == 0 || f.house.Byline == "" {
		return nil
	}
	kind := []issue.Kind{issue.Byline}
	shape := func(s string) string { return strings.ReplaceAll(f.house.Byline, "{name}", s) }
	if f.house.Split && len(names) == 1 && len([]rune(names[0])) == 2 && f.chance(0.5) {
		r := []rune(names[0])
		return []*block{newBlock(kind, shape(string(r[0])), string(r[1]))}
	}
	shown := make([]string, len(names))
	for i, n := range names {
		shown[i] = f.spaced(n)
	}
	if f.house.And != "\n" {
		return []*block{newBlock(kind, shape(strings.Join(shown, f.house.And)))}
	}
	var out []*block
	for _, n := range shown {
		out = append(out, newBlock(kind, shape(n)))
	}
	return out
}

// spaced spreads a name of two characters to three where the house does so.
func (f *flow) spaced(name string) string {
	r := []rune(name)
	if !f.house.Spaced || len(r) != 2 {
		return name
	}
	return string(r[0]) + " " + string(r[1])
}

func (f *flow) pick(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[f.rng.IntN(len(list))]
}
