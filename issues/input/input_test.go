package input_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"kanyin/issues/input"
)

// zeros never end.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

func TestAnInputWithoutEnd(t *testing.T) {
	_, err := input.Options{MaxSize: 3 << 20}.Read("tape", zeros{})
	if err == nil || err.Error() != "tape: it is larger than 3 MiB; split it, or allow more with --max-size" {
		t.Errorf("got %v", err)
	}
}

func TestAFailingReader(t *testing.T) {
	broken := errors.New("the disk is gone")
	if _, err := (input.Options{}).Read("town.txt", iotest.ErrReader(broken)); !errors.Is(err, broken) || !strings.HasPrefix(err.Error(), "town.txt: ") {
		t.Errorf("got %v", err)
	}
}

// write makes a folder of those files.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestAFolderOfTextsIsOneIssue(t *testing.T) {
	files := map[string]string{"10 集市.txt": "集市\n\n人都来了。\n", "9 渡口.txt": "渡口\n\n船到了。\n", "issue.toml": "", "河.png": "\x89PNG\r\n\x1a\n\x00\x00", ".notes": "x", "河口-2025-03.ticket.txt": "job"}
	dir := write(t, files)
	name, f, err := input.Options{}.Folder(dir)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(f.Lines, "|"); got != "渡口|船到了。|集市|人都来了。" {
		t.Errorf("the lines are %s", got)
	}
	if name != dir || f.Name != filepath.Base(dir)+".zip" || len(f.Pages) != 2 || f.Pages[1] != 3 {
		t.Errorf("%s: %s, pages from lines %v", name, f.Name, f.Pages)
	}
	// What the archive keeps of it is read as the folder was.
	again, err := input.Options{}.Read("x.zip", strings.NewReader(string(f.Bytes)))
	if err != nil || strings.Join(again.Lines, "|") != strings.Join(f.Lines, "|") || again.SHA256 != f.SHA256 {
		t.Errorf("the zip: %v, %v", again, err)
	}
}
