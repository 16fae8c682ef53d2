package correct_test

import (
	"strings"
	"testing"

	"kanyin/issues/correct"
)

const written = `# ours, June

# the caption was taken for text
[[correction]]
  line = "234: 会场里安静了一会儿。"   # looked at the page
  kind = "caption"

[[correction]]
line = "300: 一杆老秤"
title = "一杆老秤"
editor = "温故"
# seen with the author
`

// What people wrote stays to the byte; a new correction stands in source order.
func TestCommentsAreKept(t *testing.T) {
	book, err := correct.Parse("corrections.toml", []byte(written))
	if err != nil {
		t.Fatal(err)
	}
	if got := string(book.Bytes()); got != written {
		t.Errorf("written again:\n%s", got)
	}
	c := correct.Correction{Line: correct.Place{Number: 250, Text: `陶 "然" \`}, Kind: "byline", Note: "\t"}
	if err := book.Add(c); err != nil {
		t.Fatal(err)
	}
	const added = "[[correction]]\nline = \"250: 陶 \\\"然\\\" \\\\\"\nkind = \"byline\"\nnote = \"\\u0009\"\n\n"
	want := strings.Replace(written, "[[correction]]\nline = \"300", added+"[[correction]]\nline = \"300", 1)
	if got := string(book.Bytes()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	again, err := correct.Parse("corrections.toml", book.Bytes())
	if err != nil || again.Corrections()[1] != c {
		t.Errorf("read again: %v, %+v", err, again)
	}
	book.Remove(1)
	if got := string(book.Bytes()); got != written {
		t.Errorf("taken out again:\n%s", got)
	}
}

// Saying the same of a line otherwise replaces what was said.
func TestTheLastWordHolds(t *testing.T) {
	book := &correct.Book{}
	for _, kind := range []string{"caption", "heading"} {
		if err := book.Add(correct.Correction{Line: correct.Place{Number: 3, Text: "桥"}, Kind: kind}); err != nil {
			t.Fatal(err)
		}
	}
	if list := book.Corrections(); len(list) != 1 || list[0].Kind != "heading" {
		t.Errorf("got %+v", list)
	}
}

func TestMistakesNameFileLineAndCure(t *testing.T) {
	for text, want := range map[string]string{
		"[[correction]]\nline = \"桥\"\nkinds = \"heading\"":             `c.toml:3: a correction has no "correction.kinds"`,
		"\n[[correction]]\nline = \"12\"\nkind = \"heading\"":           `c.toml:2: line = "12" is a number alone; name the line by its first characters, as 12: …`,
		"[[correction]]\nline = \"桥\"":                                  `c.toml:1: the correction of "桥" says nothing`,
		"[[correction]]\nline = \"桥\"\nkind = \"heading\"\nends = true": `c.toml:1: the correction of "桥" says kind and ends at once; write a [[correction]] for each`,
		"[[correction]]\nline = \"桥\"\nkind = \"headline\"":             `c.toml:1: there is no kind "headline"; there are paragraph, heading,`,
		"[[correction]]\nline = \"桥\"\npicture = \"../桥.jpg\"":          `c.toml:1: picture = "../桥.jpg": name a file in the issue's own folder`,
		"[[correction]]\nline = \"桥\"\npicture = \"/etc/passwd\"":       `name a file in the issue's own folder`,
		"[[correction]]\nline = \"桥\"\nold = \"a\"":                     `c.toml:1: a mended text has old`,
		"correction = [{line = \"桥\", kind = \"heading\"}]":             `c.toml: write every correction as a table of its own: [[correction]]`,
		"[[correction]]\nline = \"桥\nkind = 3":                          `c.toml:2: `,
	} {
		if _, err := correct.Parse("c.toml", []byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s\ngot  %v\nwant %s", text, err, want)
		}
	}
}

// A file that can be read is written so that it reads the same.
func FuzzParse(f *testing.F) {
	f.Add(written)
	f.Add("\r\r\n")
	f.Add("[[correction]]\nline = \"1: a\"\nold = '''\n[[correction]]\n'''\nnew = \"b\"\n")
	f.Fuzz(func(t *testing.T, text string) {
		book, err := correct.Parse("c.toml", []byte(text))
		if err != nil {
			return
		}
		once := book.Bytes()
		again, err := correct.Parse("c.toml", once)
		if err != nil {
			t.Fatalf("%v\n%s", err, once)
		}
		if got := again.Bytes(); string(got) != string(once) {
			t.Errorf("written twice:\n%s\nonce:\n%s", got, once)
		}
		if len(again.Corrections()) != len(book.Corrections()) {
			t.Errorf("%d corrections of %d", len(again.Corrections()), len(book.Corrections()))
		}
	})
}
