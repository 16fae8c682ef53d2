// Facts tells whether a change to the reader of torn paragraphs changes what is
// read. It keeps what the reader makes of many texts, and holds what it makes of
// them later against that, fact by fact: kinds of blocks, levels, tables,
// stanzas, credits, names, sections, contents, findings.
//
//	facts -keep before.gob -seeds 5 texts/*.txt cases/*.txtar
//	facts -against before.gob -seeds 5 texts/*.txt cases/*.txtar
//
// Besides the files it reads every style of the zoo in several seeds, and the
// annotated issues of the folder that KANYIN_CORPUS names. Of a file of cases it
// reads the first of each. It ends with 1 where anything differs.
package main

import (
	"encoding/gob"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/txtar"

	"kanyin/issues/check"
	"kanyin/issues/internal/damage"
	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/torn"
	"kanyin/issues/settle"
	"kanyin/issues/source"
)

func main() {
	keep := flag.String("keep", "", "write what is read to this `file`")
	against := flag.String("against", "", "hold what is read against this `file`")
	seeds := flag.Int("seeds", 3, "how often every style of the zoo is set")
	most := flag.Int("most", 20, "how many differences of a text are printed")
	flag.Parse()
	same, err := run(os.Stdout, *keep, *against, *seeds, *most, flag.Args())
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	if !same {
		os.Exit(1)
	}
}

// A text is one input by its name.
type text struct{ Name, Text string }

// texts gives all inputs.
func texts(seeds int, files []string) ([]text, error) {
	var out []text
	for _, style := range damage.Zoo() {
		for n := range uint64(seeds) {
			m, err := damage.Make(style.House, style.Faults, style.Seed+100*n)
			if err != nil {
				return nil, err
			}
			out = append(out, text{fmt.Sprintf("%s-%d", m.Name, style.Seed+100*n), m.Text})
		}
	}
	if corpus := os.Getenv("KANYIN_CORPUS"); corpus != "" {
		made, err := damage.Annotated(corpus)
		if err != nil {
			return nil, err
		}
		for _, m := range made {
			out = append(out, text{m.Name, m.Text})
		}
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		if filepath.Ext(file) == ".txtar" {
			ar := txtar.Parse(data)
			if len(ar.Files) == 0 {
				return nil, fmt.Errorf("%s holds no case", file)
			}
			data = []byte(strings.ReplaceAll(string(ar.Files[0].Data), "␌", "\f"))
		}
		out = append(out, text{file, string(data)})
	}
	return out, nil
}

// read gives the issue that the reader of torn paragraphs makes of a text,
// whichever reader the text would be given to.
func read(t text) (*issue.Issue, error) {
	f, err := source.Read("issue.txt", strings.NewReader(t.Text))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", t.Name, err)
	}
	iss := torn.Issue(f)
	settle.Lines(iss)
	settle.Structure(iss)
	iss.Findings = append(iss.Findings, check.Issue(iss)...)
	return iss, iss.Ledger()
}

// A kept reading is what was read of texts, by their names.
type kept map[string][]fact

func run(w io.Writer, keep, against string, seeds, most int, files []string) (same bool, err error) {
	list, err := texts(seeds, files)
	if err != nil {
		return false, err
	}
	now := kept{}
	for _, t := range list {
		iss, err := read(t)
		if err != nil {
			return false, err
		}
		now[t.Name] = append(now[t.Name], factsOf(iss)...)
	}
	if keep != "" {
		return true, write(keep, now)
	}
	before, err := open(against)
	if err != nil {
		return false, err
	}
	return report(w, list, before, now, most), nil
}

// report prints what differs, text by text, and how far each sort agrees over all.
func report(w io.Writer, list []text, before, now kept, most int) (same bool) {
	var all [2][]fact
	same = true
	for _, t := range list {
		b, a := before[t.Name], now[t.Name]
		_, differ := agree(b, a)
		if len(differ) > 0 {
			same = false
			fmt.Fprintf(w, "%s: %d facts differ\n", t.Name, len(differ))
			for _, d := range differ[:min(len(differ), most)] {
				fmt.Fprintln(w, "\t"+d)
			}
		}
		for _, f := range b {
			all[0] = append(all[0], fact{f.Sort, t.Name + " " + f.Says})
		}
		for _, f := range a {
			all[1] = append(all[1], fact{f.Sort, t.Name + " " + f.Says})
		}
	}
	f1, _ := agree(all[0], all[1])
	fmt.Fprintf(w, "%d texts, %d facts", len(list), len(all[0]))
	for _, s := range sorts {
		if v, ok := f1[s]; ok {
			fmt.Fprintf(w, "  %s %.4f", s, v)
		}
	}
	fmt.Fprintln(w)
	return same
}

func write(file string, k kept) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	return errors.Join(gob.NewEncoder(f).Encode(k), f.Close())
}

func open(file string) (kept, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var k kept
	return k, gob.NewDecoder(f).Decode(&k)
}
