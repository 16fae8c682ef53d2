package epub

import (
	"kanyin/issues/issue"
	"kanyin/issues/say"
)

// town is an issue that has every kind of block and what is awkward in XHTML.
func town() *issue.Issue {
	n := 0
	block := func(k issue.Kind, text string) issue.Block {
		n++
		return issue.Block{Kind: k, Text: text, Lines: []int{n}}
	}
	form := func(f issue.Form, text string) issue.Block {
		b := block(issue.Paragraph, text)
		b.Form = f
		return b
	}
	head := func(level int, text string) issue.Block {
		b := block(issue.Heading, text)
		b.Level = level
		return b
	}
	lead := func(l, text string) issue.Block {
		b := block(issue.Paragraph, text)
		b.Lead = l
		return b
	}
	iss := &issue.Issue{
		Source: issue.Source{File: "town.txt", SHA256: "00"},
		Meta: issue.Meta{
			Title: "河口", Year: 2025, Number: 3, Total: 87, ISSN: "1234-5679", CN: "CN 99-1234/C", Publisher: "河口杂志社", Date: "每月10日", Language: "zh-Hans",
			Staff: []issue.Staff{{Duty: "主编", Names: []string{"周渡"}}, {Duty: "美术编辑", Names: []string{"林桥"}}, {Duty: "校对", Names: []string{"何岸"}}},
		},
		Front: []issue.Block{
			block(issue.Cover, "河口　2025年第3期"), block(issue.Toc, "春风又绿 / 李明　4"), block(issue.Masthead, "主编：周渡　美术编辑：林桥　校对：何岸"),
			block(issue.Masthead, "版权所有，转载请注明 R&D <河口>"),
		},
		Dropped: []issue.Block{{Kind: issue.RunningHead, Text: "河口 2025年第3期", Lines: []int{999}, Why: say.Verbatim("seen on 3 pages")}},
		Toc: []issue.Entry{
			{Page: 4, Section: "特稿", Title: "春风又绿", Authors: []string{"李明"}, Articles: []string{"a01"}},
			{Page: 48, Section: "封底", Title: "水边的集市", Authors: []string{"吴帆"}},
		},
	}
	iss.Articles = []issue.Article{
		{ID: "a01", Section: "特稿", Kicker: "渡口一年", Title: "春风又绿河两岸", Subtitle: "——记下游的三个渡口", Authors: []string{"李明", "欧阳河"}, Page: 4, Blocks: []issue.Block{
			block(issue.Kicker, "渡口一年"), block(issue.Title, "春风又绿"), block(issue.Title, "河两岸"), block(issue.Subtitle, "——记下游的三个渡口"),
			block(issue.Byline, "李明　欧阳河"), block(issue.Role, "本刊记者"), block(issue.Dateline, "2025年2月　河口"),
			block(issue.Paragraph, "渡口的老人说，今年的水早了十天。“船到了。”谁也没有动……①"),
			lead("水位。", "水位。三月的水位比去年高出 30 厘米，R&D 小组写道：The river is a friend of the town, and it takes its time. 这是实话。"),
			head(1, "一、渡船"), block(issue.Paragraph, "船板换了新的。"), head(3, "（一）木料"), block(issue.Paragraph, "木料来自上游。"),
			block(issue.Caption, "渡口的清晨"), block(issue.Credit, "摄影／吴帆"), block(issue.Caption, "新船下水"), block(issue.Credit, "（何岸 摄）"),
			head(1, "二、集市"), form(issue.Item, "1. 鱼市在桥东。"), form(issue.Item, "2. 菜市在桥西。"),
			form(issue.Quotation, "水到渠成。"), block(issue.SourceNote, "——摘自《河口志》"),
			form(issue.Verse, "水自西来\n风从东起\n一城灯火"), form(issue.Book, "《渡口》，河口出版社 2024 年版，定价 30 元。"),
			block(issue.Data, "月份　水位　船次"), block(issue.Data, "一月　  3.2 米　40"),
			block(issue.Note, "① 水早：当地说法，指春汛提前。"), block(issue.Affiliation, "（作者单位：河口小学）"), block(issue.Editor, "[编辑：沈波]"), block(issue.Prompt, "扫码听本文"),
		}},
		{ID: "a02", Section: "特稿", Subsection: "问答", Title: "问水", Authors: []string{"李明"}, Page: 9, Blocks: []issue.Block{
			block(issue.Title, "问水"), block(issue.Byline, "李明"), form(issue.Question, "问：船什么时候开？"), form(issue.Answer, "答：水到了就开。"),
			form(issue.Question, "问：谁开船？"), form(issue.Answer, "答：老周。"), block(issue.Note, "② 没有人引用这条注。"),
		}},
		{ID: "a03", Section: "学校", Title: "操场边的<script>alert(1)</script>", Page: 12, Blocks: []issue.Block{
			block(issue.Title, "操场边的<script>alert(1)</script>"), block(issue.Paragraph, "&nbsp; ]]> \x0b \uFFFE \" ' <b>粗</b> R&D &#x41;"),
		}},
		{ID: "a04", Blocks: []issue.Block{block(issue.Paragraph, "没有标题的一篇，从半句话开始。")}},
	}
	return iss
}

// townPages are page breaks of the town's printed edition.
func townPages() []PageBreak {
	return []PageBreak{
		{"4", "a01", 0, 0}, {"5", "a01", 7, 12}, {"6", "a01", 8, 3}, {"7", "a01", 22, 5}, {"8", "a01", 29, 5},
		{"9", "a02", 0, 0}, {"12", "a03", 0, 0}, {"插页", "a04", 0, 5}, {"12", "a04", 0, 15},
	}
}
