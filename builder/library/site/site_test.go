package site_test

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"net/url"
	"path"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"kanyin/builder/library/catalog"
	"kanyin/builder/library/site"
	"kanyin/issues/issue"
)

// number is an issue of 河口 with two articles, the first of which has every
// kind of block.
func number(n int) (*catalog.Record, *issue.Issue) {
	blocks := []issue.Block{{Kind: issue.Title, Text: "水位"}, {Kind: issue.Byline, Text: "石榴"}}
	for _, k := range []issue.Kind{issue.Paragraph, issue.Heading, issue.Caption, issue.Credit, issue.Affiliation, issue.SourceNote, issue.Editor, issue.Note, issue.Data, issue.Prompt, issue.Title} {
		blocks = append(blocks, issue.Block{Kind: k, Text: "块：" + string(k)})
	}
	for _, f := range []issue.Form{issue.Question, issue.Answer, issue.Quotation, issue.Item, issue.Verse, issue.Book} {
		blocks = append(blocks, issue.Block{Kind: issue.Paragraph, Form: f, Lead: "块：", Text: "块：" + string(f)})
	}
	blocks = append(blocks, issue.Block{Kind: issue.Figure, Picture: "p1.jpg"}, issue.Block{Kind: issue.Caption, Text: "块：桥上"},
		issue.Block{Kind: issue.Poem, Text: "块：诗", Stanza: true}, issue.Block{Kind: issue.Abstract, Text: "块：摘要"},
		issue.Block{Kind: issue.Table, Text: "块：年 水", Rows: [][]string{{"年", "水"}, {"块：年", "水"}}, Head: true})
	blocks = append(blocks, issue.Block{Kind: issue.Paragraph, Text: `块：<script>alert(1)</script> "&`})
	iss := &issue.Issue{Pictures: []issue.Picture{{Name: "p1.jpg", Bytes: []byte("picture"), Width: 30, Height: 20}}, Articles: []issue.Article{
		{ID: "a01", Title: "水位", Authors: []string{"石榴"}, Section: "卷首", Page: 1, Blocks: blocks},
		{ID: "a02", Title: "桥 </script>", Blocks: []issue.Block{{Kind: issue.Paragraph, Text: "浮桥上站过三代人。"}}},
	}}
	r := &catalog.Record{
		Format: catalog.Format, ID: fmt.Sprintf("urn:uuid:%d", n), Source: "x.txt", Place: fmt.Sprintf("河 口/2025/%02d", n), Name: fmt.Sprintf("河 口 2025年第%d期", n),
		Label: fmt.Sprintf("2025年第%d期", n), Title: "河 口", Year: 2025, Number: n, ISSN: "1234-5679", Language: "zh-Hans", Issued: fmt.Sprintf("2025-%02d-01", n),
		Cover: "cover.png", Thumb: "thumb.jpeg", Editions: []catalog.Edition{{Name: "epub", File: "河 口.epub", Type: "application/epub+zip", Size: 131428}},
		Articles: []catalog.Article{{ID: "a01", Title: "水位", Authors: []string{"石榴"}, Section: "卷首", Page: 1}, {ID: "a02", Title: "桥 </script>"}},
	}
	return r, iss
}

// library makes the pages of three issues.
func library(t *testing.T, c site.Config) map[string]string {
	t.Helper()
	s, err := site.New(c)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	put := func(name string, data []byte) error { files[name] = string(data); return nil }
	var records []*catalog.Record
	for n := 1; n <= 3; n++ {
		r, iss := number(n)
		list, err := s.Issue(r, iss)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range list {
			put(r.Place+"/"+f.Path, f.Data)
		}
		for _, name := range []string{r.Cover, r.Thumb, r.Editions[0].File} {
			put(r.Place+"/"+name, nil)
		}
		records = append(records, r)
	}
	read := func(name string) ([]byte, error) { return []byte(files[name]), nil }
	if err := s.Library(catalog.New(records), read, put); err != nil {
		t.Fatal(err)
	}
	files["opds/index.xml"] = "made by another package"
	return files
}

var (
	link    = regexp.MustCompile(`(?:href|src|action)="([^"]*)"`)
	outside = regexp.MustCompile(`(?:href|src|action)="(?:[a-z]+:)?//`)
	jsonLD  = regexp.MustCompile(`(?s)<script type="application/ld\+json">(.*?)</script>`)
)

