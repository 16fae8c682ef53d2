package wording

// Everything that the reader of torn paragraphs knows in words stands in this
// file, and a test sees that no other file holds a literal outside ASCII. It is a
// prior: what an issue is seen to do counts for more. Phrases stand as package fold
// leaves them: half-width brackets, colons and slashes, in simplified and
// traditional characters; and none of them is a person's name or an article's title.

import (
	"strings"

	"kanyin/issues/reconstruct/fold"
)

const (
	SentenceEnds = fold.SentenceEnds                    // after which a paragraph may end; folded
	Pauses       = ",、;"                                // inside a sentence: a heading seldom has one
	clingers     = ",、;:。!?.”’」』》〉])…"                  // what no paragraph begins with; folded
	Closers      = fold.Closers                         // may stand after a sentence's end
	Openers      = "“‘「『《〈[(\"'"                        //
	Leaders      = "…·.—-_ ~～"                          // between a title and its page
	Strokes      = "…·.—-_ ~～□◎○●■|/*[]()<>"            // around a page number
	Bullets      = "◈❖✦✧❀✿♦□◎○●■▲△▷▶►◇◆★☆▪◼◻◽◾※＊*·•|/—" // before a byline, a credit or a column
	SubBullets   = "◈❖✦✧❀✿♦◇◆■●▲▶►★☆▪◎○□"               // before a sub-column of the contents
	NoteMarks    = "※＊*†"                               // a note's mark
	Circled      = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
	MiddleDot    = "·"
	Dash         = "—"
	FullStop     = "。"
	Ellipsis     = "…"
	BracketsOpen = "[［〔【("
	BracketsShut = "]］〕】)"
	FrameOpeners = "「『《〈[(“"
	FrameClosers = "」』》〉])”"
	wideOpeners  = "（【［〔"
	WideClosers  = "）】］〕"
	WideComma    = "，"
	LeadStops    = "；;？?！!：:…" // an opening with one of them is a sentence
	Separators   = ":：/／| "
	Blanks       = " \t\u3000\u00a0" // that a line may begin with
	BookOpener   = "《"
	bookCloser   = "》"
)

// WordMarks stand in a word of the contents like letters, innerMarks where
// letters stand on both their sides.
const (
	WordMarks  = "“”‘’「」『』《》〈〉?!？！%％＋+#&'’"
	InnerMarks = ".-"
)

const Quotes = "”’」』\"'" // closing ones, without brackets

// QuotePairs are the brackets that a heading never leaves open.
const QuotePairs = "“”「」『』《》()[]‘’"

// signMarks stand between a title and the names on its line.
var signMarks = []string{Dash + Dash, "/", "|", Ellipsis, "···", "...."}

// ContentsWords head a contents page.
var ContentsWords = list("目录 目錄 目次 总目录 總目錄 总目 總目 总目次 總目次 本期目录 本期目錄 本期要目 要目 本期导读 本期導讀 导读 導讀 本期看点 本期看點 本期内容 本期內容 版面导读 index contents inside tableofcontents inthisissue 目录contents 目錄contents contents目录 目次contents 目录mulu")

// ContentsTags may stand under them.
var ContentsTags = list("mulu contents content 目录 目錄 本期导读 本期導讀")

// OwnWords may stand before them.
var OwnWords = list("本栏 本欄 本文 本版 本期 本刊 本组 本組")

// EditorWords open an editor's mark.
var EditorWords = list("责任编辑 責任編輯 本文责编 责编 責編 本文编辑 特约编辑 執行編輯 执行编辑 编辑 編輯 责任校对 責任校對 校对 校對 审校 審校 责校 本期责编 本版编辑 编校 editor edited.by")

// AffiliationWords open the line that says who the author is.
var AffiliationWords = list("作者单位 作者單位 作者系 作者係 作者为 作者為 作者是 本文作者 作者简介 作者簡介 作者供职 作者現 作者现 作者任职 作者任職 指导教师 指導教師 指导老师 指導老師 辅导教师 輔導教師 辅导老师 輔導老師 推荐教师 推薦教師 作者就职 作者就職 作者工作 作者: 作者/ the.author.is the.writer.is the.author.works the.author.teaches the.author.lives")

// authorWords stand before the author's name in that line, and isWords between
// the name and what he is.
var (
	authorWords = list("作者 本文作者")
	isWords     = list("系 係 为 為 是 现为 現為 现任 現任 现系 現係 供职于 供職於 任职于 任職於 就职于 就職於 现供职于")
)

// SourceHeads open, sourceTails close the line that says where a text is from.
var (
	SourceHeads = list("摘自 均摘自 摘编自 摘編自 选自 選自 原载 原載 转自 转载自 轉載自 来源 來源 据 內容来源 内容来源 本文来源 资料来源 from source: reprinted.from")
	SourceTails = list("供稿 整理 摄制 攝製 提供 讲话 講話 报道 報道 通稿 节选 節選 摘编 摘編 综合整理 贺词 賀詞 报告 報告")
)

