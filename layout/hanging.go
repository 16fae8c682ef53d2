package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kanyin/issues/issue"
	"kanyin/layout/paragraph"
)

// markGap is the least white between the mark of an item and its text, in
// thousandths of the body's size.
const markGap = 300

// markLimit is how many characters the mark of an item has at most: [128], （十二）.
const markLimit = 6

// itemMark is how many bytes of a text are the mark that it begins with as an
// item: a bullet, a number with its stop or in brackets, and the space after it.
func itemMark(text string) int {
	first, size := utf8.DecodeRuneInString(text)
	end := 0
	switch {
	case strings.ContainsRune("•·●○■□◆◇▪▫–—*-", first):
		end = size
		if next, _ := utf8.DecodeRuneInString(text[size:]); next != ' ' && next != '\t' && next != '\u3000' && first != '•' {
			return 0 // a dash or a dot of the text
		}
	case first >= '①' && first <= '⑳':
		end = size
	case strings.ContainsRune("[［〔(（", first):
		end = strings.IndexAny(text, "]］〕)）")
		if end < 0 || !numeral(text[size:end]) {
			return 0
		}
		_, w := utf8.DecodeRuneInString(text[end:])
		end += w
	default:
		end = strings.IndexFunc(text, func(r rune) bool { return !unicode.IsDigit(r) })
		if end < 1 || !strings.ContainsRune(".．、)）", firstRune(text[end:])) {
			return 0
		}
		end += utf8.RuneLen(firstRune(text[end:]))
		if unicode.IsDigit(firstRune(text[end:])) {
			return 0 // a decimal
		}
	}
	if utf8.RuneCountInString(text[:end]) > markLimit {
		return 0
	}
	return len(text) - len(strings.TrimLeft(text[end:], " \t\u3000"))
}

func firstRune(text string) rune {
	r, _ := utf8.DecodeRuneInString(text)
	return r
}

// numeral reports whether a text is a number, in figures or in Han.
func numeral(text string) bool {
	return text != "" && strings.Trim(text, "0123456789一二三四五六七八九十") == ""
}

// hangOf is how far the texts of items hang from their marks: whole ems, so
// that their ideographs stand under those of the column.
func (g *galley) hangOf(texts []string, k look) Length {
	widest := Length(0)
	for _, t := range texts {
		if n := itemMark(t); n > 0 {
			widest = max(widest, g.set(g.linked(strings.TrimSpace(t[:n]), ""), k, g.measure).width())
		}
	}
	if widest == 0 {
		return 2 * k.size
	}
	return min((widest+g.em(markGap)+k.size-1)/k.size*k.size, g.measure/2)
}

// hanging sets an item: its mark at the edge, its text beside and under itself.
// The lines that stand beside each other come together. The block's text
// begins at a rune of its own block.
func (g *galley) hanging(b *issue.Block, i, from int, k look, hang Length, up *node) [][]placed {
	li := &node{tag: "LI", up: up}
	at := itemMark(b.Text)
	part := *b
	part.Text, part.Lead = b.Text[at:], ""
	k.inset += hang
	body := g.setBlock(&part, i, "LBody", k, g.measure)
	body.up = li
	body.shifted(from + utf8.RuneCountInString(b.Text[:at]))
	rows := make([][]placed, max(1, len(body.lines)))
	for n := range body.lines {
		rows[n] = []placed{{body, n, 0, 0}}
	}
	if at > 0 {
		k.inset -= hang
		k.align = paragraph.Left
		part.Text = strings.TrimSpace(b.Text[:at])
		mark := g.setBlock(&part, i, "Lbl", k, g.measure)
		mark.up = li
		mark.shifted(from)
		rows[0] = append(linesOf(mark)[:min(1, len(mark.lines))], rows[0]...)
	}
	return rows
}

// shifted moves the places that lines have in their block's text.
func (s *setting) shifted(runes int) {
	for n := range s.lines {
		s.lines[n].From += runes
		s.lines[n].To += runes
	}
}

// listed sets a list, an item a line of its block.
func (g *galley) listed(b *issue.Block, i int) {
	up := &node{tag: "L"}
	k := look{face: g.Faces.Body, size: g.size}
	texts := strings.Split(b.Text, "\n")
	hang := g.hangOf(texts, k)
	g.starts[i] = len(g.slugs)
	at := 0
	for _, text := range texts {
		part := *b
		part.Text = text
		rows := g.hanging(&part, i, at, k, hang, up)
		for n, row := range rows {
			for l := range row {
				row[l].y = ascent(g.size)
			}
			g.push(slug{rows: 1, lines: row, keep: len(rows) > 1 && (n == 0 || n == len(rows)-2)})
		}
		at += utf8.RuneCountInString(text) + 1
	}
}

// references sets the works that an article refers to, small, their numbers
// hanging, and says how many blocks they are. What comes first without a number
// names them.
func (g *galley) references(which []int) int {
	var texts []string
	n := 0
	for ; n < len(which) && g.article.Blocks[which[n]].Kind == issue.Reference; n++ {
		texts = append(texts, g.article.Blocks[which[n]].Text)
	}
	k := look{face: g.Faces.Body, size: g.small, align: paragraph.Left}
	hang := g.hangOf(texts, k)
	up := &node{tag: "L"}
	if g.owed == 0 { // no heading stands over them
		g.blank(1)
	}
	var rows [][]placed
	for m, i := range which[:n] {
		b := &g.article.Blocks[i]
		if m == 0 && itemMark(b.Text) == 0 && ems(b.Text) <= headLimit {
			g.headed(g.setBlock(b, i, "P", look{face: g.Faces.Heading, size: pt(g.Sizes.Subheading), align: paragraph.Left}, g.measure), 0, 0, "")
			continue
		}
		g.starts[i] = len(g.slugs)
		rows = append(rows, g.hanging(b, i, 0, k, hang, up)...)
	}
	g.packed(rows)
	g.blank(1)
	return n
}

// headLimit is how long the line over references is at most, in ems.
const headLimit = 10
