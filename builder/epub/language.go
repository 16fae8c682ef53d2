package epub

import (
	"strings"
	"unicode"
)

// englishWords are the words that hardly a sentence of English does without and
// that neither pinyin nor a name has.
var englishWords = map[string]bool{
	"the": true, "of": true, "and": true, "to": true, "in": true, "is": true, "for": true, "with": true,
	"that": true, "from": true, "by": true, "on": true, "as": true, "are": true, "was": true, "it": true, "not": true,
}

// minWords is how many words in a row are a phrase that a reading voice should
// change its language for; fewer are a name or a borrowed word.
const minWords = 3

// foreign finds the stretches of a Chinese text that are English: at least
// minWords Latin words in a row, one of englishWords among them. Other
// languages in Latin letters are not told apart, and stay untagged.
func foreign(text []rune, language string) []span {
	if !strings.HasPrefix(strings.ToLower(language), "zh") {
		return nil
	}
	var out []span
	for i := 0; i < len(text); i++ {
		if !isLatin(text[i]) {
			continue
		}
		from, to := i, i
		for ; i < len(text) && (isLatin(text[i]) || isLatinFiller(text[i])); i++ {
			if isLatin(text[i]) {
				to = i + 1
			}
		}
		if isEnglish(string(text[from:to])) && !address.MatchString(string(text[from:to])) {
			out = append(out, span{from, to, `<span lang="en" xml:lang="en">`, "</span>"})
		}
	}
	return out
}

func isLatin(r rune) bool { return r < 0x250 && unicode.IsLetter(r) }

// isLatinFiller says whether r may stand between the words of a Latin phrase.
func isLatinFiller(r rune) bool {
	return r == ' ' || r < 0x80 && (unicode.IsPunct(r) || unicode.IsDigit(r)) || r == '’' || r == '–'
}

func isEnglish(phrase string) bool {
	words := strings.FieldsFunc(phrase, func(r rune) bool { return !isLatin(r) && r != '\'' && r != '’' })
	if len(words) < minWords {
		return false
	}
	for _, w := range words {
		if englishWords[strings.ToLower(w)] {
			return true
		}
	}
	return false
}
