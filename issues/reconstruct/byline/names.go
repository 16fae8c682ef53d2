package byline

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kanyin/issues/reconstruct/fold"
	"kanyin/issues/reconstruct/names"
)

const middleDot = "·"

// AuthorsOf reads the names of a byline: 文/周岸 摄影/林河 is 周岸 alone, 口述：周岸
// 整理：林河 is the one who spoke. Where nobody is said to have written it, who
// put it together or translated it is its author.
func AuthorsOf(byline string) []string {
	var authors, others []string
	duty := duties{}
	for _, name := range dutiesFirst(NameTokens(byline)) {
		if d, ok := dutyOf(name); ok {
			duty = d
			continue
		}
		if rest, word, ok := fold.CutHead(name, authorDuties); ok && (surely(rest) || utf8.RuneCountInString(word) >= plainDuty && names.Like(rest)) {
			name, duty = rest, duties{word: word, wrote: true}
		} else if rest, word, ok := fold.CutHead(name, otherDuties); ok && surely(rest) {
			name, duty = rest, duties{word: word}
		} else if rest, word, ok := fold.CutTail(name, otherDuties); ok && names.Known(rest) {
			others = appendOnce(others, rest, helps(word))
			continue
		} else if rest, word, ok := fold.CutTail(name, authorDuties); ok && utf8.RuneCountInString(word) > 1 && names.Known(rest) { // 周岸撰文
			name, duty = rest, duties{word: word, wrote: true}
		}
		if isBody(name) || isPlace(name) || isDate(name) || slices.Contains(closings, name) {
			continue
		}
		if duty.word == "" || duty.wrote {
			authors = appendOnce(authors, name, true)
		} else {
			others = appendOnce(others, name, helps(duty.word))
		}
	}
	if len(authors) == 0 {
		return others
	}
	return authors
}

// plainDuty is the length from which a duty can begin no name: whoever stands
// behind 本刊记者 wrote, whatever his surname; 文 and 作者 begin other words too.
const plainDuty = 4

type duties struct {
	word  string
	wrote bool
}

func dutyOf(token string) (duties, bool) {
	switch {
	case slices.Contains(authorDuties, token):
		return duties{token, true}, true
	case slices.Contains(otherDuties, token):
		return duties{token, false}, true
	}
	return duties{}, false
}

// dutiesFirst puts duties before their names where a byline has them behind:
// 周岸 撰文 林河 摄影.
func dutiesFirst(tokens []string) []string {
	n := len(tokens)
	if n < 2 {
		return tokens
	}
	if _, ok := dutyOf(tokens[0]); ok {
		return tokens
	}
	if _, ok := dutyOf(tokens[n-1]); !ok {
		return tokens
	}
	var out []string
	from := 0
	for i, w := range tokens {
		if _, ok := dutyOf(w); ok {
			out = append(append(out, w), tokens[from:i]...)
			from = i + 1
		}
	}
	return out
}

// isPlace reports whether the token says from where somebody reports.
func isPlace(s string) bool {
	_, _, from := fold.CutHead(s, placeHeads)
	rest, _, of := fold.CutTail(s, placeTails)
	return from || of && rest != ""
}

// isDate tells a day in figures: 林间 撰文 | 2021-03-04.
func isDate(s string) bool {
	return strings.ContainsAny(s, "0123456789") && strings.Trim(s, "0123456789-.年月日") == ""
}

func helps(duty string) bool { return slices.Contains(helpers, duty) }

// surely reports whether the text can only be a name: by its surname or by the
// dots of a transcribed one.
func surely(s string) bool { return names.Known(s) || strings.ContainsRune(s, '·') && names.Like(s) }

func appendOnce(list []string, name string, wanted bool) []string {
	if !wanted || slices.Contains(list, name) {
		return list
	}
	return append(list, name)
}

// isBody reports whether the token names where somebody works, or a post code.
func isBody(s string) bool {
	const least = 5 // runes: 王大学 is a name
	if isDigits(s) {
		return true
	}
	_, _, ok := fold.CutTail(s, bodyTails)
	return ok && utf8.RuneCountInString(s) >= least
}

