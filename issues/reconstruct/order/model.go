package order

import (
	"bufio"
	"bytes"
	_ "embed"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"

	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/rows"
	"kanyin/issues/say"
)

// table holds the weights: lines of a word, a tab and its weight in hundredths.
//
//go:embed order.weights
var table []byte

var learnt = sync.OnceValue(func() model {
	m, err := readTable(bytes.NewReader(table))
	if err != nil {
		panic("order: the embedded weights: " + err.Error())
	}
	return m
})

// A model says what every word is worth: how much likelier it makes a true
// successor than any other row of the page, as a natural logarithm.
type model map[string]float64

func (m model) sum(words []string) float64 {
	s := 0.0
	for _, w := range words {
		s += m[w]
	}
	return s
}

func readTable(r io.Reader) (model, error) {
	of := map[string]float64{}
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		word, value, ok := strings.Cut(lines.Text(), "\t")
		v, err := strconv.Atoi(value)
		if !ok || err != nil {
			return nil, say.Errorf("row %d: %q is no word and weight", n, lines.Text())
		}
		of[word] = float64(v) / 100
	}
	return of, lines.Err()
}

// WriteTable writes weights as the table that is embedded here.
func WriteTable(w io.Writer, of map[string]float64) error {
	var words []string
	for word := range of {
		words = append(words, word)
	}
	slices.Sort(words)
	for _, word := range words {
		if v := int(of[word] * 100); v != 0 {
			if _, err := fmt.Fprintf(w, "%s\t%d\n", word, v); err != nil {
				return err
			}
		}
	}
	return nil
}

// A Case is what learning looks at to weigh texts: the words about two rows, or
// about one that begins a thread, and whether it is so.
type Case struct {
	Words []string
	True  bool
}

// A Choice is what learning looks at to weigh turns: the words about every choice
// for a row, to go on with one of the open threads or, last, to begin one, and
// which is right.
type Choice struct {
	Words [][]string
	Right int
}

// Cases gives the cases and the choices of a page whose true order is known, of an
// issue that speaks so: in are its rows, and on says for each which of them it goes
// on with, or -1.
func Cases(rs []rows.Row, ls []label.Label, in, on []int, speech *Speech) ([]Case, []Choice) {
	s := (&reader{model: model{}, rows: rs, labels: ls, speech: func() *Speech { return speech }, last: -1}).sight(in)
	var cases []Case
	var choices []Choice
	var t tails
	for b := range in {
		cases = append(cases, Case{s.startWords(b), on[b] < 0})
		for a := max(0, b-open); a < b; a++ {
			cases = append(cases, Case{s.linkWords(a, b), a == on[b]})
		}
		c := Choice{Right: t.find(on[b])}
		for k := range t.n + 1 {
			c.Words = append(c.Words, t.turn(k, b, s.rows[b].Blank > 0).words())
		}
		choices = append(choices, c)
		t = t.then(c.Right, b, 0)
	}
	return cases, choices
}
