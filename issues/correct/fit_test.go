package correct_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"kanyin/issues/correct"
	"kanyin/issues/issue"
	"kanyin/issues/sample"
	"kanyin/issues/source"
)

// many makes a correction of every seventh line, of all that lines can be.
func many(t *testing.T, lines []string) []correct.Correction {
	t.Helper()
	var said []string
	for n := 1; n <= len(lines); n++ {
		if n%7 != 3 && n%7 != 5 || strings.TrimSpace(lines[n-1]) == "" {
			continue
		}
		runes := []rune(strings.TrimSpace(lines[n-1]))
		switch last := string(runes[len(runes)-1:]); n % 4 {
		case 0:
			said = append(said, fmt.Sprintf("%d is caption", n))
		case 1:
			said = append(said, fmt.Sprintf("%d text %q → %q", n, string(runes[:1]), "改"))
		case 2:
			if len(runes) > 40 {
				said = append(said, fmt.Sprintf("%d cut %q", n, string(runes[20:28])))
			}
			said = append(said, fmt.Sprintf("%d checked title-mismatch", n))
		default:
			said = append(said, fmt.Sprintf("%d text %q → %q", n, last, "改"))
		}
	}
	return say(t, strings.Join(lines, "\n"), said)
}

// Corrections made on one text fit the same issue read anew.
func TestCorrectionsSurvive(t *testing.T) {
	text := string(sample.Text())
	lines := strings.Split(text, "\n")
	list := many(t, lines)
	if len(list) < 100 {
		t.Fatalf("only %d corrections to try", len(list))
	}
	gbk, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		what, text string
		lost       int // at most, in a hundred
	}{
		{"as it was", text, 0},
		{"another encoding", gbk, 0},
		{"lines put in at the beginning", strings.Repeat("扉页\n\n", 40) + text, 0},
		{"lines put in everywhere", spread(lines), 0},
		{"no blank lines", strings.ReplaceAll(text, "\n\n", "\n"), 0},
		{"lines broken at 30 characters", broken(lines, 30), 5},
		{"other spaces and widths", strings.NewReplacer("，", ",", "（", "(", " ", "　").Replace(text), 5},
		{"one character in forty misread", misread(text), 5},
	} {
		f, err := source.Read("issue.txt", strings.NewReader(c.text))
		if err != nil {
			t.Fatal(err)
		}
		fit, found := correct.Fit(list, f)
		n, wrong := 0, 0
		for _, x := range found {
			if x.Code == "correction-lost" {
				n++
			}
		}
		for i := range list {
			if at, ok := fit.Line(i); ok && !near(f.Lines, at, lines[list[i].Line.Number-1]) {
				wrong++
			}
		}
		t.Logf("%s: %d of %d lost, %d on another line", c.what, n, len(list), wrong)
		if 100*(n+wrong) > c.lost*len(list) {
			t.Errorf("%s: %d of %d lost, %d on another line", c.what, n, len(list), wrong)
		}
	}
}

// near reports whether the line, or one of those that it was broken into, is
// mostly the same.
func near(lines []string, at int, want string) bool {
	all := strings.Join(lines[at-1:min(len(lines), at+3)], "")
	same, total := 0, 0
	for _, r := range []rune(strings.TrimSpace(want))[:min(12, len([]rune(strings.TrimSpace(want))))] {
		total++
		if strings.ContainsRune(all, r) {
			same++
		}
	}
	return 3*same >= total
}

func spread(lines []string) string {
	var b strings.Builder
	for i, l := range lines {
		if i%9 == 0 {
			fmt.Fprintf(&b, "插页 %d\n", i)
		}
		b.WriteString(l + "\n")
	}
	return b.String()
}

func broken(lines []string, measure int) string {
	var b strings.Builder
	for _, l := range lines {
		r := []rune(l)
		for len(r) > measure {
			b.WriteString(string(r[:measure]) + "\n")
			r = r[measure:]
		}
		b.WriteString(string(r) + "\n")
	}
	return b.String()
}

func misread(text string) string {
	rng := rand.New(rand.NewPCG(1, 2))
	return strings.Map(func(r rune) rune {
		if r >= 0x4E00 && r < 0x9F00 && rng.IntN(40) == 0 {
			return r + 1
		}
		return r
	}, text)
}

