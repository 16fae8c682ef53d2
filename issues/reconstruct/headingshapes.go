package reconstruct

import "strings"

// item reports whether the row is numbered as a row of a list.
func item(r *row) bool {
	return r.number > 0 && r.series != bareSeries && r.series != chapterSeries && r.from == 0
}

// takenUp reports whether a text begins with the last words of a heading, as
// texts often do; the words over the two then mean nothing.
func takenUp(heading, text string) bool {
	const most = 8 // runes: more of them would be the heading again
	h := []rune(heading)
	for n := 2; n <= min(len(h), most); n++ {
		if strings.HasPrefix(text, string(h[len(h)-n:])) {
			return true
		}
	}
	return false
}

// halves reports whether a blank parts the line into two of nearly one length,
// or a comma into two of one length that share a character at one place.
func halves(fold string) bool {
	a, b, ok := strings.Cut(fold, " ")
	if !ok {
		a, b, ok = strings.Cut(fold, ",")
		return ok && parallel(a, b)
	}
	if strings.Contains(b, " ") {
		return false
	}
	x, y := runeCount(a), runeCount(b)
	return x >= 3 && y >= 3 && x-y <= 3 && y-x <= 3
}

// parallel reports whether two texts are of one length and share a character
// at one place.
func parallel(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) != len(y) || len(x) < 3 {
		return false
	}
	for i := range x {
		if x[i] == y[i] {
			return true
		}
	}
	return false
}

// turn reports whether the row is a speaker's turn in an interview.
func turn(fold string) bool {
	_, w, q := cutPrefix(fold, questionHeads)
	_, _, a := cutPrefix(fold, answerHeads)
	return q && w != bookOpener || a
}

// bookRow reports whether the row gives one fact of a book: 书号:…
func bookRow(fold string) bool {
	rest, _, ok := cutPrefix(fold, bookKeys)
	return ok && strings.HasPrefix(rest, ":")
}

// contact reports whether the row waits for a number that stands on the next.
func contact(fold string) bool {
	bare, ok := strings.CutSuffix(fold, ":")
	if !ok {
		return false
	}
	_, _, ok = cutSuffix(bare, contactWords)
	return ok
}
