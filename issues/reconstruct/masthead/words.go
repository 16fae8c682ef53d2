package masthead

import "strings"

// What mastheads and covers are recognised by, as package fold leaves it.

// dutyWords head a row of the masthead.
var dutyWords = list(`承印 主办单位 主辦單位 主管单位 主管單位 承办单位 承辦單位 协办单位 協辦單位 编印单位 印制单位 承印单位 内部资料 內部資料 内部刊物 准印证 准印证号 免费赠阅 主管 主管主办 主管主辦 出品 出品人 发行人 發行人 编印 編印 主办 主辦 协办 協辦 承办 出版 出版者 出版单位 编辑出版 编辑 編輯 社长 社長 副社长 副社長 总编辑 總編輯 总编 總編 副总编 副总编辑 主编 主編 副主编 副主編 执行主编 執行主編 常务副主编 编辑部主任 编辑部 編輯部 编辑部电话 编辑部主任 值班编辑 责任编辑 美术编辑 美术统筹 美编 美術編輯 版式设计 版式 设计 設計 校对 校對 封面摄影 封面攝影 封面设计 封面設計 封面图 封面 封二 封三 封底 编委会 编委 編委 编委会主任 顾问 顧問 法律顾问 发行 發行 发行部 发行范围 发行电话 广告 广告部 地址 社址 电话 電話 传真 傳真 邮编 郵編 邮政编码 邮箱 电子邮箱 投稿邮箱 信箱 网址 網址 定价 定價 每期定价 每期定價 每册定价 每冊定價 零售 零售价 零售價 零售每册 零售每冊 全年定价 出版日期 出刊日期 出刊 印刷 印刷装订 印制 刊号 刊號 国内统一连续出版物号 国内统一刊号 国际标准连续出版物号 国际标准刊号 国内发行 国外发行 邮发代号 郵發代號 国外代号 广告许可证 广告经营许可证 订阅 訂閱 微信公众号 官方微信 摄影 issn cn publisher editor editor-in-chief managing.editor editors price address phone telephone email e-mail website printed.by published.by edited.by printed.and.published.by published.monthly.by published.weekly.by published.quarterly.by design layout`)

// PublisherDuties, PriceDuties and DateDuties say which row of the masthead is which field.
var (
	PublisherDuties = list("printed.and.published.by published.monthly.by published.weekly.by published.quarterly.by 出版 出版者 出版单位 编辑出版 publisher published.by")
	PriceDuties     = list("定价 定價 每册定价 每冊定價 零售每册 零售每冊 零售 每期定价 零售价 price")
	DateDuties      = list("出版日期 出刊日期 出刊")
	ContactDuties   = list(`承印 主办单位 主辦單位 主管单位 主管單位 承办单位 承辦單位 协办单位 協辦單位 编印单位 印制单位 承印单位 内部资料 內部資料 内部刊物 准印证 准印证号 免费赠阅 编印 編印 主管主办 主管主辦 零售 零售每册 零售每冊 每册定价 每冊定價 地址 社址 电话 電話 传真 傳真 邮编 郵編 邮政编码 邮箱 电子邮箱 投稿邮箱 信箱 网址 網址 定价 定價 每期定价 零售价 出版日期 出刊日期 出刊 印刷 印刷装订 印制 刊号 刊號 主管 主办 主辦 协办 承办 出版 出版者 出版单位 发行 發行 邮发代号 郵發代號 国内统一连续出版物号 国际标准连续出版物号 国内统一刊号 国际标准刊号 广告许可证 广告经营许可证 issn cn publisher price address phone telephone email e-mail website 编辑出版 国内发行 国外发行 发行范围 微信公众号 全年定价`)
)

// DutyTails stand behind the body whose duty they say.
var DutyTails = list("出品 主办 主辦 主管 主管主办 主管主辦 承办 承辦 协办 協辦 编印 編印 出版 承印 印制 印刷")

// PublisherTails follow a title in the name of its house.
var PublisherTails = list("杂志社有限公司 雜誌社有限公司 杂志有限公司 传媒有限公司 出版有限公司 杂志社 雜誌社 编辑部 編輯部 杂志 期刊社 编委会")

// Frequencies say how often a periodical comes out; they stand beside its number.
var Frequencies = list("半月刊 双月刊 雙月刊 月刊 旬刊 双周刊 周刊 週刊 半年刊 季刊 年刊 bimonthly monthly weekly quarterly")

// issueWords stand before the number of an issue, republicWords before a year
// that is counted from 1912; volumes may end a total.
var (
	issueWords    = list("number issue no")
	republicWords = list("民國 民国")
)

const volumes = "期辑輯号號"

// simplifiedOnly and traditionalOnly are frequent characters that the other
// form writes otherwise, one against the other.
const (
	simplifiedOnly  = "们这国时会来个说对为学发动经业东产进还过现开门见车长问间书话电头无气员办战点"
	traditionalOnly = "們這國時會來個說對為學發動經業東產進還過現開門見車長問間書話電頭無氣員辦戰點"
)

const (
	numerals    = "〇一二三四五六七八九十"
	numeralZero = "零○"
	hundred     = "百"
	ordinal     = "第"
	enumComma   = "、"
	issueOf     = "期"
	yearOf      = "年"
	monthOf     = "月"
	totalOf     = "总"
	totalOfTrad = "總"
	middleDot   = "·"
	dash        = "—"
	issnWord    = "issn"
	cnWord      = "cn"

	bullets      = "◈❖✦✧❀✿♦□◎○●■▲△▷▶►◇◆★☆▪◼◻◽◾※＊*•·|/—" // before a row of the masthead
	closers      = "”’」』》〉])\"'"
	leaders      = "…·.—-_ ~～"
	separators   = ":：/／| "
	frameOpeners = "「『《〈[(“"
	frameClosers = "」』》〉])”"
	wideOpeners  = "（【［〔"
	bookOpener   = "《"
	bookCloser   = "》"
)

// houseTails follow a title in the names of those who bring it out, and
// dateWords make up the rest of a date.
var houseTails = append(list("传媒集团 傳媒集團 出版集团 出版集團 集团 集團 报社 報社"), PublisherTails...)

const dateWords = "年月日号號期第总總版页頁卷"

// longestFurniture is the most characters of a line that stands beside a
// periodical's title: a number, a date, both.
const longestFurniture = 36

// list splits phrases at its blanks; a point inside a word stands for a blank.
func list(phrases string) []string {
	w := strings.Fields(phrases)
	for i := range w {
		w[i] = strings.ReplaceAll(w[i], ".", " ")
	}
	return w
}
