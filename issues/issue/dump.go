package issue

import (
	"fmt"
	"io"
	"strings"
)

// Dump writes the issue as text for a person to read and for a diff to compare:
// an article a paragraph, a block a line with its source lines before it.
//
//	a01 春风又绿 / 李明
//	  5,7   paragraph    渡口的老人说，今年的水早了十天。
//	dropped
//	  6     running-head seen on 3 pages
func (iss *Issue) Dump(w io.Writer) error {
	var b strings.Builder
	for _, a := range iss.Articles {
		b.WriteString(heading(a))
		for _, k := range a.Blocks {
			b.WriteString(row(k, k.Text))
		}
	}
	zone := func(name string, blocks []Block) {
		if len(blocks) == 0 {
			return
		}
		b.WriteString(name + "\n")
		for _, k := range blocks {
			text := k.Text
			if name == "dropped" {
				text = k.Why.String()
			}
			b.WriteString(row(k, text))
		}
	}
	zone("front", iss.Front)
	zone("dropped", iss.Dropped)
	_, err := io.WriteString(w, b.String())
	return err
}

func heading(a Article) string {
	s := a.ID + " " + a.Title
	if len(a.Authors) > 0 {
		s += " / " + strings.Join(a.Authors, "、")
	}
	if a.Section != "" {
		s += " @ " + a.Section
	}
	if a.Subsection != "" {
		s += " > " + a.Subsection
	}
	return s + "\n"
}

func row(b Block, text string) string {
	nums := make([]string, len(b.Lines))
	for i, n := range b.Lines {
		nums[i] = fmt.Sprint(n)
	}
	kind := string(b.Kind)
	if b.Level > 1 {
		kind += fmt.Sprint(b.Level)
	}
	if b.Form != Plain {
		kind += "/" + string(b.Form)
	}
	if b.Lead != "" {
		text = "⟨" + b.Lead + "⟩" + strings.TrimPrefix(text, b.Lead)
	}
	return fmt.Sprintf("  %-5s %-12s %s\n", strings.Join(nums, ","), kind, text)
}
