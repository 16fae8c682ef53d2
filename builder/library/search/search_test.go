package search

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kanyin/builder/library/catalog"
	"kanyin/issues/issue"
)

func TestKeysOfATextWithoutSpaces(t *testing.T) {
	for text, want := range map[string]string{
		"浮桥上，人":            "浮桥 桥上",
		"用ＰＤＦ与 EPUB 3 出版":  "pdf epub 3 出版",
		"“水”":              "",
		"Café Ünder\n河口の桥": "café ünder 河口 口の の桥",
	} {
		if got := strings.Join(Keys(text), " "); got != want {
			t.Errorf("keys of %q are %q, want %q", text, got, want)
		}
	}
}

func TestNumbersAreWrittenInSixBits(t *testing.T) {
	for n, want := range map[int]string{0: "A", 31: "f", 32: "gB", 33: "hB", 1023: "_f", 1024: "ggB"} {
		if got := string(appendNumber(nil, n)); got != want {
			t.Errorf("%d is written %s, want %s", n, got, want)
		}
	}
}

// Every pair of every article leads to it, in the chunk where the page looks.
func TestEveryPairLeadsToItsArticle(t *testing.T) {
	lib := map[string][]byte{}
	var records []*catalog.Record
	for n := 1; n <= 30; n++ {
		place := fmt.Sprintf("河口/2020/%02d", n)
		iss := &issue.Issue{Articles: []issue.Article{{ID: "a01", Title: fmt.Sprintf("第%d座桥", n), Blocks: []issue.Block{
			{Kind: issue.Paragraph, Text: strings.Repeat(string(rune('一'+n))+string(rune('七'+3*n))+"渡口的老人。", n)},
		}}}}
		data, err := Text(place, iss)
		if err != nil {
			t.Fatal(err)
		}
		lib[place+"/"+TextName] = data
		records = append(records, &catalog.Record{Title: "河口", Place: place, Year: 2020, Number: n, Issued: fmt.Sprintf("2020-%02d", n)})
	}
	c := catalog.New(records)
	read := func(name string) ([]byte, error) { return lib[name], nil }
	written := map[string]string{}
	if err := Write(c, read, func(name string, data []byte) error { written[name] = string(data); return nil }); err != nil {
		t.Fatal(err)
	}
	ix := index{}
	for n := 1; n <= 30; n++ {
		list, err := texts(lib[fmt.Sprintf("河口/2020/%02d/text.js", n)], fmt.Sprintf("河口/2020/%02d", n))
		if err != nil {
			t.Fatal(err)
		}
		ix.add(n-1, list[0])
	}
	chunks := ix.chunks()
	for k := range ix {
		if _, ok := chunks[hash(k)%uint32(len(chunks))][k]; !ok {
			t.Errorf("%s is not in its chunk", k)
		}
	}
	if got := written["search/河口/issues.js"]; !strings.Contains(got, `["河口/2020/01","",1]`) || strings.Index(got, "2020/01") > strings.Index(got, "2020/30") {
		t.Errorf("the issues are not listed from the oldest: %s", got)
	}
	if !slices.Contains(Keys("渡口的老人"), "渡口") || chunks[hash("渡口")%uint32(len(chunks))]["渡口"] != strings.Repeat("A", 30) {
		t.Error("a pair of all articles does not lead to all of them")
	}
}
