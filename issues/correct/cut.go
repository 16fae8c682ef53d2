package correct

import (
	"slices"
	"strings"
	"unicode/utf8"

	"kanyin/issues/issue"
	"kanyin/issues/source"
)

// A cutting is a text some of whose lines an editor cut. A part that was cut off
// is a line of its own behind all others, while it is read.
type cutting struct {
	file  *source.File
	order []int // the lines as they are read; nil where nothing was cut
	of    []int // for each line behind the text's own: the line that it is a part of
	own   int   // how many lines the text came with
}

// newCutting cuts the file before the texts that cuts name, by line.
func newCutting(f *source.File, cuts map[int][]string) cutting {
	c := cutting{file: f, own: len(f.Lines)}
	if len(cuts) == 0 {
		return c
	}
	read := *f
	read.Lines, read.Facts, read.Parts = slices.Clone(f.Lines), slices.Clone(f.Facts), map[int][]int{}
	for i, line := range f.Lines {
		c.order = append(c.order, i+1)
		for k, part := range parts(line, cuts[i+1]) {
			if k == 0 {
				read.Lines[i] = part
				continue
			}
			read.Lines = append(read.Lines, part)
			if i < len(f.Facts) {
				read.Facts = append(read.Facts, f.Facts[i])
			}
			c.of = append(c.of, i+1)
			c.order = append(c.order, len(read.Lines))
			read.Parts[i+1] = append(read.Parts[i+1], len(read.Lines))
		}
	}
	c.file = &read
	return c
}

// text gives what places are looked for in: the lines as they are read.
func (c cutting) text() *text {
	if c.order == nil {
		return newText(c.file.Lines)
	}
	lines := make([]string, len(c.order))
	of := make([]int, len(c.order))
	for i, n := range c.order {
		lines[i], of[i] = c.file.Lines[n-1], c.line(n)
	}
	t := newText(lines)
	t.of = of
	return t
}

// read gives the line that the text's line n is while it is read.
func (c cutting) read(n int) int {
	if c.order == nil || n < 1 {
		return n
	}
	return c.order[n-1]
}

// line gives the line of the source that a line is, or is a part of.
func (c cutting) line(n int) int {
	if n > c.own {
		return c.of[n-c.own-1]
	}
	return n
}

// parts cuts a line in front of every text that it holds; in front of its end,
// where the text is that.
func parts(line string, before []string) []string {
	at := []int{0}
	for _, text := range before {
		i, _ := locate(line, text)
		if end := strings.TrimRight(line, " \t\u3000"); strings.HasSuffix(end, text) {
			i = len(end) - len(text)
		}
		if i > 0 && strings.TrimSpace(line[:i]) != "" {
			at = append(at, i)
		}
	}
	slices.Sort(at)
	at = slices.Compact(at)
	var out []string
	for i, from := range at {
		to := len(line)
		if i+1 < len(at) {
			to = at[i+1]
		}
		out = append(out, line[from:to])
	}
	return out
}

// part tells which part of its line a line is, 0 for its beginning.
func (c cutting) part(n int) int {
	return slices.Index(c.file.Parts[c.line(n)], n) + 1
}

// source gives the source's lines for those that were read, each once.
func (c cutting) source(lines []int) []int {
	if len(c.of) == 0 || lines == nil {
		return lines
	}
	out := make([]int, 0, len(lines))
	for _, n := range lines {
		if n = c.line(n); len(out) == 0 || out[len(out)-1] != n {
			out = append(out, n)
		}
	}
	return out
}

// restore gives an issue that was read of the parts the lines of the source.
func (c cutting) restore(iss *issue.Issue) {
	iss.Source.Lines, iss.Source.Cut = c.file.Lines[:c.own:c.own], c.of
	if len(c.of) == 0 {
		return
	}
	iss.EachBlock(func(_ string, b *issue.Block) {
		if len(b.Lines) > 0 && b.Lines[0] > c.own {
			b.Part = c.part(b.Lines[0])
		}
		b.Lines = c.source(b.Lines)
	})
	for i := range iss.Toc {
		iss.Toc[i].Lines = c.source(iss.Toc[i].Lines)
	}
	for i := range iss.Meta.Staff {
		iss.Meta.Staff[i].Lines = c.source(iss.Meta.Staff[i].Lines)
	}
	for i := range iss.House {
		iss.House[i].Lines = c.source(iss.House[i].Lines)
	}
	for i := range iss.Findings {
		iss.Findings[i].Lines = c.source(iss.Findings[i].Lines)
	}
	for i := range iss.Decisions {
		iss.Decisions[i].Lines = c.source(iss.Decisions[i].Lines)
	}
	for i := range iss.Corrections {
		iss.Corrections[i].Lines = c.source(iss.Corrections[i].Lines)
	}
}

// leastCut is how many runes name the place of a cut: fewer are easily elsewhere
// in the line once a word of it is mended.
const leastCut = 6

// Cut gives the correction that cuts line n behind so many of its runes; none
// where nothing stands on one side.
func Cut(lines []string, n, runes int) (Correction, bool) {
	line := []rune(lines[n-1])
	if runes <= 0 || runes >= len(line) || strings.TrimSpace(string(line[:runes])) == "" {
		return Correction{}, false
	}
	for line[runes] == ' ' || line[runes] == '\u3000' {
		if runes++; runes == len(line) {
			return Correction{}, false
		}
	}
	rest := string(line[runes:])
	for length := leastCut; ; length++ {
		text := []rune(rest)[:min(length, utf8.RuneCountInString(rest))]
		if strings.Index(lines[n-1], string(text)) == len(string(line[:runes])) || len(text) == utf8.RuneCountInString(rest) {
			c := Correction{Line: PlaceOf(lines, n), Cut: strings.TrimRight(string(text), " \u3000")}
			c.Beside = newText(lines).beside(c.Line)
			return c, strings.Index(lines[n-1], c.Cut) > 0
		}
	}
}
