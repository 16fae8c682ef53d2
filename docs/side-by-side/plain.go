//go:build ignore

// Plain sets running text with kanyin's own fonts and page, and nothing else
// about it: no titles, no headings, no notes. It is kanyin's side of the
// comparison in docs/typesetting-side-by-side.md.
//
//	plain MARKS TEXT PDF
//
// MARKS is the width of the marks, kaiming or line-end; TEXT holds a paragraph a
// line. The text begins on the second page, after the cover that every issue has.
package main

import (
	"bytes"
	"log"
	"os"
	"strings"

	"kanyin/builder/pdf"
	"kanyin/fonts"
	"kanyin/issues/issue"
	"kanyin/layout"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 4 {
		log.Fatal("usage: plain MARKS TEXT PDF")
	}
	if err := set(os.Args[1], os.Args[2], os.Args[3]); err != nil {
		log.Fatal(err)
	}
}

func set(marks, from, to string) error {
	text, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	library, err := fonts.Open()
	if err != nil {
		return err
	}
	iss := plain(strings.Split(strings.TrimSpace(string(text)), "\n"))
	var out bytes.Buffer
	screen := pdf.Screen{Doc: layout.Compose(iss, page(marks), library), Fonts: library}
	if err := screen.Build(&out, iss); err != nil {
		return err
	}
	return os.WriteFile(to, out.Bytes(), 0o644)
}

// page is the house's design with the numbers that plain.typ and plain.tex have too.
func page(marks string) layout.Design {
	d := layout.House()
	d.Paper.Width, d.Paper.Height, d.Paper.Inner, d.Paper.Top = 210, 285, 22.98, 27
	d.Body = layout.Body{Size: 10, Leading: 16, Lines: 42, Indent: 2}
	d.Columns = layout.Columns{Count: 2, Measure: 22, Gutter: 2.5}
	d.Short = d.Columns
	d.Marks, d.Multiple = marks, 1
	return d
}

// plain is an issue of one article, a paragraph a line.
func plain(lines []string) *issue.Issue {
	story := issue.Article{ID: "a01"}
	for i, line := range lines {
		story.Blocks = append(story.Blocks, issue.Block{Kind: issue.Paragraph, Lines: []int{i + 1}, Text: line})
	}
	return &issue.Issue{Source: issue.Source{Lines: lines}, Articles: []issue.Article{story}}
}
