package epub

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"kanyin/builder/internal/tools"
	"kanyin/issues"
	"kanyin/issues/issue"
	"kanyin/issues/sample"
)

// hostile is text that means something to XML, HTML, CSS or a shell, in every place.
func hostile() *issue.Issue {
	const nasty = "<script>alert(1)</script> &nbsp; ]]> --> R&D \" ' \x0b\x00\uFFFE\uFDD0\u2028\u202E {{.}} %s \\ 字"
	iss := town()
	iss.Meta.Title, iss.Meta.Publisher, iss.Meta.CN, iss.Meta.ISSN = nasty, nasty, nasty, nasty
	for i := range iss.Articles {
		a := &iss.Articles[i]
		a.Title, a.Section, a.Authors = nasty, nasty, []string{nasty}
		for j := range a.Blocks {
			a.Blocks[j].Text, a.Blocks[j].Lead = nasty, ""
		}
	}
	return iss
}

// united is one issue of several. Validators and converters take seconds to
// start, so they see few books.
func united(first *issue.Issue, others ...*issue.Issue) *issue.Issue {
	for _, other := range others {
		first.Front = append(first.Front, other.Front...)
		first.Pictures = append(first.Pictures, other.Pictures...)
		for _, a := range other.Articles {
			a.ID = fmt.Sprintf("a%02d", len(first.Articles)+1)
			first.Articles = append(first.Articles, a)
		}
	}
	return first
}

// thorough gives the real issues where validators are required. Elsewhere a
// test run need not wait for them.
func thorough(t *testing.T) map[string]*issue.Issue {
	if tools.Required() {
		return corpus(t)
	}
	return map[string]*issue.Issue{}
}

// books are what the validators see, by name: all that an issue can hold and,
// where validators are required, hardly anything and the real issues.
func books(t *testing.T) map[string][]byte {
	t.Helper()
	lib := library(t)
	all := united(sampleIssue(t), town(), market(), hostile(), illustrated())
	out := map[string][]byte{
		"everything": build(t, Builder{Fonts: lib, Pages: starts(all), Version: "1"}, all),
	}
	if tools.Required() {
		out["least"] = build(t, Builder{}, &issue.Issue{Meta: hostile().Meta})
	}
	for name, iss := range thorough(t) {
		out[name] = build(t, Builder{Fonts: lib, Pages: starts(iss), Version: "1"}, iss)
	}
	return out
}

// starts are page breaks where articles begin, for issues that nobody laid out.
func starts(iss *issue.Issue) []PageBreak {
	var out []PageBreak
	for i, a := range iss.Articles {
		if len(a.Blocks) > 0 {
			out = append(out, PageBreak{string(rune('A' + i%26)), a.ID, 0, 0})
		}
	}
	return out
}

