package masthead

import (
	"strings"

	"kanyin/issues/reconstruct/fold"
)

// DutyOf parts "主编 某某" and "定价:8.00元".
func DutyOf(line string) (duty, rest string) {
	const further = 12 // bytes: the words of a duty that stand behind the lexicon's
	bare := strings.TrimLeft(line, bullets+" ")
	rest, word, ok := fold.CutPrefix(bare, dutyWords)
	if !ok {
		return "", ""
	}
	if rest != "" && !strings.ContainsAny(rest[:1], " :/") {
		if open := strings.IndexByte(rest, ':'); open > 0 && open < further && fold.Digit(fold.FirstRune(rest[open+1:])) {
			return word, rest[open+1:]
		}
		return "", ""
	}
	return word, strings.TrimLeft(rest, " :/")
}

// BareTitle takes the brackets off a title, and how often it comes out from
// behind it.
func BareTitle(title string) string {
	if at := strings.IndexAny(title, "("+wideOpeners); at > 0 && SaysHowOften(fold.Of(title[at:])) {
		title = strings.TrimSpace(title[:at])
	}
	if inner, tail, ok := strings.Cut(title, bookCloser); ok && strings.HasPrefix(inner, bookOpener) && SaysHowOften(fold.Of(tail)) {
		title = strings.TrimPrefix(inner, bookOpener)
	}
	return strings.Trim(title, frameOpeners+frameClosers)
}

// QuotedTitle gives what a line quotes before it names a publishing house.
func QuotedTitle(line string) (string, bool) {
	at := strings.Index(line, bookOpener)
	end := strings.Index(line, bookCloser)
	if at < 0 || end < at {
		return "", false
	}
	tail := line[end+len(bookCloser):]
	if _, _, ok := fold.CutPrefix(tail, PublisherTails); !ok {
		return "", false
	}
	return line[at+len(bookOpener) : end], true
}
