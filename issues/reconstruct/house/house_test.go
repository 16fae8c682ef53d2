package house_test

import (
	"testing"

	"kanyin/issues/reconstruct/house"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/rows"
	"kanyin/issues/source"
)

// An issueRow is a row of a page in a size and a face, and what the chain took it for.
type issueRow struct {
	kind label.Kind
	size float32
	face string
	text string
}

func kindsOf(t *testing.T, page int, is ...issueRow) map[int]label.Set {
	t.Helper()
	var rs []rows.Row
	var ls []label.Label
	for i, r := range is {
		y := float32(40 + 14*i)
		rs = append(rs, rows.Row{Text: r.text, Line: i + 1, Page: page, Fact: &source.Fact{Page: page, X0: 40, X1: 300, Y0: y, Y1: y + r.size, Size: r.size, Face: r.face}})
		ls = append(ls, label.Label{Kind: r.kind, Begins: true})
	}
	return house.Kinds(rs, ls)
}

const text = "河口的桥修了三年，老人们说水比桥长。"

// magazine has so many articles, two to a column whose name is set larger than titles.
func magazine(columns int, column label.Kind) []issueRow {
	var out []issueRow
	for c := range columns {
		name := string([]rune("人文地理科学艺术往事")[2*c : 2*c+2])
		out = append(out, issueRow{column, 25, "黑", name})
		for range 2 {
			out = append(out, issueRow{label.Title, 17, "黑", "桥上的" + name}, issueRow{label.Paragraph, 10, "宋", text})
		}
	}
	return out
}

func TestColumnsSetAsLargeTitles(t *testing.T) {
	is := magazine(4, label.Title)
	is[5].kind = label.Heading // one column's name was taken for something else
	got := kindsOf(t, 5, is...)
	for i, r := range is {
		if want := r.size == 25; got[i].Has(label.Section) != want || got[i].Has(label.Title) {
			t.Errorf("%q can be a section: %v, a title: %v", r.text, got[i].Has(label.Section), got[i].Has(label.Title))
		}
	}
	// Where each large title has one smaller title under it, both are one title.
	var pairs []issueRow
	for range 5 {
		pairs = append(pairs, issueRow{label.Title, 25, "黑", "桥与灯"}, issueRow{label.Title, 17, "黑", "河口往事"}, issueRow{label.Paragraph, 10, "宋", text})
	}
	if got := kindsOf(t, 5, pairs...); len(got) > 0 {
		t.Errorf("titles of two sizes: %v", got)
	}
}

func TestAHeadingInTheTypeOfTitles(t *testing.T) {
	is := magazine(3, label.Section)
	is[6].kind = label.Heading
	got := kindsOf(t, 5, is...)
	if len(got) != 1 || !got[6].Has(label.Title) || got[6].Has(label.Heading) {
		t.Errorf("row 6 is set as all titles are: %v", got)
	}
}

func TestHeadingsThatAreProgram(t *testing.T) {
	is := magazine(3, label.Section)
	n := len(is)
	for _, line := range []string{"Dim Top() ' 顶", "Top = 0;", "For i = 1 To Len(s)", "Push(Mid(s, i, 1))"} {
		is = append(is, issueRow{label.Heading, 13, "等线", line})
	}
	got := kindsOf(t, 5, is...)
	for i := n; i < len(is); i++ {
		if set, ok := got[i]; !ok || set.Has(label.Heading) || !set.Has(label.Code) {
			t.Errorf("%q may be a heading", is[i].text)
		}
	}
	// Headings without text between them are headings where they are words.
	is = is[:n]
	for _, line := range []string{"桥的来历", "桥的用处", "灯", "灯下的人"} {
		is = append(is, issueRow{label.Heading, 13, "等线", line})
	}
	if got := kindsOf(t, 5, is...); len(got) > 0 {
		t.Errorf("headings one under another: %v", got)
	}
}

