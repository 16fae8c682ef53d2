package torn_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/torn"
)

// A piece is an article of the issue that is dressed in many ways.
type piece struct {
	page           int
	column, title  string
	authors        []string
	first, further string
}

var pieces = []piece{
	{4, "街巷", "豆腐坊的早晨", []string{"林一舟"}, "豆腐坊的烟囱比鸡醒得早，磨浆、煮浆、点卤，街上才有第一声自行车铃。", "最后一板压好的时候，天才亮了一半，买豆腐的人已经排到了桥头。"},
	{7, "街巷", "渡口的灯点了四十年", []string{"何溪", "方圆"}, "天还没有亮，渡口的老人就把船头的灯点上了，对岸的人等着过河去赶早市。", "船靠了岸，老人把灯吹灭，坐下来等下一拨客人，这盏灯他点了四十年。"},
	{9, "学校", "小学的图书馆", []string{"周小满"}, "小学的图书馆只有一间教室那么大，书架是木匠用旧门板打的，孩子们下了课就来。", "管图书馆的老师说，书翻烂了再补，总比放着好，放着的书才可惜。"},
	{12, "学校", "操场边的银杏", []string{"钱望"}, "银杏每年落下许多白果，地上的可以捡，树上的不许打，这是老校长定下的规矩。", "秋天的时候满地都是黄的，扫树叶的人说，扫了一辈子也没有扫厌过。"},
	{15, "来信", "桥头的路灯该修了", nil, "编辑同志：桥头的六盏路灯坏了四盏，晚上下班的人只好打着手电过桥。", "已经有人在桥上摔过跤，请你们转告有关部门，早些派人来修。"},
}

// dressed is the issue with the contents, the bylines and the end marks so.
func dressed(column func(string) string, row func(p piece) string, byline func([]string) string, end string) string {
	var b strings.Builder
	line := func(s string) {
		if s != "" {
			b.WriteString(s + "\n\n")
		}
	}
	line("河与镇")
	line("2025年第3期（总第41期）")
	line("目录")
	before := ""
	for _, p := range pieces {
		if p.column != before {
			line(column(p.column))
		}
		before = p.column
		line(row(p))
	}
	for _, p := range pieces {
		line(p.title)
		if len(p.authors) > 0 {
			line(byline(p.authors))
		}
		line(p.first)
		line(p.further)
		line(end)
	}
	return b.String()
}

