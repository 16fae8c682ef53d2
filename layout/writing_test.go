package layout_test

import (
	"slices"
	"strings"
	"testing"

	"kanyin/layout"
	"kanyin/layout/designs"
	"kanyin/layout/internal/fakefont"
)

// laid gives a document of vertical pages laid on their side, as they were
// composed, so that they are measured as others are: the inverse of their turning.
func laid(doc *layout.Document, d layout.Design) *layout.Document {
	if !doc.Vertical {
		return doc
	}
	out := *doc
	out.Pages = slices.Clone(doc.Pages)
	g := gridOf(d)
	for i := range out.Pages {
		p := &out.Pages[i]
		right := p.Width
		if cover := i == 0 || i == len(out.Pages)-1; !cover && i%2 == 1 { // of an even number
			right -= g.outer - g.top
		}
		p.Width, p.Height = p.Height, p.Width
		p.Texts = slices.Clone(p.Texts)
		for k := range p.Texts {
			t := &p.Texts[k]
			y := right - t.X
			if t.Way != layout.Turned {
				y += t.Size*88/100 - t.Size/2
			}
			if t.Way == layout.Across { // a folio
				t.X -= t.Size * 38 / 100
				y = right - t.X
				t.Y -= t.Size * 88 / 100
			}
			t.X, t.Y = t.Y, y
		}
	}
	return &out
}

// monthly is a made-up issue with all that vertical text meets: quotations in
// quotations, figures of one, two and more, Latin words, dashes, a note, a table.
const monthly = `meta title 野渡
meta year 2025
meta number 4
article 封面故事
title 舊書店的最後一個冬天
byline 蘇遲
paragraph 那間舊書店在巷子底，門口有一棵樟樹。樹比店老，店比我老。我第一次走進去，是民國73年的秋天，那時我17歲，口袋裡有60塊錢，想買一本《唐詩三百首》，結果買了一本沒有封面的小說，因為它只要20塊。
paragraph 「不賣」的書有一整櫃。那一櫃在藤椅後面，玻璃門上了鎖，裡面是線裝的地方志、戰前的畫報、幾本日文的植物圖鑑，還有一疊用牛皮紙包好的手稿。我問過他：「那是誰的手稿？」他看了我很久，說：「一個朋友的。」
heading 二
paragraph 大學畢業以後，我去了北部工作，1998年以後一年只回來2、3次。每次回來，總要到巷子底走一趟。店裡的書沒有變少，反而變多了——附近的人搬家，把帶不走的書一綑一綑地送來，堆在門口，堆在樓梯，最後連廁所裡也是書……「收了這麼多，賣得掉嗎？」我問。「賣不掉。」他說。「那為什麼還收？」他想了想，說：「丟掉的話，就真的沒有了。」
paragraph 這句話我記了很多年。後來我自己也寫起東西來，寫不下去的時候，就讀一讀The Old Man and the Sea，或是想起那間店：昏黃的燈，潮濕的紙，一個老人坐在書的中間，像坐在一條慢慢上漲的河裡。他不逃，也不划船，只是把腳收起來一點①。
note ① 初稿刊於2024年12月，50%以上已改寫。
article
title 潮間帶
byline 林瀾
poem 退潮的時候，\n海把它的抽屜拉開：\n螺，蟹，一隻拖鞋，\n半個月亮。
article
title 編後記
paragraph 從這一期起，《野渡》改用直排。有讀者來信說，直排的字是「站著」的，橫排的字是「躺著」的；我們不敢說哪一種好，只覺得讀小說和詩的時候，眼睛由上往下走，像雨，也像燈光，似乎比較安靜。下一期預定於5月1日出版，截稿日是4月10日。來稿請寄editor@yedu.example，或以郵寄。
`

// Horizontal and vertical pages, with stops at the lower left and in the middle,
// have none of the faults that clreq names.
func TestBothWritingsKeepClreq(t *testing.T) {
	for _, language := range []string{"zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "ja"} {
		for _, name := range []string{"house", "book", "vertical"} {
			d, _ := designs.Named(name)
			iss := readIssue(t, monthly)
			iss.Meta.Language = language
			doc := layout.Compose(iss, d, fakefont.Metrics{})
			s := measure(iss, doc, d)
			for _, f := range s.faults {
				t.Errorf("%s, %s: %s", language, name, f)
			}
			if s.justified < 15 {
				t.Errorf("%s, %s: only %d lines are justified", language, name, s.justified)
			}
			if doc.Vertical != (d.Writing == "vertical") {
				t.Errorf("%s: vertical is %v", name, doc.Vertical)
			}
		}
	}
}

// The covers of vertical text run downwards, the title at the right of all else;
// figures of the bar code alone stand as they do across.
func TestVerticalCovers(t *testing.T) {
	d, _ := designs.Named("vertical")
	iss := readIssue(t, "meta issn 2345-6789\n"+monthly)
	doc := layout.Compose(iss, d, fakefont.Metrics{})
	for _, n := range []int{0, len(doc.Pages) - 1} {
		p := &doc.Pages[n]
		for i, x := range p.Texts {
			digits := strings.Trim(string(x.Runes), "0123456789") == ""
			if x.Way == layout.Across && (n > 0 || !digits) {
				t.Errorf("page %s: %s runs across", p.Label, string(x.Runes))
			}
			if i > 0 && x.X+x.Size/2 > p.Texts[0].X+p.Texts[0].Size/2 && x.Way != layout.Across {
				t.Errorf("page %s: %s stands at the right of the title", p.Label, string(x.Runes))
			}
			if x.X < 0 || x.Y < 0 || x.X > p.Width || x.Y > p.Height {
				t.Errorf("page %s: %s stands off the page", p.Label, string(x.Runes))
			}
		}
	}
	if f := doc.Pages[0].Fills[0]; f.X+f.Width >= doc.Pages[0].Width || f.Height <= doc.Pages[0].Height {
		t.Errorf("the ground is not at the left: %+v", f)
	}
}
