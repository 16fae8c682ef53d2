package press_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"kanyin/builder/internal/tools"
	"kanyin/builder/press"
	"kanyin/builder/verify"
)

// A book is an e-book that was published, taken apart.
type book struct {
	path  string
	job   press.Job
	files map[string]string // by their names, without folder and ending
}

// casesPress is one for all cases: opening the fonts takes longer than a book.
var casesPress = sync.OnceValues(func() (*press.Press, error) { return press.New("test") })

// publishedBook publishes an input as an e-book without fonts in a folder and has kanyin's own verify judge it.
func publishedBook(t *testing.T, dir string, in press.Input) book {
	t.Helper()
	j, err := press.Read(in)
	if err != nil {
		t.Fatal(err)
	}
	p, err := casesPress()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Publish(press.Wishes{Dir: dir, Editions: []string{"epub"}, NoFonts: true}, j, nil); err != nil {
		t.Fatal(err)
	}
	b := book{path: filepath.Join(dir, j.Name+".epub"), job: j, files: map[string]string{}}
	data, err := os.ReadFile(b.path)
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		name := path.Base(f.Name)
		b.files[strings.TrimSuffix(name, path.Ext(name))] = string(text)
	}
	report, err := verify.Bytes(b.path, data, verify.Options{Issue: j.Issue})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range report.Results {
		if r.Failed() {
			t.Errorf("verify: %+v", r)
		}
	}
	return b
}

// judged is the line of a case whose book other programs judge as well: one of
// each form, for they take ten seconds a book.
const judged = "judged"

// holds checks what a case says of its book, a line each: how many articles
// there are, and how often an expression stands in a file.
//
//	articles 3
//	a01 2 role="doc-noteref"
//	a01 0 <h2
func (b book) holds(t *testing.T, wants string) {
	t.Helper()
	for _, want := range strings.Split(strings.TrimSpace(wants), "\n") {
		if want == judged {
			continue
		}
		f := strings.SplitN(want, " ", 3)
		n, err := strconv.Atoi(f[1])
		if err != nil {
			t.Fatal(want)
		}
		if f[0] == "articles" {
			if got := len(b.job.Issue.Articles); got != n {
				t.Errorf("%d articles, want %d", got, n)
			}
			continue
		}
		text, ok := b.files[f[0]]
		if !ok {
			t.Errorf("%s: there is no such file", want)
		}
		if got := len(regexp.MustCompile(f[2]).FindAllString(text, -1)); got != n {
			t.Errorf("%s: %d times\n%s", want, got, text)
		}
	}
}

// accepted has EPUBCheck and Ace judge books, all at once.
func accepted(t *testing.T, books map[string]book) {
	t.Helper()
	tools.EPUBCheck(t)
	tools.Ace(t)
	for name, b := range books {
		t.Run(name+" by others", func(t *testing.T) {
			t.Parallel()
			out, err := tools.EPUBCheck(t, b.path).CombinedOutput()
			if err != nil || !bytes.Contains(out, []byte("0 fatals / 0 errors / 0 warnings / 0 infos")) {
				t.Errorf("EPUBCheck: %v\n%s", err, out)
			}
			dir := t.TempDir()
			if out, err = tools.Ace(t, "--force", "--outdir", dir, b.path).CombinedOutput(); err != nil {
				t.Fatalf("Ace: %v\n%s", err, out)
			}
			report, err := os.ReadFile(filepath.Join(dir, "report.json"))
			if err != nil || bytes.Contains(report, []byte(`"earl:outcome": "fail"`)) {
				t.Errorf("Ace: %v\n%s", err, report)
			}
		})
	}
}

// Texts of the kinds that other tools got wrong, each with what its e-book must
// hold.
func TestStrangersTexts(t *testing.T) {
	a, err := txtar.ParseFile("testdata/strangers.txtar")
	if err != nil {
		t.Fatal(err)
	}
	head, wants := "", map[string]string{}
	for _, f := range a.Files {
		switch name := f.Name; {
		case name == "head":
			head = string(f.Data)
		case strings.HasSuffix(name, ".want"):
			wants[strings.TrimSuffix(name, ".want")] = string(f.Data)
		}
	}
	books, dir := map[string]book{}, t.TempDir()
	for _, f := range a.Files {
		name, ok := strings.CutSuffix(f.Name, ".txt")
		if !ok {
			continue
		}
		t.Run(name, func(t *testing.T) {
			text := strings.ReplaceAll(string(f.Data), "HEAD\n", head)
			b := publishedBook(t, filepath.Join(dir, name), press.Reader("issue.txt", strings.NewReader(text)))
			b.holds(t, wants[name])
			if strings.Contains(wants[name], judged) || os.Getenv("KANYIN_LONG") != "" {
				books[name] = b
			}
		})
	}
	t.Run("validators", func(t *testing.T) { accepted(t, books) })
}

