// Package labelled reads issues whose every line is labelled, for tests and for
// measuring: folders with a dump and labels/NAME.tsv beside it.
package labelled

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/rows"
	"kanyin/issues/source"
)

// A place is the article and the block that a line belongs to.
type place struct{ article, block int }

// Read gives the dump NAME.txt of the folder and the label of each of its rows;
// for the name "lines" the lines of the pages, in the order of reading, with
// their boxes and faces.
func Read(dir, name string) (*source.File, []label.Label, error) {
	path := filepath.Join(dir, "labels", name+".tsv")
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, err
	}
	table := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	if name == "lines" {
		return pages(path, table)
	}
	r, err := os.Open(filepath.Join(dir, name+".txt"))
	if err != nil {
		return nil, nil, err
	}
	defer r.Close()
	f, err := source.Read(name+".txt", r)
	if err != nil {
		return nil, nil, err
	}
	n := newNamer()
	var ls []label.Label
	for _, row := range rows.Of(f) {
		if row.Line > len(table) {
			return nil, nil, fmt.Errorf("%s: ends before line %d of the dump", path, row.Line)
		}
		l, err := n.label(strings.Split(table[row.Line-1], "\t"))
		if err != nil {
			return nil, nil, fmt.Errorf("%s:%d: %w", path, row.Line, err)
		}
		ls = append(ls, l)
	}
	return f, ls, nil
}

// pages makes a file of the lines' own table.
func pages(path string, table []string) (*source.File, []label.Label, error) {
	f := &source.File{Name: "lines.tsv", Encoding: "utf-8"}
	n := newNamer()
	var ls []label.Label
	for k, line := range table {
		c := strings.SplitN(line, "\t", 11)
		if len(c) < 11 {
			return nil, nil, fmt.Errorf("%s:%d: has %d columns of 11", path, k+1, len(c))
		}
		var x [6]float32
		for i := range x {
			v, err := strconv.ParseFloat(c[i], 32)
			if err != nil {
				return nil, nil, fmt.Errorf("%s:%d: %w", path, k+1, err)
			}
			x[i] = float32(v)
		}
		f.Lines = append(f.Lines, c[10])
		f.Facts = append(f.Facts, source.Fact{Page: int(x[0]), X0: x[1], Y0: x[2], X1: x[3], Y1: x[4], Size: x[5], Face: c[6]})
		if strings.TrimSpace(c[10]) == "" {
			continue
		}
		l, err := n.label(c[7:10])
		if err != nil {
			return nil, nil, fmt.Errorf("%s:%d: %w", path, k+1, err)
		}
		ls = append(ls, l)
	}
	return f, ls, nil
}

// A namer knows the last place of every kind: a row begins a block unless the
// last row of its kind had the same article and block, whatever stood between.
type namer struct{ last map[label.Kind]place }

func newNamer() namer { return namer{map[label.Kind]place{}} }

func (n namer) label(c []string) (label.Label, error) {
	if len(c) < 3 {
		return label.Label{}, fmt.Errorf("has %d columns of kind, article, block", len(c))
	}
	k, ok := label.KindOf(c[0])
	if !ok {
		k = label.Running // a line that nobody set: a stray mark
	}
	a, err := strconv.Atoi(c[1])
	if err != nil {
		return label.Label{}, err
	}
	b, err := strconv.Atoi(c[2])
	if err != nil {
		return label.Label{}, err
	}
	here := place{a, b}
	before, seen := n.last[k]
	n.last[k] = here
	return label.Label{Kind: k, Begins: !seen || before != here}, nil
}
