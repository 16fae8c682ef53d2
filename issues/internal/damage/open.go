package damage

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"kanyin/issues/issue"
)

// Open reads an annotated issue: the dump of the file source, and gold.json
// and meta.json of the folder dir, as [Made.Write] makes them or as a person did.
func Open(source, dir string) (*Made, error) {
	text, err := os.ReadFile(source)
	if err != nil {
		return nil, err
	}
	m := &Made{Name: filepath.Base(dir), Text: string(text)}
	var g goldFile
	if err := readJSON(filepath.Join(dir, "gold.json"), &g); err != nil {
		return nil, err
	}
	var v valuesFile
	if err := readJSON(filepath.Join(dir, "meta.json"), &v); err != nil {
		return nil, err
	}
	m.Truth = Truth{Front: g.Front.blocks(), Dropped: g.Dropped.blocks(), Meta: v.Meta, Mismatch: v.Mismatch}
	lines := strings.Split(m.Text, "\n")
	for _, a := range g.Articles {
		m.Truth.Articles = append(m.Truth.Articles, v.article(a, lines))
	}
	for _, row := range v.Toc {
		e, err := entryOfRow(row)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", dir, err)
		}
		m.Truth.Toc = append(m.Truth.Toc, e)
	}
	return m, nil
}

// Annotated opens every annotated issue of a corpus: the folders eval/*/ that
// have a gold.json, each with its dump beside it or in issues/.
func Annotated(corpus string) ([]*Made, error) {
	golds, err := filepath.Glob(filepath.Join(corpus, "eval", "*", "gold.json"))
	if err != nil {
		return nil, err
	}
	var all []*Made
	for _, gold := range golds {
		dir := filepath.Dir(gold)
		dump := filepath.Join(dir, "issue.txt")
		if _, err := os.Stat(dump); err != nil {
			printed, _ := filepath.Glob(filepath.Join(corpus, "issues", filepath.Base(dir)+"*.txt"))
			if len(printed) != 1 {
				return nil, fmt.Errorf("%s: no dump beside the annotation", dir)
			}
			dump = printed[0]
		}
		m, err := Open(dump, dir)
		if err != nil {
			return nil, err
		}
		all = append(all, m)
	}
	return all, nil
}

func readJSON(file string, v any) error {
	b, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, v); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}

type blocksJSON []blockJSON

// blocks gives the annotation's blocks; "p" is short for a paragraph.
func (bs blocksJSON) blocks() []Block {
	out := make([]Block, len(bs))
	for i, b := range bs {
		for _, k := range b.Kind {
			if k == "p" {
				k = issue.Paragraph
			}
			out[i].Kinds = append(out[i].Kinds, k)
		}
		out[i].Lines, out[i].Lead = b.Lines, b.Lead
	}
	return out
}

type goldFile struct {
	Articles []goldArticle
	Front    blocksJSON
	Dropped  blocksJSON
}

type goldArticle struct {
	Section    string
	Subsection string
	Blocks     blocksJSON
}

type valuesFile struct {
	Meta       map[string]any
	Authors    map[string][]string
	AuthorsAlt map[string][][]string `json:"authors_alt"`
	Toc        [][]any
	Mismatch   [][2]string
}

// article joins an annotated article with the values kept under its title's line.
func (v valuesFile) article(a goldArticle, lines []string) Gold {
	g := Gold{Section: a.Section, Subsection: a.Subsection, Blocks: a.Blocks.blocks()}
	if g.Section == "-" { // the annotation's way of saying that no entry names the article
		g.Section = ""
	}
	for _, b := range g.Blocks {
		if len(b.Kinds) == 1 && b.Kinds[0] == issue.Title {
			for _, n := range b.Lines {
				g.Title += lines[n-1]
			}
		}
	}
	key := strconv.Itoa(g.start())
	g.Authors, g.Also = v.Authors[key], v.AuthorsAlt[key]
	return g
}

// entryOfRow reads [page, section, subsection, title, [authors]].
func entryOfRow(row []any) (Entry, error) {
	if len(row) != 5 {
		return Entry{}, fmt.Errorf("a contents row of %d values", len(row))
	}
	page, ok := row[0].(float64)
	if !ok {
		return Entry{}, fmt.Errorf("page %v of a contents row", row[0])
	}
	e := Entry{Page: int(page), Section: fmt.Sprint(row[1]), Subsection: fmt.Sprint(row[2]), Title: fmt.Sprint(row[3])}
	names, _ := row[4].([]any)
	for _, n := range names {
		e.Authors = append(e.Authors, fmt.Sprint(n))
	}
	return e, nil
}
