package epub

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"kanyin/builder/internal/tools"
	"kanyin/issues/issue"
)

// wide is an issue whose words are longer than a phone is wide.
func wide() *issue.Issue {
	iss := town()
	long := strings.Repeat("Donaudampfschifffahrt", 12)
	for i := range iss.Articles {
		a := &iss.Articles[i]
		a.Title, a.Section, a.Authors = long, long, []string{long, strings.Repeat("水", 60)}
		for j := range a.Blocks {
			a.Blocks[j].Text += "https://example.org/" + long
		}
	}
	iss.Front = append(iss.Front, issue.Block{Kind: issue.Masthead, Text: long, Lines: []int{5000}})
	return iss
}

// measure is a page that loads every document in a frame as wide as a small
// phone and says how wide each is.
const measure = `<!DOCTYPE html><meta charset="utf-8"><body><script>
const names = %s; let left = names.length; const out = [];
for (const name of names) {
  const f = document.createElement('iframe');
  f.style.width = '320px'; f.style.border = '0';
  f.onload = () => {
    const e = f.contentDocument.documentElement;
    out.push(name + ' ' + e.scrollWidth + ' of ' + e.clientWidth);
    if (--left === 0) document.title = 'measured ' + out.join('; ');
  };
  f.src = name; document.body.append(f);
}
</script>`

func TestNothingIsWiderThanAPhone(t *testing.T) {
	t.Parallel()
	chromium := tools.Program(t, "chromium")
	dir := t.TempDir()
	var names []string
	all := corpus(t)
	all["wide"], all["all"] = wide(), united(sampleIssue(t), town(), hostile(), illustrated())
	for book, iss := range all {
		names = append(names, unpack(t, filepath.Join(dir, book), build(t, Builder{Fonts: library(t)}, iss))...)
	}
	for i, name := range names {
		names[i] = strconv.Quote("file://" + filepath.ToSlash(name))
	}
	page := filepath.Join(dir, "measure.html")
	if err := os.WriteFile(page, []byte(fmt.Sprintf(measure, "["+strings.Join(names, ",")+"]")), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", "--virtual-time-budget=20000", "--dump-dom", "file://"+page).Output()
	_, result, found := strings.Cut(string(out), "<title>measured ")
	if err != nil || !found {
		t.Fatalf("%v\n%s", err, out)
	}
	result, _, _ = strings.Cut(result, "</title>")
	widths := strings.Split(result, "; ")
	if len(widths) != len(names) {
		t.Errorf("%d of %d documents were measured", len(widths), len(names))
	}
	for _, w := range widths {
		var file string
		var has, may int
		if _, err := fmt.Sscanf(w, "%s %d of %d", &file, &has, &may); err != nil || may < 300 || has > may {
			t.Errorf("%s pixels wide, %v", w, err)
		}
	}
}

// unpack writes a book's files into a folder and gives the paths of its documents.
func unpack(t *testing.T, dir string, data []byte) []string {
	t.Helper()
	var documents []string
	for file, data := range read(t, data).files {
		path := filepath.Join(dir, filepath.FromSlash(file))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(file, ".xhtml") {
			documents = append(documents, path)
		}
	}
	return documents
}
