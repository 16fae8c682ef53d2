// Package search writes an index of all articles that a page searches without
// a server, from static files, even from a disk.
//
// Chinese has no spaces between words, so the keys are pairs of neighbouring
// ideographs, and whole words of other scripts. A query's pairs together give
// the articles that may hold it; the page then fetches their texts and keeps
// those that do. That finds every phrase of two characters or more, and needs
// no dictionary, which would miss names.
//
// The index of a title lies in chunks by a hash of the key, so that a query
// fetches some ten kilobytes a pair, however many issues there are. All files
// are scripts that hand their content to a function: a page that was opened
// from a disk may load scripts, and nothing else.
package search

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"

	"kanyin/builder/library/catalog"
	"kanyin/issues/issue"
	"kanyin/issues/say"
)

// TextName is the file in an issue's folder that holds its articles' texts.
const TextName = "text.js"

// chunkSize is how large a chunk is on the average, in bytes: small enough for a
// phone on a slow line, large enough that a file is worth its request.
const chunkSize = 12 << 10

// A text is an article as the page searches it.
type text struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Authors string `json:"authors,omitempty"`
	Text    string `json:"text"`
}

// Text gives the texts of an issue's articles, in the order of the record's.
func Text(place string, iss *issue.Issue) ([]byte, error) {
	list := []text{}
	for _, a := range iss.Articles {
		t := text{ID: a.ID, Title: a.Title, Authors: strings.Join(a.Authors, "、")}
		var parts []string
		for _, b := range a.Blocks {
			if b.Kind != issue.Title && b.Kind != issue.Byline {
				parts = append(parts, b.Text)
			}
		}
		t.Text = strings.Join(parts, "\n")
		list = append(list, t)
	}
	return call("text", place, list)
}

// call writes a script that hands values to a function of the page.
func call(name string, values ...any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	b.WriteString("kanyin." + name + "(")
	for i, v := range values {
		if i > 0 {
			b.Truncate(b.Len() - 1) // the encoder's line end
			b.WriteString(",")
		}
		if err := e.Encode(v); err != nil {
			return nil, err
		}
	}
	b.Truncate(b.Len() - 1)
	b.WriteString(")\n")
	return b.Bytes(), nil
}

// texts reads a file that Text gave.
func texts(data []byte, place string) ([]text, error) {
	head, err := json.Marshal(place)
	if err != nil {
		return nil, err
	}
	rest, ok := bytes.CutPrefix(data, append([]byte("kanyin.text("), append(head, ',')...))
	rest, ok2 := bytes.CutSuffix(rest, []byte(")\n"))
	var list []text
	if !ok || !ok2 || json.Unmarshal(rest, &list) != nil {
		return nil, say.Errorf("%s/%s: these are no texts of an issue; delete the file, and the next run makes it again", place, TextName)
	}
	return list, nil
}

// A segment is the index of one title, as the page knows it.
type segment struct {
	Folder string `json:"folder"`
	Name   string `json:"name"`
	Chunks int    `json:"chunks"`
}

// Write writes the index of all titles into the folder search. It reads the
// issues' texts by read, a path in the library, and writes by put.
func Write(c *catalog.Catalog, read func(name string) ([]byte, error), put func(name string, data []byte) error) error {
	segments := []segment{}
	for _, t := range c.Titles {
		n, err := writeTitle(t, read, put)
		if err != nil {
			return err
		}
		segments = append(segments, segment{t.Folder, t.Name, n})
	}
	data, err := call("titles", segments)
	if err != nil {
		return err
	}
	return put("search/titles.js", data)
}

// writeTitle indexes a title's issues, the oldest first, so that a new issue
// changes no number of an older article. It gives the number of chunks.
func writeTitle(t *catalog.Title, read func(string) ([]byte, error), put func(string, []byte) error) (int, error) {
	issues := t.Issues()
	slices.Reverse(issues)
	rows := [][3]any{} // place, label, number of articles
	ix := index{}
	article := 0
	for _, r := range issues {
		data, err := read(r.Place + "/" + TextName)
		if err != nil {
			return 0, err
		}
		list, err := texts(data, r.Place)
		if err != nil {
			return 0, err
		}
		for _, a := range list {
			ix.add(article, a)
			article++
		}
		rows = append(rows, [3]any{r.Place, r.Label, len(list)})
	}
	data, err := call("issues", t.Folder, rows)
	if err != nil {
		return 0, err
	}
	dir := path.Join("search", t.Folder)
	if err := put(dir+"/issues.js", data); err != nil {
		return 0, err
	}
	chunks := ix.chunks()
	for i, c := range chunks {
		data, err := call("chunk", t.Folder, i, c)
		if err != nil {
			return 0, err
		}
		if err := put(fmt.Sprintf("%s/%d.js", dir, i), data); err != nil {
			return 0, err
		}
	}
	return len(chunks), nil
}

// An index has for every key the articles that hold it.
type index map[string]*postings

// Postings are articles in growing order, written as the distance from the
// last one; the lowest bit says that the key stands in title or authors.
type postings struct {
	last int
	text []byte
}

func (ix index) add(article int, a text) {
	keys := map[string]int{}
	for _, k := range Keys(a.Text) {
		keys[k] = 0
	}
	for _, k := range Keys(a.Title + "\n" + a.Authors) {
		keys[k] = 1
	}
	for k, inTitle := range keys {
		p := ix[k]
		if p == nil {
			p = &postings{last: -1}
			ix[k] = p
		}
		p.text = appendNumber(p.text, (article-p.last-1)<<1|inTitle)
		p.last = article
	}
}

// digits write five bits each and whether more follow, lowest first.
const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

func appendNumber(b []byte, n int) []byte {
	for ; n >= 32; n >>= 5 {
		b = append(b, digits[n&31|32])
	}
	return append(b, digits[n])
}

// chunks spreads the index over as many maps as give chunks of about one size.
func (ix index) chunks() []map[string]string {
	size := 0
	for k, p := range ix {
		size += len(k) + len(p.text) + 6 // quotes, colon, comma
	}
	list := make([]map[string]string, max(1, size/chunkSize))
	for i := range list {
		list[i] = map[string]string{}
	}
	for _, k := range slices.Sorted(maps.Keys(ix)) {
		list[hash(k)%uint32(len(list))][k] = string(ix[k].text)
	}
	return list
}

// hash is FNV-1a over UTF-16 units, which are what the page's language has.
func hash(key string) uint32 {
	h := uint32(2166136261)
	for _, u := range utf16.Encode([]rune(key)) {
		h = (h ^ uint32(u)) * 16777619
	}
	return h
}

// Keys gives the keys of a text, each as often as it stands there: pairs of
// neighbouring ideographs and kana, and words of other letters and figures. A
// single ideograph between marks has none.
func Keys(s string) []string {
	var keys []string
	runes := []rune(strings.ToLower(norm.NFKC.String(s)))
	for i := 0; i < len(runes); {
		j := i + 1
		switch {
		case ideographic(runes[i]):
			for ; j < len(runes) && ideographic(runes[j]); j++ {
				keys = append(keys, string(runes[j-1:j+1]))
			}
		case lettered(runes[i]):
			for j < len(runes) && lettered(runes[j]) {
				j++
			}
			keys = append(keys, string(runes[i:j]))
		}
		i = j
	}
	return keys
}

func ideographic(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

func lettered(r rune) bool { return !ideographic(r) && (unicode.IsLetter(r) || unicode.IsNumber(r)) }
