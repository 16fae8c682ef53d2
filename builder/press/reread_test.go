package press

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kanyin/issues/correct"
	"kanyin/issues/normal"
	"kanyin/issues/sample"
	"kanyin/issues/source"
)

// Corrections of lines of all sorts, made on a text, fit the same text in other rows
// and the PDF that was made of it; those that do not are named, and next to none
// means something else there. Running heads and page numbers of the text are not in
// the PDF: that corrections of them are lost is right.
func TestCorrectionsFitTheIssueReadAgain(t *testing.T) {
	t.Run("sample", func(t *testing.T) { reread(t, Reader("sample.txt", bytes.NewReader(sample.Text()))) })
	corpus := os.Getenv("KANYIN_CORPUS")
	if corpus == "" {
		t.Skip("SKIP: KANYIN_CORPUS names no folder of annotated issues")
	}
	paths, _ := filepath.Glob(filepath.Join(corpus, "eval", "made-*", "issue.txt"))
	if os.Getenv("KANYIN_LONG") == "" {
		paths = paths[:min(1, len(paths))] // KANYIN_LONG=1 has them all
	}
	for _, path := range paths {
		t.Run(filepath.Base(filepath.Dir(path)), func(t *testing.T) {
			in, err := Open(path)
			if err != nil {
				t.Fatal(err)
			}
			reread(t, in)
		})
	}
}

func reread(t *testing.T, in Input) {
	text, j, pages := printed(t, in)
	absent := map[int]bool{}
	for _, b := range j.Issue.Dropped {
		for _, n := range b.Lines {
			absent[n] = true
		}
	}
	for _, turn := range []bool{false, true} {
		list := everySort(t, text.Lines, turn)
		for _, c := range []struct {
			what string
			file *source.File
		}{{"as it was", text}, {"rows of 30", rows(t, text.Lines, 30)}, {"rows of 17", rows(t, text.Lines, 17)}, {"PDF", pages}} {
			lost, heads, wrong := fits(t, list, text.Lines, c.file, absent)
			t.Logf("%s: of %d corrections %d are lost (%d of running heads and page numbers), %d mean something else", c.what, len(list), lost, heads, wrong)
			if 100*(lost-heads+wrong) > 5*len(list) || 100*wrong > len(list) || c.file != pages && heads > 0 {
				t.Errorf("%s: too many", c.what)
			}
		}
	}
}

// everySort makes corrections of two lines in seven, of all sorts in turn: by the
// number of the line, or one sort after the other.
func everySort(t *testing.T, lines []string, turn bool) []correct.Correction {
	t.Helper()
	book := &correct.Book{}
	say := func(sentence string, args ...any) {
		c, err := correct.Sentence(fmt.Sprintf(sentence, args...), lines)
		if err == nil {
			err = book.Add(c)
		}
		if err != nil {
			t.Error(err)
		}
	}
	said := 0
	for n := 1; n <= len(lines); n++ {
		runes := []rune(strings.TrimSpace(lines[n-1]))
		if n%7 != 3 && n%7 != 5 || len(runes) == 0 {
			continue
		}
		said++
		sort := n
		if turn {
			sort = said
		}
		switch sort % 4 {
		case 0:
			say("%d is caption", n)
		case 1:
			say("%d text %q → %q", n, string(runes[:1]), "改")
		case 2:
			if len(runes) > 40 {
				say("%d cut %q", n, string(runes[20:28]))
			}
			say("%d checked title-mismatch", n)
		default:
			say("%d text %q → %q", n, string(runes[len(runes)-1:]), "改")
		}
	}
	return book.Corrections()
}

// rows breaks every line into rows of so many characters.
func rows(t *testing.T, lines []string, measure int) *source.File {
	t.Helper()
	var b strings.Builder
	for _, l := range lines {
		r := []rune(l)
		for ; len(r) > measure; r = r[measure:] {
			b.WriteString(string(r[:measure]) + "\n")
		}
		b.WriteString(string(r) + "\n")
	}
	f, err := source.Read("issue.txt", strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// fits counts the corrections of some lines that are lost in a file, those among them
// that are about lines that it need not have, and those that fit something else there.
func fits(t *testing.T, list []correct.Correction, lines []string, f *source.File, absent map[int]bool) (lost, heads, wrong int) {
	t.Helper()
	fit, found := correct.Fit(list, f)
	for _, x := range found {
		t.Log(x.Message)
	}
	mended := normal.Key(strings.Join(fit.Mended().Lines, ""))
	for i, c := range list {
		n, ok := fit.Line(i)
		line := strings.TrimSpace(lines[c.Line.Number-1])
		switch {
		case !ok:
			lost++
			if absent[c.Line.Number] {
				heads++
			}
		case c.Old != nil && !strings.Contains(mended, around(line, *c.Old, *c.New)), c.Old == nil && !stands(f.Lines, n, line):
			wrong++
			t.Logf("on line %d, %s: %s", n, f.Lines[n-1], c.Says())
		}
	}
	if lost != len(found) {
		t.Errorf("%d corrections are lost, %d are named", lost, len(found))
	}
	return lost, heads, wrong
}

// around gives the new words in the line's key, with a few characters on both sides.
func around(line, old, new string) string {
	const side = 4
	a, b, _ := strings.Cut(line, old)
	before, behind := []rune(normal.Key(a)), []rune(normal.Key(b))
	return string(before[max(0, len(before)-side):]) + normal.Key(new) + string(behind[:min(side, len(behind))])
}

// stands reports whether line n is a part of the text that a line of another reading
// has; page numbers at its ends and the remark that it goes on do not count.
func stands(lines []string, n int, line string) bool {
	if strings.HasPrefix(line, "（") || strings.HasPrefix(line, "(") {
		if end := strings.IndexAny(line, "）)"); end >= 0 && end < len(line)/2 {
			line = strings.TrimLeft(line[end:], "）)")
		}
	}
	key := strings.Trim(normal.Key(line), "0123456789")
	before := normal.Key(strings.Join(lines[:n-1], ""))
	end := len(before) + len(normal.Key(lines[n-1]))
	stream := before + normal.Key(strings.Join(lines[n-1:], ""))
	const enough = 12
	begin := string([]rune(key)[:min(enough, len([]rune(key)))])
	if begin == "" {
		return true // nothing but marks and numbers
	}
	for from := 0; ; {
		at := strings.Index(stream[from:], begin)
		if at < 0 {
			return false
		}
		if at += from; at < end && at+len(key) > len(before) {
			return true
		}
		from = at + len(begin)
	}
}
