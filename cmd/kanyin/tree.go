package main

import (
	"fmt"
	"io"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/say"
	"kanyin/issues/say/speak"
)

// printTree prints the contents as a tree, a line of figures and the findings.
func printTree(v speak.Voice, w io.Writer, file string, iss *issue.Issue) error {
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
		b.WriteString("    " + articleRow(v, a) + "\n")
	}
	b.WriteString("\n" + v.Text(figures(iss)) + "\n")
	for _, f := range iss.Findings {
		b.WriteString(v.Text(f.Format(file)) + "\n")
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

func articleRow(v speak.Voice, a issue.Article) string {
	row := a.ID + "  " + a.Title
	if len(a.Authors) > 0 {
		row += " / " + strings.Join(a.Authors, "、")
	}
	if a.Page > 0 {
		row += v.Say("  p. %d", a.Page)
	}
	return row + v.Say("  lines %s", ranges(a))
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
func figures(iss *issue.Issue) say.Text {
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
	return say.Of("%s, %s, %s, %d moved, %s",
		say.Count(len(iss.Articles), "1 article", "%d articles"), say.Count(characters, "1 character", "%d characters"),
		say.Count(joined, "1 cut paragraph joined", "%d cut paragraphs joined"), moved, findings(len(iss.Findings)))
}

func findings(n int) say.Text { return say.Count(n, "1 finding", "%d findings") }
