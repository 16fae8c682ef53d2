package notes_test

import (
	"fmt"
	"strings"
	"testing"

	"kanyin/issues/issue"
	"kanyin/issues/notes"
)

// Every case is an article: a line a block, "> " before a note. What is wanted
// names each note with the places that lead to it, and what goes on with it.
func TestPairs(t *testing.T) {
	for _, c := range []struct{ what, text, want string }{
		{"one mark", "船①到了。\n> ①渡船。", "①渡船。 ← ①@0:1"},
		{"bracketed", "水到了[12]。\n> [12] 上游的水。", "[12] 上游的水。 ← [12]@0:3"},
		{"brackets of another width", "水到了［1］。\n> [1] 上游的水。", "[1] 上游的水。 ← ［1］@0:3"},
		{"two places of one note", "船①到了①。\n> ①渡船。", "①渡船。 ← ①@0:1 ①@0:4"},
		{"numbers a paragraph", "①船到了。\n> ①渡船。", ""},
		{"begins its paragraph between its neighbours", "船①。\n②桥在东，水③。\n> ①甲。\n> ②乙。\n> ③丙。", "①甲。 ← ①@0:1\n②乙。 ← ②@1:0\n③丙。 ← ③@1:6"},
		{"begins its paragraph behind all others", "船①。\n②桥在东。\n> ①甲。\n> ②乙。", "①甲。 ← ①@0:1\n②乙。 ← ②@1:0"},
		{"numbers a paragraph of a list", "船①，有三样。\n①桥。\n②水。\n③灯②。\n> ①甲。\n> ②乙。\n> ③丙。", "①甲。 ← ①@0:1\n②乙。 ← ②@3:2"},
		{"begins a paragraph out of sequence", "船①。\n③桥在东。\n> ①甲。\n> ②乙。\n> ③丙。", "①甲。 ← ①@0:1"},
		{"numbers the parts of a sentence", "有三样：①船；②桥。\n> ①渡船。", ""},
		{"star in stars", "船**到了。\n> * 渡船。\n> ** 木船。", "** 木船。 ← **@0:1"},
		{"a sign that stands twice", "船*到*了。\n> * 渡船。", ""},
		{"row of stars", "船****到了*。\n> * 渡船。", "* 渡船。 ← *@0:7"},
		{"bare before its note", "船到了[※]。\n> ※渡船。", "※渡船。 ← [※]@0:3"},
		{"after its note", "> ①渡船。\n船①到了。", ""},
		{"unmarked", "船到了。\n> 注：渡船。", ""},
		{"two lists, marks of one", "船［1］桥［2］。\n> ［1］甲。\n> ［2］乙。\n> ［1］丙。\n> ［2］丁。", "［1］甲。 ← ［1］@0:1\n［2］乙。 ← ［2］@0:5"},
		{"two lists, marks of both", "船①桥②。\n水①灯②。\n> ①甲。\n> ②乙。\n> ①丙。\n> ②丁。", "①甲。 ← ①@0:1\n②乙。 ← ②@0:3\n①丙。 ← ①@1:1\n②丁。 ← ②@1:3"},
		{"numbers begin anew on each page", "船①。\n> ①甲。\n桥①。\n> ①乙。", "①甲。 ← ①@0:1\n①乙。 ← ①@2:1"},
		{"marks wait past other notes", "船①桥②。\n> ①甲。\n水③。\n> ②乙。\n> ③丙。", "①甲。 ← ①@0:1\n②乙。 ← ②@0:3\n③丙。 ← ③@2:1"},
		{"several in one pair of brackets", "船[1,3]。\n> [1]甲。\n> [2]乙。\n> [3]丙。", "[1]甲。 ← 1@0:2\n[3]丙。 ← 3@0:4"},
		{"a range", "船[1-3]。\n> [1]甲。\n> [2]乙。\n> [3]丙。", "[1]甲。 ← 1@0:2\n[2]乙。 ← 1@0:2\n[3]丙。 ← 3@0:4"},
		{"notes that run on", "船①桥②。\n> 注释：①甲。②乙，见①。", "注释：①甲。 ← ①@0:1\n②乙，见①。 ← ②@0:3"},
		{"notes that run on in a paragraph", "船①桥②。\n注释：①甲。②乙。", "注释：①甲。 ← ①@0:1\n②乙。 ← ②@0:3"},
		{"a note of two paragraphs", "船①桥②。\n> ①甲。\n又及。\n> ②乙。", "①甲。 ← ①@0:1 + 又及。\n②乙。 ← ②@0:3"},
		{"text between notes", "船①。\n> ①甲。\n桥②。\n> ②乙。", "①甲。 ← ①@0:1\n②乙。 ← ②@2:1"},
	} {
		blocks := article(c.text)
		if got := show(blocks, notes.Of(blocks)); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.what, got, c.want)
		}
	}
}

