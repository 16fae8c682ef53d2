package epub

import "kanyin/issues/issue"

// words are what the edition itself says, in the language of the issue.
type words struct {
	cover, contents, text, colophon, pages, landmarks, licence                   string
	untitled, comma, colon, within, ellipsis, issn, total, inThisIssue, fontNote string
	corrected                                                                    string // how many corrections an editor made
	picture, summary, summaryPictures, summaryPages                              string
}

func wordsOf(m issue.Meta) words {
	if m.Japanese() {
		return japanese()
	}
	switch m.Script() {
	case issue.Latin:
		return english()
	case issue.Hant:
		return traditional()
	}
	return simplified()
}

func simplified() words {
	return words{
		cover: "封面", contents: "目录", text: "正文", colophon: "版权页", pages: "页码", landmarks: "导览", licence: "字体许可",
		untitled: "无题", comma: "、", colon: "：", within: "：", ellipsis: "……", issn: "国际标准刊号", total: "总第%d期", inThisIssue: "本期：", fontNote: "本书内嵌字体的许可",
		corrected:       "本版据编者订正，共%d处",
		summary:         "全部内容均为文字，结构由标题、目录与阅读次序标明，可由读屏软件朗读，字体、字号与颜色可由读者改变。",
		summaryPages:    "页码与版式版一致。",
		picture:         "图片",
		summaryPictures: "正文以外有图片，图片均有替代文字；结构由标题、目录与阅读次序标明，文字可由读屏软件朗读，字体、字号与颜色可由读者改变。",
	}
}

func traditional() words {
	return words{
		cover: "封面", contents: "目錄", text: "正文", colophon: "版權頁", pages: "頁碼", landmarks: "導覽", licence: "字體授權",
		untitled: "無題", comma: "、", colon: "：", within: "：", ellipsis: "……", issn: "國際標準期刊號", total: "總第%d期", inThisIssue: "本期：", fontNote: "本書內嵌字體的授權",
		corrected:       "本版據編者訂正，共%d處",
		summary:         "全部內容均為文字，結構由標題、目錄與閱讀次序標明，可由螢幕閱讀軟體朗讀，字體、字號與顏色可由讀者改變。",
		summaryPages:    "頁碼與版式版一致。",
		picture:         "圖片",
		summaryPictures: "正文以外有圖片，圖片均有替代文字；結構由標題、目錄與閱讀次序標明，文字可由螢幕閱讀軟體朗讀，字體、字號與顏色可由讀者改變。",
	}
}

func japanese() words {
	return words{
		cover: "表紙", contents: "目次", text: "本文", colophon: "奥付", pages: "ページ番号", landmarks: "案内", licence: "フォントのライセンス",
		untitled: "無題", comma: "、", colon: "：", within: "：", ellipsis: "……", issn: "ISSN", total: "通巻%d号", inThisIssue: "今号：", fontNote: "埋め込みフォントのライセンス",
		corrected:       "編集者による訂正%d箇所",
		summary:         "内容はすべて文字で、見出し・目次・読み順で構造を示す。音声で読み上げることができ、書体・大きさ・色は読者が変えられる。",
		summaryPages:    "ページ番号は組版した版と同じ。",
		picture:         "図版",
		summaryPictures: "本文のほかに図版があり、すべてに代替テキストがある。見出し・目次・読み順で構造を示す。文字は音声で読み上げることができ、書体・大きさ・色は読者が変えられる。",
	}
}

func english() words {
	return words{
		cover: "Cover", contents: "Contents", text: "Text", colophon: "Colophon", pages: "Pages", landmarks: "Landmarks", licence: "Font licences",
		untitled: "Untitled", comma: ", ", colon: ": ", within: ": ", ellipsis: "…", issn: "ISSN", total: "whole no. %d", inThisIssue: "In this issue: ", fontNote: "Licences of the embedded fonts",
		corrected:       "Corrected by the editor in %d places",
		summary:         "All content is text, structured by headings, contents and reading order; it can be read aloud, and its fonts, sizes and colours can be changed.",
		summaryPages:    " Page numbers are those of the typeset edition.",
		picture:         "Picture",
		summaryPictures: "There are pictures beside the text, all with alternative text; the structure is told by headings, contents and reading order; the text can be read aloud, and its fonts, sizes and colours can be changed.",
	}
}
