// Package cjk knows what the characters of a Chinese text are to a line: which
// of them may not begin or end one, which may not be parted, how much blank a
// full-width mark carries and how much of it stays where two marks meet.
//
// [ClassOf] gives a character its [Class]. On classes stand [Level.NoStart] and
// [Level.NoEnd] (行首行尾禁则), [Parted] (符号分离禁则), [Blank] and [Between]
// (标点挤压) and [Spaced] (中西间距).
//
// The rules are those of W3C's Requirements for Chinese Text Layout (clreq) and
// GB/T 15834—2011, 标点符号用法. Where stops stand in their em differs by [Place]:
// the mainland's, Taiwan's and Hong Kong's, Japan's (JLREQ). The package knows no widths
// and no fonts: a blank is told in quarters of an em, and holds for a glyph
// that is a full em wide with its ink where the place's fonts have it.
package cjk
