// Package count writes the numbers that word processors set before paragraphs:
// 一, 壹, 甲, ①, IV, b. The formats go by the names of Office Open XML
// (ECMA-376, ST_NumberFormat).
package count

import (
	"strconv"
	"strings"
)

// Write writes n, from 0, in a format. A format that is not known gives plain
// figures, and so does a number that a format has no sign for.
func Write(n int, format string) string {
	plain := strconv.Itoa(n)
	switch format {
	case "chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand", "japaneseCounting", "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital":
		return Chinese(n)
	case "chineseLegalSimplified":
		return legal.Replace(Chinese(n))
	case "ideographLegalTraditional", "japaneseLegal":
		return legalTraditional.Replace(Chinese(n))
	case "ideographTraditional":
		return sign(n, "甲乙丙丁戊己庚辛壬癸", plain)
	case "ideographZodiac":
		return sign(n, "子丑寅卯辰巳午未申酉戌亥", plain)
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		return Circled(n)
	case "decimalFullWidth":
		return strings.Map(func(r rune) rune { return r - '0' + '０' }, plain)
	case "decimalZero":
		if n < 10 {
			return "0" + plain
		}
	case "upperLetter":
		return letters(n, 'A', plain)
	case "lowerLetter":
		return letters(n, 'a', plain)
	case "upperRoman":
		return roman(n, plain)
	case "lowerRoman":
		return strings.ToLower(roman(n, plain))
	}
	return plain
}

// Circled writes ① to ⑳, and larger numbers in brackets.
func Circled(n int) string {
	return sign(n, "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "["+strconv.Itoa(n)+"]")
}

func sign(n int, signs, plain string) string {
	if s := []rune(signs); n >= 1 && n <= len(s) {
		return string(s[n-1])
	}
	return plain
}

// letters writes A to Z, AA, BB as Word does.
func letters(n int, first rune, plain string) string {
	const most = 10 * 26 // longer ones are no numbers that a person reads
	if n < 1 || n > most {
		return plain
	}
	return strings.Repeat(string(first+rune((n-1)%26)), (n-1)/26+1)
}

func roman(n int, plain string) string {
	if n < 1 || n > 3999 {
		return plain
	}
	var b strings.Builder
	for _, d := range []struct {
		value int
		sign  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.sign)
		}
	}
	return b.String()
}

var (
	legal            = strings.NewReplacer("一", "壹", "二", "贰", "三", "叁", "四", "肆", "五", "伍", "六", "陆", "七", "柒", "八", "捌", "九", "玖", "十", "拾", "百", "佰", "千", "仟")
	legalTraditional = strings.NewReplacer("一", "壹", "二", "貳", "三", "參", "四", "肆", "五", "伍", "六", "陸", "七", "柒", "八", "捌", "九", "玖", "十", "拾", "百", "佰", "千", "仟")
)

// Chinese writes a number under 十万 as it is read: 十二, 二十, 一百〇五.
func Chinese(n int) string {
	if n < 0 || n > 99_999 {
		return strconv.Itoa(n)
	}
	const digits = "〇一二三四五六七八九"
	figure := func(d int) string { return string([]rune(digits)[d]) }
	if n < 10 {
		return figure(n)
	}
	var b strings.Builder
	gap, begun := false, false
	for _, unit := range []struct {
		value int
		name  string
	}{{10_000, "万"}, {1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}} {
		d := n / unit.value % 10
		if d == 0 {
			gap = begun
			continue
		}
		if gap {
			b.WriteString("〇")
		}
		gap = false
		if !(d == 1 && unit.value == 10 && !begun) { // 十二 and not 一十二
			b.WriteString(figure(d))
		}
		b.WriteString(unit.name)
		begun = true
	}
	return b.String()
}