// NameTokens parts a byline at its marks and blanks. A name that was set apart
// (王　明) is put together again; Latin names keep their blanks.
func NameTokens(byline string) []string {
	s := strings.NewReplacer("文、图", "文图", "文、圖", "文圖", "文/图", "文图", "文/圖", "文圖", "文·图", "文图", "文·圖", "文圖", "\n", "  ").Replace(fold.Plain(byline))
	s = dutyInside.ReplaceAllString(s, " $1$2")
	s = partDots(strings.Trim(strings.ReplaceAll(s, " / ", "/"), Ornaments))
	s = strings.Trim(strings.TrimSpace(s), "()[]")
	var out []string
	single := "" // ideographs that stand alone
	flush := func() {
		if _, duty := dutyOf(single); duty { // 作 者
			out, single = append(out, single), ""
		}
		for r := []rune(single); len(r) > 0; {
			n := len(r)
			if n > names.Longest-1 {
				n = 2
			}
			out = append(out, string(r[:n]))
			r = r[n:]
		}
		single = ""
	}
	latin := false // the token before is Latin, and only a blank stands between
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("、,;/:|&，；()[]"+ornamentsInside, r) }) {
		for _, w := range strings.Fields(wideBlanks.ReplaceAllString(part, " \x00 ")) {
			if w == "\x00" { // 任 佳  龚 刚 are two names, 王  明 is one
				if utf8.RuneCountInString(single) > 1 {
					flush()
				}
				latin = false
				continue
			}
			w = strings.Trim(w, Ornaments+"。.")
			switch {
			case w == "":
			case utf8.RuneCountInString(w) == 1 && fold.Han(fold.FirstRune(w)):
				if _, duty := dutyOf(w); duty {
					flush()
					out = append(out, w)
				} else {
					single += w
				}
				latin = false
			case IsLatin(w) && latin:
				out[len(out)-1] += " " + w
			case utf8.RuneCountInString(single) == 1 && utf8.RuneCountInString(w) == 2 && names.Known(single+w): // 周 小岸, of a recogniser
				out, single = append(out, single+w), ""
				latin = false
			case endsInLetter(w): // 本报通讯员徐 刚
				flush()
				r := []rune(w)
				out, single = append(out, string(r[:len(r)-1])), string(r[len(r)-1:])
				latin = false
			default:
				flush()
				out = append(out, w)
				latin = IsLatin(w)
			}
		}
		flush()
		latin = false
	}
	return out
}

// endsInLetter reports whether the word is a duty and the first ideograph of a name
// that is set apart.
func endsInLetter(w string) bool {
	for _, duties := range [][]string{authorDuties, otherDuties} {
		if rest, duty, ok := fold.CutHead(w, duties); ok && utf8.RuneCountInString(duty) > 1 && utf8.RuneCountInString(rest) == 1 && fold.Han(fold.FirstRune(rest)) {
			return true
		}
	}
	return false
}

// partDots parts at its middle dots what is no transcribed name: a duty and a name,
// 文·周岸, and names that begin with surnames, 周岸·林河.
func partDots(s string) string {
	fields := strings.Fields(s)
	for i, f := range fields {
		parts := strings.Split(f, middleDot)
		duty, named := false, len(parts) > 1
		for _, p := range parts {
			p = p[strings.LastIndexAny(p, "/:|")+1:]
			_, is := dutyOf(p)
			duty = duty || is
			named = named && names.Known(p) && !strings.ContainsAny(p, transcribing)
		}
		if duty || named {
			fields[i] = strings.ReplaceAll(f, middleDot, "、")
		}
	}
	if !strings.Contains(s, middleDot) {
		return s // its blanks tell names apart
	}
	return strings.Join(fields, " ")
}

// transcribing are ideographs that foreign names are written with: 古丽·艾山 begins
// with surnames twice and is one person.
const transcribing = "丽麗尔爾古提孜依克斯娜德特艾买買木热熱麦麥阿吐穆亚亞拉巴努肯汗别哈萨薩里罗羅格尼诺諾奥奧伊埃约約翰姆卡吉娅婭"

// dutyInside is a duty with its mark that follows a name without a blank: 文/周岸摄影/林河.
var dutyInside = regexp.MustCompile(`(摄影|攝影|供图|供圖|编辑|編輯|通讯员|通訊員|整理|翻译|翻譯|撰文|口述)([/:|])`)

var wideBlanks = regexp.MustCompile(` {2,}`)

// ornamentsInside part names on one line.
const ornamentsInside = "◎□■●◆◇＊※"

// IsLatin reports whether the text is in Latin letters.
func IsLatin(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= 0x250 }) < 0 && strings.IndexFunc(s, unicode.IsLetter) >= 0
}

// AreNames reports whether the tokens are nothing but people's names. Sure ones
// begin with surnames.
func AreNames(tokens []string, sure bool) bool {
	for _, n := range tokens {
		switch {
		case sure && !surely(n):
			return false
		case !names.Like(n) && !capitalised(n):
			return false
		}
	}
	return len(tokens) > 0
}

// capitalised reports whether the text is a Latin name of two to four words.
func capitalised(s string) bool {
	const most = 4
	fields := strings.Fields(s)
	if len(fields) < 2 || len(fields) > most {
		return false
	}
	for _, f := range fields {
		if r := fold.FirstRune(f); r >= 0x250 || !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// IsNames reports whether the text is names and the words before them.
func IsNames(s string) bool {
	if _, _, ok := fold.CutHead(strings.TrimLeft(fold.Plain(s), Ornaments), authorDuties); ok {
		return true
	}
	return AreNames(AuthorsOf(s), true)
}