// The cases of the corpus, by what must come out of each.
var corpusCases = map[string]string{
	"title_chronicle3":   "articles 3",
	"longtitle":          "articles 3",
	"title_years":        "articles 4",
	"title_years_series": "articles 7",
	"note_in_heading":    "articles 2\na01 4 role=\"doc-noteref\"\na01 1 <p class=\"byline\">.*doc-noteref\na01 1 <h2",
	"note_star_byline":   "articles 2\na01 4 role=\"doc-noteref\"\na01 1 <p class=\"byline\">.*doc-noteref\">\\*\\*<",
	"notes_restart":      "articles 2\na01 4 role=\"doc-noteref\"\na01 4 <aside",
	"notes_multi":        "articles 2\na01 2 <aside\na01 1 <aside[^>]*><p>.*\\s<p>.*\\s</aside>",
	"notes_500":          "articles 2\na01 500 role=\"doc-noteref\"\na01 500 <span class=\"kept\">",
	"scripts":            "articles 3\na01 1 <p lang=\"ug\" xml:lang=\"ug\" dir=\"rtl\">\na01 1  lang=\"bo\"\na01 3 <bdi\na02 1 <h1[^>]*dir=\"rtl\"",
	"url_lines":          "articles 2\na01 1 <a href=\"https://\na01 1 <a href=\"mailto:\na01 0 lang=\"en\"",
	"table":              "articles 2\na01 1 <table\na01 7 <tr>",
	"english":            "articles 2\na02 1 <p class=\"byline\">By \npackage 1 <dc:title[^>]*>THE REED POND QUARTERLY\nnav 2 <a href=\"xhtml/a0\\d\\.xhtml\">[A-Z]",
	"markup":             "articles 2\na01 1 &amp;nbsp; 和\na01 1 &lt;script&gt;",
	"rare":               "articles 2",
	"wrapped":            "articles 2",
	"articles_3000":      "articles 3000",
}

func TestCorpusCases(t *testing.T) {
	dir, out := os.Getenv("KANYIN_CORPUS"), t.TempDir()
	if dir == "" {
		t.Skip("SKIP: KANYIN_CORPUS names no folder of cases")
	}
	books := map[string]book{}
	for name, wants := range corpusCases {
		t.Run(name, func(t *testing.T) {
			in, err := press.Open(filepath.Join(dir, "cases/epub", name+".txt"))
			if err != nil {
				t.Fatal(err)
			}
			if name == "articles_3000" { // as many documents take minutes to make and to check
				j, err := press.Read(in)
				if err != nil {
					t.Fatal(err)
				}
				book{job: j}.holds(t, wants)
				return
			}
			b := publishedBook(t, filepath.Join(out, path.Base(name)), in)
			b.holds(t, wants)
			books[name] = b
		})
	}
	for name, fault := range map[string]string{
		"cover/c_corrupt_png": "the cover is damaged", "cover/c_empty_jpg": "the cover is empty", "cover/c_missing_jpg": "missing.jpg",
		"cover/c_ok_svg": "save it as PNG or JPEG", "cover/c_ok_jpg": "", "cover/c_ok_png": "", "cover/c_ok_gif": "", "cover/c_ok_tiff": "",
		"cover/c_ok_webp": "", "cover/c_tiny_png": "", "cover/c_wide_png": "", "meta": "issue.toml:7: language",
	} {
		t.Run(name, func(t *testing.T) {
			in, err := press.Open(filepath.Join(dir, "cases/epub", name))
			if err == nil && fault == "" {
				books[path.Base(name)] = publishedBook(t, filepath.Join(out, path.Base(name)), in)
				return
			}
			if err == nil {
				var j press.Job
				if j, err = press.Read(in); err == nil {
					_, err = newPress(t).Publish(press.Wishes{Dir: t.TempDir(), Editions: []string{"epub"}}, j, nil)
				}
			}
			if err == nil || !strings.Contains(err.Error(), fault) {
				t.Errorf("%v, want %q", err, fault)
			}
		})
	}
	if os.Getenv("KANYIN_LONG") == "" {
		return // books of the same kinds are judged above; these take five minutes more
	}
	t.Run("validators", func(t *testing.T) { accepted(t, books) })
}

// Calibre puts issues in their order by the number that it reads of them.
func TestCalibreOrdersTheSeries(t *testing.T) {
	meta := tools.Program(t, "ebook-meta")
	index := regexp.MustCompile(`Series\s*: 河口 #([\d.]+)`)
	last := 0.0
	for _, n := range []int{2, 9, 10, 12} {
		b := publishedBook(t, t.TempDir(), press.Reader("issue.txt", strings.NewReader(fmt.Sprintf("河口\n\n2025年第%d期\n\n渡口的早晨\n\n温故\n\n天亮以前，渡口没有一个人，船在水里轻轻地碰着石阶。\n", n))))
		out, err := exec.Command(meta, b.path).CombinedOutput()
		m := index.FindSubmatch(out)
		if err != nil || m == nil {
			t.Fatalf("%v\n%s", err, out)
		}
		at, err := strconv.ParseFloat(string(m[1]), 64)
		if err != nil || at <= last {
			t.Errorf("issue %d is number %s, after %v", n, m[1], last)
		}
		last = at
	}
}