// corpus reads the real issues of KANYIN_CORPUS, where it is set.
func corpus(t testing.TB) map[string]*issue.Issue {
	t.Helper()
	out := map[string]*issue.Issue{}
	dir := os.Getenv("KANYIN_CORPUS")
	if dir == "" {
		return out
	}
	files, err := filepath.Glob(filepath.Join(dir, "issues", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range files {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		iss, err := issues.Read(filepath.Base(path), f)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		out[strings.TrimSuffix(filepath.Base(path), ".txt")] = iss
	}
	return out
}

// sampleIssue reads the sample that the program carries.
func sampleIssue(t testing.TB) *issue.Issue {
	t.Helper()
	iss, err := issues.Read(sample.Name, bytes.NewReader(sample.Text()))
	if err != nil {
		t.Fatal(err)
	}
	return iss
}

func save(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name+".epub")
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestRealIssuesAreLight(t *testing.T) {
	all := corpus(t)
	if len(all) == 0 {
		t.Skip("SKIP: KANYIN_CORPUS names no folder with issues/")
	}
	for name, iss := range all {
		o := read(t, build(t, Builder{Fonts: library(t), Pages: starts(iss)}, iss))
		bare := build(t, Builder{Fonts: library(t), NoFonts: true, Pages: starts(iss)}, iss)
		if len(bare) > 200<<10 {
			t.Errorf("%s: %d bytes without fonts", name, len(bare))
		}
		fonts := 0
		for file, data := range o.files {
			if strings.HasSuffix(file, ".woff2") {
				fonts += len(data)
			}
		}
		if fonts == 0 || fonts > fontBudget {
			t.Errorf("%s: the fonts take %d bytes", name, fonts)
		}
	}
}

// clean is what EPUBCheck says when it has nothing to say but that fonts are
// embedded (CSS-028, a line for every word of the style sheet's font-face rules).
var (
	clean    = []byte("0 fatals / 0 errors / 0 warnings / 0 infos")
	embedded = regexp.MustCompile(`(?m)^USAGE\(CSS-028\).*\n`)
)

func TestEPUBCheck(t *testing.T) {
	t.Parallel()
	tools.EPUBCheck(t) // is it there?
	for name, data := range books(t) {
		path := save(t, name, data)
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			out, err := tools.EPUBCheck(t, "--usage", path).CombinedOutput()
			out = embedded.ReplaceAll(out, nil)
			if err != nil || !bytes.Contains(out, clean) || bytes.Contains(out, []byte("USAGE(")) {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}

func TestAce(t *testing.T) {
	t.Parallel()
	tools.Ace(t) // is it there?
	for name, data := range books(t) {
		if name == "least" {
			continue // nothing in it that the others have not
		}
		path := save(t, name, data)
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			out, err := tools.Ace(t, "--force", "--outdir", dir, path).CombinedOutput()
			report, readErr := os.ReadFile(filepath.Join(dir, "report.json"))
			if err != nil || readErr != nil {
				t.Fatalf("%v, %v\n%s", err, readErr, out)
			}
			for _, v := range violations(t, report) {
				t.Error(v)
			}
		})
	}
}

// violations lists what an Ace report (EARL in JSON) finds, whatever its weight.
func violations(t *testing.T, report []byte) []string {
	t.Helper()
	var r struct {
		Result struct {
			Outcome string `json:"earl:outcome"`
		} `json:"earl:result"`
		Assertions []struct {
			Subject struct {
				URL string `json:"url"`
			} `json:"earl:testSubject"`
			Assertions []struct {
				Test struct {
					Title string `json:"dct:title"`
				} `json:"earl:test"`
				Result struct {
					Description string `json:"dct:description"`
				} `json:"earl:result"`
			} `json:"assertions"`
		} `json:"assertions"`
	}
	if err := json.Unmarshal(report, &r); err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, s := range r.Assertions {
		for _, a := range s.Assertions {
			out = append(out, s.Subject.URL+": "+a.Test.Title+": "+a.Result.Description)
		}
	}
	if len(out) == 0 && r.Result.Outcome != "pass" {
		out = append(out, "outcome "+r.Result.Outcome)
	}
	return out
}

// notesMark is what pandoc takes for a note's mark in this test's issues.
var notesMark = regexp.MustCompile(`[①-⑳]|[\[［〔【](?:\d{1,3}|※)[\]］〕】]|\*+|[†‡※]`)

// letters is a text without white space, which converters lay out anew, and
// without the marks of notes, which pandoc numbers itself.
func letters(s string) string {
	s = strings.Join(strings.Fields(strings.ReplaceAll(s, "\u3000", " ")), "")
	return notesMark.ReplaceAllString(s, "")
}

// inOrder says which block of the issue a converted text lacks, looking for each
// after the one before. Notes may stand anywhere.
func inOrder(t *testing.T, converted string, iss *issue.Issue) {
	t.Helper()
	whole := letters(converted)
	rest := whole
	for _, a := range iss.Articles {
		for _, b := range a.Blocks {
			want := letters(printable(b.Text))
			if b.Kind == issue.Note {
				if !strings.Contains(whole, want) {
					t.Errorf("%s: the note %.60q is lacking", a.ID, b.Text)
				}
				continue
			}
			_, after, found := strings.Cut(rest, want)
			if !found {
				t.Fatalf("%s: %.60q is lacking", a.ID, b.Text)
			}
			rest = after
		}
	}
}

// converted are the issues that converters read: all kinds of blocks, and the
// real issues.
func converted(t *testing.T) map[string]*issue.Issue {
	all := thorough(t)
	all["sample-and-town"] = united(sampleIssue(t), town())
	return all
}

func plain(t *testing.T, iss *issue.Issue) string {
	t.Helper()
	pandoc := tools.Program(t, "pandoc")
	out, err := exec.Command(pandoc, "-f", "epub", "-t", "plain", "--wrap=none", save(t, "book", build(t, Builder{Fonts: library(t), Pages: starts(iss)}, iss))).Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func TestPandocReadsTheText(t *testing.T) {
	t.Parallel()
	for name, iss := range converted(t) {
		t.Run(name, func(t *testing.T) { inOrder(t, plain(t, iss), iss) })
	}
}

// Pandoc takes a note and its reference together and numbers them itself.
func TestPandocTakesNotesForNotes(t *testing.T) {
	t.Parallel()
	text := strings.Join(strings.Fields(plain(t, town())), "")
	if !strings.Contains(text, "谁也没有动……[1]") || !strings.Contains(text, "[1]①水早：当地说法，指春汛提前。") {
		t.Errorf("pandoc reads no note:\n%s", text)
	}
}

func TestCalibreConverts(t *testing.T) {
	t.Parallel()
	convert := tools.Program(t, "ebook-convert")
	for name, iss := range converted(t) {
		in := save(t, name, build(t, Builder{Fonts: library(t), Pages: starts(iss)}, iss))
		for _, format := range []string{"txt", "azw3"} {
			t.Run(name+"."+format, func(t *testing.T) {
				t.Parallel()
				to := filepath.Join(t.TempDir(), "book."+format)
				out, err := exec.Command(convert, in, to).CombinedOutput()
				if lower := strings.ToLower(string(out)); err != nil || strings.Contains(lower, "warning") || strings.Contains(lower, "error") {
					t.Fatalf("%v\n%s", err, out)
				}
				if format != "txt" {
					return
				}
				text, err := os.ReadFile(to)
				if err != nil {
					t.Fatal(err)
				}
				inOrder(t, string(text), iss)
			})
		}
	}
}

func BenchmarkCorpus(b *testing.B) {
	all := corpus(b)
	if len(all) == 0 {
		b.Skip("SKIP: KANYIN_CORPUS names no folder with issues/")
	}
	lib := library(b)
	for name, iss := range all {
		for _, times := range []int{1, 10} {
			b.Run(fmt.Sprintf("%s/%d", name, times), func(b *testing.B) {
				iss := repeated(iss, times)
				for b.Loop() {
					build(b, Builder{Fonts: lib}, iss)
				}
			})
		}
	}
}

// repeated is an issue with its articles several times over.
func repeated(iss *issue.Issue, times int) *issue.Issue {
	long := *iss
	long.Articles = nil
	for range times {
		for _, a := range iss.Articles {
			a.ID = fmt.Sprintf("a%04d", len(long.Articles)+1)
			long.Articles = append(long.Articles, a)
		}
	}
	return &long
}
