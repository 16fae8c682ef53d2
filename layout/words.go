package layout

import (
	"fmt"

	"kanyin/issues/issue"
)

// Words are the few that layout adds of its own, in the issue's language.
type words struct {
	cover, contents, colophon, pictures, notes, back string // names of pages
	total, issn, cn, price                           string // forms of what Meta says
}

func wordsOf(s issue.Script) words {
	switch s {
	case issue.Latin:
		return words{"Cover", "Contents", "Imprint", "Pictures", "Notes", "Back cover", "Whole no. %d", "ISSN %s", "CN %s", "%s"}
	case issue.Hant:
		return words{"封面", "目錄", "版權", "圖片說明", "筆記", "封底", "總第%d期", "ISSN %s", "CN %s", "定價 %s"}
	}
	return words{"封面", "目录", "版权", "图片说明", "笔记", "封底", "总第%d期", "ISSN %s", "CN %s", "定价 %s"}
}

// imprint is what an issue says of itself, a line each.
func (w words) imprint(m issue.Meta) []string {
	var list []string
	add := func(form, value string) {
		if value != "" {
			list = append(list, fmt.Sprintf(form, value))
		}
	}
	if m.Total > 0 {
		list = append(list, fmt.Sprintf(w.total, m.Total))
	}
	add("%s", m.Publisher)
	add(w.issn, m.ISSN)
	add(w.cn, m.CN)
	add(w.price, m.Price)
	return list
}
