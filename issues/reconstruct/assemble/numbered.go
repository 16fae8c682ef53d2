package assemble

import (
	"regexp"
	"slices"
	"strings"

	"kanyin/issues/reconstruct/fold"
	"kanyin/issues/reconstruct/label"
)

// rowNumber is the page that a row of contents begins with.
var rowNumber = regexp.MustCompile(`^0?\d{1,3}[^\d年月日.,、．]`)

// colophonRow is how lines of a masthead begin that stands under the contents.
var colophonRow = regexp.MustCompile(`^(主管|主办|主編|主编|社长|出版|编辑|國際|国际标准|国内统一|ISSN|CN|邮发|定价|地址|电话)`)

// contentsHead heads contents. A recogniser that has one ideograph wrong still
// reads the Latin beside it: 引录 MULU.
var contentsHead = regexp.MustCompile(`^(本期)?(目录|目錄|目次|要目)(CONTENTS|MULU)?$|^(\p{Han}{2})?(CONTENTS|MULU)$`)

// numberRows mends contents whose rows begin with their pages: where most do,
// each of them begins an entry, whatever the chain made of it, and a row without
// a page in a larger type is the column's name. Recognised text needs it most:
// its leaders are letters, and its rows look like no row that was learnt.
//
//	副刊                        (larger)
//	07 团结是桥 习近水
//	09 阿尔泰山下 阿组轩
func numberRows(t *text) {
	t.labels = slices.Clone(t.labels)
	t.editorRows()
	for from := 0; from < len(t.rows); from++ {
		if !inContents(t.labels[from].Kind) {
			continue
		}
		to := from
		for to < len(t.rows) && inContents(t.labels[to].Kind) && t.rows[to].Page == t.rows[from].Page {
			to++
		}
		if t.numberRun(from, to) {
			t.announce(from)
			t.sectionsInRun(from, to)
			for ; to < len(t.rows) && t.rows[to].Page == t.rows[from].Page && colophonRow.MatchString(t.row(to)); to++ {
				t.labels[to].Kind, t.labels[to].Begins = label.Colophon, true
			}
		}
		from = to - 1
	}
}

// announce makes a cover of what was taken for contents on pages before the
// contents: it shouts their titles again, without pages.
func (t *text) announce(first int) {
	for i := range first {
		if inContents(t.labels[i].Kind) && t.rows[i].Page < t.rows[first].Page && !rowNumber.MatchString(t.row(i)) {
			t.labels[i].Kind = label.Cover
		}
	}
}

// editorRows are no bylines: （责任编辑：江玲彤） at an article's end signs nothing.
func (t *text) editorRows() {
	for i := range t.rows {
		if t.labels[i].Kind != label.Byline {
			continue
		}
		s := strings.TrimLeft(t.row(i), "（(［[【 ")
		if rest, _, ok := fold.CutHead(s, fold.EditorHeads); ok && strings.HasPrefix(strings.TrimLeft(rest, " "), "：") {
			t.labels[i].Kind, t.labels[i].Begins = label.Note, true
		}
	}
}

func inContents(k label.Kind) bool { return k == label.Contents || k == label.ContentsSection }

// numberRun mends the rows of one page's contents, if most begin with pages.
func (t *text) numberRun(from, to int) bool {
	const enough = 4 // rows: fewer show no habit
	numbered, size := 0, float32(0)
	for i := from; i < to; i++ {
		if rowNumber.MatchString(t.row(i)) {
			numbered++
			if f := t.rows[i].Fact; f != nil {
				size += f.Size
			}
		}
	}
	if numbered < enough || 3*numbered < to-from {
		return false
	}
	size /= float32(numbered)
	for i := from; i < to; i++ {
		s, l := t.row(i), &t.labels[i]
		f := t.rows[i].Fact
		const larger = 1.15 // of a column's name over its rows; ink that was measured errs by less
		switch {
		case contentsHead.MatchString(strings.ToUpper(strings.Join(strings.Fields(s), ""))):
			l.Kind, l.Begins = label.ContentsHead, true
		case rowNumber.MatchString(s):
			l.Kind, l.Begins = label.Contents, true
		case f != nil && f.Size > larger*size && runeCount(s) <= 8:
			l.Kind, l.Begins = label.ContentsSection, true
		case colophonRow.MatchString(s) && i > from:
			l.Kind, l.Begins = label.Colophon, true
		}
	}
	return true
}
