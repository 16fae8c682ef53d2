package flow

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"kanyin/issues/source"
)

// fact gives what the page says of a line.
func (s *sheet) fact(l *line) source.Fact {
	b := s.frame.out(l.box)
	fact := source.Fact{
		Page: s.page.Number, Column: l.column, Columns: max(1, l.columns),
		X0: float32(b.x0), Y0: float32(b.y0), X1: float32(b.x1), Y1: float32(b.y1),
		Size: float32(math.Round(l.size*100) / 100), Face: l.face, Bold: l.bold,
		Start: l.start, End: l.end, Boxed: l.boxed, Role: l.role,
	}
	if l.start >= 0 && !l.contents && !l.table && !l.furniture {
		fact.Lead = l.lead()
	}
	sure, recognised, most := 0, 0, 0
	colours := map[uint32]int{}
	for _, r := range l.runs {
		_, n := count(r.Text)
		colours[r.Colour] += n
		if r.Confidence > 0 {
			sure += int(r.Confidence) * n
			recognised += n
		}
	}
	for c, n := range colours {
		if n > most || n == most && c < fact.Colour {
			fact.Colour, most = c, n
		}
	}
	if recognised > 0 {
		fact.Confidence = uint8(max(1, min(100, sure/recognised)))
	}
	return fact
}

// lead gives how many runes the line begins with that stand in another face
// than its rest: a heading run into its paragraph. Latin has a face of its own
// in many houses, so only ideographs are asked.
func (l *line) lead() int {
	type dress struct {
		face string
		bold bool
	}
	var first dress
	at, seen := 0, false // the run that the rest begins with
	for i, r := range l.runs {
		if n, _ := count(r.Text); n == 0 {
			continue
		}
		switch d := (dress{r.Face, r.Bold}); {
		case !seen:
			first, seen = d, true
		case at == 0 && d != first:
			at = i
		case at > 0 && d == first: // words set off inside the line, no opening
			return 0
		}
	}
	if at == 0 {
		return 0
	}
	var b strings.Builder
	for i, r := range l.runs[:at] {
		if i > 0 {
			b.WriteString(r.glue)
		}
		b.WriteString(r.words)
	}
	return utf8.RuneCountInString(strings.TrimLeftFunc(oneLineRight(b.String()), unicode.IsSpace))
}

// oneLineRight is oneLine without the trimming at its end, since text follows.
func oneLineRight(s string) string { return strings.TrimRight(oneLine(s+"|"), "|") }
