package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"kanyin/issues/issue"
	"kanyin/layout"
)

// tableOf is an issue with one table; cells are parted by |, and a star before
// the first row makes it the head.
func tableOf(text string) *issue.Issue {
	text, head := strings.TrimPrefix(text, "*"), strings.HasPrefix(text, "*")
	b := issue.Block{Kind: issue.Table, Text: strings.ReplaceAll(text, "|", "\t"), Head: head, Lines: []int{2}}
	for _, row := range strings.Split(text, "\n") {
		b.Rows = append(b.Rows, strings.Split(row, "|"))
	}
	title := issue.Block{Kind: issue.Title, Text: "渡口", Lines: []int{1}}
	return &issue.Issue{Articles: []issue.Article{{ID: "a01", Title: "渡口", Blocks: []issue.Block{title, b}}}}
}

// tree shows the tables of a document: their rows, and of each cell its tag and
// what is drawn of it.
func tables(doc *layout.Document) string {
	said := map[int]string{}
	for _, p := range doc.Pages {
		for _, t := range p.Texts {
			said[t.Element] += string(t.Runes)
		}
	}
	rows := map[int]string{}
	var order []int
	for i, e := range doc.Elements {
		switch {
		case e.Tag == "TR":
			order = append(order, i)
		case doc.Elements[e.Parent].Tag == "TR":
			rows[e.Parent] += fmt.Sprintf(" %s:%s", e.Tag, said[i])
		}
	}
	var b strings.Builder
	for _, i := range order {
		b.WriteString(rows[i] + "\n")
	}
	return b.String()
}

// What a table is called stands with it, over or under it as it comes, wherever
// the column may end.
func TestATableKeepsItsCaption(t *testing.T) {
	for rows := range 16 {
		for _, over := range []bool{true, false} {
			iss := tableOf("*月份|水位\n一月|1.20\n二月|3.40")
			a := &iss.Articles[0]
			title, table := a.Blocks[0], a.Blocks[1]
			text := issue.Block{Kind: issue.Paragraph, Text: filler(10*rows + 9), Lines: []int{3}}
			caption := issue.Block{Kind: issue.Caption, Text: "表1　水位", Lines: []int{4}}
			a.Blocks = []issue.Block{title, text, table, caption, text}
			if over {
				a.Blocks[2], a.Blocks[3] = caption, table
			}
			doc := compose(t, iss, small())
			row, said := -1, -1
			for n, p := range doc.Pages {
				for _, x := range p.Texts {
					switch tag := doc.Elements[x.Element].Tag; {
					case tag == "Caption":
						said = n
					case tag == "TH" && over && row < 0, tag == "TD" && !over:
						row = n
					}
				}
			}
			if said < 0 || said != row {
				t.Errorf("%d rows before, over %v: the caption stands on page %d, its row on page %d", rows, over, said, row)
			}
		}
	}
}

func TestEveryCellOfATableIsInTheTree(t *testing.T) {
	for _, c := range []struct{ what, text, want string }{
		{"an empty cell", "*月份|水位|船\n一月|1.20|\n二月||14", " TH:月份 TH:水位 TH:船\n TH:一月 TD:1.20 TD:\n TH:二月 TD: TD:14\n"},
		{"wider than its column", "*月份|上游水位站|下游水位站|渡口过船数|码头停船数\n一月|1.20|3|4|5", " TH:月份 TH:上游水位站 TH:下游水位站 TH:渡口过船数 TH:码头停船数\n TH:一月 TD:1.20 TD:3 TD:4 TD:5\n"},
	} {
		if got := tables(compose(t, tableOf(c.text), small())); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", c.what, got, c.want)
		}
	}
}

// The head stands over the rows on the next page again, and so does the first
// column before the further columns of a wide table; neither is read twice.
func TestHeadsStandAgain(t *testing.T) {
	long := "*月份|水位"
	for i := range 60 {
		long += fmt.Sprintf("\n%d日|%d.5", i, i)
	}
	for _, c := range []struct {
		what, text, again string
		times             int
	}{
		{"rows over pages", long, "水位", 3},
		{"a wide table", "*月份|上游水位站甲乙|下游水位站甲乙|渡口过船数甲乙|码头停船数甲乙\n一月份|1.20|3|4|5", "一月份", 2},
	} {
		doc := compose(t, tableOf(c.text), small())
		read, unread := 0, 0
		for _, p := range doc.Pages {
			for _, x := range p.Texts {
				if string(x.Runes) == c.again && x.Element > 0 {
					read++
				} else if string(x.Runes) == c.again {
					unread++
				}
			}
		}
		if read != 1 || read+unread < c.times {
			t.Errorf("%s: %s stands %d times in the tree, %d times beside it; want once, and %d times in all", c.what, c.again, read, unread, c.times)
		}
	}
}

// A note of two paragraphs stands whole at the foot of the column of its mark.
func TestANoteGoesOnAtTheFoot(t *testing.T) {
	iss := &issue.Issue{Articles: []issue.Article{{ID: "a01", Title: "渡口", Blocks: []issue.Block{
		{Kind: issue.Title, Text: "渡口", Lines: []int{1}},
		{Kind: issue.Paragraph, Text: "水到了①。船也到了②。", Lines: []int{2}},
		{Kind: issue.Note, Text: "①见县志。", Lines: []int{3}},
		{Kind: issue.Paragraph, Text: "县志有两种。", Lines: []int{4}},
		{Kind: issue.Note, Text: "②渡船。", Lines: []int{5}},
	}}}}
	doc := compose(t, iss, layout.Design{})
	at := map[string]layout.Length{}
	size := map[string]layout.Length{}
	for _, p := range doc.Pages {
		for _, x := range p.Texts {
			at[string(x.Runes)], size[string(x.Runes)] = x.Y, x.Size
		}
	}
	if !(at["①见县志。"] < at["县志有两种。"] && at["县志有两种。"] < at["②渡船。"]) || size["县志有两种。"] != size["②渡船。"] {
		t.Errorf("places %v, sizes %v", at, size)
	}
}
