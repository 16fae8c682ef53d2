package manuscript

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"kanyin/issues/source"
)

// Numbers that headings begin with, by the depth that they stand for.
var headingNumbers = []*regexp.Regexp{
	regexp.MustCompile(`^(第?[一二三四五六七八九十百]{1,4}[、．.章节篇]|[壹贰叁肆伍陆柒捌玖拾]{1,2}、)`),
	regexp.MustCompile(`^[（(][一二三四五六七八九十]{1,3}[）)]`),
}

// numberDepth gives the depth that a paragraph's number stands for, -1 without one.
func numberDepth(p *Paragraph) int {
	text := strings.TrimSpace(p.Text())
	for k, number := range headingNumbers {
		if number.MatchString(text) {
			return k
		}
	}
	return -1
}

// headings finds lines that are set as headings, by their index. A line counts
// that is short, ends no sentence, and is bolder, larger, centred or in another
// face; or one that has a number as the others have.
func (d *Document) headings(b body) map[int]source.Role {
	found := map[int]source.Role{}
	ps := d.Paragraphs
	for i := range ps {
		p := &ps[i]
		text := strings.TrimSpace(p.Text())
		if i == len(ps)-1 || p.Role != source.NoRole || p.Box || utf8.RuneCountInString(text) > 32 || endsSentence(text) || !strings.ContainsFunc(text, unicode.IsLetter) {
			continue
		}
		depth := numberDepth(p)
		// Numbers one below the other count items; headings have text between them.
		if depth >= 0 && (i > 0 && numberDepth(&ps[i-1]) == depth || numberDepth(&ps[i+1]) == depth) && p.Face == b.face && p.Size <= 1.05*b.size && !p.Bold {
			continue
		}
		set := p.Bold || p.Size > 1.05*b.size || p.Face != b.face && p.Face != "" || p.Align == source.AlignCentre
		if (set || depth >= 0) && p.Align != source.AlignRight {
			found[i] = headingRole(depth)
		}
	}
	// One level alone is the first, whatever its numbers.
	shallow := false
	for _, r := range found {
		shallow = shallow || r == source.HeadingRole
	}
	for i := range found {
		if !shallow {
			found[i] = source.HeadingRole
		}
	}
	return found
}

// captions tells whether paragraph i stands under a picture and is set or marked
// as what says something of it.
func (d *Document) captions(i int, b body) bool {
	p := &d.Paragraphs[i]
	text := strings.TrimSpace(p.Text())
	for _, picture := range d.Pictures {
		if picture.After != i {
			continue
		}
		return captionLine.MatchString(text) || utf8.RuneCountInString(text) <= 80 && (p.Align == source.AlignCentre || p.Size < 0.95*b.size)
	}
	return false
}

// references makes notes of what follows a heading 参考文献 or 注释.
func (d *Document) references() {
	in := false
	for i := range d.Paragraphs {
		p := &d.Paragraphs[i]
		text := strings.TrimSpace(p.Text())
		switch {
		case p.Role == source.TitleRole:
			in = false
		case strings.Trim(text, "【】[]［］:： \u3000") == "参考文献" || strings.Trim(text, "【】[]［］:： \u3000") == "注释":
			in = true
			p.Role = source.HeadingRole
		case in && p.Role == source.ParagraphRole && noteLine.MatchString(text):
			p.Role = source.NoteRole
		case in && p.Role == source.ParagraphRole:
			in = false
		}
	}
}
