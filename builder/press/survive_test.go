package press

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kanyin/issues/correct"
	"kanyin/issues/issue"
	"kanyin/issues/normal"
	"kanyin/issues/sample"
	"kanyin/issues/source"
)

// Corrections made on a text fit the PDF of the same issue: the lines of its
// articles are found, however the pages break them.
func TestCorrectionsMadeOnATextFitThePDF(t *testing.T) {
	text, j, pages := printed(t, Reader("sample.txt", bytes.NewReader(sample.Text())))
	book := &correct.Book{}
	say := func(sentence string, args ...any) {
		c, err := correct.Sentence(fmt.Sprintf(sentence, args...), text.Lines)
		if err == nil {
			err = book.Add(c)
		}
		if err != nil {
			t.Error(err)
		}
	}
	before := 0
	j.Issue.EachBlock(func(_ string, b *issue.Block) {
		n := 0
		if len(b.Lines) > 0 {
			n = b.Lines[0]
		}
		runes := []rune(text.Lines[max(n, 1)-1])
		switch {
		case b.Kind == issue.Title:
			say("%d title %q", n, b.Text)
			say("%d section %q", n, "副刊")
		case b.Kind == issue.Heading:
			say("%d is heading 2", n)
		case b.Kind == issue.Caption:
			say("%d is caption", n)
		case b.Kind == issue.Byline, b.Kind == issue.Note:
			say("%d checked title-mismatch", n)
		case b.Kind == issue.Paragraph && len(runes) > 60:
			at := len(runes) / 2
			say("%d text %q → %q", n, string(runes[at:at+8]), "改过的字")
			say("%d ends", b.Lines[len(b.Lines)-1])
			if before > 0 {
				say("%d behind %d", n, before)
			}
			before = n
		}
	})
	list := book.Corrections()
	if len(list) < 200 {
		t.Fatalf("only %d corrections to try", len(list))
	}
	fit, found := correct.Fit(list, pages)
	for _, x := range found {
		t.Log(x.Message) // each is named
	}
	elsewhere := 0
	for i, c := range list {
		if n, ok := fit.Line(i); ok && !near(pages.Lines, n, text.Lines[c.Line.Number-1]) {
			elsewhere++
			t.Logf("on line %d: %s", n, c.Says())
		}
	}
	lost := len(found) + elsewhere
	if 100*lost > 5*len(list) {
		t.Errorf("%d of %d corrections are lost on the PDF, %d are on another line", len(found), len(list), elsewhere)
	}
	t.Logf("%d of %d fit", len(list)-lost, len(list))
}

// printed gives the text of an issue, the issue, and the text of its screen edition.
func printed(t *testing.T, in Input) (text *source.File, j Job, pages *source.File) {
	t.Helper()
	p, err := New("test")
	if err != nil {
		t.Fatal(err)
	}
	if _, text, err = in.File(); err != nil {
		t.Fatal(err)
	}
	if j, err = ReadFile(in, text); err != nil {
		t.Fatal(err)
	}
	f, err := p.Compose(Wishes{Editions: []string{"screen"}, Geta: true}, j)
	if err != nil {
		t.Fatal(err)
	}
	made, err := f.Make()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "issue.pdf")
	if err := os.WriteFile(path, made[0].Bytes, 0o644); err != nil {
		t.Fatal(err)
	}
	pdf, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, pages, err = pdf.File(); err != nil {
		t.Fatal(err)
	}
	return text, j, pages
}

// near reports whether the line, with those around it that it may be broken into,
// holds the words that the line of the text begins with.
func near(lines []string, at int, want string) bool {
	const around, words = 40, 6
	all := normal.Key(strings.Join(lines[max(0, at-around):min(len(lines), at+around)], ""))
	key := []rune(normal.Key(want))
	return strings.Contains(all, string(key[:min(len(key), words)]))
}
