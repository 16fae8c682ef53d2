package houses

import (
	"fmt"
	"strings"

	"kanyin/issues/reconstruct/label"
)

// coverPieces are what the cover shouts.
func (p *plan) coverPieces() []piece {
	if !p.cover {
		return nil
	}
	say := func(text string, size float64) piece {
		return piece{runs: []run{{label.Cover, text}}, look: look{face: p.titleFace, size: size, bold: true, below: size * 1.5, span: true}}
	}
	out := []piece{say(p.issue, 12), say(p.magazine, 48)}
	for i := 0; i < len(p.articles) && i < 3; i++ {
		out = append(out, say(p.articles[(i*3)%len(p.articles)].Title, 17))
	}
	return append(out, say("ISSN 9999-1252", 9))
}

// contentsPieces are the contents, a piece a line or a cell of a line.
func (p *plan) contentsPieces() []piece {
	c := p.contents
	if c.none {
		return nil
	}
	row := look{face: p.headFace, size: p.size, inset: c.indent, above: p.size * .4}
	out := []piece{{runs: []run{{label.ContentsHead, p.trad(c.heading)}}, look: look{face: p.headFace, size: 24, bold: true, page: true, span: true, below: p.size}}}
	column, columns := "", 0
	for i, a := range p.articles {
		if s := p.column(i); c.section != "" && s != "" && s != column {
			column = s
			columns++
			l := look{face: p.headFace, size: p.size + 1.5, bold: true, above: p.size, whole: true}
			out = append(out, piece{runs: []run{{label.ContentsSection, strings.ReplaceAll(c.section, "{section}", s)}}, block: columns, look: l})
		}
		for _, text := range strings.Split(p.row(i, a), "\n") {
			out = append(out, piece{runs: []run{{label.Contents, text}}, article: i + 1, block: i + 1, look: row})
		}
	}
	return out
}

// column is the column that article i is printed under.
func (p *plan) column(i int) string { return p.columnOf[i] }

// row is an entry as it is printed; a tab stands for the gap in it.
func (p *plan) row(i int, a Article) string {
	shape := p.contents.row
	by := p.contents.by + strings.Join(a.Authors, p.contents.join)
	if len(a.Authors) == 0 {
		by = ""
		for _, s := range []string{" / {author}", "（{author}）", "{author}：", "{author}\t", "\n{author}", " {author}"} {
			if strings.Contains(shape, s) {
				shape = strings.Replace(shape, s, "", 1)
				break
			}
		}
	}
	title := a.Title
	if p.contents.over && p.columnOf[i] != "" {
		title = "【" + p.columnOf[i] + "】" + title
	}
	dots := strings.Repeat("…", max(2, 14-len([]rune(title))/2))
	return strings.NewReplacer("{title}", title, "{author}", by, "{page}", fmt.Sprintf("{start:%d}", i+1), "{dots}", dots).Replace(shape)
}

// colophonPieces say who publishes.
func (p *plan) colophonPieces() []piece {
	if !p.style.colophon {
		return nil
	}
	all := []string{"主管 青溪县文化馆", "主办 " + p.magazine + "杂志社", "主编 高望川", "执行主编 温若水　美术编辑 " + p.names.Editors[0], "地址 青溪镇码头路12号", "电话 0555-5550100", "定价 9.80元",
		"国际标准连续出版物号 ISSN 9999-1252", "邮发代号 99-125", "出版日期 每月5日"}
	var out []piece
	for i, s := range all {
		if (i+len(p.articles))%3 != 0 {
			out = append(out, piece{runs: []run{{label.Colophon, p.trad(s)}}, look: look{face: p.face, size: 7.5, above: 2}})
		}
	}
	return out
}

// furniture gives every page its running head and its number.
func (p *plan) furniture(lines []*line, first, last int) []*line {
	var out []*line
	title, section := "", ""
	for page := first; page <= last; page++ {
		for _, l := range lines {
			if l.page == page && l.article > 0 && l.kind != label.Contents {
				title, section = p.articles[l.article-1].Title, p.columnOf[l.article-1]
				if l.kind == label.Title {
					break
				}
			}
		}
		fill := strings.NewReplacer("{magazine}", p.magazine, "{issue}", p.issue, "{title}", title, "{section}", section, "{date}", "2025年3月5日")
		out = append(out, p.edge(p.heads, fill, page, p.margin*.6)...)
		out = append(out, p.edge([]string{strings.ReplaceAll(p.folio, "{page}", fmt.Sprint(page))}, fill, page, p.paper[1]-p.margin*.7)...)
	}
	return out
}

// edge sets the values of a running head over a page's width.
func (p *plan) edge(shapes []string, fill *strings.Replacer, page int, y float64) []*line {
	var out []*line
	for i, s := range shapes {
		text := fill.Replace(s)
		if text == "" {
			continue
		}
		where := p.headAlign
		if len(shapes) > 1 {
			where = []align{left, centre, right}[min(2, i*2/(len(shapes)-1))]
		}
		l := &line{text: text, kind: label.Running, look: look{face: p.headFace, size: 8, align: where}, page: page, first: true, last: true}
		l.stand(p.margin, p.paper[0]-2*p.margin, y)
		out = append(out, l)
	}
	return out
}
