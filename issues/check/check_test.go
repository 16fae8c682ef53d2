package check_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"kanyin/issues/check"
	"kanyin/issues/issue"
	"kanyin/issues/normal"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestFindings reads testdata/<code>/*.txtar: what the case shows, an issue,
// and the findings of that code. Of the issue every line is a source line with
// a label before it that says what it is; see build.
func TestFindings(t *testing.T) {
	files, err := filepath.Glob("testdata/*/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases (%v)", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(strings.TrimPrefix(file, "testdata/"), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			code := filepath.Base(filepath.Dir(file))
			iss := build(t, string(ar.Files[0].Data))
			if err := iss.Ledger(); err != nil {
				t.Fatalf("the case is no issue: %v", err)
			}
			got := show(check.Issue(iss), code)
			if *update {
				ar.Files = append(ar.Files[:1], txtar.File{Name: "findings", Data: []byte(got)})
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := string(ar.Files[1].Data); got != want {
				t.Errorf("got\n%swant\n%s", got, want)
			}
		})
	}
}

// show gives the findings of one code, a line each.
func show(fs []issue.Finding, code string) string {
	issue.SortFindings(fs)
	var b strings.Builder
	for _, f := range fs {
		if f.Code == code {
			fmt.Fprintf(&b, "%s\n\t%s %.2f, lines %v, values %q\n", f.Format("issue.txt"), f.Severity, f.Confidence, f.Lines, f.Values)
		}
	}
	return b.String()
}

// build makes an issue out of labelled lines:
//
//	toc a01 12 渡口 / 林小河、周岸    a row of the contents; - for no article
//	title 渡口                        begins the next article, on its row's page
//	paragraph 老人说，                a block of that kind
//	+ 船到了。                        the block goes on
//	front cover 河口                  a block of the front
//	dropped running-head 河口         a dropped block
//	staff 主编 周岸                   a line of the masthead
//	meta issn 9999-9994               a field; the line itself is blank
func build(t *testing.T, text string) *issue.Issue {
	t.Helper()
	iss := &issue.Issue{}
	pages := map[string]int{}
	var last *issue.Block
	for i, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		n := i + 1
		label, rest, _ := strings.Cut(line, " ")
		raw := rest
		switch label {
		case "":
		case "meta":
			setMeta(t, &iss.Meta, rest)
			raw = ""
		case "toc":
			e := entry(t, rest, n)
			iss.Toc = append(iss.Toc, e)
			for _, id := range e.Articles {
				pages[id] = e.Page
			}
			iss.Front = append(iss.Front, issue.Block{Kind: issue.Toc, Lines: []int{n}, Text: rest})
		case "staff":
			duty, names, _ := strings.Cut(rest, " ")
			iss.Meta.Staff = append(iss.Meta.Staff, issue.Staff{Duty: duty, Names: strings.Fields(names), Lines: []int{n}})
			iss.Front = append(iss.Front, issue.Block{Kind: issue.Masthead, Lines: []int{n}, Text: rest})
		case "front", "dropped":
			kind, text, _ := strings.Cut(rest, " ")
			raw = text
			zone := &iss.Front
			if label == "dropped" {
				zone = &iss.Dropped
			}
			*zone = append(*zone, issue.Block{Kind: issue.Kind(kind), Lines: []int{n}, Text: normal.Text(text)})
		case "+":
			last.Lines = append(last.Lines, n)
			last.Text = normal.Text(last.Text + normal.Join(last.Text, rest) + rest)
		default:
			last = addBlock(iss, issue.Block{Kind: issue.Kind(label), Lines: []int{n}, Text: normal.Text(rest)}, pages)
		}
		iss.Source.Lines = append(iss.Source.Lines, raw)
	}
	return iss
}

func addBlock(iss *issue.Issue, b issue.Block, pages map[string]int) *issue.Block {
	if b.Kind == issue.Title {
		id := fmt.Sprintf("a%02d", len(iss.Articles)+1)
		iss.Articles = append(iss.Articles, issue.Article{ID: id, Title: b.Text, Page: pages[id]})
	}
	a := &iss.Articles[len(iss.Articles)-1]
	switch b.Kind {
	case issue.Byline:
		a.Authors = strings.Fields(b.Text)
	case issue.Subtitle:
		a.Subtitle = b.Text
	case issue.Kicker:
		a.Kicker = b.Text
	case issue.Heading:
		b.Level = 1
	}
	a.Blocks = append(a.Blocks, b)
	return &a.Blocks[len(a.Blocks)-1]
}