// Whatever dress the contents have, their entries are the same.
func TestContentsInManyDresses(t *testing.T) {
	names := func(p piece) string { return strings.Join(p.authors, " ") }
	rows := map[string]func(p piece) string{
		"page title author":        func(p piece) string { return fmt.Sprintf("%02d %s %s", p.page, p.title, names(p)) },
		"page, tab, title, author": func(p piece) string { return fmt.Sprintf("%d\t%s\t%s", p.page, p.title, names(p)) },
		"page and stop":            func(p piece) string { return fmt.Sprintf("%d. %s　%s", p.page, p.title, names(p)) },
		"page in brackets first":   func(p piece) string { return fmt.Sprintf("（%d）%s %s", p.page, p.title, names(p)) },
		"page in square brackets":  func(p piece) string { return fmt.Sprintf("[%02d] %s %s", p.page, p.title, names(p)) },
		"page with a word":         func(p piece) string { return fmt.Sprintf("第%d页 %s %s", p.page, p.title, names(p)) },
		"page with P":              func(p piece) string { return fmt.Sprintf("P.%d %s / %s", p.page, p.title, names(p)) },
		"page behind a stroke":     func(p piece) string { return fmt.Sprintf("%03d | %s | %s", p.page, p.title, names(p)) },
		"author, dots, page":       func(p piece) string { return fmt.Sprintf("%s %s……%d", p.title, names(p), p.page) },
		"dots, author, dots, page": func(p piece) string { return fmt.Sprintf("%s……%s……%d", p.title, names(p), p.page) },
		"dots, author, page":       func(p piece) string { return fmt.Sprintf("%s…………%s（%d）", p.title, names(p), p.page) },
		"middle dots":              func(p piece) string { return fmt.Sprintf("%s %s ········ %d", p.title, names(p), p.page) },
		"author in brackets": func(p piece) string {
			return strings.ReplaceAll(fmt.Sprintf("%s（%s）%d", p.title, names(p), p.page), "（）", " ")
		},
		"stroke, page":             func(p piece) string { return fmt.Sprintf("%s/%s/%d", p.title, names(p), p.page) },
		"upright stroke, page":     func(p piece) string { return fmt.Sprintf("%s ｜ %s ｜ %d", p.title, names(p), p.page) },
		"wide gap, page":           func(p piece) string { return fmt.Sprintf("%s        %s        %d", p.title, names(p), p.page) },
		"page with a word at last": func(p piece) string { return fmt.Sprintf("%s %s 第%d页", p.title, names(p), p.page) },
		"page with P at last":      func(p piece) string { return fmt.Sprintf("%s %s P%d", p.title, names(p), p.page) },
		"author says that he is": func(p piece) string {
			return strings.ReplaceAll(fmt.Sprintf("%s 文/%s %d", p.title, names(p), p.page), "文/ ", "")
		},
		"author first": func(p piece) string {
			return strings.TrimPrefix(fmt.Sprintf("%s：%s %d", names(p), p.title, p.page), "：")
		},
		"bullet before the title": func(p piece) string { return fmt.Sprintf("· %s %s %d", p.title, names(p), p.page) },
		"title in a frame":        func(p piece) string { return fmt.Sprintf("%d 《%s》 %s", p.page, p.title, names(p)) },
	}
	columns := map[string]func(string) string{
		"plain":  func(s string) string { return s },
		"frame":  func(s string) string { return "【" + s + "】" },
		"bullet": func(s string) string { return "■ " + s },
		"dots":   func(s string) string { return "·" + s + "·" },
		"stroke": func(s string) string { return "| " + s + " |" },
		"spaced": func(s string) string { return strings.Join(strings.Split(s, ""), "　") },
	}
	for cname, column := range columns {
		for rname, row := range rows {
			t.Run(rname+"/"+cname, func(t *testing.T) {
				f := lines(dressed(column, row, func(a []string) string { return strings.Join(a, " ") }, "（责任编辑：许平）"))
				iss := torn.Issue(f)
				holdEntries(t, iss)
			})
		}
	}
}

func holdEntries(t *testing.T, iss *issue.Issue) {
	t.Helper()
	if len(iss.Toc) != len(pieces) {
		t.Fatalf("%d entries: %v", len(iss.Toc), iss.Toc)
	}
	for i, p := range pieces {
		e := iss.Toc[i]
		if e.Page != p.page || e.Title != p.title || e.Section != p.column || !slices.Equal(e.Authors, p.authors) {
			t.Errorf("entry %d: page %d, column %q, title %q, authors %q; want %v", i, e.Page, e.Section, e.Title, e.Authors, p)
		}
	}
	if len(iss.Articles) != len(pieces) {
		t.Errorf("%d articles", len(iss.Articles))
	}
}