func TestWhatIsLostIsTold(t *testing.T) {
	iss := read(t, "第一行\n\n桥。\n", []correct.Correction{
		{Line: correct.Place{Number: 9, Text: "没有这一行"}, Kind: "heading"},
		{Line: correct.Place{Number: 3, Text: "桥"}, Old: ref("船"), New: ref("舟")},
	})
	var got []string
	for _, f := range iss.Findings {
		if f.Code == "correction-lost" {
			got = append(got, f.Format("issue.txt").String())
		}
	}
	want := []string{
		"issue.txt:3: correction-lost: a correction fits nothing: 3: 桥 text 船 → 舟: it does not say 船",
		"issue.txt:3: correction-lost: a correction fits nothing: 9: 没有这一行 is heading: no line begins so",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestContradictionsAreToldAndTheLaterHolds(t *testing.T) {
	place := func(n int, s string) correct.Place { return correct.Place{Number: n, Text: s} }
	a, b := place(1, "春江"), place(3, "江水")
	iss := read(t, "春江\n\n江水流过旧桥。\n", []correct.Correction{
		{Line: b, Kind: "caption"}, {Line: b, Kind: "note"},
		{Line: a, Title: ref("甲")}, {Line: a, Title: ref("乙")},
	})
	n := 0
	for _, f := range iss.Findings {
		if f.Code == "correction-conflict" {
			n++
		}
	}
	if n != 2 || iss.Articles[0].Title != "乙" || kindAt(iss, 3) != issue.Note {
		t.Errorf("%d conflicts, title %s, line 3 is %s", n, iss.Articles[0].Title, kindAt(iss, 3))
	}
}

func kindAt(iss *issue.Issue, line int) (kind issue.Kind) {
	iss.EachBlock(func(_ string, b *issue.Block) {
		for _, n := range b.Lines {
			if n == line {
				kind = b.Kind
			}
		}
	})
	return kind
}

func ref(s string) *string { return &s }

// The source in the issue is the one that came, whatever was mended.
func TestTheSourceStaysAsItCame(t *testing.T) {
	iss := read(t, "渡口\n\n船到传棋了。\n", []correct.Correction{{Line: correct.Place{Number: 3, Text: "船到"}, Old: ref("传棋"), New: ref("传祺"), Editor: "温故"}})
	if iss.Source.Lines[2] != "船到传棋了。" || iss.Articles[0].Blocks[1].Text != "船到传祺了。" {
		t.Errorf("source %q, text %q", iss.Source.Lines[2], iss.Articles[0].Blocks[1].Text)
	}
	if len(iss.Corrections) != 1 || iss.Corrections[0].Editor != "温故" || !iss.Corrections[0].Text {
		t.Errorf("recorded %+v", iss.Corrections)
	}
}

// Whatever is said of whatever lines, every line still stands in one block.
func TestTheLedgerStaysWhole(t *testing.T) {
	text := string(sample.Text())
	lines := strings.Split(text, "\n")
	var full []int
	for i, l := range lines {
		if strings.TrimSpace(l) != "" {
			full = append(full, i+1)
		}
	}
	for seed := range uint64(60) {
		rng := rand.New(rand.NewPCG(seed, 7))
		line := func() int { return full[rng.IntN(len(full))] }
		var said []string
		for range 12 {
			switch n := line(); rng.IntN(10) {
			case 0, 1:
				said = append(said, fmt.Sprintf("%d is %s", n, correct.Kinds[rng.IntN(len(correct.Kinds))]))
			case 2:
				said = append(said, fmt.Sprintf("%d begins", n))
			case 3:
				said = append(said, fmt.Sprintf("%d begins not", n))
			case 4:
				said = append(said, fmt.Sprintf("%d after %d", n, line()))
			case 5:
				said = append(said, fmt.Sprintf("%d ends", n))
			case 6:
				said = append(said, fmt.Sprintf("%d behind %d", n, line()))
			case 7:
				said = append(said, fmt.Sprintf("%d in %d", n, line()))
			case 9:
				if r := []rune(strings.TrimSpace(lines[n-1])); len(r) > 3 {
					said = append(said, fmt.Sprintf("%d cut %q", n, string(r[len(r)/2:])))
				}
			case 8:
				said = append(said, fmt.Sprintf("%d follows %d", n, line()), fmt.Sprintf("%d authors 甲、乙", n), fmt.Sprintf("%d title \"\"", n))
			}
		}
		read(t, text, say(t, text, said)) // fails where the ledger does not balance
	}
}
