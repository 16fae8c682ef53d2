package main

import (
	"fmt"
	"strings"

	"kanyin/issues/source"
)

// tellFact says what a page tells of a line, or "" where there is no page:
//
//	on page 3, column 1 of 2, 56.7–280.1 × 80.3–92.8 pt; 10 pt 宋体, bold; begins a paragraph
func tellFact(f source.Fact) string {
	var parts []string
	if f.Page > 0 {
		place := fmt.Sprintf("on page %d", f.Page)
		if f.Columns > 1 && f.Column > 0 {
			place += fmt.Sprintf(", column %d of %d", f.Column, f.Columns)
		} else if f.Columns > 1 {
			place += fmt.Sprintf(", across %d columns", f.Columns)
		}
		if f.X1 > f.X0 {
			place += fmt.Sprintf(", %.1f–%.1f × %.1f–%.1f pt", f.X0, f.X1, f.Y0, f.Y1)
		}
		parts = append(parts, place)
	}
	var dress []string
	if f.Size > 0 {
		dress = append(dress, strings.TrimSpace(fmt.Sprintf("%g pt %s", f.Size, f.Face)))
	} else if f.Face != "" {
		dress = append(dress, f.Face)
	}
	for _, t := range []struct {
		is   bool
		says string
	}{
		{f.Bold, "bold"}, {f.Colour != 0, fmt.Sprintf("colour %06x", f.Colour)}, {f.Boxed, "on a ground"},
		{f.Lead > 0, fmt.Sprintf("its first %d characters in another face", f.Lead)},
		{f.Confidence > 0, fmt.Sprintf("recognised with a confidence of %d", f.Confidence)},
	} {
		if t.is {
			dress = append(dress, t.says)
		}
	}
	if len(dress) > 0 {
		parts = append(parts, strings.Join(dress, ", "))
	}
	if f.Role != source.NoRole {
		parts = append(parts, "called a "+string(f.Role))
	}
	switch {
	case f.Start > 0 && f.End > 0:
		parts = append(parts, "a paragraph by itself")
	case f.Start > 0:
		parts = append(parts, "begins a paragraph")
	case f.End > 0:
		parts = append(parts, "ends a paragraph")
	case f.Start < 0:
		parts = append(parts, "goes on with the line before")
	}
	return strings.Join(parts, "; ")
}