// SourceBare open such a line even without brackets.
var SourceBare = list("摘自《 摘编自《 选自《 原载《 来源: 來源: 资料来源: 資料來源: 数据来源: 數據來源: 据《 (据 source:")

// CreditHeads stand before, creditTails after the name of who took the picture.
var (
	CreditHeads = list("图片由 圖片由 照片由 本组图片由 摄影/ 摄影: 摄影报道/ 攝影/ 攝影: 摄/ 攝/ 图/ 圖/ 图: 圖: 图片/ 圖片/ 图片: 图片来源 图文/ 供图/ 供图: 插图/ 插图: 插畫/ 绘图/ 绘图: 制图/ photo.by photograph.by photograph: photo: photos.by picture.by picture: image:")
	CreditTails = list("/摄 /攝 /摄影 /攝影 /图 /圖 /供图 /供圖 /绘 /繪 /插图 摄影报道 摄影 攝影 供图 供圖 提供图片 摄 攝 绘 /photo")
	CreditWhole = list("资料图 資料圖 资料图片 資料圖片 本刊资料图 资料照片 file.photo")

	// CreditBare stand before a name with nothing but a blank between,
	// pictureWords after it in brackets.
	CreditBare   = list("摄影 攝影 摄 攝 供图 供圖 绘图 繪圖 插图 插圖 绘 繪")
	PictureWords = list("图 圖")
)

// ByWord stands before an author in English.
const ByWord = "by"

// BioVerbs tell in English what somebody does.
var BioVerbs = list("is was teaches works lives writes runs edits")

// MatterHeads open the particulars of a paper, each a block of its own.
var MatterHeads = list("关键词 關鍵詞 关键字 關鍵字 中图分类号 中圖分類號 文献标识码 keywords key.words")

// BylineHeads stand before an author's name.
var BylineHeads = list("文/ 文: 撰文/ 撰文: 文图/ 图文/ 文/图/ 文、图/ 作者: 作者/ 口述/ 口述: 整理/ 采写/ 采写: 编译/ 編譯/ 译/ 翻译/ text.by. words.by. story.by. by.")

// wroteWord stands behind the authors of a text that others translated.
const wroteWord = "著"

// BylineSeparators part a byline's word from its names.
const BylineSeparators = ":/|· "

// BylineTails stand behind the names of a byline.
var BylineTails = list(".文 /文 .撰文 .著 .供稿")

// ReporterWords stand before names in a byline.
var ReporterWords = list("作者 撰文 撰稿 采写 采訪 采访 口述 编译 編譯 翻译 翻譯 本刊记者 本刊記者 本刊特约记者 特约记者 特约撰稿 特約撰稿 本刊通讯员 通讯员 通訊員 记者 記者 本报记者 本刊编辑 本刊评论员 实习记者 文")

// StandingTitles are those that pieces of any periodical have.
var StandingTitles = list("读者来信 讀者來信 来信选登 來信選登 读者来稿 编读往来 編讀往來 读编往来 征稿启事 徵稿啟事 本刊启事 启事 啟事 稿约 稿約 更正 更正与说明 勘误 勘誤 声明 聲明 订阅启事 编后记 編後記 敬告读者 敬告讀者 letters letterstotheeditor corrections notices")

// PieceWords count short pieces after a numeral, two notes, three poems, and
// kindWords what may as well be counted in a heading; couple is another word
// for two.
var (
	PieceWords = list("则 則 首 阕 闋")
	KindWords  = list("题 題 篇 章 种 種")
)

// GroupWords end the title of several poems whose number is not said, and
// pieceCounters stand before the numeral of one of them.
var GroupWords = list("组诗 組詩 组章 組章 诗抄 詩抄 诗选 詩選 诗草 詩草 小辑 小輯")

// partWords stand in brackets behind a title and say what the text is, or which
// part of it.
var partWords = list("节选 節選 连载 連載 续完 續完 选载 選載 选章 選章 小说 小說 散文 诗歌 詩歌 随笔 隨筆 童话 童話 寓言 访谈 訪談 评论 評論 图文 圖文 上篇 中篇 下篇")

const PieceCounters = "其之"

const Couple = "两兩"

// Besides stands before the number of pieces beyond the one that is named.
const Besides = "外"

// PromptWords ask the reader to scan a code.
var PromptWords = list("扫码 掃碼 扫描二维码 扫一扫 掃一掃 扫描下方 微信扫 长按识别 识别二维码 掃描二維碼 扫描封面 scan.the.code scan.this scan.to")

// NotePhrases open a note at an article's end; they do not open a sentence.
var NotePhrases = list("注: 注释: 注釋: 註: 附注: 附註: 编后 编者注 編者註 参考文献 參考文獻 note: notes: references")

