package issues_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kanyin/issues"
)

func TestBadInputIsAClearError(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"empty.txt":  {"", "empty.txt: the text is empty"},
		"blank.txt":  {" \n\n\t\n", "blank.txt: the text is empty"},
		"binary.txt": {"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary.txt: "},
	} {
		if _, err := issues.Read(name, strings.NewReader(c.text)); err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q…", name, err, c.want)
		}
	}
}

func TestOddTextIsAnIssueAllTheSame(t *testing.T) {
	for name, text := range map[string]string{
		"a line":       "渡口",
		"no contents":  "渡口\n\n老人说，船到了。\n\n人也到了。\n",
		"markup":       "<script>alert(1)</script>\n&nbsp;]]>R&D\n",
		"controls":     "渡\x0b口\n老\x00人说，船到了，谁也没有动，河水照样流。河水照样流过镇子的东头。\n",
		"a giant line": strings.Repeat("水从上游来。", 900_000),
		"blank lines":  "渡口" + strings.Repeat("\n", 100_000) + "船到了。",
	} {
		if _, err := issues.Read("issue.txt", strings.NewReader(text)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// corpus gives the real issues, which the project does not contain.
func corpus(t testing.TB) []string {
	dir := os.Getenv("KANYIN_CORPUS")
	if dir == "" {
		t.Skip("SKIP: KANYIN_CORPUS names no folder of real issues")
	}
	files, err := filepath.Glob(filepath.Join(dir, "issues", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%s/issues holds no issue (%v)", dir, err)
	}
	return files
}

func TestTheSameTextGivesTheSameIssue(t *testing.T) {
	for _, path := range corpus(t) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var out [2][]byte
		for i := range out {
			iss, err := issues.Read(filepath.Base(path), bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			if out[i], err = json.Marshal(iss); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(out[0], out[1]) {
			t.Errorf("%s is read differently twice", path)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("目录\n01 渡口 林小河\n渡口\n林小河\n老人说，\n12\n船到了。\n[编辑：周岸]\n"))
	f.Add([]byte("\xff\xfea\x00\n\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		// The ledger is checked inside; an error of it is a failure.
		if _, err := issues.Read("issue.txt", bytes.NewReader(data)); err != nil && strings.Contains(err.Error(), "reconstruct:") {
			t.Error(err)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	for _, path := range corpus(b) {
		data, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(filepath.Base(path), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if _, err := issues.Read("issue.txt", bytes.NewReader(data)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
