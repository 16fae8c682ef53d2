package evidence

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"kanyin/issues/say"
)

// A mark is a shape of words that editors use for one thing.
type mark struct {
	name  string
	shape string // a regular expression
	tells say.Text
}

// far says that a shape may stand anywhere in a row; such shapes cost more, so
// they are asked only of rows that hold one of the characters in need.
type farMark struct {
	mark
	need string // one of these stands in the row; where the shape is empty, that is the mark
	last string // one of these ends it, or any character where this is empty
}

// opening marks stand at a row's beginning. They are habits of the trade, in
// simplified and in traditional characters.
var opening = []mark{
	{"byline", `^[^\p{L}\p{N}]{0,2}(文|撰文|作者|采写|採寫|口述|整理|编译|編譯|译|譯|编著|采访|採訪|主讲|讲述|講述)\s*[/／:：｜|、]`, say.Of("who wrote, after a mark: 文/…")},
	{"reporter", `^[^\p{L}\p{N}]{0,2}(本刊|本报|本報|特约|特約|见习|實習|实习|首席)?(记者|記者|通讯员|通訊員|撰稿人|评论员|評論員|编辑部|編輯部)\s*\S`, say.Of("who wrote, by office: 本刊记者 …")},
	{"work", `^(文|圖|图|摄影|攝影|编辑|編輯|整理|口述|插图|插圖|绘图|繪圖|供图|供圖)\s*[/／｜|：:]`, say.Of("who did what: 图/…")},
	{"ornament", `^[□■◎●◆▲△○★☆＊*·•▼▽◇※►▶◀❖♦§¶]`, say.Of("begins with an ornament")},
	{"editor", `^.{0,2}(责|責)\s?任?\s?(编|編)|^.?(编辑|編輯)[/／：　 ]|^[（(［\[【](责|責|编|編)`, say.Of("the editor's mark: 责任编辑")},
	{"caption", `^[（(]?(图|圖|表|照片|附图|附圖)\s*[\d一二三四五六七八九十]{1,3}(?:[^\d章节節]|$)|^[▲△↑←→↓◀▶]|^(上图|下图|左图|右图|上圖|下圖|左圖|右圖|题图|題圖|本文图|资料图|資料圖)`, say.Of("a caption's beginning: 图1, 上图")},
	{"figure", `^(?i)(fig|figure|table|photo)\.?\s*\d`, say.Of("a caption in English")},
	{"abstract", `^[［\[【〔]?(摘\s*要|内容提要|內容提要|提\s*要|关键词|關鍵詞|关键字|中图分类号|中圖分類號|文献标识码|(?i)abstract|key\s?words)`, say.Of("a journal's abstract and keywords")},
	{"about", `^[^\p{L}\p{N}]{0,2}(作者(简介|簡介|单位|單位|系|係|：)|收稿日期|基金项目|基金項目|通讯作者|通訊作者)`, say.Of("about the author or the paper")},
	{"refs", `^[［\[【]?(参考文献|參考文獻|注释|註釋|注釋|(?i)references|notes)[］\]】]?[:：]?$`, say.Of("a head of references or notes")},
	{"reference", `^[［\[〔（(]?\d{1,3}[］\]〕）)]|^[①-⑳⑴-⒇]|^注\s?\d*[:：]`, say.Of("a reference's or a note's number")},
	{"cited", `^[*＊†‡]\s?\S`, say.Of("a note's star")},
	{"source", `^[（(]?(摘自|原载|原載|来源|來源|据|據|转自|轉自|选自|選自|节选|節選)`, say.Of("where a text is from")},
	{"dateline", `^(本报|本報|本刊|据|據|新华社|新華社)?.{0,8}(讯|訊|日电|日電)\s*[（(：:　 ]|^【?(本报讯|本報訊)】?`, say.Of("a news item's date line: 本报讯")},
	{"contents", `^[^\p{L}\p{N}]{0,2}(本期|本刊)?[目要][\s　]*[录錄次目]([^\p{Han}]|$)|^(?i)contents\b|^本期目[录錄]|^本期要目|^[^\p{L}\p{N}]{0,2}导\s*读$|^M\s?U\s?L\s?U`, say.Of("a head of contents")},
	{"folio", `^[^\p{L}\p{N}]{0,3}[PpAa]?\.?\d{1,4}[^\p{L}\p{N}]{0,3}$|^第\s*\d+\s*[页頁版]$|^[A-Z]?\d+\s?[版页頁]$|^第[一二三四五六七八九十百]+[版页頁]$`, say.Of("a page's number alone")},
	{"org", `^(主管|主办|主辦|协办|協辦|承办|主编|主編|副主编|副主編|社长|社長|总编|總編|出版|地址|电话|電話|邮发|郵發|邮编|郵編|定价|定價|国内统一|國內統一|国际标准|國際標準|国际刊号|执行主编|執行主編|编委|編委|顾问|顧問|印刷|发行|發行|订阅|訂閱|投稿|邮箱|郵箱|网址|網址|责任编辑|美术编辑|美編|美编|校对|校對|编辑部|編輯部|刊号|刊號|广告|廣告)`, say.Of("the imprint: 主管, 主办")},
	{"ideograph-number", `^[一二三四五六七八九十]{1,3}\s?[、．.]`, say.Of("numbered 一、")},
	{"bracket-number", `^[（(][一二三四五六七八九十]{1,3}[）)]`, say.Of("numbered （一）")},
	{"ordinal", `^第[一二三四五六七八九十百\d]{1,4}[章节節回部篇讲講卷编編课課幕]`, say.Of("numbered 第一章")},
	{"arabic", `^\d{1,2}\s*[.、．]\s*[^\d]`, say.Of("numbered 1.")},
	{"decimal", `^\d{1,2}([.．]\d{1,2}){1,3}\s*\D`, say.Of("numbered 1.2")},
	{"page-first", `^[PpAa]?\d{1,3}[\s　]+\S`, say.Of("a number, a space, words")},
	{"affiliation", `^[（(][^，。]{4,40}[）)]$|^[（(][^。]{4,50}\d{6}[）)]$`, say.Of("where an author works, in brackets")},
	{"bullet", `^[·•■◆●○▪–—-]\s+\S|^[-*+]\s`, say.Of("an item of a list")},
	{"paren-arabic", `^[（(]?\d{1,2}[）)]`, say.Of("an item's number")},
	{"speaker", `^[^，。：:？！“”]{1,6}[：:]`, say.Of("somebody speaks: 问：")},
	{"bracketed", `^[【〔［\[「『《〖].{1,14}[】〕］\]」』》〗]$`, say.Of("all in brackets")},
	{"bracket", `^[【〔［\[〖].{1,14}[】〕］\]〗]`, say.Of("begins with words in brackets")},
	{"closing", `^[（(].{2,34}[）)]$`, say.Of("all in round brackets")},
	{"dash", `^[—–-]{1,2}`, say.Of("begins with a dash")},
	{"ellipsis", `^[…\.]{2}`, say.Of("begins with points")},
	{"quoted", `^[“「『]`, say.Of("begins with a quotation mark")},
	{"box", `^[^\p{L}\p{N}]{0,2}(相关)?(链接|鏈接|連結|背景|小贴士|名词解释|延伸阅读|延伸閱讀|相關鏈接|名詞解釋|知识窗|知識|资料|資料|编者按|編者按|编后|人物档案|新闻背景|小資料|小资料|数读|提示)[^\p{Han}]?`, say.Of("a box's head: 相关链接")},
	{"editor-note", `^[^\p{L}\p{N}]{0,2}(编者按|編者按|编者的话|編者的話|导语|導語|引言|按语)`, say.Of("the editor speaks")},
	{"english", `^[\x00-\x7f]+$`, say.Of("no character but ASCII")},
	{"comment", `^\s*(#|//|/\*|\*/|--|<!)`, say.Of("a line of code")},
	{"call", `^[\w.\->]+\(|^[\w$]+\s*(=|:=|\+=)\s*\S|^(import|from|def|class|return|if|for|while|func|fn|let|var|const|pub|use|int|void|struct|public|private|end|else|try)\b`, say.Of("code's words")},
	{"prompt", `^\s*[$%>]\s|^[A-Z]:\\`, say.Of("a terminal's prompt")},
	{"digits", `^[\d\s.,%％:：/+\-~～]+$`, say.Of("figures only")},
	{"letter", `^[A-Z]\s?[.．、]\s?\S`, say.Of("lettered A.")},
	{"salute", `^[^，。]{2,14}[：:]$`, say.Of("a few words and a colon")},
}