// Whatever dress the bylines have, the authors are the same, with contents that
// name them and without.
func TestBylinesInManyDresses(t *testing.T) {
	for _, dress := range []string{
		"%s", "文/%s", "文｜%s", "文 | %s", "文 %s", "文：%s", "□ %s", "◎%s", "○ %s", "△%s", "●文/%s", "作者：%s", "作者 %s", "作者/%s", "撰文：%s",
		"撰文／%s", "（%s）", "本刊记者 %s", "记者 %s", "本刊通讯员 %s", "特约撰稿 %s", "%s 文", "%s/文", "文·%s", "【%s】", "——%s", "采写：%s", "文图/%s", "□ 本刊记者 %s", "★ %s", "◆ %s（高二6班）", "□ %s（江苏）", "文/%s（河口师范学院）",
		"文．%s", "执笔人：%s", "☉%s", "述 ｜ %s", "笔者＠%s", // which no lexicon has: they are learnt
	} {
		for name, row := range map[string]func(p piece) string{
			"announced": func(p piece) string {
				return strings.TrimSpace(fmt.Sprintf("%d %s %s", p.page, p.title, strings.Join(p.authors, " ")))
			},
			"unannounced": func(p piece) string { return fmt.Sprintf("%d %s", p.page, p.title) },
		} {
			t.Run(dress+"/"+name, func(t *testing.T) {
				byline := func(a []string) string { return fmt.Sprintf(dress, strings.Join(a, " ")) }
				iss := torn.Issue(lines(dressed(func(s string) string { return "【" + s + "】" }, row, byline, "（责任编辑：许平）")))
				if len(iss.Articles) != len(pieces) {
					t.Fatalf("%d articles", len(iss.Articles))
				}
				for i, p := range pieces {
					a := iss.Articles[i]
					if a.Title != p.title || !slices.Equal(a.Authors, p.authors) {
						t.Errorf("article %d: %q by %q, want %q by %q", i, a.Title, a.Authors, p.title, p.authors)
					}
					if want := p.authors != nil; want != slices.ContainsFunc(a.Blocks, func(b issue.Block) bool { return b.Kind == issue.Byline }) {
						t.Errorf("article %d has a byline: %v", i, !want)
					}
				}
			})
		}
	}
}

// Whatever dress the end marks have, they are editors' marks, and part the
// articles of an issue without contents.
func TestEndMarksInManyDresses(t *testing.T) {
	for _, mark := range []string{
		"（责任编辑：许平）", "［责编 许平］", "责编/许平", "责任编辑 许平", "【编辑：许平】", "编辑｜许平", "（编辑/许平）", "责任编辑：许平　校对：何岸", "责编：许平 美编：周岸",
		"◇责编 许平", "□ 责任编辑/许平", "本栏责编：许平", "（本文责任编辑 许平）", "特约编辑：许平", "【责任编辑】许平", "责任编辑/许平 何岸", "■责任编辑：许平", "（责编／许平）", "值班：许平", "☉ 许平", "守灯人＠许平", "(编辑：许平 校对：何岸)", "编辑 / 许平", "责任编辑│许平",
	} {
		t.Run(mark, func(t *testing.T) {
			iss := torn.Issue(lines(dressed(func(s string) string { return s }, func(p piece) string {
				return strings.TrimSpace(fmt.Sprintf("%d %s %s", p.page, p.title, strings.Join(p.authors, " ")))
			}, func(a []string) string { return strings.Join(a, " ") }, mark)))
			for _, a := range iss.Articles {
				if last := a.Blocks[len(a.Blocks)-1]; last.Kind != issue.Editor {
					t.Errorf("%s ends with a %s: %s", a.Title, last.Kind, last.Text)
				}
			}
			if len(iss.Articles) != len(pieces) {
				t.Errorf("%d articles", len(iss.Articles))
			}
		})
	}
}

