// Package backlog makes up back issues for tests: trees of small issues of
// several titles and years, each with other words, so that search has something
// to find. Nothing of it is kept.
package backlog

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// Titles are the periodicals, with their ISSNs.
var Titles = []struct{ Name, ISSN string }{
	{"芦津月刊", "9999-9994"}, {"渡口", "1234-5679"}, {"河上风物", "2049-3630"}, {"灯塔通讯", "0378-5955"},
	{"镇志新编", "0317-8471"}, {"桥与路", "1050-124X"}, {"水文札记", "2434-561X"}, {"山居文丛", "0024-9319"},
}

// An Issue is one of them.
type Issue struct {
	Title        int // index in Titles
	Year, Number int
	Articles     int // 0 is Short
}

// Sizes of issues, in articles.
const (
	Short = 3  // enough to be an issue
	Thin  = 21 // a thin monthly, as the sample is
)

// Issues gives n issues: titles in turn, each a monthly from 2016 on.
func Issues(n int) []Issue {
	var list []Issue
	for i := range n {
		nth := i / len(Titles)
		list = append(list, Issue{Title: i % len(Titles), Year: 2016 + nth/12, Number: nth%12 + 1})
	}
	return list
}

// Path is where an issue lies in the tree.
func (i Issue) Path() string {
	return fmt.Sprintf("%s/%d/%02d.txt", Titles[i.Title].Name, i.Year, i.Number)
}

// Write writes n issues of so many articles each into a folder.
func Write(dir string, n, articles int) error {
	for _, i := range Issues(n) {
		i.Articles = articles
		path := filepath.Join(dir, filepath.FromSlash(i.Path()))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(i.Text()), 0o644); err != nil {
			return err
		}
	}
	return nil
}

var (
	columns = []string{"卷首", "河与镇", "桥上说话", "旧码头", "水文笔记", "茶馆", "读者来信"}
	names   = []string{"石榴", "杜若", "麦青", "陶然", "闵怀川", "任远帆", "沈竹", "温故"}
	subject = []string{"守桥人", "摆渡的老霍", "磨豆腐的人家", "水文站的姑娘", "修秤的师傅", "送信的小谭", "学堂的先生", "放鸭子的姜老头", "茶馆老板娘", "织网的两姐妹"}
	verb    = []string{"说起", "记下了", "修好了", "找到了", "画出了", "不再提", "量过", "听见了"}
	object  = []string{"那年的洪水", "第七座浮桥", "一盏马灯", "井圈上的绳痕", "旧码头的石尺", "半本账簿", "十二只木船", "桥头的桂花", "闸门的声音", "三代人的渡口"}
	mood    = []string{"水退得很慢", "雾到十点才散", "镇上没有人敲锣", "对岸的灯一直亮着", "孩子们把它当作节日", "茶凉了也没有人走", "风从下游吹上来", "日子照旧过下去"}
)

// Text is the issue's: a cover, a table of contents and its articles, spread
// over the columns, no two of one title.
func (i Issue) Text() string {
	rng := rand.New(rand.NewPCG(uint64(i.Title), uint64(i.Year*100+i.Number)))
	t, total := Titles[i.Title], (i.Year-2016)*12+i.Number+100
	pick := func(list []string) string { return list[rng.IntN(len(list))] }
	count := cmp.Or(i.Articles, Short)
	type article struct{ column, title, author string }
	articles := make([]article, count)
	for n, k := range rng.Perm(len(subject) * len(object))[:count] {
		articles[n] = article{columns[n*len(columns)/count], subject[k/len(object)] + "与" + object[k%len(object)], pick(names)}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n%d·%d\n\n总第%d期\n\nISSN %s\n\n目 录\n\nCONTENTS\n\n%[2]d年第%[3]d期\n(总第%[4]d期)\n", t.Name, i.Year, i.Number, total, t.ISSN)
	for n, a := range articles {
		if n == 0 || a.column != articles[n-1].column {
			fmt.Fprintf(&b, "\n%s\n", a.column)
		}
		fmt.Fprintf(&b, "\n%02d %s %s\n", 1+3*n, a.title, a.author)
	}
	for n, a := range articles {
		fmt.Fprintf(&b, "\n%s\n\n%s\n", a.title, a.author)
		for range 4 {
			b.WriteString("\n")
			for range 3 + rng.IntN(3) {
				fmt.Fprintf(&b, "%s%s%s，%s，%s。", pick(subject), pick(verb), pick(object), pick(mood), pick(mood))
			}
			b.WriteString("\n")
		}
		fmt.Fprintf(&b, "\n[编辑：温故]\n\n·%d·\n", 2+3*n)
	}
	return b.String()
}
