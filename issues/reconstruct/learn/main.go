// Learn fits the weights of the reader's chain, and those of package order, on
// issues whose every row is labelled, and writes them as the tables that the
// packages embed:
//
//	learn -sort text -o issues/reconstruct/label/text.weights.gz FOLDER…
//	learn -sort page -o issues/reconstruct/label/page.weights.gz FOLDER…
//	learn -sort order -o issues/reconstruct/order/order.weights FOLDER…   how columns go on
//	learn -sort text -measure FOLDER…      the share of rows that the embedded weights label rightly
//
// A FOLDER holds a labelled issue, or folders that do. The same folders give the
// same table. Fitting is passive-aggressive: an issue that is read rightly
// changes nothing; one that is not changes the weights as little as makes the
// true reading the better one (Crammer, Dekel, Keshet, Shalev-Shwartz and
// Singer 2006, PA-II, for sequences); what is kept is the mean of all weights
// on the way, which forgets the last examples' whims (Freund and Schapire 1999).
package main

import (
	"compress/gzip"
	"flag"
	"fmt"
	"os"
	"runtime/pprof"

	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/order"
)

func main() {
	sort := flag.String("sort", "text", "what is learnt: text or page, what rows are; order, how columns go on")
	out := flag.String("o", "", "write the table here, packed")
	rounds := flag.Int("rounds", 12, "how often every issue is read")
	own := flag.Bool("own", true, "learn from the project's own magazines too")
	measure := flag.Bool("measure", false, "fit nothing; measure the embedded weights")
	test := flag.String("test", "", "a folder of issues to measure on after every few rounds")
	profile := flag.String("cpuprofile", "", "write a profile here")
	flag.Parse()
	if *profile != "" {
		f, err := os.Create(*profile)
		check(err)
		check(pprof.StartCPUProfile(f))
		defer pprof.StopCPUProfile()
	}
	if *sort == "order" {
		check(learnOrder(flag.Args(), *rounds, *out, *measure))
		return
	}
	if *measure {
		examples, err := load(*sort, flag.Args(), nil)
		check(err)
		chain := label.Text()
		if *sort == "page" {
			chain = label.Page()
		}
		report(chain, examples)
		return
	}
	lex := newLexicon()
	examples, err := load(*sort, flag.Args(), lex)
	check(err)
	if *own {
		es, err := ownHouses(*sort)
		check(err)
		examples = append(examples, learnt(lex, es)...)
	}
	var held []example
	if *test != "" {
		held, err = load(*sort, []string{*test}, nil)
		check(err)
	}
	chain := fit(examples, lex, *rounds, held)
	if *out != "" {
		check(write(*out, chain))
	}
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "learn:", err)
		os.Exit(1)
	}
}

// learnOrder fits or measures the weights of package order.
func learnOrder(folders []string, rounds int, out string, measure bool) error {
	if measure {
		return reportOrder(folders)
	}
	w, err := fitOrder(folders, rounds)
	if err != nil || out == "" {
		return err
	}
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	if err := order.WriteTable(f, w); err != nil {
		return err
	}
	return f.Close()
}

// write packs the table without a time or a name, so that the same weights are
// the same bytes.
func write(path string, c *label.Chain) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	z, _ := gzip.NewWriterLevel(f, gzip.BestCompression)
	if err := c.WriteTable(z); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	return f.Close()
}
