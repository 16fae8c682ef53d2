package manuscript

import (
	"slices"
	"strings"
	"unicode/utf8"

	"kanyin/issues/source"
)

// Marks in a paragraph's lines say where glosses stand, so that these go with
// their characters through all that a reader does to its text. They are
// noncharacters of Unicode, which no text may hold.
const (
	glossBegins  = '\uFDD0'
	glossReading = '\uFDD1' // between the characters and how they are read; not there for dots
	glossEnds    = '\uFDD2'
)

// Glosses are the emphasis dots and the readings of a text that is being read.
type Glosses []placedGloss

// A placedGloss stands beside bytes of the text.
type placedGloss struct {
	from, to int
	reading  string
}

// Dot puts dots under some bytes of the text.
func (g *Glosses) Dot(from, to int) {
	if n := len(*g); n > 0 && (*g)[n-1].to == from && (*g)[n-1].reading == "" {
		(*g)[n-1].to = to
		return
	}
	*g = append(*g, placedGloss{from, to, ""})
}

// Read puts a reading over some bytes of the text.
func (g *Glosses) Read(from, to int, reading string) {
	if reading = strings.Join(strings.Fields(plain(reading)), " "); reading != "" {
		*g = append(*g, placedGloss{from, to, reading})
	}
}

// Mark gives the text with its glosses marked. Characters that have both dots
// and a reading keep the reading; of two readings that cross the first stays.
func (g Glosses) Mark(text string) string {
	if len(g) == 0 {
		return plain(text)
	}
	var b strings.Builder
	done := 0
	for _, p := range g.inOrder() {
		if p.from < done || p.from >= p.to || p.to > len(text) {
			continue
		}
		b.WriteString(plain(text[done:p.from]))
		begin, end := string(glossBegins), string(glossEnds)
		if p.reading != "" {
			end = string(glossReading) + p.reading + end
		}
		b.WriteString(begin + strings.ReplaceAll(plain(text[p.from:p.to]), "\n", end+"\n"+begin) + end)
		done = p.to
	}
	b.WriteString(plain(text[done:]))
	return b.String()
}

// inOrder gives the glosses by their places, dots parted around the readings.
func (g Glosses) inOrder() Glosses {
	byPlace := func(a, b placedGloss) int { return a.from - b.from }
	var readings, dots Glosses
	for _, p := range g {
		if p.reading != "" {
			readings = append(readings, p)
		} else {
			dots = append(dots, p)
		}
	}
	slices.SortStableFunc(readings, byPlace)
	slices.SortStableFunc(dots, byPlace)
	all, next := slices.Clone(readings), 0
	for _, d := range dots {
		for next < len(readings) && readings[next].to <= d.from {
			next++
		}
		for _, r := range readings[next:] {
			if r.from >= d.to {
				break
			}
			all = append(all, placedGloss{d.from, r.from, ""})
			d.from = max(d.from, r.to)
		}
		all = append(all, d)
	}
	slices.SortStableFunc(all, byPlace)
	return all
}

// plain takes characters out that would be read as marks.
func plain(s string) string {
	if !strings.ContainsAny(s, string([]rune{glossBegins, glossReading, glossEnds})) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r >= glossBegins && r <= glossEnds {
			return -1
		}
		return r
	}, s)
}

// Runes counts the characters of a marked text.
func Runes(s string) int {
	text, _ := unmarked(s)
	return utf8.RuneCountInString(text)
}

// unmarked takes the marks off a text and gives the glosses that they stood for.
// A mark without its fellow, which a cut may leave, stands for nothing.
func unmarked(s string) (string, []source.Gloss) {
	if !strings.ContainsRune(s, glossBegins) {
		return plain(s), nil
	}
	var text, reading []rune
	var all []source.Gloss
	from, inReading := -1, false
	for _, r := range s {
		switch {
		case r == glossBegins:
			from, inReading = len(text), false
		case r == glossReading:
			inReading, reading = from >= 0, nil
		case r == glossEnds:
			if from >= 0 && from < len(text) {
				g := source.Gloss{From: from, To: len(text)}
				if inReading {
					g.Reading = string(reading)
				}
				all = append(all, g)
			}
			from, inReading = -1, false
		case inReading:
			reading = append(reading, r)
		default:
			text = append(text, r)
		}
	}
	return string(text), all
}
