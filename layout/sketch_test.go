package layout_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"kanyin/issues/issue"
	"kanyin/layout"
)

// small is the design of the golden pages: two columns of ten characters and
// sixteen lines, ten on sixteen points, so that a page can be read as text.
func small() layout.Design {
	return layout.Design{
		Paper:    layout.Paper{Width: 100, Height: 125, Inner: 11, Top: 20, Head: 12, Foot: 8},
		Body:     layout.Body{Lines: 16},
		Columns:  layout.Columns{Count: 2, Measure: 10, Gutter: 2},
		Short:    layout.Columns{Count: 2, Measure: 10, Gutter: 2},
		Sizes:    layout.Sizes{Titles: []float64{18, 16, 14}, Subtitle: 11, Kicker: 11},
		Multiple: 1,
		Stories:  layout.Stories{Quotes: "own"},
	}
}

// prose is what ~N in a golden's issue stands for: N characters of it.
const prose = "河水今年来得早，渡口的木船都上了岸。早市照样开，卖藕的人坐在石阶上，把泥洗掉，一节一节摆好。孩子们放学绕路来看水，谁也不说话。到了傍晚，风从对岸过来，带着稻草的味道，桥上的灯一盏一盏亮了，守桥的老人收起凳子，慢慢走回家去。"

func filler(n int) string {
	runes := []rune(strings.Repeat(prose, n/len([]rune(prose))+1))[:n]
	if n > 1 && strings.ContainsRune("，。", runes[n-2]) {
		runes[n-2] = '了'
	}
	if n > 0 {
		runes[n-1] = '。'
	}
	return string(runes)
}

// readIssue reads a golden's issue, a thing a line:
//
//	meta title 河口          front masthead 主编 李明
//	toc 河边 | 渡口 | 李明 | a01
//	article 河边 › 人物       title 渡口
//	paragraph ~60            paragraph/verse 一句\n又一句
//	paragraph+2 开门。后来   heading2 小节
//	picture 1200x800 桥上
//
// A 2 after heading is its level; +2 says how many characters the lead has; a
// picture has its pixels, and what the source says that it shows.
func readIssue(t *testing.T, text string) *issue.Issue {
	t.Helper()
	iss := &issue.Issue{Source: issue.Source{File: "issue.txt", Lines: strings.Split(text, "\n")}}
	for n, line := range iss.Source.Lines {
		word, rest, _ := strings.Cut(line, " ")
		switch word {
		case "":
		case "meta":
			readMeta(t, &iss.Meta, rest)
		case "corrected":
			iss.Corrections = append(iss.Corrections, issue.Correction{Lines: []int{1}, Editor: rest})
		case "habit":
			iss.House = append(iss.House, issue.Habit{Name: rest})
		case "toc":
			f := strings.Split(rest, " | ")
			section, sub, _ := strings.Cut(f[0], " › ")
			e := issue.Entry{Section: section, Subsection: sub, Title: f[1], Lines: []int{n + 1}}
			if len(f) > 2 && f[2] != "" {
				e.Authors = strings.Split(f[2], "、")
			}
			if len(f) > 3 {
				e.Articles = strings.Fields(f[3])
			}
			iss.Toc = append(iss.Toc, e)
		case "front":
			iss.Front = append(iss.Front, readBlock(t, rest, n+1))
		case "article":
			section, sub, _ := strings.Cut(rest, " › ")
			iss.Articles = append(iss.Articles, issue.Article{ID: fmt.Sprintf("a%02d", len(iss.Articles)+1), Section: section, Subsection: sub})
		default:
			a := &iss.Articles[len(iss.Articles)-1]
			b := readBlock(t, line, n+1)
			switch b.Kind {
			case issue.Title:
				a.Title = b.Text
			case issue.Byline:
				a.Authors = append(a.Authors, b.Text)
			case issue.Figure:
				p := issue.Picture{Name: fmt.Sprintf("p%d.jpg", len(iss.Pictures)+1)}
				fmt.Sscanf(b.Text, "%dx%d %s", &p.Width, &p.Height, &p.Alt)
				iss.Pictures = append(iss.Pictures, p)
				b.Text, b.Lines, b.Picture = "", nil, p.Name
			}
			a.Blocks = append(a.Blocks, b)
		}
	}
	return iss
}

func readMeta(t *testing.T, m *issue.Meta, line string) {
	t.Helper()
	key, value, _ := strings.Cut(line, " ")
	n, _ := strconv.Atoi(value)
	switch key {
	case "title":
		m.Title = value
	case "year":
		m.Year = n
	case "number":
		m.Number = n
	case "total":
		m.Total = n
	case "issn":
		m.ISSN = value
	case "price":
		m.Price = value
	case "language":
		m.Language = value
	default:
		t.Fatalf("no meta %s", key)
	}
}