// anywhere marks may stand in the middle or at the end.
var anywhere = []farMark{
	{mark{"credit", `(摄|攝)(影)?[）)]?$|[（(](图|圖)[/／]|(摄影|攝影|供图|供圖|绘|资料图|資料圖片)[/／|：:]?.{0,6}[）)]?$`, say.Of("who took the picture, at the end")}, "摄攝图圖绘供资資", ""},
	{mark{"date", `\d{4}\s*[年·.\-/]\s*\d{1,2}`, say.Of("a date")}, "年·.-/", ""},
	{mark{"issue", `第\s*\d+\s*[期卷]|[总總]第|(?i)vol\.?\s*\d|no\.?\s*\d`, say.Of("the issue's number")}, "第总總VvNn", ""},
	{mark{"issn", `ISSN|CN\s?\d\d|ISBN`, say.Of("a serial number")}, "ICN", ""},
	{mark{"jump", `[（(▼▲►▶]?\s*[下上紧緊][转轉接]\s*(第|[A-Z]?\d|封|本)|未完待[续續]|继续阅读|[转轉]第?\s?\d+\s?[版页頁]|接第?\s?\d+\s?[版页頁]`, say.Of("goes on elsewhere")}, "转轉接续續", ""},
	{mark{"zip", `\d{6}[）)]?$`, say.Of("a post code at the end")}, "0123456789", "0123456789）)"},
	{mark{"leader", `[．.…·•\-_]{4,}|(\s[.．·]){3,}`, say.Of("a leader of points")}, ".．…·•-_", ""},
	{mark{"ends-number", `\d[）)]?$`, say.Of("ends with a number")}, "0123456789", "0123456789）)"},
	{mark{"ends-page", `([\s　…·.．/／P]|^)\d{1,3}$`, say.Of("ends with a number that stands apart")}, "0123456789", "0123456789"},
	{mark{"notice", `启事|啟事|征稿|徵稿|征文|徵文|来稿|來稿|订阅|訂閱|招聘|声明|聲明|更正|公告|欢迎|歡迎`, say.Of("words of notices")}, "启啟征徵来來订訂招声聲更公欢歡", ""},
	{mark{"mail", `@|https?:|www\.|\.com|\.cn`, say.Of("an address of the net")}, "@hw.", ""},
	{mark{"code", `[;{}]\s*$|[=(){}<>\[\]_]{2}|->|::|</`, say.Of("code's marks")}, ";{}=()<>[]_-:", ""},
	{mark{"end-mark", `[■□◆●▲★◎¶]$|（完）$|\(完\)$`, say.Of("an end mark")}, "■□◆●▲★◎¶完", "■□◆●▲★◎¶）)"},
	{mark{"slash", `\S\s*[/／|｜]\s*\S`, say.Of("parts divided by a stroke")}, "/／|｜", ""},
	{mark{"wide-gap", `\S[\s　]{2,}\S|\S　\S`, say.Of("a gap inside")}, " 　", ""},
	{mark{"unit", `大学|大學|学院|學院|中学|中學|医院|醫院|研究所|研究院|公司|委员会|委員會|出版社|杂志社|雜誌社|日报社|档案馆|中心$`, say.Of("an institution")}, "学學院所司会會社馆心医醫", ""},
	{mark{"title-of-office", `主任|教授|书记|書記|院长|院長|校长|校長|研究员|研究員|局长|局長|博士|编辑$|总编`, say.Of("an office")}, "任授书書长長员員士编", ""},
	{mark{"name-and-work", `[（(](文|图|圖|摄|攝|记者|記者|作者|撰文)?[/／：: 　]?[\p{Han}·]{2,4}[）)]$`, say.Of("a name in brackets at the end")}, "）)", "）)"},
	{mark{"written-by-inside", `[\s　|｜/／（(](文|作者|撰文|记者|記者)\s?[/／:：｜|]\s?[\p{Han}]{2,4}|[□■◎●]\s?[\p{Han}]{2,4}$`, say.Of("a writer's mark behind other words")}, "文作撰记記□■◎●", ""},
	{mark{"vertical-bar", ``, say.Of("an upright bar")}, "|｜丨", ""},
	{mark{"price", `\d+(\.\d+)?\s?元|[￥¥]`, say.Of("a price")}, "元￥¥", ""},
	{mark{"column-words", `(?i)column|本期|栏目|欄目|专栏|專欄`, say.Of("words of columns")}, "cCL本栏欄专專", ""},
	{mark{"person", ``, say.Of("somebody speaks or is spoken of")}, "我你您他她咱", ""},
	{mark{"particle", ``, say.Of("the particles of running text")}, "的了着吗呢吧啊", ""},
}

// A looker finds one mark.
type looker struct {
	word, need, last string
	shape            *regexp.Regexp // nil where need is all
}

func (l *looker) finds(text string) bool {
	if l.need != "" && !strings.ContainsAny(text, l.need) {
		return false
	}
	if l.last != "" {
		if c, _ := utf8.DecodeLastRuneInString(text); !strings.ContainsRune(l.last, c) {
			return false
		}
	}
	return l.shape == nil || l.shape.MatchString(text)
}

// lookers are the marks ready to be looked for; they are made when the first issue comes.
var lookers = sync.OnceValue(func() []looker {
	var out []looker
	for _, m := range opening {
		out = append(out, looker{word: "mark:" + m.name, shape: regexp.MustCompile(m.shape)})
	}
	for _, m := range anywhere {
		l := looker{word: "mark:" + m.name, need: m.need, last: m.last}
		if m.shape != "" {
			l.shape = regexp.MustCompile(m.shape)
		}
		out = append(out, l)
	}
	return out
})

// marksOf gives the words of the marks that a text bears.
func marksOf(text string) []string {
	var out []string
	all := lookers()
	for i := range all {
		if all[i].finds(text) {
			out = append(out, all[i].word)
		}
	}
	return out
}
