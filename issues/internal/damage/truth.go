package damage

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"

	"kanyin/issues/issue"
)

// Truth is what a dump was before it was broken.
type Truth struct {
	Articles []Gold
	Front    []Block
	Dropped  []Block
	Toc      []Entry
	Meta     map[string]any // the issue's own fields that the dump states: title, year, number, …
	Mismatch [][2]string    // contents title, article title, where they differ by a character
}

// Gold is an article as it has to be found.
type Gold struct {
	Section, Subsection string
	Title               string
	Authors             []string
	Also                [][]string // authors that are as right
	Blocks              []Block
}

// start is the source line the article's title begins on.
func (g Gold) start() int {
	for _, b := range g.Blocks {
		if b.Kinds[0] == issue.Title {
			return b.Lines[0]
		}
	}
	return 0
}

// A Block is a run of source lines, in reading order, that are one thing.
type Block struct {
	Kinds []issue.Kind // any of them is right
	Lines []int
	Lead  bool // it begins with a run-in heading
}

// An Entry is a row of the contents, as it is printed.
type Entry struct {
	Page                       int
	Section, Subsection, Title string
	Authors                    []string
}

// Write makes the folder dir with issue.txt, gold.json and meta.json.
func (m *Made) Write(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	gold, err := json.MarshalIndent(m.Truth.gold(), "", " ")
	if err != nil {
		return err
	}
	meta, err := json.MarshalIndent(m.Truth.meta(), "", " ")
	if err != nil {
		return err
	}
	for name, b := range map[string][]byte{"issue.txt": []byte(m.Text), "gold.json": gold, "meta.json": meta} {
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o644); err != nil {
			return err
		}
	}
	return nil
}

type blockJSON struct {
	Kind  []issue.Kind `json:"kind"`
	Lines []int        `json:"lines"`
	Lead  bool         `json:"lead"`
}

type articleJSON struct {
	Section    string      `json:"section"`
	Subsection string      `json:"subsection"`
	Blocks     []blockJSON `json:"blocks"`
}

// gold gives the annotation's blocks and articles.
func (t *Truth) gold() any {
	blocks := func(bs []Block) []blockJSON {
		out := make([]blockJSON, len(bs))
		for i, b := range bs {
			out[i] = blockJSON{b.Kinds, b.Lines, b.Lead}
		}
		return out
	}
	out := struct {
		Source   string        `json:"source"`
		Articles []articleJSON `json:"articles"`
		Front    []blockJSON   `json:"front"`
		Dropped  []blockJSON   `json:"dropped"`
	}{Source: "issue.txt", Front: blocks(t.Front), Dropped: blocks(t.Dropped)}
	for _, a := range t.Articles {
		out.Articles = append(out.Articles, articleJSON{a.Section, a.Subsection, blocks(a.Blocks)})
	}
	return out
}

// meta gives the values: the issue's fields, the authors by the title's line,
// the contents, what contents and articles disagree about.
func (t *Truth) meta() any {
	authors := map[string][]string{}
	for _, a := range t.Articles {
		authors[strconv.Itoa(a.start())] = append([]string{}, a.Authors...)
	}
	toc := make([][]any, len(t.Toc))
	for i, e := range t.Toc {
		toc[i] = []any{e.Page, e.Section, e.Subsection, e.Title, append([]string{}, e.Authors...)}
	}
	return map[string]any{"meta": t.Meta, "authors": authors, "toc": toc, "mismatch": append([][2]string{}, t.Mismatch...)}
}
