package damage

import (
	"flag"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var write = flag.String("write", "", "write the zoo into this folder, a folder a set: issue.txt, gold.json, meta.json")

// zoo makes every set, and writes it where the flag says so.
func zoo(t *testing.T) []*Made {
	t.Helper()
	var all []*Made
	for _, s := range Zoo() {
		m, err := Make(s.House, s.Faults, s.Seed)
		if err != nil {
			t.Fatal(err)
		}
		if *write != "" {
			if err := m.Write(filepath.Join(*write, m.Name)); err != nil {
				t.Fatal(err)
			}
		}
		all = append(all, m)
	}
	return all
}

// Every line of a dump that is not blank stands in the truth exactly once.
func TestTruthCoversTheDump(t *testing.T) {
	for _, m := range zoo(t) {
		count := map[int]int{}
		each := func(bs []Block) {
			for _, b := range bs {
				for _, n := range b.Lines {
					count[n]++
				}
			}
		}
		for _, a := range m.Truth.Articles {
			each(a.Blocks)
		}
		each(m.Truth.Front)
		each(m.Truth.Dropped)
		for i, line := range strings.Split(m.Text, "\n") {
			want := 1
			if strings.TrimSpace(line) == "" {
				want = 0
			}
			if count[i+1] != want {
				t.Errorf("%s:%d stands %d times in the truth: %s", m.Name, i+1, count[i+1], line)
			}
		}
	}
}

// The pieces of every cut paragraph, put together again, are the clean paragraph.
func TestTruthRestoresTheProse(t *testing.T) {
	clean := map[string]bool{}
	for _, set := range []string{"town", "hant", "english"} {
		arts, err := Load(set)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range arts {
			for _, p := range a.Parts {
				clean[fold(p.Lead+p.Text)] = true
			}
		}
	}
	for _, m := range zoo(t) {
		lines := strings.Split(m.Text, "\n")
		for _, a := range m.Truth.Articles {
			for _, b := range a.Blocks {
				if !isBody(b.Kinds[0]) {
					continue
				}
				text := ""
				for _, n := range b.Lines {
					text += jumpMark.ReplaceAllString(lines[n-1], "")
				}
				if !clean[fold(text)] && a.Title != "河上一年" {
					t.Errorf("%s:%d is no clean paragraph: %s", m.Name, b.Lines[0], text)
				}
			}
		}
	}
}

// The same seed gives the same dump.
func TestSameSeedSameDump(t *testing.T) {
	a, b := zoo(t), zoo(t)
	for i := range a {
		if a[i].Text != b[i].Text {
			t.Errorf("%s differs from one making to the next", a[i].Name)
		}
	}
}

var jumpMark = regexp.MustCompile(`[（(](下转第\d+页|上接第\d+页|下轉第\d+頁|上接第\d+頁|continued on page \d+|continued from page \d+)[）)]`)

// No fault family is there for show: each happens somewhere in the zoo.
func TestEveryFaultHappens(t *testing.T) {
	seen := map[string]int{}
	for _, m := range zoo(t) {
		lines := strings.Split(m.Text, "\n")
		for _, a := range m.Truth.Articles {
			seen["back"] += before(a, a.start())
			for _, b := range a.Blocks {
				for i := 1; i < len(b.Lines); i++ {
					between := lines[b.Lines[i-1]:max(b.Lines[i-1], b.Lines[i]-1)]
					seen["cut"]++
					seen["title between"] += titles(m, b.Lines[i-1], b.Lines[i])
					seen["jump"] += len(jumpMark.FindAllString(lines[b.Lines[i]-1], -1))
					if len(strings.Join(between, "")) > 0 {
						seen["something between"]++
					}
				}
			}
		}
		seen["mismatch"] += len(m.Truth.Mismatch)
		seen["unlisted"] += max(0, len(m.Truth.Articles)-len(m.Truth.Toc))
		for i := 1; i < len(m.Truth.Dropped); i++ {
			a, b := m.Truth.Dropped[i-1], m.Truth.Dropped[i]
			if lines[a.Lines[0]-1] == lines[b.Lines[0]-1] && b.Lines[0]-a.Lines[0] <= 2 {
				seen["doubled head"]++
			}
		}
	}
	for _, fault := range []string{"back", "cut", "title between", "jump", "something between", "mismatch", "unlisted", "doubled head"} {
		if seen[fault] == 0 {
			t.Errorf("no %s in the whole zoo", fault)
		}
	}
	t.Log(seen)
}

// before counts the article's lines that stand before the line n.
func before(a Gold, n int) int {
	count := 0
	for _, b := range a.Blocks {
		for _, l := range b.Lines {
			if l < n && isBody(b.Kinds[0]) {
				count++
			}
		}
	}
	return count
}

// titles counts the articles that begin between two lines.
func titles(m *Made, from, to int) int {
	count := 0
	for _, a := range m.Truth.Articles {
		if s := a.start(); from < s && s < to {
			count++
		}
	}
	return count
}
