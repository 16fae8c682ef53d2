package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"kanyin/issues/internal/labelled"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/order"
	"kanyin/issues/reconstruct/rows"
)

// A dump is a text whose rows' kinds and true order are known.
type dump struct {
	rows   []rows.Row
	labels []label.Label
	pages  []wovenPage
	speech *order.Speech
}

// A woven page: its rows, by their numbers in the dump, as the extractor gave
// them, and the place of each in the order of reading, -1 where it was not found.
type wovenPage struct {
	in    []int
	place []float64
}

// loadDumps reads the texts of a folder and finds every row among the lines of
// the pages, which are told in the order of reading (labels/lines.tsv).
func loadDumps(folder string) ([]dump, error) {
	told, err := os.ReadFile(filepath.Join(folder, "labels", "lines.tsv"))
	if os.IsNotExist(err) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	pages := map[int][]string{}
	for _, l := range strings.Split(strings.TrimRight(string(told), "\n"), "\n") {
		c := strings.Split(l, "\t")
		page, err := strconv.Atoi(c[0])
		if err != nil || len(c) < 11 {
			return nil, fmt.Errorf("%s: %q is no line of a page", folder, l)
		}
		pages[page] = append(pages[page], squeeze(c[10]))
	}
	tables, err := filepath.Glob(filepath.Join(folder, "labels", "*.tsv"))
	if err != nil {
		return nil, err
	}
	var out []dump
	for _, table := range tables {
		name := strings.TrimSuffix(filepath.Base(table), ".tsv")
		if name == "lines" {
			continue
		}
		file, labels, err := labelled.Read(folder, name)
		if err != nil {
			return nil, err
		}
		rs := rows.Of(file)
		out = append(out, dump{rs, labels, weave(rs, pages), order.Listen(rs)})
	}
	return out, nil
}

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// weave finds the rows' places in the true order, page by page. A page of which
// too many rows are not found again teaches nothing.
func weave(rs []rows.Row, pages map[int][]string) []wovenPage {
	var out []wovenPage
	for from := 0; from < len(rs); {
		page := wovenPage{}
		to := from
		for to < len(rs) && rs[to].Page == rs[from].Page {
			page.in = append(page.in, to)
			to++
		}
		var lost int
		page.place, lost = placesIn(rs[from:to], pages[rs[from].Page])
		if lost*5 < to-from {
			out = append(out, page)
		}
		from = to
	}
	return out
}

func placesIn(rs []rows.Row, told []string) (place []float64, lost int) {
	pool := map[string][]int{}
	for i, t := range told {
		pool[t] = append(pool[t], i)
	}
	place = make([]float64, len(rs))
	for i, r := range rs {
		t := squeeze(r.Text)
		place[i] = -1
		if at := pool[t]; len(at) > 0 {
			place[i], pool[t] = float64(at[0]), at[1:]
			continue
		}
		for k, u := range told {
			if at := strings.Index(u, t); at >= 0 && len(t) >= 6 {
				place[i] = float64(k) + float64(at)/1e4
				break
			}
		}
		if place[i] < 0 {
			lost++
		}
	}
	return place, lost
}

// flowing gives the page without the rows that stand in no column.
func (p wovenPage) flowing(ls []label.Label) wovenPage {
	out := wovenPage{}
	for k, i := range p.in {
		if order.Flows(ls[i].Kind) {
			out.in, out.place = append(out.in, i), append(out.place, p.place[k])
		}
	}
	return out
}

// before gives for every row the one that stands right before it in the true
// order, by their numbers on the page, or -1.
func (p wovenPage) before() []int {
	var found []int
	for k, v := range p.place {
		if v >= 0 {
			found = append(found, k)
		}
	}
	slices.SortStableFunc(found, func(a, b int) int { return cmp.Compare(p.place[a], p.place[b]) })
	out := make([]int, len(p.in))
	for k := range out {
		out[k] = k - 1 // a row that was not found stays where it stands
	}
	for n, k := range found {
		if out[k] = -1; n > 0 {
			out[k] = found[n-1]
		}
	}
	return out
}

// on gives for every row the one that it goes on with: what stands right before
// it in the true order, if it stands before it here as well, or -1.
func (p wovenPage) on() []int {
	out := p.before()
	for b, a := range out {
		if a > b {
			out[b] = -1
		}
	}
	return out
}

// woven is the share of the rows of a page that go on over others, from which its
// columns count as given in turns.
const woven = .12

// isWoven tells whether the columns of a page were given in turns.
func isWoven(on []int) bool {
	n := 0
	for b, a := range on {
		if a >= 0 && a != b-1 {
			n++
		}
	}
	return float64(n) >= woven*float64(len(on))
}
