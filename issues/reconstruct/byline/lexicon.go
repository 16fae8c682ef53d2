package byline

import "strings"

// What the package knows in words, in simplified and traditional characters.

// authorDuties stand before the names of those who wrote a text, otherDuties
// before those who did something else for it. helpers are those of the latter
// who count as its authors where nobody else is named.
var (
	authorDuties = strings.Fields("文 撰文 主笔 主筆 执笔 執筆 特约评论员 特約評論員 评论员 評論員 作者 口述 采写 採寫 采访 採訪 撰稿 记者 記者 本刊记者 本刊記者 本报记者 本報記者 特约记者 特約記者 本刊特约记者 实习记者 實習記者 特约撰稿人 特約撰稿人 特约撰稿 特約撰稿 撰稿人 本刊特约撰稿 本刊评论员 本刊評論員 本报评论员 本報評論員 图文 圖文 文图 文圖 著 by BY By text Text 本文作者")
	otherDuties  = strings.Fields("摄影 攝影 摄 攝 图 圖 图片 圖片 供图 供圖 绘 繪 绘图 繪圖 插图 插圖 插画 插畫 制图 製圖 编辑 編輯 责编 責編 责任编辑 責任編輯 美编 美編 通讯员 通訊員 本刊通讯员 本刊通訊員 本报通讯员 本報通訊員 特约通讯员 特約通訊員 整理 编译 編譯 译 譯 翻译 翻譯 供稿 校对 校對 审校 審校 设计 設計 photo Photo")
	helpers      = strings.Fields("本刊通讯员 本刊通訊員 本报通讯员 本報通訊員 特约通讯员 特約通訊員 整理 编译 編譯 译 譯 翻译 翻譯 供稿 通讯员 通訊員")
)

// placeHeads and placeTails say from where somebody reports: 发自西安, 昆明报道.
var (
	placeHeads = strings.Fields("发自 發自")
	placeTails = strings.Fields("报道 報道 报导 報導 专电 專電")
)

// bodyTails end the name of a body that an author works at.
var bodyTails = strings.Fields("大学 大學 学院 學院 中学 中學 小学 小學 医院 醫院 研究所 研究院 杂志社 雜誌社 报社 報社 日报 日報 档案馆 檔案館 公司 中心 委员会 委員會 办公室 辦公室 局 厅 廳 协会 協會")

// Ornaments stand before names, columns and titles.
const Ornaments = "◈❖✦✧❀✿♦□◎○●■▲△▷▶►◇◆★☆▪◼◻◽◾※＊*•·|/—-_~～>＞»› "

// closings say in brackets that a text ends; with a surname's look they are no names.
var closings = strings.Fields("全文完 完 未完待续 未完待續 待续 待續 END")
