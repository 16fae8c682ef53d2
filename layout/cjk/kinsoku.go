package cjk

// A Level is how strictly line starts and ends are watched (clreq, 行首行尾禁则).
// A document keeps to one.
type Level uint8

// The levels, each adding to the one before it.
const (
	Basic  Level = iota // no stop, closing mark, connector, interpunct or solidus at a line's start, no opening mark at its end
	GB                  // and no solidus at a line's end
	Strict              // and no 破折号 or 省略号 at a line's start
)

// NoStart says whether no line may begin with a character of class c.
func (l Level) NoStart(c Class) bool {
	switch c {
	case Closing, Comma, Stop, Exclaim, MiddleDot, Connector, Solidus,
		LatinClosing, LatinStop, Hyphen, Suffix, Iteration, Combining:
		return true
	case Dash, Ellipsis:
		return l >= Strict
	}
	return false
}

// NoEnd says whether no line may end with a character of class c.
func (l Level) NoEnd(c Class) bool {
	switch c {
	case Opening, LatinOpening, Prefix:
		return true
	case Solidus:
		return l >= GB
	}
	return false
}

// Parted says whether a line may break between two characters of these classes
// as far as they are no edge that a Level forbids. It may not inside a word or
// a number, and not between a number and its sign.
func Parted(a, b Class) bool {
	if b == Joint || a == Joint {
		return false
	}
	return !(withWord(a) && withWord(b))
}

// withWord says whether a character is set in one word with the letters beside it.
func withWord(c Class) bool {
	switch c {
	case Letter, Digit, LatinOpening, LatinClosing, LatinStop, Hyphen, Sign, Solidus, Prefix, Suffix, Combining:
		return true
	}
	return false
}

// Spaced says whether a quarter of an em stands between two characters of these
// classes: between Han and Latin, Han and figures (clreq, 中西间距). There is
// none at a line's edge and none beside a mark.
func Spaced(a, b Class) bool {
	return han(a) && latin(b) || latin(a) && han(b)
}

func han(c Class) bool   { return c == Ideograph || c == Kana || c == Iteration }
func latin(c Class) bool { return c == Letter || c == Digit }

// Unit says whether a character counts or measures when it follows a number, so
// that the two stay on one line: 3|月, 5|公里, 20|万.
func Unit(r rune) bool {
	switch r {
	case '年', '月', '日', '号', '时', '点', '分', '秒', '刻', '周', '天', '岁', '代', '届', '期', '卷', '页', '版', '章', '节', '条', '款',
		'十', '百', '千', '万', '亿', '兆', '余', '多', '倍', '成', '折', '度', '级', '次', '名', '位', '人', '个', '家', '户', '项', '件',
		'元', '角', '块', '美', '欧', '米', '里', '公', '平', '立', '厘', '毫', '微', '纳', '海', '尺', '寸', '丈', '亩', '克', '斤', '两', '吨', '升',
		'小', '世', '瓦', '伏', '安', '摄', '座', '所', '台', '辆', '艘', '架', '批', '组', '类', '种', '层', '栋', '路', '楼', '室', '班',
		'號', '時', '點', '週', '歲', '屆', '頁', '條', '節', '萬', '億', '餘', '級', '個', '戶', '項', '塊', '歐', '釐', '納', '畝', '兩', '噸', '攝', '輛', '組', '類', '種', '層', '棟', '樓':
		return true
	}
	return false
}

// Magnitude says whether a character between a number and its unit is part of
// the number: 20万|元.
func Magnitude(r rune) bool {
	switch r {
	case '十', '百', '千', '万', '亿', '兆', '余', '多', '萬', '億', '餘':
		return true
	}
	return false
}

// Numeral says whether a character is a figure of a number written in Han.
func Numeral(r rune) bool {
	switch r {
	case '〇', '零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万', '亿', '萬', '億':
		return true
	}
	return false
}

// Phrase says whether a phrase is likely to end between two ideographs: after a
// particle such as 的, before a preposition or a conjunction such as 把 and 和.
// It knows no words, and serves where a title must break somewhere.
func Phrase(a, b rune) bool {
	switch a {
	case '的', '了', '着', '地', '得':
		return true
	}
	switch b {
	case '和', '与', '及', '或', '把', '被', '让', '使', '为', '对', '从', '向', '在', '以', '将', '由', '于',
		'與', '讓', '為', '對', '從', '將', '於':
		return true
	}
	return false
}
