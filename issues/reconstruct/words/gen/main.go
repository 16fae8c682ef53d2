// Command gen makes the tables of package words from two lists that others
// keep, at the versions named here: the same bytes every time.
//
// Run it in the package's folder: go generate ./issues/reconstruct/words
package main

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"log"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// The sources: a Go module's version, a file in it, and the file's SHA-256.
var (
	dictionary = source{
		"github.com/go-ego/gse@v0.80.3", "data/dict/zh/s_1.txt",
		"2b3063ec552327520bee3c0c5819d6e131ab3db50a60b94641ec90f611c24bcd",
	}
	characters = source{
		"github.com/longbridgeapp/opencc@v0.3.13", "dictionary/TSCharacters.txt",
		"6b5a0a799bea2bb22c001f635eaa3fc2904310f0c08addbff275477a80ecf09a",
	}
)

const (
	// rare is the count a word must have in the dictionary: it leaves out half
	// the entries, which are names and phrases that its makers never counted.
	rare = 4
	// unit is the fineness of a cost, as package words reads it.
	unit = 1.0 / 16
)

type source struct{ module, file, sum string }

func main() {
	log.SetFlags(0)
	tables := wordTables(dictionary.read())
	tables["fold.tab"] = foldTable(characters.read())
	write("data", tables)
}

// read fetches the module through the go command and gives the file.
func (s source) read() []byte {
	cmd := exec.Command("go", "mod", "download", "-json", s.module)
	cmd.Dir = os.TempDir() // outside any module, so that no go.mod changes
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		log.Fatalf("gen: download %s: %v", s.module, err)
	}
	var module struct{ Dir string }
	if err := json.Unmarshal(out, &module); err != nil {
		log.Fatalf("gen: download %s: %v", s.module, err)
	}
	data, err := os.ReadFile(filepath.Join(module.Dir, s.file))
	if err != nil {
		log.Fatalf("gen: %v", err)
	}
	if got := fmt.Sprintf("%x", sha256.Sum256(data)); got != s.sum {
		log.Fatalf("gen: %s: sha256 is %s, want %s", s.file, got, s.sum)
	}
	return data
}

// wordTables makes a table for each length of word from lines "word count tag".
func wordTables(data []byte) map[string][]byte {
	counts := map[string]float64{}
	total := 0.0
	for lines := bufio.NewScanner(bytes.NewReader(data)); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		if len(fields) < 2 || !allHan(fields[0]) {
			continue
		}
		n, err := strconv.ParseFloat(fields[1], 64)
		if err != nil {
			continue
		}
		total += n
		if n >= rare {
			counts[fields[0]] = n
		}
	}
	tables := map[string][]byte{}
	for _, w := range sorted(counts) {
		rs := []rune(w)
		if len(rs) > 4 {
			continue
		}
		cost := math.Round(-math.Log(counts[w]/total) / unit)
		name := fmt.Sprintf("%d.tab", len(rs))
		tables[name] = append(units(tables[name], rs), byte(min(cost, 255)))
	}
	tables["ends.tab"] = endTable(counts, total)
	return tables
}

// endTable makes a table of the characters that words of more than one end
// with, each with the cost of all those words together.
func endTable(counts map[string]float64, total float64) []byte {
	ends := map[string]float64{}
	for _, w := range sorted(counts) {
		if rs := []rune(w); len(rs) > 1 {
			ends[string(rs[len(rs)-1])] += counts[w]
		}
	}
	var table []byte
	for _, c := range sorted(ends) {
		cost := math.Round(-math.Log(ends[c]/total) / unit)
		table = append(units(table, []rune(c)), byte(min(cost, 255)))
	}
	return table
}

// foldTable makes pairs of characters from lines "traditional simplified …".
func foldTable(data []byte) []byte {
	pairs := map[string]rune{}
	for lines := bufio.NewScanner(bytes.NewReader(data)); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		if len(fields) < 2 || !allHan(fields[0]) || !allHan(fields[1]) || fields[0] == fields[1] {
			continue
		}
		pairs[fields[0]] = []rune(fields[1])[0]
	}
	var table []byte
	for _, t := range sorted(pairs) {
		table = units(table, []rune{[]rune(t)[0], pairs[t]})
	}
	return table
}

func units(b []byte, rs []rune) []byte {
	for _, r := range rs {
		b = append(b, byte(r>>8), byte(r))
	}
	return b
}

func allHan(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return r < 0x3400 || r > 0x9FFF })
}

// sorted gives the keys in the order of their code points.
func sorted[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// write puts the tables and their checksums into the folder.
func write(dir string, tables map[string][]byte) {
	var sums strings.Builder
	for _, name := range sorted(tables) {
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(tables[name]), name)
		save(filepath.Join(dir, name), tables[name])
	}
	save(filepath.Join(dir, "SHA256SUMS"), []byte(sums.String()))
}

func save(name string, data []byte) {
	if err := os.WriteFile(name, data, 0o644); err != nil {
		log.Fatalf("gen: %v", err)
	}
}