func TestContentsThatNothingHeads(t *testing.T) {
	var is []issueRow
	body := magazine(3, label.Section)
	for _, r := range body {
		if r.kind != label.Paragraph {
			is = append(is, issueRow{label.Paragraph, 10, "宋", r.text})
		}
	}
	n := len(is)
	var rs []rows.Row
	var ls []label.Label
	for i, r := range append(is, body...) {
		page := 1
		if i >= n {
			page = 2
		}
		rs = append(rs, rows.Row{Text: r.text, Line: i + 1, Page: page, Fact: &source.Fact{Page: page, X1: 200, Y0: float32(10 * i), Y1: float32(10*i + 9), Size: r.size, Face: r.face}})
		ls = append(ls, label.Label{Kind: r.kind, Begins: true})
	}
	got := house.Kinds(rs, ls)
	for i := range n {
		want := label.Contents
		if is[i].size == 10 && len([]rune(is[i].text)) == 2 {
			want = label.ContentsSection
		}
		if !got[i].Has(want) || got[i].Has(label.Paragraph) {
			t.Errorf("row %d, %q, is no row of the contents", i, is[i].text)
		}
	}
}

func TestTheTreeKnowsTitlesFromParagraphs(t *testing.T) {
	is := magazine(4, label.Section)
	is = append(is, issueRow{label.Title, 17, "黑", "河口杂志社"})
	var rs []rows.Row
	var ls []label.Label
	for i, r := range is {
		role := source.ParagraphRole
		if r.kind == label.Title && i < len(is)-1 {
			role = source.TitleRole
		}
		rs = append(rs, rows.Row{Text: r.text, Line: i + 1, Page: 1, Fact: &source.Fact{Page: 1, X1: 200, Y0: float32(10 * i), Y1: float32(10*i + 9), Size: r.size, Face: r.face, Role: role}})
		ls = append(ls, label.Label{Kind: r.kind, Begins: true})
	}
	got := house.Kinds(rs, ls)
	if set, ok := got[len(is)-1]; !ok || set.Has(label.Title) || !set.Has(label.Colophon) {
		t.Errorf("a paragraph of the tree may be a title: %v", got)
	}
	if _, ok := got[1]; ok {
		t.Error("what the tree and the chain both call a title is spoken of")
	}
}

func TestTextsAndScansAreLeftAlone(t *testing.T) {
	is := magazine(4, label.Title)
	var rs []rows.Row
	ls := make([]label.Label, len(is))
	for i, r := range is {
		rs = append(rs, rows.Row{Text: r.text, Line: i + 1, Page: 1})
		ls[i].Kind = r.kind
	}
	if got := house.Kinds(rs, ls); got != nil {
		t.Errorf("rows without types: %v", got)
	}
	for i, r := range is {
		rs[i].Fact = &source.Fact{Size: r.size, Confidence: 90, X1: 100}
	}
	if got := house.Kinds(rs, ls); got != nil {
		t.Errorf("rows that a recogniser read: %v", got)
	}
}

func TestASentenceSetAgainIsAPullQuote(t *testing.T) {
	is := []issueRow{
		{label.Title, 20, "黑", "河口的桥"},
		{label.Paragraph, 10, "宋", "河口的桥修了三年，老人们说水"},
		{label.Heading, 14, "黑", "老人们说水比桥长，"},
		{label.Heading, 14, "黑", "人比水长。"},
		{label.Paragraph, 10, "宋", "比桥长，人比水长。镇上的人记得那年的大水。"},
		{label.Heading, 14, "黑", "大水过后"},
		{label.Paragraph, 10, "宋", "大水过后，人们在堤上种了柳树。"},
	}
	got := kindsOf(t, 1, is...)
	want := map[int]label.Set{2: label.SetOf(label.Quote), 3: label.SetOf(label.Quote)}
	if len(got) != len(want) || got[2] != want[2] || got[3] != want[3] {
		t.Errorf("got %v, want %v", got, want)
	}
}
