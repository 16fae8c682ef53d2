package label

import (
	"bufio"
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"kanyin/issues/say"
)

// The weights' tables: one for texts, one for pages, packed. Unpacked a table
// is lines of
//
//	word <TAB> distance <TAB> tag=weight tag=weight …
//
// where a tag is B-kind or I-kind (a block of that kind begins, or goes on), the
// distance is of the row that the word was seen on, and a weight is a whole
// number of [grain]s. The steps from tag to tag stand behind the word "step".
var (
	//go:embed text.weights.gz
	textTable []byte
	//go:embed page.weights.gz
	pageTable []byte
)

// grain is the unit of weights in the table. Finer grains change no label that
// matters and make the table larger.
const grain = 1.0 / 256

// Text gives the chain for texts, Page the one for rows with a page's facts.
// Each is unpacked when it is first asked for.
var (
	Text = sync.OnceValue(func() *Chain { return mustUnpack(textTable) })
	Page = sync.OnceValue(func() *Chain { return mustUnpack(pageTable) })
)

func mustUnpack(table []byte) *Chain {
	z, err := gzip.NewReader(bytes.NewReader(table))
	if err != nil {
		panic("label: the embedded weights are no gzip: " + err.Error())
	}
	c, err := ReadTable(z)
	if err != nil {
		panic("label: the embedded weights: " + err.Error())
	}
	return c
}

// New makes a chain of weights that were fitted: words gives each word its
// number; weights and steps are laid out as in [Chain].
func New(words map[string]int32, weights, steps []float32) *Chain {
	return &Chain{words, weights, steps}
}

// TagName gives a tag as the table writes it.
func TagName(t tag) string {
	if t%2 == 1 {
		return "B-" + names[t/2]
	}
	return "I-" + names[t/2]
}

// tagNamed gives the tags by their names.
var tagNamed = func() map[string]tag {
	m := map[string]tag{}
	for t := range Tags {
		m[TagName(t)] = t
	}
	return m
}()

// WriteTable writes the weights as a table that a person can read, those that are
// nothing left out, in the order of words. The same weights give the same bytes.
func (c *Chain) WriteTable(w io.Writer) error {
	out := bufio.NewWriter(w)
	words := make([]string, 0, len(c.words))
	for word := range c.words {
		words = append(words, word)
	}
	slices.Sort(words)
	row := func(word string, d int, weights []float32) {
		var b strings.Builder
		for t, v := range weights {
			if n := int(math.Round(float64(v) / grain)); n != 0 {
				fmt.Fprintf(&b, " %s=%d", TagName(t), n)
			}
		}
		if b.Len() > 0 {
			fmt.Fprintf(out, "%s\t%d\t%s\n", word, d, b.String()[1:])
		}
	}
	for _, word := range words {
		for d := -Reach; d <= Reach; d++ {
			at := At(c.words[word], d)
			row(word, d, c.weights[at:at+Tags])
		}
	}
	for t := range Tags {
		row("step", t, c.steps[t*Tags:(t+1)*Tags])
	}
	return out.Flush()
}

// ReadTable reads what [Chain.WriteTable] wrote. It fails on a row that is not of the
// table's form or names a kind that is not known; the error names the row.
func ReadTable(r io.Reader) (*Chain, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	c := &Chain{words: map[string]int32{}, steps: make([]float32, Tags*Tags)}
	text := string(data)
	c.weights = make([]float32, 0, wordsIn(text)*(2*Reach+1)*Tags)
	for n := 1; text != ""; n++ {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		if err := c.readRow(line); err != nil {
			return nil, say.Errorf("row %d: %w", n, err)
		}
	}
	return c, nil
}

// wordsIn counts the words of a table: rows of one word stand together.
func wordsIn(text string) int {
	n, last := 0, ""
	for text != "" {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		if word, _, _ := strings.Cut(line, "\t"); word != last {
			n, last = n+1, word
		}
	}
	return n
}

func (c *Chain) readRow(line string) error {
	word, rest, ok := strings.Cut(line, "\t")
	dist, values, ok2 := strings.Cut(rest, "\t")
	d, err := strconv.Atoi(dist)
	if !ok || !ok2 || err != nil {
		return say.Errorf("%q is not word, distance and weights", line)
	}
	var run []float32
	switch {
	case word == "step" && d >= 0 && d < Tags:
		run = c.steps[d*Tags : (d+1)*Tags]
	case d >= -Reach && d <= Reach:
		id, known := c.words[word]
		if !known {
			id = int32(len(c.words))
			c.words[word] = id
			c.weights = append(c.weights, make([]float32, (2*Reach+1)*Tags)...)
		}
		run = c.weights[At(id, d) : At(id, d)+Tags]
	default:
		return say.Errorf("%q is seen %d rows away", word, d)
	}
	for values != "" {
		var v string
		v, values, _ = strings.Cut(values, " ")
		name, number, _ := strings.Cut(v, "=")
		t, ok := tagNamed[name]
		w, err := strconv.Atoi(number)
		if !ok || err != nil {
			return say.Errorf("%q is no tag and weight", v)
		}
		run[t] = float32(w) * grain
	}
	return nil
}
