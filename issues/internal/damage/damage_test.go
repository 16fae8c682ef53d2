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
