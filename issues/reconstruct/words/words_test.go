package words_test

import (
	"bufio"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kanyin/issues/reconstruct/words"
)

func TestAcrossFindsTheWordThatACutBreaks(t *testing.T) {
	for _, c := range []struct{ tail, head, word string }{
		{"清早的渡口人来人", "往，卖菜的船先到。", "人来人往"},
		{"镇上的图书", "馆八点开门", "图书馆"},
		{"孩子们沿着河岸跑到学", "校去。", "学校"},
		{"老街的鐵", "匠們還開著門", "铁匠"},
	} {
		word, gain := words.Across(c.tail, c.head)
		if word != c.word || gain < 3 {
			t.Errorf("%s | %s: %q with gain %.1f, want %q with 3 at least", c.tail, c.head, word, gain, c.word)
		}
	}
}

func TestAcrossLeavesAWordsEndAlone(t *testing.T) {
	for _, c := range []struct{ tail, head string }{
		{"清早的渡口，", "卖菜的船先到。"},
		{"孩子们跑到学校", "老师已经开了门"},
		{"the ferry", "left at noon"},
		{"", "学校"},
		{"学校", ""},
	} {
		if word, gain := words.Across(c.tail, c.head); gain > 1 {
			t.Errorf("%s | %s: found %q with gain %.1f", c.tail, c.head, word, gain)
		}
	}
}

func TestFragmentTellsTheRestOfAWordFromABeginning(t *testing.T) {
	rest, beginning := words.Fragment("校的门开着"), words.Fragment("学校的门开着")
	if rest <= beginning {
		t.Errorf("the rest of a word weighs %.1f, a beginning %.1f", rest, beginning)
	}
	if f := words.Fragment("the ferry"); f != 0 {
		t.Errorf("text that is not Han weighs %.1f", f)
	}
}

func TestTablesAreTheOnesThatWereMade(t *testing.T) {
	f, err := os.Open(filepath.Join("data", "SHA256SUMS"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	n := 0
	for lines := bufio.NewScanner(f); lines.Scan(); n++ {
		sum, name, _ := strings.Cut(lines.Text(), "  ")
		data, err := os.ReadFile(filepath.Join("data", name))
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprintf("%x", sha256.Sum256(data)); got != sum {
			t.Errorf("%s: sha256 is %s, want %s", name, got, sum)
		}
	}
	if n != 6 {
		t.Errorf("%d tables have checksums, want 6", n)
	}
}

func FuzzAcross(f *testing.F) {
	f.Add("渡口的", "老人")
	f.Add("a\xff", "\xfe人")
	f.Fuzz(func(t *testing.T, tail, head string) {
		word, gain := words.Across(tail, head)
		if gain < 0 || word == "" && gain != 0 {
			t.Errorf("%q | %q: %q, %v", tail, head, word, gain)
		}
	})
}

func BenchmarkAcross(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		words.Across("镇上的图书", "馆八点开门")
	}
}
