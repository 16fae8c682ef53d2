package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"kanyin/issues/reconstruct/evidence"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/rows"
	"kanyin/issues/source"
)

// An example is an issue with what is seen of its rows and what they are.
type example struct {
	name string
	rows []rows.Row    // kept where the issue is only measured
	seen []label.Sight // its words numbered by a lexicon
	tags []int
}

// A lexicon numbers words as they come and counts the issues that show them:
// numbers need a tenth of the words' room.
type lexicon struct {
	number map[string]int32
	issues []int32 // how many issues show a word
	last   []int32 // the last one that did
	now    int32
}

func newLexicon() *lexicon { return &lexicon{number: map[string]int32{}} }

// encode numbers what is seen of one issue.
func (l *lexicon) encode(seen []evidence.Seen) []label.Sight {
	l.now++
	out := make([]label.Sight, len(seen))
	for i, s := range seen {
		w := make([]int32, 0, len(s.Near)+len(s.Own))
		for _, words := range [2][]string{s.Near, s.Own} {
			for _, word := range words {
				w = append(w, l.of(word))
			}
		}
		out[i] = label.Sight{Words: w, Near: len(s.Near)}
	}
	return out
}

func (l *lexicon) of(word string) int32 {
	n, ok := l.number[word]
	if !ok {
		n = int32(len(l.issues))
		l.number[strings.Clone(word)] = n
		l.issues = append(l.issues, 0)
		l.last = append(l.last, 0)
	}
	if l.last[n] != l.now {
		l.last[n] = l.now
		l.issues[n]++
	}
	return n
}

// all numbers words.
func (l *lexicon) all(words []string) []int32 {
	out := make([]int32, len(words))
	for i, w := range words {
		out[i] = l.of(w)
	}
	return out
}

// A truth is what a row is and which block of which article it belongs to.
type truth struct {
	kind           label.Kind
	article, block int
}

// learnt turns examples into what is learnt from; what is not needed goes.
func learnt(l *lexicon, es []example) []example {
	for i := range es {
		es[i].seen = l.encode(evidence.Of(es[i].rows))
		es[i].rows = nil
	}
	return es
}

// labelledIn gives the folders that hold a labelled issue, in the folders and
// below them, in the order of their names.
func labelledIn(folders []string) ([]string, error) {
	var all []string
	for _, folder := range folders {
		var found []string
		err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if err == nil && d.Name() == "labels" {
				found = append(found, filepath.Dir(path))
			}
			return err
		})
		if err != nil {
			return nil, err
		}
		slices.SortFunc(found, byNumber)
		all = append(all, found...)
	}
	return all, nil
}

// load reads every labelled issue in the folders; with a lexicon they are made
// ready to be learnt from.
func load(sort string, folders []string, l *lexicon) ([]example, error) {
	found, err := labelledIn(folders)
	if err != nil {
		return nil, err
	}
	read := loadTexts
	if sort == "page" {
		read = loadPages
	}
	var out []example
	for _, f := range found {
		es, err := read(f)
		if err != nil {
			return nil, err
		}
		if l != nil {
			es = learnt(l, es)
		}
		out = append(out, es...)
	}
	return out, nil
}

func byNumber(a, b string) int {
	m, _ := strconv.Atoi(filepath.Base(a))
	n, _ := strconv.Atoi(filepath.Base(b))
	if m != n {
		return m - n
	}
	return strings.Compare(a, b)
}

// loadTexts reads the texts of a folder that have labels: x.txt and labels/x.tsv,
// a row a line of the text: kind, article, block.
func loadTexts(folder string) ([]example, error) {
	tables, err := filepath.Glob(filepath.Join(folder, "labels", "*.tsv"))
	if err != nil {
		return nil, err
	}
	var out []example
	for _, table := range tables {
		name := strings.TrimSuffix(filepath.Base(table), ".tsv")
		text, err := os.Open(filepath.Join(folder, name+".txt"))
		if os.IsNotExist(err) {
			continue // labels of pages
		} else if err != nil {
			return nil, err
		}
		f, err := source.Read(name+".txt", text)
		text.Close()
		if err != nil {
			return nil, err
		}
		labels, err := os.ReadFile(table)
		if err != nil {
			return nil, err
		}
		told := strings.Split(strings.TrimRight(string(labels), "\n"), "\n")
		if d := len(told) - len(f.Lines); d < 0 || d > 1 {
			return nil, fmt.Errorf("%s: %d labels for %d lines", table, len(told), len(f.Lines))
		}
		e, err := exampleOf(folder+"/"+name, ordered(rows.Of(f)), func(r rows.Row) (truth, bool, error) { return readTruth(strings.Split(told[r.Line-1], "\t")) })
		if err != nil {
			return nil, fmt.Errorf("%s: %w", table, err)
		}
		out = append(out, e)
	}
	return out, nil
}

// ordered gives the rows in the order in which the chain will read them.
func ordered(rs []rows.Row) []rows.Row {
	perm := inOrder(rs)
	out := make([]rows.Row, len(rs))
	for i, r := range perm {
		out[i] = rs[r]
	}
	return out
}

// readTruth reads kind, article and block; the kind "none" is no truth.
func readTruth(cells []string) (truth, bool, error) {
	if len(cells) < 3 {
		return truth{}, false, fmt.Errorf("%q is not kind, article and block", cells)
	}
	if cells[0] == "none" {
		return truth{}, false, nil
	}
	k, ok := label.KindOf(cells[0])
	a, err := strconv.Atoi(cells[1])
	b, err2 := strconv.Atoi(cells[2])
	if !ok || err != nil || err2 != nil {
		return truth{}, false, fmt.Errorf("%q is not kind, article and block", cells)
	}
	return truth{k, a, b}, true, nil
}

// exampleOf labels the rows: a row begins a block unless the last row of its
// kind was of the same one, whatever stood between. Rows that nobody has
// labelled are left out.
func exampleOf(name string, all []rows.Row, of func(rows.Row) (truth, bool, error)) (example, error) {
	e := example{name: name}
	last := map[label.Kind]truth{}
	for _, r := range all {
		t, ok, err := of(r)
		if err != nil {
			return e, err
		}
		if !ok {
			continue
		}
		tag := 2 * int(t.kind)
		if l, seen := last[t.kind]; !seen || l != t {
			tag++
		}
		last[t.kind] = t
		e.rows = append(e.rows, r)
		e.tags = append(e.tags, tag)
	}
	return e, nil
}
