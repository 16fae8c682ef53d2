package gutter_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"kanyin/issues/source/gutter"
)

var update = flag.Bool("update", false, "write the golden file anew")

// A page in two columns whose lines stand at different heights, and one in three.
func TestColumns(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("testdata", "pages.txt"))
	if err != nil {
		t.Fatal(err)
	}
	first, second, _ := strings.Cut(string(data), "\f")
	lines := strings.Split(first+second, "\n")
	page := strings.Count(first, "\n") + 1
	got, pages, ok := gutter.Split(lines, []int{page})
	if !ok {
		t.Fatal("no columns were found")
	}
	if len(pages) != 2 || got[pages[1]-1] != "河口  二〇二五年第三期" {
		t.Errorf("pages begin with lines %v", pages)
	}
	golden := filepath.Join("testdata", "pages.golden")
	text := strings.Join(got, "\n") + "\n"
	if *update {
		if err := os.WriteFile(golden, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil || text != string(want) {
		t.Errorf("got\n%s", text)
	}
}

// What has blanks in its lines and no columns stays as it is.
func TestNoColumns(t *testing.T) {
	prose := strings.Repeat("　　水从上游来，河水照样流过镇子的东头。老人们说，今年的水早了十天。\n", 30)
	contents, table := strings.Builder{}, strings.Builder{}
	for range 30 {
		contents.WriteString("渡口的来历                      林小河      12\n")
		table.WriteString("一九九八年       一百二十人       三百一十斤\n")
	}
	var long strings.Builder // so many of each length that one line in twelve goes on
	for i := range 300 {
		words := "the ferry leaves at nine and nobody is at the river for it "
		long.WriteString(strings.Repeat(words[i*7%23:], 1+i%3) + "\n\n")
		if i%11 == 0 {
			long.WriteString(strings.Repeat(words[i*5%31:], 5+i%4) + "\n\n")
		}
	}
	for what, text := range map[string]string{
		"prose": prose, "contents": contents.String(), "a table": table.String(), "nothing": "", "blanks": strings.Repeat(" \n", 50),
		"centred":         strings.Repeat("                    渡口\n水从上游来，河水照样流过镇子的东头，谁也没有动。\n", 20),
		"long paragraphs": long.String(),
		"one line":        strings.Repeat("水    ", 20_000),
	} {
		if _, _, ok := gutter.Split(strings.Split(text, "\n"), nil); ok {
			t.Errorf("%s was split", what)
		}
	}
}

// Nothing is lost and nothing doubled, whatever the lines hold.
func FuzzSplit(f *testing.F) {
	data, _ := os.ReadFile(filepath.Join("testdata", "pages.txt"))
	f.Add(string(data), uint16(20))
	f.Add(strings.Repeat("水从上游来河水照样      流过镇子的东头老人们\n", 20), uint16(3))
	f.Fuzz(func(t *testing.T, text string, page uint16) {
		if !utf8.ValidString(text) {
			return
		}
		lines := strings.Split(text, "\n")
		var pages []int
		if int(page) > 1 && int(page) <= len(lines) {
			pages = []int{int(page)}
		}
		got, _, ok := gutter.Split(lines, pages)
		if !ok {
			return
		}
		count := func(lines []string) map[rune]int {
			n := map[rune]int{}
			for _, l := range lines {
				for _, r := range l {
					if !unicode.IsSpace(r) {
						n[r]++
					}
				}
			}
			return n
		}
		before, after := count(lines), count(got)
		for r, n := range before {
			if after[r] != n {
				t.Errorf("%q stood %d times and stands %d times", r, n, after[r])
			}
		}
	})
}
