package entries

import (
	"unicode"

	"kanyin/issues/normal"
)

// letters are those characters of a text that it is compared by, each with its place.
type letters struct {
	key []rune
	at  []int // in the runes of the text
}

func lettersOf(runes []rune) letters {
	var k letters
	for at, r := range runes {
		if r < 0x80 && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		for _, c := range normal.Key(string(r)) {
			k.key = append(k.key, c)
			k.at = append(k.at, at)
		}
	}
	return k
}

// find gives where the key stands in the text: the runes from first to end.
func (k letters) find(key string) (first, end int, ok bool) {
	want := []rune(key)
	if len(want) == 0 {
		return 0, 0, false
	}
	for i := 0; i+len(want) <= len(k.key); i++ {
		if string(k.key[i:i+len(want)]) == key {
			return k.at[i], k.at[i+len(want)-1] + 1, true
		}
	}
	return 0, 0, false
}
