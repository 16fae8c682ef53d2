package normal

import (
	"regexp"
	"strings"
)

// counted is the number that a heading may begin with: 一、 or 3.
var counted = regexp.MustCompile(`^(?:[〇零一二三四五六七八九十百]+、|\d+[.．、])`)

// CloseUp takes out the spaces of a text whose every character is set apart for
// looks, perhaps behind a number: 水 位, 一、目 录. A text with a word of two
// characters in it keeps its spaces: there they part what belongs apart.
func CloseUp(s string) string {
	number := counted.FindString(s)
	fields := strings.Fields(s[len(number):])
	if len(fields) < 2 {
		return s
	}
	for _, f := range fields {
		if r := []rune(f); len(r) != 1 || !isHan(r[0]) {
			return s
		}
	}
	return number + strings.Join(fields, "")
}

// spacedName is a name of two characters that is set as wide as one of three.
var spacedName = regexp.MustCompile(`(^|[^\p{Han}·])(\p{Han})[ 　]+(\p{Han})($|[^\p{Han}·])`)

// CloseUpNames takes the space out of names of two characters that are set as
// wide as those of three: 麦 青、周小满.
func CloseUpNames(s string) string {
	if !strings.ContainsAny(s, " 　") {
		return s
	}
	for range 2 { // neighbours share the mark between them, so that one run takes every second
		s = spacedName.ReplaceAllString(s, "$1$2$3$4")
	}
	return s
}
