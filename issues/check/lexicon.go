package check

// The Chinese that the rules of this package know. It says what a slip looks
// like, and never whose or where.

// doubled are the words of one character that Chinese hardly doubles. Verbs,
// nouns and adjectives it does double (看看, 家家, 慢慢) are not among them.
const doubled = "的了是在和与及地得也我他她们这那着被把从而且或但因所将向让给并就都于"

// doubledInWords are the words that make a doubled character two: its left half
// ends a word (目的|的), or its right half begins one (了|了解).
func doubledInWords(r rune) (before, after string) {
	switch r {
	case '的':
		return "目标有打端众", "士确"
	case '了':
		return "为除到罢算明末", "解不结却断然望无得悟"
	case '是':
		return "于只但要可就还不凡总若正倒若实", "非否因"
	case '在':
		return "存现实内外潜自所正好", "于"
	case '和':
		return "总饱温平谐缓柔祥", "平谐解睦美气蔼谈约"
	case '与':
		return "参赋给授", "其会否共众时此"
	case '及':
		return "以涉普危波顾提触论", "时格早第其"
	case '地':
		return "土田大本当各外内基耕草林湿绿工场产阵营战盆山谷圣陆境异", "区方面点位下上铁球图址带理形质域震道产"
	case '得':
		return "获取值觉心使懂记舍难免", "到出了益以知失意名分体"
	case '也':
		return "", "许"
	case '我':
		return "自", "们国"
	case '他':
		return "其", "们人国乡"
	case '她':
		return "", "们"
	case '着':
		return "沉执跟接穿随意", "力重眼手落想陆急火装色实"
	case '被':
		return "棉植夹", "子告动褥"
	case '把':
		return "火车一", "握手关脉控柄"
	case '从':
		return "服听跟随顺", "事前此业来而容中小政未严军教"
	case '而':
		return "从然反因进", "且是已后今"
	case '且':
		return "而并尚况暂", "不"
	case '或':
		return "", "许者"
	case '因':
		return "原成起病基", "此为而素地果"
	case '所':
		return "场厕研会居处派诊交事", "有以谓在需属长"
	case '将':
		return "即必主大老名强", "来军要士领近"
	case '向':
		return "方去面走导志定取一动倾指转", "前上来着往心好导日阳"
	case '让':
		return "转礼谦出退", "座步利路位"
	case '给':
		return "供送交还补", "予力以"
	case '并':
		return "合兼吞一", "且不非存购入列轨网"
	case '就':
		return "成造早高迁", "是业医近要地餐读职任此"
	case '都':
		return "首成古国全京", "市会城江"
	case '于':
		return "对由关至终等位基鉴属善勇敢敬处在过", "是"
	case '这', '那':
		return "", "样里个些么种边儿"
	case '们':
		return "", ""
	case '但':
		return "不非", "是愿凡"
	}
	return "", ""
}

// lookalikes are characters that printers and scanners take for one another.
// Each group is one shape.
var lookalikes = [...]string{
	"千干于", "天夭", "士土", "风凤", "必心", "未末", "己已巳", "日曰", "人入", "大太犬", "乡多", "刀力", "免兔", "鸟乌", "今令",
	"侯候", "拔拨", "折拆析", "辨辩", "密蜜", "遗遣", "贷货", "晴睛", "粟栗", "浙淅", "幕慕墓", "萦索", "徽微", "杨扬", "祟崇", "治冶", "戌戍戊", "厂广", "棋祺琪", "崖涯", "壁璧", "住往",
}

// isUnit holds of lower-case Latin words that Chinese prose has by right:
// units and everyday abbreviations.
func isUnit(word string) bool {
	switch word {
	case "mm", "cm", "dm", "km", "nm", "um", "mg", "kg", "ml", "kw", "kwh", "mw", "hm", "ha", "mu", "app", "apps", "ppt", "pdf", "cpu", "wifi", "vs", "www", "com", "cn", "org", "net", "http", "https",
		"pm", "am", "ph", "db", "hz", "khz", "mhz", "ghz", "gb", "mb", "kb", "tb", "ip", "vip", "logo", "vlog", "blog", "ok", "no", "tel", "email", "qq", "etc", "et", "al", "plus", "pro", "max", "mini":
		return true
	}
	return false
}

// isFunctionWord holds of English words that carry a sentence and no meaning.
// Alone between ideographs they are left over from another text.
func isFunctionWord(word string) bool {
	switch word {
	case "and", "or", "of", "the", "in", "on", "to", "for", "with", "by", "from", "as", "at", "is", "are", "was", "be", "but", "not", "this", "that", "a", "an":
		return true
	}
	return false
}
