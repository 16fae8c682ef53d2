package reader_test

import (
	"strings"
	"testing"

	"kanyin/issues/internal/houses"
	"kanyin/issues/reader"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/rows"
	"kanyin/issues/settle"
	"kanyin/issues/source"
)

func TestLinesGoToTheirReader(t *testing.T) {
	printed, err := houses.Make(3, houses.Set)
	if err != nil {
		t.Fatal(err)
	}
	if !reader.Printed(rows.Of(printed.File)) {
		t.Error("printed lines were taken for paragraphs")
	}
	zoo, err := houses.Zoo(1)
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range zoo {
		if reader.Printed(rows.Of(h.File)) {
			t.Errorf("%s: torn paragraphs were taken for printed lines", h.Name)
		}
	}
}

func TestAPinHoldsAndIsTold(t *testing.T) {
	h, err := houses.Make(3, houses.Set)
	if err != nil {
		t.Fatal(err)
	}
	rs := rows.Of(h.File)
	line := rs[len(rs)/2].Line
	iss := reader.Issue(h.File, map[int]label.Pin{line: {Kind: label.Heading, Begins: true}})
	for _, a := range iss.Articles {
		for _, b := range a.Blocks {
			if b.Lines[0] == line {
				if b.Kind != "heading" {
					t.Errorf("line %d is %s, and was said to be a heading", line, b.Kind)
				}
				return
			}
		}
	}
	t.Errorf("line %d begins no block", line)
}

// Whatever the lines hold, the ledger balances.
func FuzzIssue(f *testing.F) {
	for seed := range uint64(3) {
		for form := houses.Set; form < houses.Pages; form++ {
			h, err := houses.Make(seed, form)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(strings.Join(h.File.Lines[:min(len(h.File.Lines), 200)], "\n"), uint8(40))
		}
	}
	f.Fuzz(func(t *testing.T, text string, page uint8) {
		file := &source.File{Name: "fuzz.txt", Lines: strings.Split(text, "\n")}
		for n := int(page) + 1; n <= len(file.Lines); n += int(page) + 1 {
			file.Pages = append(file.Pages, n)
		}
		if file.Blank() {
			return
		}
		iss := reader.Issue(file, nil)
		settle.Lines(iss)
		if err := iss.Ledger(); err != nil {
			t.Fatal(err)
		}
	})
}