// QuestionHeads and answerHeads open the turns of an interview.
var (
	QuestionHeads = list("问: 問: 记者: 記者: q: 采访人: 本刊: 《")
	AnswerHeads   = list("答: a:")
)

// bookKeys head the rows of a book notice.
var bookKeys = list("书名 書名 作者 著者 书号 書號 isbn 出版社 出版时间 出版時間 出版日期 定价 定價 页数 頁數 开本 開本 译者 譯者 版次 author publisher price isbn pages published")

// moneyWords end a price.
var moneyWords = list("元 圆 圓")

// BookAuthors head the row that a book notice begins with.
var BookAuthors = list("书名: 書名: title: 作者: 著者: author:")

// contactWords make a line that ends on a colon wait for a number.
var contactWords = list("电话 電話 热线 熱線 邮箱 传真 传眞 网址 qq 微信 phone")

// PageWords may stand before a page alone on its line.
var PageWords = list("page page. p p. 第")

// NewsOpeners open a news report.
var NewsOpeners = list("本报讯 本報訊 本刊讯 本刊訊 本社讯 本社訊 本台讯 本台訊")

// WriterWords end what a reader is called who signs a letter.
var WriterWords = list("读者 讀者 教师 教師 老师 老師 职工 職工 村民 居民 市民 学生 學生 农民 農民 工人 医生 醫生 家长 家長 退休干部")

// Farewells close a letter.
var Farewells = list("此致 敬礼 敬禮 此致敬礼 此致敬禮 祝好 祝安好 编安 編安 即颂编安 顺颂编安 順頌編安 即颂时祺 順頌時祺 谨启 謹啟 yours yours.faithfully yours.sincerely yours.truly sincerely kind.regards best.wishes")

// PlaceTails end the name of a place, or of a class at school, that a reader
// gives with his name.
var PlaceTails = list("省 市 县 縣 区 區 镇 鎮 乡 鄉 村 州 街 路 巷 街道 社区 社區 班 年级 年級")

// classTails end the name of a class at school.
var classTails = list("班 年级 年級 中队 中隊")

// OrgTails end the name of a body that signs as an author.
var OrgTails = list("局 部 委 委员会 院 社 会 會 中心 公司 厅 办 办公室 学校 大学 中学 小学 组 队 站 馆 所 政府 编辑部 課題組 课题组 协会")

// RoleTails end a line that gives an author's office.
var RoleTails = list("书记 書記 主席 主任 部长 部長 局长 局長 院长 院長 校长 校長 教授 研究员 研究員 会长 會長 秘书长 厅长 处长 科长 县长 市长 镇长 乡长 记者 作家 学者 医生 教师 工程师 馆长 所长 站长 社长 总编辑 主编 委员 代表 博士")

// Leaning open a line that only goes on with the one before it.
var Leaning = list("的 地 得 和 与 與 及 或 关于 關於 之 暨 并 而 以及 对于 of and for the in to on with")

// Unfinished are characters that no heading ends with: the next word is wanted.
const Unfinished = "的和与與及或在是把被对對从從向为為将將而且其之以"

// Tellers are characters that a sentence tells its story with, and a heading of
// a few words does without.
const Tellers = "我你您他她它咱们們这這那谁誰了吗嗎呢吧是很也又却卻没沒"

// MonthNames and dayNames stand in dates of the lunar calendar beside numerals.
const (
	MonthNames = "正冬腊臘闰閏"
	DayNames   = "初廿卅"
)

// chapterWords follow 第N; only with nothing or a space or a colon after them.
var chapterWords = list("章 节 節 篇 部分 讲 講 回 集 幕 编 編 辑 輯 卷 单元 課 课")

const (
	Numerals      = "〇一二三四五六七八九十"
	NumeralZero   = "零○"
	Ordinal       = "第"
	EnumComma     = "、"
	IssueOf       = "期"
	yearOf        = "年"
	MonthOf       = "月"
	DayOf         = "日号號"
	allOf         = "共"
	totalOf       = "总"
	totalOfTrad   = "總"
	PageOf        = "页頁版"
	CountersAfter = "年月日号個个万亿%届次後后点時时分岁歲名位元周天座条條大世" // after a number that is no page
	IssnWord      = "issn"
	cnWord        = "cn"
	yuan          = "元"
	Hundred       = "百"
)

// fromMarks and ontoMarks are what stands before the page where a text goes on.
var (
	fromMarks = append(list("接第 continued.from"), fold.ComesFrom...)
	ontoMarks = append(list("转第 轉第 接下页 continued.on"), fold.GoesOn...)
)

// FrameWords may stand beside the periodical's title in a running head.
var FrameWords = list("年 第 期 总 總 月 刊 杂志 no vol 卷 号 號 页 日 总第")

// list splits phrases at its blanks; a point inside a word stands for a blank.
func list(phrases string) []string {
	w := strings.Fields(phrases)
	for i := range w {
		w[i] = strings.ReplaceAll(w[i], ".", " ")
	}
	return w
}
