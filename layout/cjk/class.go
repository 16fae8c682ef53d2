package cjk

import "unicode"

// A Class is what a character is to the line that it stands on.
type Class uint8

// The classes.
const (
	Ideograph    Class = iota // 汉; and what is set as one: 〇, ①, Ⅳ, Ａ, １, arrows, emoji
	Kana                      // ア
	Iteration                 // 々 ー ッ: belongs to the character before it
	Letter                    // a, я, α
	Digit                     // 7
	Space                     // a space that a line may break at
	Joint                     // a space that it may not break at
	Opening                   // （ “ 《: ink in the right half of the em
	Closing                   // ） ” 》: ink in the left half
	Comma                     // ， 、 ； ：, the stops inside a sentence
	Stop                      // 。, the stop at its end
	Exclaim                   // ！ ？
	MiddleDot                 // ·, the interpunct, ink in the middle
	Dash                      // —, two of which are a 破折号
	Ellipsis                  // …, two of which are a 省略号
	Connector                 // ～ –, the 连接号
	Solidus                   // ／, the 分隔号
	Prefix                    // ￥ $ №: belongs to the number after it
	Suffix                    // % ℃ ‰: belongs to the number before it
	LatinOpening              // ( [
	LatinClosing              // ) ]
	LatinStop                 // . , : ; ! ?
	Hyphen                    // -
	Sign                      // & @ = and the like, set with letters
	Combining                 // stands over or under the character before it
	Control                   // is not set at all
)

// ClassOf gives the class of a character. A quotation mark is classed as
// Chinese; whether it stands in Latin text is told by its neighbours alone.
func ClassOf(r rune) Class {
	switch {
	case r >= 0x4E00 && r <= 0x9FFF:
		return Ideograph
	case r < 0x80:
		return ascii(r)
	case r >= 0x3000 && r <= 0x30FF:
		return symbolOrKana(r)
	case r >= 0xFE00 && r <= 0xFFEF:
		return form(r)
	case r >= 0x2E80:
		return beyond(r)
	}
	return western(r)
}

func ascii(r rune) Class {
	switch {
	case r >= '0' && r <= '9':
		return Digit
	case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z':
		return Letter
	}
	switch r {
	case ' ', '\t', '\n', '\r':
		return Space
	case '(', '[', '{':
		return LatinOpening
	case ')', ']', '}':
		return LatinClosing
	case '.', ',', ':', ';', '!', '?':
		return LatinStop
	case '-':
		return Hyphen
	case '/':
		return Solidus
	case '$':
		return Prefix
	case '%':
		return Suffix
	}
	if r < ' ' || r == 0x7F {
		return Control
	}
	return Sign
}

// symbolOrKana classes U+3000 to U+30FF.
func symbolOrKana(r rune) Class {
	switch r {
	case 0x3000:
		return Space
	case '、':
		return Comma
	case '。':
		return Stop
	case '〈', '《', '「', '『', '【', '〔', '〖', '〘', '〚', '〝':
		return Opening
	case '〉', '》', '」', '』', '】', '〕', '〗', '〙', '〛', '〞', '〟':
		return Closing
	case '〜', '゠':
		return Connector
	case '・':
		return MiddleDot
	case '々', '〻', 'ー', 'ゝ', 'ゞ', 'ヽ', 'ヾ',
		'ぁ', 'ぃ', 'ぅ', 'ぇ', 'ぉ', 'っ', 'ゃ', 'ゅ', 'ょ', 'ゎ', 'ゕ', 'ゖ',
		'ァ', 'ィ', 'ゥ', 'ェ', 'ォ', 'ッ', 'ャ', 'ュ', 'ョ', 'ヮ', 'ヵ', 'ヶ':
		return Iteration
	}
	switch {
	case r >= 0x302A && r <= 0x302F, r == 0x3099, r == 0x309A:
		return Combining
	case r >= 0x3041:
		return Kana
	}
	return Ideograph
}

// form classes U+FE00 to U+FFEF: the full-width and half-width forms.
func form(r rune) Class {
	switch r {
	case '，', '：', '；', '､':
		return Comma
	case '．', '｡':
		return Stop
	case '！', '？':
		return Exclaim
	case '（', '［', '｛', '｟', '｢':
		return Opening
	case '）', '］', '｝', '｠', '｣':
		return Closing
	case '／':
		return Solidus
	case '～', '－':
		return Connector
	case '＄', '￡', '￥', '＃', '＋':
		return Prefix
	case '％', '￠':
		return Suffix
	case '･':
		return MiddleDot
	case 0xFEFF:
		return Control
	}
	switch {
	case r <= 0xFE0F, r >= 0xFE20 && r <= 0xFE2F:
		return Combining
	case r >= 0xFF66 && r <= 0xFF9D:
		return Kana
	}
	return Ideograph
}

// western classes what stands below the ideographs, ASCII aside.
func western(r rune) Class {
	switch r {
	case '“', '‘':
		return Opening
	case '”', '’':
		return Closing
	case '—', '―', '⸺', '⸻':
		return Dash
	case '…', '⋯':
		return Ellipsis
	case '·', '•', '‧', '∙':
		return MiddleDot
	case '–', '∼':
		return Connector
	case '‐', '‑':
		return Hyphen
	case '¥', '£', '€', '§', '№', '±', '−', '₩':
		return Prefix
	case '‰', '°', '′', '″', '℃', '℉', '¢', '‱':
		return Suffix
	case '«', '‹':
		return LatinOpening
	case '»', '›':
		return LatinClosing
	case 0xA0, 0x202F, 0x2007:
		return Joint
	case 0x2028, 0x2029, 0x1680, 0x205F:
		return Space
	case '×', '÷', '¬', '†', '‡', '©', '®', '™', '⁄':
		return Sign
	}
	return general(r)
}

func general(r rune) Class {
	switch {
	case r >= 0x2000 && r <= 0x200A:
		return Space
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F,
		r >= 0x80 && r <= 0x9F, r == 0xAD:
		return Control
	case r >= 0x2150 && r <= 0x218F, r >= 0x2190 && r <= 0x2BFF: // Ⅳ → ① ■
		return Ideograph
	case unicode.In(r, unicode.Mn, unicode.Me):
		return Combining
	case unicode.IsDigit(r):
		return Digit
	case unicode.IsLetter(r), unicode.Is(unicode.Mc, r):
		return Letter
	}
	return Sign
}

// beyond classes what stands above the ideographs and between their blocks.
func beyond(r rune) Class {
	switch {
	case r >= 0xE0000 && r <= 0xE0FFF:
		if r >= 0xE0100 && r <= 0xE01EF { // variation selectors
			return Combining
		}
		return Control
	case r >= 0x1F3FB && r <= 0x1F3FF: // skin tones
		return Combining
	case r >= 0xFFF0 && r <= 0xFFFB, r > unicode.MaxRune, r >= 0xD800 && r <= 0xDFFF:
		return Control
	case r < 0x10000 && (r >= 0x2E80 && r <= 0x2FFF || r >= 0x3100 && r <= 0x4DBF || r >= 0xF900 && r <= 0xFAFF || r >= 0xE000 && r <= 0xF8FF):
		return Ideograph
	case r >= 0x20000 && r <= 0x3FFFF, r >= 0x1F000 && r <= 0x1FAFF:
		return Ideograph
	case unicode.In(r, unicode.Mn, unicode.Me):
		return Combining
	case r >= 0xA000 && r <= 0xD7FF && unicode.IsLetter(r), r >= 0x10000 && r < 0x1B000 && unicode.IsLetter(r):
		return Letter
	}
	return Ideograph
}
