package press_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kanyin/builder/press"
	"kanyin/issues/sample"
)

// FuzzSettings: whatever an issue.toml holds, the issue is read with it or
// refused by an error that names the file.
func FuzzSettings(f *testing.F) {
	f.Add("text = \"issue.txt\"\ntitle = \"渡口\"\nyear = 2025\n[input]\npages = \"1-3\"\nskip = [2]\n")
	f.Add("[[picture]]\nfile = \"a.png\"\ncaption = \"图\"\n[[font]]\nname = \"宋\"\nfile = \"a.ttf\"\n")
	f.Add("columns = -1\ndesign = \"../house\"\nprofile = \"\"\n")
	f.Add("titel = \"渡口\"\n")
	f.Add("a = [[[[[[[[{b = 1979-05-27T07:32:00Z}]]]]]]]]")
	f.Fuzz(func(t *testing.T, text string) {
		dir := t.TempDir()
		for name, data := range map[string]string{press.ConfigName: text, "issue.txt": string(sample.Text()[:2000])} {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		in, err := press.Open(dir)
		if err == nil {
			_, err = press.Read(in)
		}
		if err != nil && !strings.Contains(err.Error(), dir) && !strings.Contains(err.Error(), press.ConfigName) {
			t.Errorf("an error that names no file: %v", err)
		}
	})
}
