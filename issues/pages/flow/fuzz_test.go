package flow_test

import (
	"encoding/binary"
	"math"
	"strings"
	"testing"
	"unicode"

	"kanyin/issues/pages"
	"kanyin/issues/pages/flow"
)

// letters counts the runes of texts that show.
func letters(texts ...string) map[rune]int {
	n := map[rune]int{}
	for _, t := range texts {
		for _, r := range t {
			if !unicode.IsSpace(r) {
				n[r]++
			}
		}
	}
	return n
}

// checkWhole fails where a letter of the pages is not in the lines, or twice.
func checkWhole(t *testing.T, ps []pages.Page) {
	t.Helper()
	f := flow.File("a.pdf", nil, ps)
	var runs []string
	for _, p := range ps {
		for _, r := range p.Runs {
			runs = append(runs, strings.ToValidUTF8(r.Text, "\ufffd"))
		}
	}
	want, got := letters(runs...), letters(f.Lines...)
	for r, n := range want {
		if got[r] != n {
			t.Fatalf("%q stands %d times in the lines, %d times on the pages", r, got[r], n)
		}
	}
	if len(got) != len(want) {
		t.Fatalf("the lines have letters that the pages have not")
	}
	if len(f.Facts) != len(f.Lines) || len(f.Sheets) != len(ps) {
		t.Fatalf("%d lines, %d facts; %d pages, %d sheets", len(f.Lines), len(f.Facts), len(ps), len(f.Sheets))
	}
	for i, l := range f.Lines {
		if strings.ContainsAny(l, "\n\r\f") || strings.TrimSpace(l) == "" {
			t.Fatalf("line %d is %q", i+1, l)
		}
		if f.Facts[i].Lead < 0 || f.Facts[i].Lead >= len([]rune(l)) {
			t.Fatalf("line %d, %q, has a lead of %d", i+1, l, f.Facts[i].Lead)
		}
	}
}

// FuzzFile makes runs of any bytes: nothing may be lost, doubled or fatal.
func FuzzFile(f *testing.F) {
	f.Add([]byte("桥上的人走得很慢，河水比他们更慢。0123456789abcdefghijklmnopqrstuvwxyz"), 3)
	f.Add([]byte{0, 0, 0xc0, 0x7f, 0, 0, 0x80, 0xff, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17}, 1)
	f.Fuzz(func(t *testing.T, data []byte, n int) {
		ps := make([]pages.Page, max(1, min(n, 4)))
		for i := range ps {
			ps[i] = pages.Page{Number: i + 1, Width: 400, Height: 600}
		}
		num := func() float32 {
			if len(data) < 4 {
				return 0
			}
			v := math.Float32frombits(binary.LittleEndian.Uint32(data))
			if data[0]%4 > 0 { // mostly a place on the sheet, sometimes anything
				v = float32(binary.LittleEndian.Uint16(data) % 700)
			}
			data = data[2:]
			return v
		}
		for i := 0; len(data) > 4 && i < 2000; i++ {
			k := min(len(data), int(data[0]%5)+1)
			p := &ps[int(data[0])%len(ps)]
			r := pages.Run{Text: strings.ToValidUTF8(string(data[:k]), "字"), Vertical: data[0]%7 == 0, Bold: data[0]%3 == 0}
			data = data[k:]
			r.X0, r.Y0, r.X1, r.Y1, r.Baseline, r.Size = num(), num(), num(), num(), num(), num()/40
			if len(data) > 0 {
				r.Angle, r.Face = int(data[0])*3-90, string(rune('a'+data[0]%3))
				if data[0]%9 == 0 {
					p.Rules = append(p.Rules, pages.Rule{X0: r.X0, Y0: r.Y0, X1: r.Size, Y1: r.Y1, Kind: []pages.RuleKind{pages.Line, pages.Frame, pages.Ground}[data[0]%3]})
				}
			}
			p.Runs = append(p.Runs, r)
		}
		checkWhole(t, ps)
	})
}
