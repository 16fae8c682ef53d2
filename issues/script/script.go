// Package script tells which script and language the parts of a text are written
// in, and from which side. Chinese and Latin are the ground that the others
// stand on.
//
// Languages that share a script are told by letters that one alone has; a word
// without any is taken for the one that Chinese periodicals print most.
package script

import (
	"strings"
	"unicode"
)

// A script is one that Chinese periodicals set beside their own, with the
// languages that it writes there.
type script struct {
	table    *unicode.RangeTable
	rtl      bool
	fewest   int // letters of a run that is marked: fewer are a sign
	language func(run string) string
}

// scripts are those that are neither Chinese nor Latin. What a run is written
// in is told by letters that one language alone has.
var scripts = []script{
	{unicode.Arabic, true, 1, arabic},
	{unicode.Hebrew, true, 1, always("he")},
	{unicode.Tibetan, false, 1, always("bo")},
	{unicode.Mongolian, false, 1, always("mn-Mong")},
	{unicode.Cyrillic, false, 2, cyrillic},
	{unicode.Hangul, false, 1, always("ko")},
	{unicode.Yi, false, 1, always("ii")},
	{unicode.Thai, false, 1, always("th")},
	{unicode.Devanagari, false, 1, always("hi")},
	{unicode.Tai_Le, false, 1, always("tdd")},
	{unicode.New_Tai_Lue, false, 1, always("khb")},
}

func always(language string) func(string) string { return func(string) string { return language } }

// arabic tells Uyghur, Kazakh, Arabic and Persian apart by the letters of their
// alphabets; a word that could be any of the first two is Uyghur.
func arabic(run string) string {
	switch {
	case strings.ContainsAny(run, "ٴٵٶٷٸ"):
		return "kk-Arab"
	case strings.ContainsAny(run, "ثحذصضطظعةأإ"):
		if strings.ContainsAny(run, "پچژگ") {
			return "fa"
		}
		return "ar"
	}
	return "ug"
}

// cyrillic tells Kazakh, Kyrgyz and Mongolian from Russian.
func cyrillic(run string) string {
	switch run = strings.ToLower(run); {
	case strings.ContainsAny(run, "әғқұһі"):
		return "kk"
	case strings.Contains(run, "ң"):
		return "ky"
	case strings.ContainsAny(run, "өү"):
		return "mn"
	}
	return "ru"
}

// scriptOf gives the script of a letter, or nil.
func scriptOf(r rune) *script {
	if r < 0x400 || r >= 0x3000 && r < 0xA000 { // nearly all there is
		return nil
	}
	for i := range scripts {
		if unicode.Is(scripts[i].table, r) && !unicode.IsPunct(r) && !unicode.IsSymbol(r) {
			return &scripts[i]
		}
	}
	return nil
}

// Has reports whether a text has a letter that is neither Chinese nor Latin.
func Has(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return scriptOf(r) != nil }) >= 0
}

// A Run is a stretch of a text in one script: its letters with the marks,
// figures and spaces between them.
type Run struct {
	From, To  int // in runes
	Language  string
	FromRight bool
	of        *script
}

// Runs gives the stretches of a text that are neither Chinese nor Latin.
func Runs(text []rune) []Run {
	var out []Run
	for i := 0; i < len(text); i++ {
		s := scriptOf(text[i])
		if s == nil {
			continue
		}
		from, to, letters := i, i, 0
		for ; i < len(text); i++ {
			switch r := text[i]; {
			case scriptOf(r) == s:
				to = i + 1
				letters++
				continue
			case i == to && (unicode.IsMark(r) || r == 0x200C || r == 0x200D || unicode.Is(s.table, r)):
				to = i + 1 // an accent, or a mark of the script's own
				continue
			case r < 0x80 && !unicode.IsLetter(r) || unicode.IsMark(r) || unicode.Is(unicode.Common, r) && !isSquare(r):
				continue
			}
			break
		}
		if s.rtl && to+1 < len(text) && strings.ContainsRune("!?.؟…", text[to]) && strings.ContainsRune("”’»」』\"", text[to+1]) {
			to++ // what is quoted whole has its own end, on its own side
		}
		if letters >= s.fewest {
			out = append(out, Run{from, to, s.language(string(text[from:to])), s.rtl, s})
		}
		i = to - 1
	}
	return out
}

// isSquare holds of the marks of Chinese, which end a run of another script.
func isSquare(r rune) bool {
	return r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFFEF || strings.ContainsRune("“”‘’—…", r)
}

// A Direction is the language of a text and whether it runs from the right; the
// zero value is Chinese or Latin.
type Direction struct {
	Language  string
	FromRight bool
}

// Of gives the direction of a whole text: of the script that more than
// half of its letters are written in and that it begins with, or the book's.
func Of(text string, book Direction) Direction {
	if !Has(text) {
		if book.FromRight && strings.IndexFunc(text, unicode.IsLetter) >= 0 {
			return Direction{} // Latin or Chinese in a book that runs from the right
		}
		return book
	}
	runes := []rune(text)
	runs := Runs(runes)
	if len(runs) == 0 || strings.IndexFunc(string(runes[:runs[0].From]), unicode.IsLetter) >= 0 {
		return book
	}
	inside, all := 0, 0
	for _, r := range runes {
		if unicode.IsLetter(r) {
			all++
			if scriptOf(r) == runs[0].of {
				inside++
			}
		}
	}
	if 2*inside <= all {
		return book
	}
	return Direction{runs[0].Language, runs[0].FromRight}
}

// rightToLeft are the languages whose books run from the right; a script that
// the tag names decides.
var rightToLeft = []string{"ar", "he", "fa", "ug", "ur", "ps", "sd", "yi", "ckb"}

// OfBook is the direction of a book in the language of a BCP 47 tag.
func OfBook(tag string) Direction {
	parts := strings.Split(strings.ToLower(tag), "-")
	rtl := false
	for _, l := range rightToLeft {
		rtl = rtl || parts[0] == l
	}
	for _, p := range parts[1:] {
		switch p {
		case "latn", "cyrl", "hans", "hant", "mong":
			rtl = false
		case "arab", "hebr":
			rtl = true
		}
	}
	return Direction{tag, rtl}
}
