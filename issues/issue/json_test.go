package issue

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestTheIssueJSONHasNoNull(t *testing.T) {
	for _, iss := range []*Issue{{}, {Articles: []Article{{}}, Toc: []Entry{{}}}} {
		got, err := json.Marshal(iss)
		if err != nil || strings.Contains(string(got), "null") {
			t.Errorf("%v: %s", err, got)
		}
	}
}

func TestAnEntryNamesItsArticles(t *testing.T) {
	got, err := json.Marshal(&Issue{Toc: []Entry{{Title: "渡口", Articles: []string{"a01", "a03"}}}})
	if err != nil || !strings.Contains(string(got), `"article":"a01","also":["a03"]`) {
		t.Errorf("%v: %s", err, got)
	}
}

func TestFindingsAreSortedByLineThenCode(t *testing.T) {
	fs := []Finding{{Code: "width-mixed", Lines: []int{9}}, {Code: "page-order", Lines: []int{9}}, {Code: "seam-moved", Lines: []int{3}}, {Code: "cn-form"}}
	SortFindings(fs)
	var order []string
	for _, f := range fs {
		order = append(order, f.Format("town.txt").String())
	}
	if got, want := strings.Join(order, "\n"), "town.txt: cn-form: \ntown.txt:3: seam-moved: \ntown.txt:9: page-order: \ntown.txt:9: width-mixed: "; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
