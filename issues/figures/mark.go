package figures

import (
	"regexp"
	"slices"
	"unicode/utf8"

	"kanyin/issues/issue"
	"kanyin/issues/say"
)

// pass names what is decided here.
//
//say:words
const pass = "figures"

// led tells of text that names a figure at its beginning, as captions do:
// 图3：…, 圖、…, ▲ …, Fig. 2.
var led = regexp.MustCompile(`^([图圖][\s0-9０-９一二三四五六七八九十]*[、：:．.\s]|[▲△▼▽↑↓←→]|(?i:fig(ure|\.)?\s*\d+))`)

// mostCaption is how many characters a caption has that was read as running
// text: a longer paragraph speaks of a figure and is none's caption.
const mostCaption = 80

// byMark makes a caption of what was read as a paragraph or a heading, stands at
// a picture that has none yet, and begins as captions do. What an editor said
// of it stands.
func (p *placer) byMark() {
	for i, pic := range p.pictures {
		if p.at[i].found || pic.Page == 0 {
			continue
		}
		best, least := spot{}, float32(0)
		for a := range p.iss.Articles {
			for b := range p.iss.Articles[a].Blocks {
				k := &p.iss.Articles[a].Blocks[b]
				if k.Kind != issue.Paragraph && k.Kind != issue.Heading || !led.MatchString(k.Text) || utf8.RuneCountInString(k.Text) > mostCaption || p.corrected(k) {
					continue
				}
				page, where := p.boxOf(k.Lines)
				if far, ok := apart(boxOf(pic), where); ok && page == pic.Page && (!best.found || far < least) {
					best, least = spot{found: true, article: a, block: b, captioned: true}, far
				}
			}
		}
		if !best.found {
			continue
		}
		p.at[i] = best
		k := &p.iss.Articles[best.article].Blocks[best.block]
		was := k.Kind
		k.Kind, k.Level, k.Form, k.Lead = issue.Caption, 0, issue.Plain, ""
		p.iss.Decisions = append(p.iss.Decisions, issue.Decision{Pass: pass, Lines: k.Lines,
			Text: say.Of("it stands at picture %s and begins as captions do; it was read as a %s", pic.Name, say.Word(was))})
	}
}

// corrected reports whether an editor has said something of the block.
func (p *placer) corrected(k *issue.Block) bool {
	return slices.ContainsFunc(p.iss.Corrections, func(c issue.Correction) bool {
		return slices.ContainsFunc(c.Lines, func(n int) bool { return slices.Contains(k.Lines, n) })
	})
}
