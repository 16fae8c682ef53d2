package site

import "kanyin/issues/issue"

// Words are what the pages say of themselves.
type words struct {
	Tag                                                                                                       string
	Library, Home, Search, Skip, Newest, All, Contents, Editions, Untitled                                    string
	Previous, Next, Former, Later, Cite, Address, Published, Publisher, Total, Undated                        string
	Page, Cover, Issues, Articles, Characters, Feed, Catalogue, ForArchive, PrintShop, Screen, EBook, Archive string
	SearchFor, TwoCharacters, NeedsScript, Searching, NoHit, Hits, More, OfTitle, AllTitles                   string
	Breadcrumbs, Pager                                                                                        string
}

func wordsFor(language string) words {
	switch (issue.Meta{Language: language}).Script() {
	case issue.Hant:
		return hant
	case issue.Latin:
		return english
	}
	return hans
}

var hans = words{
	Tag: "zh-Hans", Library: "期刊文库", Home: "首页", Search: "检索", Skip: "跳到正文", Newest: "最新", All: "全部刊物", Contents: "目录", Editions: "下载", Untitled: "（无题）",
	Previous: "上一篇", Next: "下一篇", Former: "上一期", Later: "下一期", Cite: "引用", Address: "永久地址", Published: "出版日期", Publisher: "出版者", Total: "总第", Undated: "年份不详",
	Page: "第%d页", Cover: "封面", Issues: "期", Articles: "篇", Characters: "字", Feed: "订阅更新", Catalogue: "OPDS 书目（阅读软件订阅）", ForArchive: "存档与印刷", PrintShop: "印刷版 PDF", Screen: "屏幕版 PDF", EBook: "电子书 EPUB", Archive: "存档包",
	SearchFor: "检索全文", TwoCharacters: "请至少输入两个字。", NeedsScript: "检索需要启用 JavaScript；其余页面都不需要。", Searching: "正在检索……", NoHit: "没有找到。", Hits: "找到的文章：", More: "继续查找", OfTitle: "刊物", AllTitles: "全部刊物",
	Breadcrumbs: "当前位置", Pager: "前后",
}

var hant = words{
	Tag: "zh-Hant", Library: "期刊文庫", Home: "首頁", Search: "檢索", Skip: "跳到正文", Newest: "最新", All: "全部刊物", Contents: "目錄", Editions: "下載", Untitled: "（無題）",
	Previous: "上一篇", Next: "下一篇", Former: "上一期", Later: "下一期", Cite: "引用", Address: "永久地址", Published: "出版日期", Publisher: "出版者", Total: "總第", Undated: "年份不詳",
	Page: "第%d頁", Cover: "封面", Issues: "期", Articles: "篇", Characters: "字", Feed: "訂閱更新", Catalogue: "OPDS 書目（閱讀軟體訂閱）", ForArchive: "存檔與印刷", PrintShop: "印刷版 PDF", Screen: "螢幕版 PDF", EBook: "電子書 EPUB", Archive: "存檔包",
	SearchFor: "檢索全文", TwoCharacters: "請至少輸入兩個字。", NeedsScript: "檢索需要啟用 JavaScript；其餘頁面都不需要。", Searching: "正在檢索……", NoHit: "沒有找到。", Hits: "找到的文章：", More: "繼續查找", OfTitle: "刊物", AllTitles: "全部刊物",
	Breadcrumbs: "目前位置", Pager: "前後",
}

var english = words{
	Tag: "en", Library: "Library", Home: "Home", Search: "Search", Skip: "Skip to the text", Newest: "Newest", All: "All periodicals", Contents: "Contents", Editions: "Download", Untitled: "(untitled)",
	Previous: "Previous", Next: "Next", Former: "Former issue", Later: "Next issue", Cite: "Cite", Address: "Permanent address", Published: "Published", Publisher: "Publisher", Total: "Total number", Undated: "Undated",
	Page: "p. %d", Cover: "Cover", Issues: "issues", Articles: "articles", Characters: "characters", Feed: "Feed", Catalogue: "OPDS catalogue for reading apps", ForArchive: "For archive and press", PrintShop: "Print PDF", Screen: "Screen PDF", EBook: "E-book (EPUB)", Archive: "Archive package",
	SearchFor: "Search all texts", TwoCharacters: "Give two characters at the least.", NeedsScript: "Search needs JavaScript; no other page does.", Searching: "Searching…", NoHit: "Nothing was found.", Hits: "Articles found:", More: "Search on", OfTitle: "Periodical", AllTitles: "All periodicals",
	Breadcrumbs: "You are here", Pager: "Neighbours",
}
