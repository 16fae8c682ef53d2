package issues_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kanyin/issues"
	"kanyin/issues/issue"
)

func read(t testing.TB, text string) *issue.Issue {
	t.Helper()
	iss, err := issues.Read("issue.txt", strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return iss
}

func TestBadInputIsAClearError(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"empty.txt":   {"", "empty.txt: the text is empty"},
		"blank.txt":   {" \n\n\t\n\u3000\f\n", "blank.txt: the text is empty"},
		"nuls.txt":    {strings.Repeat("\x00", 64), "nuls.txt: 64 of its 64 characters are control characters"},
		"picture.txt": {"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "picture.txt: it is an image"},
		"book.txt":    {"%PDF-1.7\n", "book.txt: the PDF is damaged"},
		"damaged.txt": {"渡口的老人说，船到了。\xff\n", "damaged.txt: byte 33 (0xff) is no utf-8"},
	} {
		iss, err := issues.Read(name, strings.NewReader(c.text))
		if err == nil || !strings.HasPrefix(err.Error(), c.want) || iss != nil {
			t.Errorf("%s: error %v, want %q…", name, err, c.want)
		}
	}
}

// Text that is odd is an issue all the same, and what a reader can see of it
// comes out of the blocks.
func TestOddTextIsAnIssueAllTheSame(t *testing.T) {
	for name, c := range map[string]struct{ text, keep string }{
		"one line":                    {"渡口", "渡口"},
		"no contents":                 {"渡口\n\n老人说，船到了。\n\n人也到了。\n", "老人说，船到了。"},
		"contents alone":              {"目录\n\n01 渡口 林小河\n\n02 集市 周岸\n", "渡口"},
		"a script":                    {"<script>alert(1)</script>\n渡口\n", "<script>alert(1)</script>"},
		"an entity":                   {"&nbsp;\nR&D ]]>\n", "R&D ]]>"},
		"controls":                    {"渡\x0b口\n老\x00人说，船到了，谁也没有动，河水照样流。\n", "人说，船到了，谁也没有动，河水照样流。"},
		"a lone surrogate":            {"\xff\xfe\x53\x6c\x00\xd8\x63\x6b\n\x00", "汓\ufffd正"},
		"page edges":                  {"渡口\f\n\f老人说，船到了。\n", "老人说，船到了。"},
		"line separators":             {"渡口\u2028老人说，船到了。", "老人说，船到了。"},
		"latin":                       {"The Ferry\n\nIt leaves at nine.\n", "It leaves at nine."},
		"contents, and no such thing": {"目录\n01 集市 周岸\n\n河水照样流过镇子的东头，谁也没有动。\n", "谁也没有动"},
	} {
		iss := read(t, c.text)
		var all strings.Builder
		iss.EachBlock(func(_ string, b *issue.Block) { all.WriteString(b.Text + "\n") })
		if !strings.Contains(all.String(), c.keep) {
			t.Errorf("%s: %q is not in\n%s", name, c.keep, all.String())
		}
	}
}

// Long texts of one shape would show a pass that looks at every pair of lines:
// they would take minutes. The ledger is proved by Read.
func TestLongTexts(t *testing.T) {
	var rows strings.Builder
	rows.WriteString("目录\n")
	for i := range 5000 {
		fmt.Fprintf(&rows, "%02d 河口的第%d天 林小河\n", i+1, i+1)
	}
	for name, text := range map[string]string{
		"a line of 5 MB":   strings.Repeat("水从上游来。", 280_000),
		"100,000 blanks":   "渡口" + strings.Repeat("\n", 100_000) + "船到了。",
		"20,000 tails":     strings.Repeat("老人说，今年的水早了十天，河水照样流过镇子的\n\n", 20_000),
		"5,000 rows":       rows.String(),
		"20,000 brackets":  strings.Repeat("（“", 10_000),
		"20,000 headings":  strings.Repeat("一、渡口\n\n", 20_000),
		"a list of ones":   strings.Repeat("1,", 1_000),
		"20,000 leads":     strings.Repeat("听水。水从上游来，河水照样流过镇子的东头。\n\n", 20_000),
		"20,000 facts":     strings.Repeat("定价：6元\n", 20_000),
		"stairs of blanks": stairs(2_000),
		"20,000 end marks": strings.Repeat("[编辑：周岸]\n", 20_000),
	} {
		t.Run(name, func(t *testing.T) {
			if iss := read(t, text); len(iss.Source.Lines) == 0 {
				t.Error("no lines")
			}
		})
	}
}

// stairs gives lines each of which is indented more than the one before.
func stairs(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "水从上游来。\n")
	}
	return b.String()
}

