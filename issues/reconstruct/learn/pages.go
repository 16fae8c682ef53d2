package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"kanyin/issues/pages"
	"kanyin/issues/pages/flow"
	"kanyin/issues/pages/pdf"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/rows"
)

// A told line is a printed line of a page as its maker knows it.
type told struct {
	x0, y0, x1, y1 float64
	truth          truth
}

// loadPages reads the pages of a folder: issue.pdf, or pages.json as the dump of
// package pdf gives it, with labels/lines.tsv: page, box, size, face, kind,
// article, block, text of every printed line.
func loadPages(folder string) ([]example, error) {
	table, err := os.ReadFile(filepath.Join(folder, "labels", "lines.tsv"))
	if os.IsNotExist(err) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	doc, err := documentIn(folder)
	if doc == nil || err != nil {
		return nil, err
	}
	known, err := readTold(string(table))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", folder, err)
	}
	f := flow.File("issue.pdf", nil, doc.Pages)
	e, err := exampleOf(folder+"/page", rows.Of(f), func(r rows.Row) (truth, bool, error) {
		t, ok := nearest(r, known[r.Page])
		return t, ok, nil
	})
	if err != nil {
		return nil, err
	}
	return []example{e}, nil
}

func documentIn(folder string) (*pages.Document, error) {
	if data, err := os.ReadFile(filepath.Join(folder, "pages.json")); err == nil {
		var doc pages.Document
		return &doc, json.Unmarshal(data, &doc)
	}
	path := filepath.Join(folder, "issue.pdf")
	data, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	o := pdf.Options{}
	if dir, err := os.UserCacheDir(); err == nil {
		o.Cache = filepath.Join(dir, "kanyin")
	}
	return pdf.Read(data, o)
}

func readTold(table string) (map[int][]told, error) {
	known := map[int][]told{}
	for _, l := range strings.Split(strings.TrimRight(table, "\n"), "\n") {
		c := strings.Split(l, "\t")
		if len(c) < 11 {
			return nil, fmt.Errorf("%q is no line of a page", l)
		}
		var n [5]float64
		for i := range n {
			v, err := strconv.ParseFloat(c[i], 64)
			if err != nil {
				return nil, fmt.Errorf("%q: %w", l, err)
			}
			n[i] = v
		}
		t, ok, err := readTruth(c[7:10])
		if err != nil {
			return nil, err
		}
		if ok {
			known[int(n[0])] = append(known[int(n[0])], told{n[1], n[2], n[3], n[4], t})
		}
	}
	return known, nil
}

// nearest gives what the line is that a row shares most of its place with. A row
// that covers lines of several kinds has the kind that most of it has.
func nearest(r rows.Row, lines []told) (truth, bool) {
	if r.Fact == nil {
		return truth{}, false
	}
	share := map[truth]float64{}
	best, most := truth{kind: label.Kinds}, 0.0
	for _, l := range lines {
		w := min(float64(r.Fact.X1), l.x1) - max(float64(r.Fact.X0), l.x0)
		h := min(float64(r.Fact.Y1), l.y1) - max(float64(r.Fact.Y0), l.y0)
		if w <= 0 || h <= 0 {
			continue
		}
		share[l.truth] += w * h
		if v := share[l.truth]; v > most {
			best, most = l.truth, v
		}
	}
	return best, most > 0
}
