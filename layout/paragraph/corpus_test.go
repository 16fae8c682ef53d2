package paragraph_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"kanyin/fonts"
	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/torn"
	"kanyin/issues/source"
	"kanyin/layout/cjk"
	"kanyin/layout/internal/fakefont"
	"kanyin/layout/paragraph"
)

// corpus gives the paragraphs of the issues in KANYIN_CORPUS, read as they are
// published.
func corpus(t testing.TB) (paragraphs []string) {
	t.Helper()
	dir := os.Getenv("KANYIN_CORPUS")
	if dir == "" {
		t.Skip("SKIP: KANYIN_CORPUS names no folder of issues")
	}
	real, _ := filepath.Glob(filepath.Join(dir, "issues", "*.txt"))
	made, _ := filepath.Glob(filepath.Join(dir, "eval", "*", "issue.txt"))
	for _, file := range append(real, made...) {
		f, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		src, err := source.Read(filepath.Base(file), f)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range torn.Issue(src).Articles {
			for _, b := range a.Blocks {
				if b.Kind == issue.Paragraph {
					paragraphs = append(paragraphs, b.Text)
				}
			}
		}
	}
	if len(paragraphs) == 0 {
		t.Fatal("no paragraphs in ", dir)
	}
	return paragraphs
}

// TestCorpus sets real paragraphs at the measures of a magazine's columns: no
// line may be set badly, none may begin or end with what it must not, no last
// line may be a single character.
func TestCorpus(t *testing.T) {
	texts := corpus(t)
	faces, err := fonts.Open()
	if err != nil {
		t.Fatal(err)
	}
	for _, st := range columns() {
		var sum tally
		s := paragraph.NewSetter(faces)
		for _, text := range texts {
			sum.add(t, text, s.Set([]paragraph.Span{{Text: text}}, st), st)
		}
		t.Logf("measure %d em, marks %d, level %d: %d lines, %d justified, short %d, before a long number %d; widest gap of a line in 0.02 em: %v",
			st.Measure/st.Size, st.Marks, st.Kinsoku, sum.lines, sum.justified, sum.short, sum.excused, sum.gaps)
		if sum.short > 0 {
			t.Errorf("%d lines short", sum.short)
		}
		if calm := sum.gaps[0]; calm*100 < sum.justified*85 {
			t.Errorf("only %d of %d lines keep their ideographs an em apart", calm, sum.justified)
		}
	}
}

// columns are the styles of body text: 21 to 24 ems of nine and a half or ten points.
func columns() (styles []paragraph.Style) {
	for _, marks := range []paragraph.Marks{paragraph.Kaiming, paragraph.LineEnd} {
		for n := paragraph.Length(21); n <= 24; n++ {
			size := 9500 + 500*(n%2)
			styles = append(styles, paragraph.Style{Face: "song", Size: size, Measure: n * size, Indent: 2 * size,
				Marks: marks, Kinsoku: paragraph.Strict})
		}
	}
	return styles
}

type tally struct {
	lines, justified, short, excused int
	gaps                             [8]int
}

func (c *tally) add(t *testing.T, text string, lines []paragraph.Line, st paragraph.Style) {
	t.Helper()
	checkLines(t, text, lines, st)
	for i, l := range lines {
		c.lines++
		if l.Last {
			if i > 0 && bare(l) < 2 {
				t.Errorf("a last line of one character: %q", lineText(l))
			}
			continue
		}
		c.justified++
		if l.Short && (longNumber(lineText(lines[i+1])) || strings.HasSuffix(lineText(l), "-")) {
			c.excused++
		} else if l.Short {
			c.short++
			t.Logf("short: %q", lineText(l))
		} else {
			c.gaps[min(int(l.Gap*50/st.Size), len(c.gaps)-1)]++
			if l.Gap*1000 > 120*st.Size {
				t.Errorf("a gap of %d in %q", l.Gap, lineText(l))
			}
		}
	}
}

// longNumber says whether a line begins with a number or a word so long that
// the line before it can be no good: it is broken after its hyphens at most,
// and the line is reported.
func longNumber(line string) bool {
	n := 0
	for _, r := range line {
		switch cjk.ClassOf(r) {
		case cjk.Digit, cjk.Letter, cjk.Hyphen:
			n++
			continue
		}
		break
	}
	return n >= 10
}

// bare counts the characters of a line that are no marks.
func bare(l paragraph.Line) (n int) {
	for _, r := range lineText(l) {
		if c := cjk.ClassOf(r); !cjk.Punctuation(c) && c != cjk.Space {
			n++
		}
	}
	return n
}

// checkLines holds what is true of every paragraph.
func checkLines(t *testing.T, text string, lines []paragraph.Line, st paragraph.Style) {
	t.Helper()
	level := map[paragraph.Kinsoku]cjk.Level{paragraph.GB: cjk.GB, paragraph.Basic: cjk.Basic, paragraph.Strict: cjk.Strict}[st.Kinsoku]
	runes := []rune(text)
	at := 0
	for i, l := range lines {
		if l.From != at || l.To < l.From {
			t.Fatalf("line %d covers %d to %d after %d", i, l.From, l.To, at)
			return
		}
		at = l.To
		if !sameText(runes[l.From:l.To], lineText(l)) {
			t.Fatalf("line %d is %q, its text %q", i, lineText(l), string(runes[l.From:l.To]))
		}
		room := st.Measure
		if i == 0 {
			room -= st.Indent
		}
		if i < st.Beside {
			room -= st.Less
		}
		if l.Width > max(room, 0) && !l.Short {
			t.Fatalf("line %d is %d wide: %q", i, l.Width, lineText(l))
		}
		if !l.Last && !l.Short && st.Align == paragraph.Justify && !st.Balance && l.Width != room {
			t.Fatalf("line %d is not justified: %d of %d: %q", i, l.Width, room, lineText(l))
		}
		first, _ := utf8.DecodeRuneInString(lineText(l))
		last, _ := utf8.DecodeLastRuneInString(lineText(l))
		if i > 0 && level.NoStart(cjk.ClassOf(first)) && !lines[i-1].Short {
			t.Fatalf("line %d begins with %c", i, first)
		}
		if !l.Last && level.NoEnd(cjk.ClassOf(last)) && !l.Short && cjk.ClassOf(last) != cjk.Solidus {
			t.Fatalf("line %d ends with %c", i, last)
		}
	}
	if at != len(runes) {
		t.Errorf("the lines end at %d of %d runes", at, len(runes))
	}
}

// sameText says whether set is text without the spaces at its ends and without
// what is never set.
func sameText(text []rune, set string) bool {
	i := 0
	for _, r := range set {
		for i < len(text) && text[i] != r && dropped(text[i]) && !(r == ' ' && cjk.ClassOf(text[i]) == cjk.Space) {
			i++
		}
		if i == len(text) || text[i] != r && r != ' ' {
			return false
		}
		i++
	}
	for ; i < len(text); i++ {
		if !dropped(text[i]) {
			return false
		}
	}
	return true
}

func dropped(r rune) bool {
	switch cjk.ClassOf(r) {
	case cjk.Space, cjk.Joint, cjk.Control:
		return true
	case cjk.Combining:
		_, _, ok := fakefont.Metrics{}.Glyph("song", r)
		return !ok
	}
	return false
}