func readBlock(t *testing.T, line string, n int) issue.Block {
	t.Helper()
	word, text, _ := strings.Cut(line, " ")
	word, lead, _ := strings.Cut(word, "+")
	word, form, _ := strings.Cut(word, "/")
	b := issue.Block{Kind: issue.Kind(strings.TrimRight(word, "0123456789")), Form: issue.Form(form), Lines: []int{n}}
	if level := strings.TrimLeft(word, "abcdefghijklmnopqrstuvwxyz-"); level != "" {
		b.Level, _ = strconv.Atoi(level)
	} else if b.Kind == issue.Heading {
		b.Level = 1
	}
	if size, ok := strings.CutPrefix(text, "~"); ok {
		count, err := strconv.Atoi(size)
		if err != nil {
			t.Fatal(err)
		}
		text = filler(count)
	}
	b.Text = strings.ReplaceAll(text, `\n`, "\n")
	if lead != "" {
		count, _ := strconv.Atoi(lead)
		b.Lead = string([]rune(b.Text)[:count])
	}
	return b
}

// sketch draws the pages with what stands in the type area: for each line its
// row on the grid, its left edge in characters from the type area's, its element,
// and its text. Rows and edges off the grid have decimals.
func sketch(doc *layout.Document, g grid) string {
	var b strings.Builder
	for i := range doc.Pages {
		p := &doc.Pages[i]
		fmt.Fprintf(&b, "page %s %.2f\n", p.Label, p.Fill)
		for _, l := range linesOf(p) {
			if l.element == 0 {
				continue
			}
			fmt.Fprintf(&b, "%7s %6s  %-8s %s\n", g.row(l.y, l.size), g.column(l.x, i+1), doc.Elements[l.element].Tag, l.text)
		}
	}
	return b.String()
}

// A line is the texts of a page that stand beside each other as one.
type line struct {
	x, y, end, size layout.Length
	element         int
	face, text      string
}

func linesOf(p *layout.Page) []line {
	var list []line
	for _, t := range p.Texts {
		end := t.X
		for _, a := range t.Advances {
			end += a
		}
		if n := len(list); n > 0 && t.Element != 0 && list[n-1].element != 0 && list[n-1].y == t.Y && abs(t.X-list[n-1].end) <= t.Size/2 {
			list[n-1].end, list[n-1].text = end, list[n-1].text+string(t.Runes)
			continue
		}
		list = append(list, line{t.X, t.Y, end, t.Size, t.Element, t.Face, string(t.Runes)})
	}
	return list
}

func abs(l layout.Length) layout.Length { return max(l, -l) }

// A grid is a design's, in lengths.
type grid struct {
	top, inner, outer, size, leading, wide layout.Length
	vertical                               bool
}

func gridOf(d layout.Design) grid {
	h := layout.House()
	first := func(a, b float64) float64 {
		if a != 0 {
			return a
		}
		return b
	}
	mm := func(v float64) layout.Length { return layout.Length(v*72000/25.4 + 0.5) }
	cols := d.Columns
	if cols.Count == 0 {
		cols = h.Columns
	}
	g := grid{
		top: mm(first(d.Paper.Top, h.Paper.Top)), inner: mm(first(d.Paper.Inner, h.Paper.Inner)),
		size: layout.Length(first(d.Body.Size, h.Body.Size) * 1000), leading: layout.Length(first(d.Body.Leading, h.Body.Leading) * 1000),
	}
	g.wide = layout.Length((float64(cols.Count)*cols.Measure + float64(cols.Count-1)*cols.Gutter) * float64(g.size))
	g.outer = mm(first(d.Paper.Width, h.Paper.Width)) - g.inner - g.wide
	if d.Vertical() { // laid on its side: the margins at the top are those of the spine and the fore-edge
		reach := layout.Length(d.Body.Lines-1)*g.leading + g.size
		g.outer = mm(d.Paper.Width) - g.inner - reach
		g.top, g.inner, g.vertical = g.inner, g.top, true
	}
	return g
}

func (g grid) left(page int) layout.Length {
	if page%2 == 1 || g.vertical {
		return g.inner
	}
	return g.outer
}

// row is the row that a baseline stands on, from 0, measured for the body.
func (g grid) row(y, size layout.Length) string {
	return decimal(float64(y-g.top-g.size*88/100) / float64(g.leading))
}

func (g grid) column(x layout.Length, page int) string {
	return decimal(float64(x-g.left(page)) / float64(g.size))
}

func decimal(v float64) string {
	return strings.TrimSuffix(strings.TrimSuffix(strconv.FormatFloat(v, 'f', 2, 64), "0"), ".0")
}
