package houses

import "strings"

// traditional turns the words that houses print into traditional characters.
// The articles of such a house are written in them.
var traditional = strings.NewReplacer("录", "錄", "记", "記", "讯", "訊", "专", "專", "栏", "欄", "责", "責", "任编辑", "任編輯", "编", "編", "辑", "輯", "图", "圖", "摄", "攝", "转", "轉", "页", "頁",
	"来", "來", "载", "載", "号", "號", "总", "總", "双", "雙", "华", "華", "县", "縣", "电", "電", "员", "員", "广", "廣", "据", "據", "启", "啟", "订", "訂", "声", "聲", "体", "體", "请", "請", "码", "碼", "头", "頭", "邮", "郵", "经", "經", "开", "開", "价", "價", "与", "與", "联", "聯", "误", "誤", "读", "讀", "馆", "館", "办", "辦", "杂", "雜",
	"执", "執", "术", "術", "国际", "國際", "标", "標", "续", "續", "书", "書", "两", "兩", "学", "學", "桥", "橋", "乡", "鄉", "长", "長", "艺", "藝", "关", "關", "键", "鍵", "词", "詞",
	"链", "鏈", "阅", "閱", "贴", "貼", "题", "題", "节", "節", "众", "眾", "采写", "採寫", "写", "寫", "约", "約", "资", "資", "处", "處", "间", "間")

// trad gives a house's words in the house's characters.
func (s *style) trad(text string) string {
	if s.hant {
		return traditional.Replace(text)
	}
	return text
}

// words of a style that are printed are turned once, when it is drawn.
func (s *style) turn() {
	for _, w := range []*string{&s.kicker, &s.byline, &s.second, &s.inline, &s.editor, &s.source, &s.caption, &s.credit, &s.jumpTo, &s.jumpFrom, &s.magazine, &s.issue, &s.folio, &s.numbering, &s.contents.by} {
		*w = s.trad(*w)
	}
}