// Whatever dress the running heads and the page numbers have, they are dropped,
// and the paragraphs that they cut are whole.
func TestFurnitureInManyDresses(t *testing.T) {
	for _, dress := range []struct{ name, head, folio string }{
		{"title and number", "河与镇 2025年第3期", "%d"},
		{"title, stop, number", "河与镇 2025.3", "%d"},
		{"title, middle dot, number", "河与镇·2025·3", "·%d·"},
		{"quoted title", "《河与镇》2025年第3期", "— %d —"},
		{"number and title", "2025/3 河与镇", "%d"},
		{"number in ideographs", "二〇二五年第三期", "%d"},
		{"total number", "总第41期 河与镇", "-%d-"},
		{"title alone", "河与镇", "%d"},
		{"title in Latin letters", "HE YU ZHEN", "%03d"},
		{"address", "www.heyuzhen.cn", "%d"},
		{"page with a word", "河与镇", "第%d页"},
		{"page of pages", "河与镇", "第%d页 共40页"},
		{"page with P", "河与镇 2025年第3期", "P%d"},
		{"head with the page", "河与镇 2025.3 | %d", ""},
		{"page before the head", "%d | 河与镇", ""},
		{"head in Latin letters with the page", "HEYUZHEN %03d", ""},
		{"page alone", "", "%d"},
		{"page in strokes alone", "", "- %d -"},
	} {
		t.Run(dress.name, func(t *testing.T) {
			iss := torn.Issue(lines(interrupted(dress.head, dress.folio)))
			holdEntries(t, iss)
			for i, p := range pieces {
				var text []string
				for _, b := range iss.Articles[i].Blocks {
					if b.Kind == issue.Paragraph {
						text = append(text, b.Text)
					}
				}
				if want := []string{p.first, p.further}; !slices.Equal(text, want) {
					t.Errorf("article %d reads %q, want %q", i, text, want)
				}
			}
		})
	}
}

// interrupted is the issue with a page's edge inside every second paragraph,
// and another behind every article.
func interrupted(head, folio string) string {
	page := 3
	edge := func() string {
		page++
		var b strings.Builder
		for _, s := range []string{head, folio} {
			if strings.Contains(s, "%") {
				s = fmt.Sprintf(s, page)
			}
			if s != "" {
				b.WriteString(s + "\n\n")
			}
		}
		return b.String()
	}
	text := dressed(func(s string) string { return "【" + s + "】" }, func(p piece) string {
		return strings.TrimSpace(fmt.Sprintf("%d %s %s", p.page, p.title, strings.Join(p.authors, " ")))
	}, func(a []string) string { return strings.Join(a, " ") }, "（责任编辑：许平）")
	for _, p := range pieces {
		cut := len("天还没有亮，渡口的老人就把船头的灯")
		text = strings.Replace(text, p.first, p.first[:cut]+"\n\n"+edge()+p.first[cut:], 1)
		text = strings.Replace(text, p.further+"\n\n（责任编辑：许平）\n\n", p.further+"\n\n（责任编辑：许平）\n\n"+edge(), 1)
	}
	return text
}

// Whatever dress the credits have, and whether they stand on the caption's line
// or under it, text and pictures stay apart.
func TestCreditsInManyDresses(t *testing.T) {
	const caption = "渡口的老人在船头点灯。"
	for _, credit := range []string{
		"摄影/何岸", "图/何岸", "何岸 摄", "（何岸 摄影）", "□何岸/摄", "图片/何岸", "摄影：何岸", "供图/何岸", "（何岸 图）", "图：何岸", "（图/何岸）", "本刊记者 何岸 摄",
		"何岸/图", "何岸 摄影", "摄影 何岸", "何岸供图", "资料图片", "（资料图片）", "（何岸摄）", "［何岸 摄］", "图／何 岸", "图片来源：河口县档案馆", "（何岸 供图）", "图片由河口县文化馆提供",
	} {
		for name, sep := range map[string]string{"under it": "\n\n", "on its line": " "} {
			t.Run(credit+"/"+name, func(t *testing.T) {
				text := interrupted("河与镇 2025年第3期", "%d")
				p := pieces[1]
				text = strings.Replace(text, "\n\n"+p.further, "\n\n"+caption+sep+credit+"\n\n"+p.further, 1)
				a := torn.Issue(lines(text)).Articles[1]
				var kinds []issue.Kind
				for _, b := range a.Blocks[2:] {
					kinds = append(kinds, b.Kind)
				}
				want := []issue.Kind{issue.Paragraph, issue.Caption, issue.Credit, issue.Paragraph, issue.Editor}
				if sep == " " {
					want = slices.Delete(want, 2, 3)
				}
				if !slices.Equal(kinds, want) {
					t.Errorf("read as %v", kinds)
				}
			})
		}
	}
}
