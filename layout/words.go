package layout

import (
	"fmt"
	"strings"

	"kanyin/issues/issue"
)

// Words are the few that layout adds of its own, in the issue's language.
type words struct {
	cover, contents, colophon, picture, pictures, notes, back string // names of pages
	total, issn, cn, price                                    string // forms of what Meta says
	corrected, by, and                                        string // that an editor corrected, in how many places; who did
}

func wordsOf(m issue.Meta) words {
	if m.Japanese() {
		return words{"表紙", "目次", "奥付", "図版", "図版", "メモ", "裏表紙", "通巻%d号", "ISSN %s", "CN %s", "定価 %s", "編集者による訂正%d箇所", "：", "、"}
	}
	switch m.Script() {
	case issue.Latin:
		return words{"Cover", "Contents", "Imprint", "Picture", "Pictures", "Notes", "Back cover", "Whole no. %d", "ISSN %s", "CN %s", "%s", "Corrected by the editor in %d places", ": ", ", "}
	case issue.Hant:
		return words{"封面", "目錄", "版權", "圖片", "圖片說明", "筆記", "封底", "總第%d期", "ISSN %s", "CN %s", "定價 %s", "本版據編者訂正，共%d處", "：", "、"}
	}
	return words{"封面", "目录", "版权", "图片", "图片说明", "笔记", "封底", "总第%d期", "ISSN %s", "CN %s", "定价 %s", "本版据编者订正，共%d处", "：", "、"}
}

// imprint is what an issue says of itself, a line each.
func (w words) imprint(m issue.Meta) []string {
	list := lines("%s", w.totalOf(m), "%s", m.Publisher)
	return append(list, w.serial(m)...)
}

// serial is what the law asks a cover to say: ISSN, CN, price, a line each.
func (w words) serial(m issue.Meta) []string {
	return lines(w.issn, m.ISSN, w.cn, m.CN, w.price, m.Price)
}

// totalOf is the number among all issues, or "".
func (w words) totalOf(m issue.Meta) string {
	if m.Total == 0 {
		return ""
	}
	return fmt.Sprintf(w.total, m.Total)
}

// lines puts values into forms, form and value by turns; what is empty has no line.
func lines(pairs ...string) []string {
	var list []string
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			list = append(list, fmt.Sprintf(pairs[i], pairs[i+1]))
		}
	}
	return list
}

// correctedBy says that an editor put something right, "" where none did.
func (w words) correctedBy(iss *issue.Issue) string {
	n, editors := iss.Corrected()
	if n == 0 {
		return ""
	}
	note := fmt.Sprintf(w.corrected, n)
	if editors != nil {
		note += w.by + strings.Join(editors, w.and)
	}
	return note
}
