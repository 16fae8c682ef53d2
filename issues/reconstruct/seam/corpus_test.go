package seam_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kanyin/issues/reconstruct/seam"
)

// corpus is the folder with annotated issues; without it these tests are skipped.
func corpus(t testing.TB) string {
	dir := os.Getenv("KANYIN_CORPUS")
	if dir == "" {
		t.Skip("SKIP: KANYIN_CORPUS names no folder of annotated issues")
	}
	return dir
}

// An annotated issue: its lines from 1, and where they belong.
type annotated struct {
	name  string
	lines []string
	gold  struct {
		Articles []struct{ Blocks []goldBlock }
		Front    []goldBlock
		Dropped  []goldBlock
	}
	pages map[string]int // of titles in the contents
}

type goldBlock struct {
	Kind  []string
	Lines []int
}

func readAnnotated(t testing.TB, name string) annotated {
	dir := corpus(t)
	source := filepath.Join(dir, "eval", name, "issue.txt")
	if _, err := os.Stat(source); err != nil {
		source = filepath.Join(dir, "issues", "dangyuan-2026-02.txt")
	}
	text, err := os.ReadFile(source)
	if err != nil {
		t.Fatal(err)
	}
	a := annotated{name: name, lines: append([]string{""}, strings.Split(string(text), "\n")...), pages: map[string]int{}}
	readJSON(t, filepath.Join(dir, "eval", name, "gold.json"), &a.gold)
	var meta struct{ Toc [][]any }
	readJSON(t, filepath.Join(dir, "eval", name, "meta.json"), &meta)
	for _, row := range meta.Toc {
		if page, ok := row[0].(float64); ok && len(row) > 3 {
			a.pages[letters(row[3].(string))] = int(page)
		}
	}
	return a
}

func readJSON(t testing.TB, name string, v any) {
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, v); err != nil {
		t.Fatal(name, err)
	}
}

func letters(s string) string {
	return strings.Join(regexp.MustCompile(`[\p{L}\p{N}]+`).FindAllString(s, -1), "")
}

// sets are the annotated issues there are.
func sets(t testing.TB) []string {
	found, _ := filepath.Glob(filepath.Join(corpus(t), "eval", "*", "gold.json"))
	var names []string
	for _, f := range found {
		names = append(names, filepath.Base(filepath.Dir(f)))
	}
	return names
}

var labels = map[string]seam.Label{
	"title": seam.Title, "kicker": seam.Title, "subtitle": seam.Title,
	"byline": seam.Byline, "role": seam.Byline, "dateline": seam.Byline,
	"heading": seam.Heading, "p": seam.Body, "paragraph": seam.Body,
	"caption": seam.Aside, "credit": seam.Aside, "data": seam.Aside, "prompt": seam.Aside,
	"affiliation": seam.Affiliation, "source": seam.Source, "editor": seam.Editor, "note": seam.Note,
	"running-head": seam.Furniture, "page-number": seam.Furniture,
}

var (
	onTo    = regexp.MustCompile(`[（(]下转第(\d+)页[）)]\s*$`)
	from    = regexp.MustCompile(`^\s*[（(]上接第(\d+)页[）)]`)
	numeral = regexp.MustCompile(`^([（(]?)([一二三四五六七八九十]+|\d+)([）)]?)(?:[、.．]|$)`)
)

// pieces gives the issue as a perfect labeller would label it.
func (a annotated) pieces() []seam.Piece {
	kind := map[int][]string{}
	start := map[int]int{}
	glued := map[int]bool{}
	page := map[int]int{}
	for _, art := range a.gold.Articles {
		first, title := 0, ""
		for _, b := range art.Blocks {
			for k, n := range b.Lines {
				kind[n] = b.Kind
				if labels[b.Kind[0]] == seam.Title {
					if first == 0 || n < first {
						first = n
					}
					if slices.Contains(b.Kind, "title") {
						title += a.lines[n]
					}
				}
				if l := labels[b.Kind[0]]; k > 0 && (l == seam.Heading || l == seam.Title || l == seam.Byline && !from.MatchString(a.lines[n])) {
					glued[n] = true
				}
			}
		}
		start[first] = 1
		page[first] = a.pages[letters(title)]
	}
	for _, b := range a.gold.Dropped {
		for _, n := range b.Lines {
			kind[n] = b.Kind
		}
	}
	var pieces []seam.Piece
	blank := 0
	for n, raw := range a.lines {
		if strings.TrimSpace(raw) == "" {
			blank++
			continue
		}
		if k := kind[n]; k != nil {
			p := seam.Piece{Line: n, Label: labels[k[0]], Start: start[n] == 1, Page: page[n], Raw: raw, Glued: glued[n] && start[n] == 0, Blank: blank}
			p.Text = strings.TrimSpace(raw)
			if m := onTo.FindStringSubmatch(p.Text); m != nil {
				p.OnTo, _ = strconv.Atoi(m[1])
				p.Text = strings.TrimSpace(strings.TrimSuffix(p.Text, m[0]))
			}
			if m := from.FindStringSubmatch(p.Text); m != nil {
				p.From, _ = strconv.Atoi(m[1])
				p.Text = strings.TrimSpace(strings.TrimPrefix(p.Text, m[0]))
			}
			if m := numeral.FindStringSubmatch(p.Text); m != nil && p.Label == seam.Heading {
				p.Number, p.Series = number(m)
			}
			pieces = append(pieces, p)
		}
		blank = 0
	}
	return pieces
}

func number(m []string) (n, series int) {
	series = 1
	if m[1] != "" || m[3] != "" {
		series = 2
	}
	if n, err := strconv.Atoi(m[2]); err == nil {
		return n, series + 2
	}
	for _, r := range m[2] {
		if r == '十' {
			n = max(n, 1) * 10
		} else {
			n += strings.IndexRune("一二三四五六七八九", r)/3 + 1
		}
	}
	return n, series
}
