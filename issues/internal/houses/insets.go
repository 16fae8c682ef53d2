package houses

import (
	"fmt"
	"strings"

	"kanyin/issues/reconstruct/label"
)

// What stands among an article's paragraphs and is not one of them.

func (w *writer) list(text string) {
	said := splitSentences(text)
	if len(said) < 3 {
		return
	}
	w.block++
	w.art.Blocks = append(w.art.Blocks, Block{label.List, strings.Join(said[:3], "\n")})
	for i, s := range said[:3] {
		w.add(look{face: w.face, size: w.size, inset: 1}, w.block, run{label.List, strings.ReplaceAll(w.bullet, "{n}", fmt.Sprint(i+1)) + s})
	}
}

// listings are programs such as magazines print.
var listings = [][]string{
	{"total = 0", "for day in diary:", "    if day.level > 3.5:", "        total += 1", "print(total)"},
	{"int gate(float level) {", "    // 超过警戒水位就开闸", "    if (level > LIMIT)", "        return OPEN;", "    return SHUT;", "}"},
	{"fn crossings(ferries: &[Ferry]) -> usize {", "    ferries", "        .iter()", "        .map(|f| f.trips)", "        .sum()", "}"},
	{"$ grep -c 白鹭 diary.txt", "31", "$ sort -n levels.txt | tail -1", "5.86"},
	{"SELECT boat, COUNT(*)", "FROM crossings", "WHERE day = '2024-05-02'", "GROUP BY boat;"},
}

// listing sets a program, kept line by line.
func (w *writer) listing() {
	w.rows(label.Code, oneOf(w.rng, listings...), look{face: "Mono", size: w.size * .8, inset: 1})
}

// table sets rows of figures, their cells parted by spaces.
func (w *writer) table() {
	rows := []string{oneOf(w.rng, "月份 水位 过桥人数", "年份 船只 吨位 收入", "项目 上年 本年")}
	cells := len(strings.Fields(rows[0])) - 1
	for i := range 3 + w.rng.IntN(4) {
		row := oneOf(w.rng, numeral(i+1)+"月", fmt.Sprint(2018+i), "第"+numeral(i+1)+"段")
		for range cells {
			row += fmt.Sprintf(oneOf(w.rng, " %d", " %d.5", " %d%%"), 3+w.rng.IntN(400))
		}
		rows = append(rows, row)
	}
	w.rows(label.Table, rows, look{face: w.smallFace, size: w.size - 1.5})
}

// rows adds a block that is kept line by line.
func (w *writer) rows(k label.Kind, rows []string, l look) {
	w.block++
	w.art.Blocks = append(w.art.Blocks, Block{k, strings.Join(rows, "\n")})
	for i, r := range rows {
		if l.above = 0; i == 0 {
			l.above = w.size * .8
		}
		w.add(l, w.block, run{k, r})
	}
}

func (w *writer) verse() {
	w.block++
	var lines []string
	for i, p := range w.src.Parts {
		l := look{face: w.smallFace, size: w.size, inset: 2}
		if i%4 == 0 {
			l.above = w.size
		}
		lines = append(lines, p.Text)
		w.add(l, w.block, run{label.Verse, p.Text})
	}
	w.art.Blocks = append(w.art.Blocks, Block{label.Verse, strings.Join(lines, "\n")})
}

func (w *writer) pullQuote() {
	said := sentences(w.src)
	if len(said) < 4 {
		return
	}
	text := oneOf(w.rng, "“%s”", "%s", "「%s」")
	text = fmt.Sprintf(text, oneOf(w.rng, said...))
	w.body(look{face: w.headFace, size: w.size + 3, align: w.titleAlign, above: w.size, below: w.size, inset: 1}, label.Quote, text, run{label.Quote, text})
}

// box sets a paragraph or two of an article that is not in the issue.
func (w *writer) box() {
	from := oneOf(w.rng, w.spare...)
	var texts []string
	for _, p := range from.Parts {
		if len(texts) < 2 && kindOfPart(p) == label.Paragraph && len([]rune(p.Text)) > 40 {
			texts = append(texts, p.Text)
		}
	}
	if len(texts) == 0 {
		return
	}
	w.block++
	title := oneOf(w.rng, "链接", "相关链接", "背景", "小贴士", "延伸阅读") + oneOf(w.rng, "", "："+from.Title[0])
	l := look{face: w.headFace, size: w.size + 1, bold: true, boxed: true, above: w.size, whole: true}
	w.add(l, w.block, run{label.Box, title})
	for _, t := range texts {
		w.add(look{face: w.smallFace, size: w.size - .5, indent: w.indent, boxed: true}, w.block, run{label.Box, t})
	}
	w.art.Blocks = append(w.art.Blocks, Block{label.Box, title + "\n" + strings.Join(texts, "\n")})
}