func article(text string) []issue.Block {
	var blocks []issue.Block
	for _, l := range strings.Split(text, "\n") {
		b := issue.Block{Kind: issue.Paragraph, Text: l}
		if rest, ok := strings.CutPrefix(l, "> "); ok {
			b.Kind, b.Text = issue.Note, rest
		}
		blocks = append(blocks, b)
	}
	return blocks
}

func show(blocks []issue.Block, l notes.Links) string {
	var lines []string
	for i, n := range l.Notes {
		s := string([]rune(blocks[n.Block].Text)[n.From:n.To]) + " ←"
		found := false
		for _, r := range l.Refs {
			if r.Note == i {
				found = true
				s += fmt.Sprintf(" %s@%d:%d", string([]rune(blocks[r.Block].Text)[r.From:r.To]), r.Block, r.From)
			}
		}
		if !found {
			r := l.Refs[n.Back]
			s += fmt.Sprintf(" %s@%d:%d", string([]rune(blocks[r.Block].Text)[r.From:r.To]), r.Block, r.From)
		}
		for _, k := range n.More {
			s += " + " + blocks[k].Text
		}
		lines = append(lines, s)
	}
	return strings.Join(lines, "\n")
}

func TestNotesThatNothingSaidToBe(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"船到了[1]，水也到了[2,3]。\n[1]渡船。\n[2]春水。\n又一段。\n［3］秋水。", "[1 2 4]"},
		{"船到了［1］。\n［1］渡船。\n［2］木船。", "[1 2]"},
		{"[1]渡船。\n[2]木船。", "[]"},
		{"船到了[1]。\n一段。\n[7]渡船。", "[]"},
	} {
		if got := fmt.Sprint(notes.Unlabelled(article(c.text))); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}

// Whatever the article, every link leads somewhere and back, and no two overlap.
func FuzzOf(f *testing.F) {
	for _, s := range []string{"船①到了。\n> ①渡船。", "船[1-3]，[2,4]。\n> [1]甲。[2]乙。\n> [3]丙\n> [1]丁", "注释：①甲。②乙。\n水²\n> ²丙"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		blocks := article(text)
		l := notes.Of(blocks)
		for i, n := range l.Notes {
			size := len([]rune(blocks[n.Block].Text))
			if n.Back < 0 || n.Back >= len(l.Refs) || n.From > n.Mark.From || n.Mark.From >= n.Mark.To || n.Mark.To > n.To || n.To > size {
				t.Fatalf("note %d: %+v", i, n)
			}
			if i > 0 && l.Notes[i-1].Block == n.Block && l.Notes[i-1].To > n.From {
				t.Fatalf("notes overlap: %+v", l.Notes)
			}
		}
		for i, r := range l.Refs {
			if r.Note < 0 || r.Note >= len(l.Notes) || r.From >= r.To || r.To > len([]rune(blocks[r.Block].Text)) {
				t.Fatalf("reference %d: %+v", i, r)
			}
			if i > 0 && l.Refs[i-1].Block == r.Block && l.Refs[i-1].To > r.From {
				t.Fatalf("references overlap: %+v", l.Refs)
			}
		}
	})
}
