package main

import (
	"fmt"
	"slices"
	"strings"

	"kanyin/issues/issue"
)

// A fact is one thing that an issue says, of a sort that is scored by itself:
// {"level", "214 2"}, the heading on line 214 is of level 2.
type fact struct{ Sort, Says string }

// sorts of facts, as they are printed.
var sorts = []string{"kind", "form", "level", "join", "article", "title", "author", "section", "page", "contents", "announces", "meta", "staff", "text", "lead", "table", "stanza", "gloss", "dropped", "finding"}

// factsOf gives all that an edition, or an editor, would see of the issue, but
// for the wording of reasons and messages. Facts name lines of the source, so
// that one article more does not change what is said of those behind it.
func factsOf(iss *issue.Issue) []fact {
	var out []fact
	add := func(sort, format string, args ...any) { out = append(out, fact{sort, fmt.Sprintf(format, args...)}) }
	block := func(b *issue.Block, of int) {
		for i, n := range b.Lines {
			add("kind", "%d %s", n, b.Kind)
			add("article", "%d of %d", n, of)
			if i > 0 {
				add("join", "%d %d", b.Lines[i-1], n)
			}
		}
		at := first(b.Lines)
		add("text", "%d %s", at, b.Text)
		said := func(sort string, value any, isSaid bool) {
			if isSaid {
				add(sort, "%d %v", at, value)
			}
		}
		said("form", b.Form, b.Form != issue.Plain)
		said("level", b.Level, b.Level > 0)
		said("lead", b.Lead, b.Lead != "")
		said("stanza", "begins", b.Stanza)
		said("gloss", b.Glosses, len(b.Glosses) > 0)
		for _, row := range b.Rows {
			add("table", "%d %s", at, strings.Join(row, " | "))
		}
		said("table", "head", b.Head)
	}
	starts := map[string]int{} // articles' first lines
	for k := range iss.Articles {
		a := &iss.Articles[k]
		start := 0
		for j := range a.Blocks {
			if start = first(a.Blocks[j].Lines); start > 0 {
				break
			}
		}
		starts[a.ID] = start
		add("title", "%d %s | %s | %s", start, a.Kicker, a.Title, a.Subtitle)
		add("section", "%d %s | %s", start, a.Section, a.Subsection)
		add("page", "%d %d", start, a.Page)
		for _, name := range a.Authors {
			add("author", "%d %s", start, name)
		}
		for j := range a.Blocks {
			block(&a.Blocks[j], start)
		}
	}
	for k := range iss.Front {
		block(&iss.Front[k], -1)
	}
	for k := range iss.Dropped {
		block(&iss.Dropped[k], -2)
		add("dropped", "%d", first(iss.Dropped[k].Lines))
	}
	for _, e := range iss.Toc {
		at := first(e.Lines)
		add("contents", "%d p%d %s/%s %s %s", at, e.Page, e.Section, e.Subsection, e.Title, strings.Join(e.Authors, ","))
		for _, id := range e.Articles {
			add("announces", "%d %d", at, starts[id])
		}
	}
	staff := iss.Meta.Staff
	meta := iss.Meta
	meta.Staff = nil
	for _, part := range strings.Split(strings.Trim(fmt.Sprintf("%#v", meta), "}"), ", ") {
		add("meta", "%s", part)
	}
	for _, s := range staff {
		add("staff", "%v %s %s", s.Lines, s.Duty, strings.Join(s.Names, ","))
	}
	for _, f := range iss.Findings {
		add("finding", "%d %s", first(f.Lines), f.Code)
	}
	return out
}

func first(lines []int) int {
	if len(lines) == 0 {
		return 0
	}
	return lines[0]
}

// agree gives how far two lists of facts agree: F1 by sort, of the sorts that
// either has, and the facts that one of them lacks, with - and + before them.
func agree(before, after []fact) (f1 map[string]float64, differ []string) {
	count := map[fact]int{}
	have, both := map[string]int{}, map[string]int{}
	for _, f := range before {
		count[f]++
		have[f.Sort]++
	}
	for _, f := range after {
		have[f.Sort]++
		if count[f] > 0 {
			count[f]--
			both[f.Sort]++
			continue
		}
		differ = append(differ, "+ "+f.Sort+" "+f.Says)
	}
	for _, f := range before {
		if count[f] > 0 {
			count[f]--
			differ = append(differ, "- "+f.Sort+" "+f.Says)
		}
	}
	slices.Sort(differ)
	f1 = map[string]float64{}
	for sort, n := range have {
		f1[sort] = 2 * float64(both[sort]) / float64(n)
	}
	return f1, differ
}