// corpus gives the real and the annotated issues, which the project does not contain.
func corpus(t testing.TB) []string {
	t.Helper()
	dir := os.Getenv("KANYIN_CORPUS")
	if dir == "" {
		t.Skip("SKIP: KANYIN_CORPUS names no folder of real issues")
	}
	found, err := filepath.Glob(filepath.Join(dir, "issues", "*.txt"))
	if err != nil || len(found) == 0 {
		t.Fatalf("%s/issues holds no issue (%v)", dir, err)
	}
	made, err := filepath.Glob(filepath.Join(dir, "eval", "*", "issue.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return append(found, made...)
}

func TestTheSameTextGivesTheSameIssue(t *testing.T) {
	for _, path := range corpus(t) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var out [2][]byte
		for i := range out {
			if out[i], err = json.Marshal(read(t, string(data))); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(out[0], out[1]) {
			t.Errorf("%s is read differently twice", path)
		}
	}
}

// Every finding names a line that is there, and they come in its order.
func TestFindingsNameLines(t *testing.T) {
	for _, path := range corpus(t) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		iss := read(t, string(data))
		last := 0
		for _, f := range iss.Findings {
			if f.Code == "" || f.Message.IsZero() || f.Confidence <= 0 || f.Confidence > 1 {
				t.Errorf("%s: %+v lacks something", path, f)
			}
			for _, n := range f.Lines {
				if strings.TrimSpace(iss.Source.Line(n)) == "" {
					t.Errorf("%s: line %d of %s is blank or nowhere", path, n, f.Format("issue.txt"))
				}
			}
			if len(f.Lines) > 0 {
				if f.Lines[0] < last {
					t.Errorf("%s: findings are not in order at line %d", path, f.Lines[0])
				}
				last = f.Lines[0]
			}
		}
	}
}

// The width of the line ends and the encoding say nothing about the issue.
func TestBytesDoNotMatter(t *testing.T) {
	text := "目录\n01 渡口 林小河\n03 集市 周岸\n\n渡口\n林小河\n老人说，今年的水早了十天，\n\n河水照样流。\n[编辑：周岸]\n\n集市\n周岸\n集市在镇东。\n[编辑：周岸]\n"
	want := dump(t, text)
	var utf16 []byte
	for _, r := range text {
		utf16 = append(utf16, byte(r), byte(r>>8))
	}
	for name, same := range map[string]string{
		"CRLF":             strings.ReplaceAll(text, "\n", "\r\n"),
		"CR":               strings.ReplaceAll(text, "\n", "\r"),
		"byte order mark":  "\ufeff" + text,
		"UTF-16":           "\xff\xfe" + string(utf16),
		"UTF-16, unmarked": string(utf16),
	} {
		if got := dump(t, same); got != want {
			t.Errorf("%s gives another issue:\n%swant\n%s", name, got, want)
		}
	}
}

func dump(t *testing.T, text string) string {
	t.Helper()
	var b strings.Builder
	if err := read(t, text).Dump(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// FuzzRead holds what is promised for any bytes: an error or an issue whose
// ledger balances (Read proves it), the same every time.
func FuzzRead(f *testing.F) {
	f.Add([]byte("目录\n01 渡口 林小河\n渡口\n林小河\n老人说，\n12\n船到了。\n[编辑：周岸]\n"))
	f.Add([]byte("\xff\xfea\x00\n\x00"))
	f.Add([]byte("一、渡口\n（一）水\n“老人说：\n①集市\n下转第3页\n"))
	f.Add([]byte("CONTENTS\n1 The Ferry\nThe Ferry\nby A. River\nIt leaves at nine, exam-\nple.\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		iss, err := issues.Read("issue.txt", bytes.NewReader(data))
		if err != nil {
			if strings.Contains(err.Error(), "reconstruct: ") {
				t.Fatal(err)
			}
			return
		}
		again, err := issues.Read("issue.txt", bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		a, _ := json.Marshal(iss)
		b, _ := json.Marshal(again)
		if !slices.Equal(a, b) {
			t.Errorf("read differently twice:\n%s\n%s", a, b)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	for _, path := range corpus(b) {
		data, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		name := filepath.Base(path)
		if name == "issue.txt" {
			name = filepath.Base(filepath.Dir(path))
		}
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if _, err := issues.Read("issue.txt", bytes.NewReader(data)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func ExampleRead() {
	text := "渡口\n\n林小河\n\n老人说，今年的水早了十天，谁也没有动，\n\n河水照样流过镇子的的东头。\n\n[编辑：周岸]\n"
	iss, err := issues.Read("issue.txt", strings.NewReader(text))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range iss.Findings {
		fmt.Println(f.Format("issue.txt"))
	}
	// Output: issue.txt:7: doubled-character: 的 stands twice: 照样流过镇子的的东头。
}