func entry(t *testing.T, row string, line int) issue.Entry {
	t.Helper()
	e := issue.Entry{Lines: []int{line}}
	ids, rest, _ := strings.Cut(row, " ")
	if ids != "-" {
		e.Articles = strings.Split(ids, ",")
	}
	rest, authors, _ := strings.Cut(rest, " / ")
	if _, err := fmt.Sscan(rest, &e.Page); err != nil {
		t.Fatalf("line %d: a row without a page: %v", line, err)
	}
	_, e.Title, _ = strings.Cut(rest, " ")
	if authors != "" {
		e.Authors = strings.Split(authors, "、")
	}
	return e
}

func setMeta(t *testing.T, m *issue.Meta, field string) {
	t.Helper()
	name, value, _ := strings.Cut(field, " ")
	var err error
	switch name {
	case "issn":
		m.ISSN = value
	case "cn":
		m.CN = value
	case "number":
		_, err = fmt.Sscan(value, &m.Year, &m.Number, &m.Total)
	default:
		t.Fatalf("no field %s", name)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TestEveryRuleHasCases holds the catalogue, the cases and the explanations
// together: a rule is shown to speak and to be silent.
func TestEveryRuleHasCases(t *testing.T) {
	var codes []string
	for _, r := range check.Catalogue() {
		if r.Code == "" || r.Title.IsZero() || !strings.Contains(r.Explanation.String(), r.Code+":") {
			t.Errorf("%s: no title, or no example in its explanation", r.Code)
		}
		if slices.Contains(codes, r.Code) {
			t.Errorf("%s stands twice in the catalogue", r.Code)
		}
		codes = append(codes, r.Code)
	}
	spoken, silent := map[string]bool{}, map[string]bool{}
	files, _ := filepath.Glob("testdata/*/*.txtar")
	for _, file := range files {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		code := filepath.Base(filepath.Dir(file))
		if !slices.Contains(codes, code) {
			t.Errorf("%s: the catalogue has no %s", file, code)
		}
		if len(ar.Files) > 1 && len(ar.Files[1].Data) > 0 {
			spoken[code] = true
		} else {
			silent[code] = true
		}
	}
	for _, code := range codes {
		if !spoken[code] && !silent[code] {
			if !slices.Contains(raisedElsewhere, code) {
				t.Errorf("%s has no cases", code)
			}
			continue
		}
		if !spoken[code] || !silent[code] {
			t.Errorf("%s has cases with a finding: %v, without: %v", code, spoken[code], silent[code])
		}
	}
}

// raisedElsewhere are the codes of other stages, whose tests show them.
var raisedElsewhere = []string{
	"seam-moved", "seam-uncertain", "title-uncertain", "missing-glyph", "illegal-character", "loose-line", "pages-padded", "ocr-doubtful", "picture-unread", "changes-accepted", "comment-left", "marks-lost", "text-missing", "columns-split",
	"line-twice", "line-lost", "dead-link", "cover-poor", "correction-lost", "correction-conflict",
	"text-hidden", "page-unreadable", "picture-without-caption", "picture-coarse",
}

func ExampleIssue() {
	iss := &issue.Issue{
		Source: issue.Source{Lines: []string{"风从水上来", "渡口的的老人说，船到了。"}},
		Articles: []issue.Article{{ID: "a01", Title: "风从水上来", Blocks: []issue.Block{
			{Kind: issue.Title, Lines: []int{1}, Text: "风从水上来"},
			{Kind: issue.Paragraph, Lines: []int{2}, Text: "渡口的的老人说，船到了。"},
		}}},
	}
	for _, f := range check.Issue(iss) {
		fmt.Println(f.Format("issue.txt"))
	}
	// Output: issue.txt:2: doubled-character: 的 stands twice: 渡口的的老人说，船到
}