// Every link leads to a page, none out of the library, and from the first page
// all can be reached.
func TestPagesLeadToEachOtherAndNowhereElse(t *testing.T) {
	files := library(t, site.Config{Name: "文库"})
	reached := map[string]bool{}
	var visit func(name string)
	visit = func(name string) {
		text, ok := files[name]
		if !ok {
			t.Errorf("%s is linked to and not there", name)
		}
		if reached[name] {
			return
		}
		reached[name] = true
		if path.Ext(name) != ".html" {
			return
		}
		if outside.MatchString(text) {
			t.Errorf("%s leads out of the library: %s", name, outside.FindString(text))
		}
		for _, m := range link.FindAllStringSubmatch(text, -1) {
			u, err := url.Parse(m[1])
			if err != nil {
				t.Errorf("%s: %v", name, err)
			} else if u.Path != "" {
				visit(path.Join(path.Dir(name), u.Path))
			}
		}
	}
	visit("index.html")
	for _, want := range []string{"河 口/index.html", "河 口/2025/01/index.html", "河 口/2025/03/a02.html", "河 口/2025/02/河 口.epub", "search.html", "static/search.js", "feed.atom"} {
		if !reached[want] {
			t.Errorf("nothing leads to %s", want)
		}
	}
}

func TestEveryBlockStandsOnItsPageOnce(t *testing.T) {
	page := library(t, site.Config{})["河 口/2025/02/a01.html"]
	_, iss := number(2)
	for i, b := range iss.Articles[0].Blocks[2:] {
		if b.Text == "" || len(b.Rows) > 0 {
			continue // a picture, a table: below
		}
		text := strings.NewReplacer("<", "&lt;", ">", "&gt;", `"`, "&#34;", "&", "&amp;").Replace(strings.TrimPrefix(b.Text, b.Lead))
		if n := strings.Count(page, text+"</"); n != 1 {
			t.Errorf("%q stands on the page %d times", text, n)
		}
		if id := fmt.Sprintf(`id="b%d"`, i+3); strings.Count(page, id) != 1 {
			t.Errorf("there is no one place %s", id)
		}
	}
	if strings.Contains(page, "<script>alert") {
		t.Error("an issue's text became markup")
	}
	for _, want := range []string{`<img id="b20" src="pictures/p1.jpg" alt="块：桥上" width="30" height="20" loading="lazy">`, `<p id="b21" class="caption">块：桥上</p>`, `<th scope="col">水</th></tr>`, "<tr><td>块：年</td><td>水</td></tr>", `<html lang="zh-Hans">`, "<h1>水位</h1>", `rel="next" href="a02.html"`, "石榴. 水位[J]. 河 口, 2025(2): 1."} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}

func TestPagesCarryWhatMachinesRead(t *testing.T) {
	files := library(t, site.Config{Name: "文库", Address: "https://example.org/lib/"})
	types := map[string]string{"河 口/2025/02/index.html": "PublicationIssue", "河 口/2025/02/a02.html": "Article", "河 口/index.html": "Periodical"}
	for name, want := range types {
		m := jsonLD.FindStringSubmatch(files[name])
		if m == nil {
			t.Errorf("%s has no JSON-LD", name)
			continue
		}
		var doc map[string]any
		if err := json.Unmarshal([]byte(m[1]), &doc); err != nil || doc["@type"] != want || doc["@context"] != "https://schema.org" {
			t.Errorf("%s: JSON-LD %v: %v", name, err, m[1])
		}
	}
	if want := `<link rel="canonical" href="https://example.org/lib/%E6%B2%B3%20%E5%8F%A3/2025/02/a02.html">`; !strings.Contains(files["河 口/2025/02/a02.html"], want) {
		t.Errorf("a page does not say where it is: want %s", want)
	}
	for _, name := range []string{"feed.atom", "sitemap.xml", "static/sitemap-1.xml"} {
		var doc struct{ XMLName xml.Name }
		if err := xml.Unmarshal([]byte(files[name]), &doc); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if n := strings.Count(files["static/sitemap-1.xml"], "<loc>https://example.org/lib/"); n != 1+1+3*3 {
		t.Errorf("the map has %d addresses", n)
	}
	if !strings.Contains(files["feed.atom"], "<id>urn:uuid:3</id>") || !strings.Contains(files["feed.atom"], "<updated>2025-03-01T00:00:00Z</updated>") {
		t.Errorf("the feed: %s", files["feed.atom"])
	}
}

// A library may bring pages of its own, in its own words.
func TestADesignCanBeReplaced(t *testing.T) {
	files := library(t, site.Config{Language: "en", Pages: fstest.MapFS{
		"title.html": {Data: []byte(`{{define "main"}}OWN {{.Data.Name}} {{.Words.Home}}{{end}}`)},
		"style.css":  {Data: []byte("body { color: teal }")},
	}})
	if !strings.Contains(files["河 口/index.html"], "OWN 河 口 Home") || files["static/style.css"] != "body { color: teal }" {
		t.Errorf("the library's own files were not taken: %s", files["河 口/index.html"])
	}
	if _, err := site.New(site.Config{Pages: fstest.MapFS{"title.html": {Data: []byte("{{")}}}); err == nil || !strings.Contains(err.Error(), "title.html") {
		t.Errorf("a template with a slip: error %v", err)
	}
}
