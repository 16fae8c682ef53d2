package evidence_test

import (
	"slices"
	"strings"
	"testing"

	"kanyin/issues/reconstruct/evidence"
	"kanyin/issues/reconstruct/rows"
	"kanyin/issues/source"
)

func text(lines ...string) []rows.Row {
	f := &source.File{Lines: lines}
	for i, l := range lines {
		if strings.HasPrefix(l, "\f") {
			f.Lines[i] = l[1:]
			f.Pages = append(f.Pages, i+1)
		}
	}
	return rows.Of(f)
}

// has tells which of the words are seen of a row.
func has(s evidence.Seen, word string) bool {
	return slices.Contains(s.Near, word) || slices.Contains(s.Own, word)
}

func TestWhatIsSeen(t *testing.T) {
	seen := evidence.Of(text("目　录", "桥上的风······12", "河口的灯······20", "\f桥上的风", "文/周 河", "老人们清早就到桥头去，坐在石墩上看船，谁也不", "抱怨。", "责任编辑：江 水", "\f桥上的风", "13"))
	for _, c := range []struct {
		row  int
		word string
		want bool
	}{
		{0, "mark:contents", true},
		{0, "contents-word", true},
		{1, "mark:leader", true},
		{1, "mark:ends-page", true},
		{1, "echoed", true},
		{2, "echoed", false}, // nothing of that name follows
		{3, "listed", true},
		{3, "twin:first", true},
		{8, "twin:last", true},
		{4, "mark:byline", true},
		{5, "last:han", true},
		{6, "last:stop", true},
		{7, "mark:editor", true},
		{9, "mark:folio", true},
		{5, "mark:folio", false},
	} {
		if got := has(seen[c.row], c.word); got != c.want {
			t.Errorf("row %d: %s is seen: %v, want %v; all of it: %v %v", c.row, c.word, got, c.want, seen[c.row].Near, seen[c.row].Own)
		}
	}
}

// A row's type is held against the issue's own, whatever that is.
func TestTypeIsHeldAgainstTheBody(t *testing.T) {
	for _, body := range []float32{7, 10.5, 40} {
		f := &source.File{Lines: []string{"桥上的风", "老人们清早就到桥头去，坐在石墩上看船。", "他们说从前过河要等渡船，一等就是半天。"}}
		for i, size := range []float32{2 * body, body, body} {
			y := float32(100 + 60*i)
			f.Facts = append(f.Facts, source.Fact{Page: 1, X0: 50, X1: 300, Y0: y, Y1: y + size, Size: size, Face: "a"})
		}
		seen := evidence.Of(rows.Of(f))
		if !has(seen[0], "sizeh") || !has(seen[1], "sized") {
			t.Errorf("a body of %v points: the title is seen as %v", body, seen[0].Near)
		}
	}
}

// Words go into a table of lines and tabs, so they hold neither.
func FuzzWordsFitTheTable(f *testing.F) {
	f.Add("目录\t1\n【专题】\u2028 文/周\f第３页")
	f.Add("a\tb\tc\n·\n\u00ad\n1")
	f.Fuzz(func(t *testing.T, s string) {
		for _, seen := range evidence.Of(text(strings.Split(s, "\n")...)) {
			for _, w := range slices.Concat(seen.Near, seen.Own) {
				if strings.ContainsAny(w, "\t\n") {
					t.Fatalf("%q", w)
				}
			}
		}
	})
}
