package press

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"kanyin/issues/correct"
	"kanyin/issues/issue"
	"kanyin/issues/sample"
)

// Corrections made on a text fit the PDF of the same issue: the lines of its
// articles are found, however the pages break them.
func TestCorrectionsMadeOnATextFitThePDF(t *testing.T) {
	p, err := New("test")
	if err != nil {
		t.Fatal(err)
	}
	in := Reader("sample.txt", bytes.NewReader(sample.Text()))
	_, text, err := in.File()
	if err != nil {
		t.Fatal(err)
	}
	j, err := ReadFile(in, text)
	if err != nil {
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
	book := &correct.Book{}
	j.Issue.EachBlock(func(_ string, b *issue.Block) {
		switch b.Kind {
		case issue.Title, issue.Heading, issue.Paragraph, issue.Caption, issue.Byline, issue.Note:
			for _, n := range b.Lines {
				c, err := correct.Sentence(fmt.Sprintf("%d checked title-mismatch", n), text.Lines)
				if err == nil {
					err = book.Add(c)
				}
				if err != nil {
					t.Error(err)
				}
			}
		}
	})
	list := book.Corrections()
	pdf, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	_, pages, err := pdf.File()
	if err != nil {
		t.Fatal(err)
	}
	_, found := correct.Fit(list, pages)
	for _, x := range found {
		t.Log(x.Message)
	}
	if 100*len(found) > 5*len(list) {
		t.Errorf("%d of %d corrections are lost on the PDF", len(found), len(list))
	}
	t.Logf("%d of %d fit", len(list)-len(found), len(list))
}
