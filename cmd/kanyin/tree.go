package main

import (
	"fmt"
	"io"
	"strings"

	"kanyin/issues/issue"
)

// printTree prints the contents as a tree, a line of figures and the findings.
func printTree(w io.Writer, file string, iss *issue.Issue) error {
	var b strings.Builder
	name := iss.Meta.Name()
	if name == "" {
		name = iss.Source.File
	}
	b.WriteString(name + "\n")
	section, subsection := "", ""
	for i, a := range iss.Articles {
		if i == 0 || a.Section != section {
			section, subsection = a.Section, ""
			b.WriteString(orNone(section) + "\n")
		}
		if a.Subsection != subsection {
			subsection = a.Subsection
			b.WriteString("  " + orNone(subsection) + "\n")
		}
		b.WriteString("    " + articleRow(a) + "\n")
	}
	b.WriteString("\n" + figures(iss) + "\n")
	for _, f := range iss.Findings {
		b.WriteString(f.Format(file) + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func orNone(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

func articleRow(a issue.Article) string {
	row := a.ID + "  " + a.Title
	if len(a.Authors) > 0 {
		row += " / " + strings.Join(a.Authors, "、")
	}
	if a.Page > 0 {
		row += fmt.Sprintf("  p. %d", a.Page)
	}
	return row + "  lines " + ranges(a)
}

// ranges gives the source lines of an article as runs, in reading order: a
// run ends where the next block goes back, or forward by more than a column's
// blank lines.
func ranges(a issue.Article) string {
	// gap tells a jump in the source from the blank lines and the running head
	// between two blocks.
	const gap = 12
	var runs [][2]int
	for _, b := range a.Blocks {
		for _, n := range b.Lines {
			last := len(runs) - 1
			if last >= 0 && n >= runs[last][1] && n-runs[last][1] <= gap {
				runs[last][1] = n
				continue
			}
			runs = append(runs, [2]int{n, n})
		}
	}
	parts := make([]string, len(runs))
	for i, r := range runs {
		parts[i] = fmt.Sprintf("%d–%d", r[0], r[1])
		if r[0] == r[1] {
			parts[i] = fmt.Sprint(r[0])
		}
	}
	return strings.Join(parts, ", ")
}

// figures counts articles, characters, paragraphs that were cut, lines that
// were moved, and findings.
func figures(iss *issue.Issue) string {
	characters, joined := 0, 0
	for _, a := range iss.Articles {
		for _, b := range a.Blocks {
			characters += issue.Characters(b.Text)
			if b.Kind == issue.Paragraph && len(b.Lines) > 1 {
				joined++
			}
		}
	}
	moved := 0
	for _, f := range iss.Findings {
		if f.Code == "seam-moved" {
			moved++
		}
	}
	return fmt.Sprintf("%s, %s, %s joined, %d moved, %s",
		counted(len(iss.Articles), "article"), counted(characters, "character"), counted(joined, "cut paragraph"), moved, counted(len(iss.Findings), "finding"))
}

// counted gives a number with its noun: 1 finding, 2 findings.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
