package main

import (
	"fmt"
	"strings"

	"kanyin/issues/say"
	"kanyin/issues/source"
)

// tellFact says what a page tells of a line, or "" where there is no page:
//
//	on page 3, column 1 of 2, 56.7–280.1 × 80.3–92.8 pt; 10 pt 宋体, bold; begins a paragraph
func tellFact(f source.Fact) say.Text {
	var parts []say.Text
	if f.Page > 0 {
		place := []say.Text{say.Of("on page %d", f.Page)}
		if f.Columns > 1 && f.Column > 0 {
			place = append(place, say.Of("column %d of %d", f.Column, f.Columns))
		} else if f.Columns > 1 {
			place = append(place, say.Of("across %d columns", f.Columns))
		}
		if f.X1 > f.X0 {
			place = append(place, say.Of("%.1f–%.1f × %.1f–%.1f pt", f.X0, f.X1, f.Y0, f.Y1))
		}
		parts = append(parts, say.List(place...))
	}
	var dress []say.Text
	if f.Size > 0 {
		dress = append(dress, say.Verbatim(strings.TrimSpace(fmt.Sprintf("%g pt %s", f.Size, f.Face))))
	} else if f.Face != "" {
		dress = append(dress, say.Verbatim(f.Face))
	}
	for _, t := range []struct {
		is   bool
		says say.Text
	}{
		{f.Bold, say.Of("bold")}, {f.Colour != 0, say.Of("colour %06x", f.Colour)}, {f.Boxed, say.Of("on a ground")},
		{f.Lead > 0, say.Of("its first %d characters in another face", f.Lead)},
		{f.Confidence > 0, say.Of("recognised with a confidence of %d", f.Confidence)},
	} {
		if t.is {
			dress = append(dress, t.says)
		}
	}
	if len(dress) > 0 {
		parts = append(parts, say.List(dress...))
	}
	if f.Role != source.NoRole {
		parts = append(parts, say.Of("called a %s", say.Word(f.Role)))
	}
	switch {
	case f.Start > 0 && f.End > 0:
		parts = append(parts, say.Of("a paragraph by itself"))
	case f.Start > 0:
		parts = append(parts, say.Of("begins a paragraph"))
	case f.End > 0:
		parts = append(parts, say.Of("ends a paragraph"))
	case f.Start < 0:
		parts = append(parts, say.Of("goes on with the line before"))
	}
	return say.Clauses(parts...)
}
