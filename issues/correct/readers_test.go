package correct_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kanyin/issues"
	"kanyin/issues/correct"
	"kanyin/issues/internal/houses"
	"kanyin/issues/issue"
	"kanyin/issues/sample"
	"kanyin/issues/source"
)

// inputs are issues for each of the readers: torn paragraphs, printed lines as they
// were set and as an extractor wove them, pages, and a manuscript whose styles say
// what its paragraphs are.
func inputs(t *testing.T) map[string]*source.File {
	t.Helper()
	torn, err := source.Read("issue.txt", strings.NewReader(string(sample.Text())))
	if err != nil {
		t.Fatal(err)
	}
	list := map[string]*source.File{"torn": torn, "styled": styledFile()}
	for name, form := range map[string]houses.Form{"set": houses.Set, "woven": houses.Woven, "pages": houses.Pages} {
		h, err := houses.Make(7, form)
		if err != nil {
			t.Fatal(err)
		}
		list[name] = h.File
	}
	return list
}

// styledFile is a manuscript of four articles.
func styledFile() *source.File {
	f := &source.File{Name: "issue.docx"}
	put := func(role source.Role, text string) {
		f.Lines = append(f.Lines, text)
		f.Facts = append(f.Facts, source.Fact{Role: role, Start: 1})
	}
	for i, title := range []string{"渡口的早晨", "桥头的灯", "老秤", "补船记"} {
		put(source.TitleRole, title)
		put(source.BylineRole, "林小河")
		for k, text := range []string{"天刚亮，摆渡的人已经把船划到了对岸，船上坐着三个学生。", "书包放在膝上，谁也不说话，只听见水声，一下一下拍着船帮。", "老周说，这条河他划了三十年，哪里深哪里浅都记在心里。", "他说，车和船一样，认得路，走过一回就不会忘记。"} {
			put(source.ParagraphRole, fmt.Sprintf("第%d篇第%d段：%s", i+1, k+1, text))
		}
	}
	return f
}

// A place is a block of an issue, and its article.
type place struct {
	article int // -1 in the front, -2 among what is dropped
	block   int
	*issue.Block
}

func where(iss *issue.Issue, line int) place {
	for i := range iss.Articles {
		for k := range iss.Articles[i].Blocks {
			if b := &iss.Articles[i].Blocks[k]; slices.Contains(b.Lines, line) {
				return place{i, k, b}
			}
		}
	}
	for n, zone := range [][]issue.Block{iss.Front, iss.Dropped} {
		for k := range zone {
			if slices.Contains(zone[k].Lines, line) {
				return place{-1 - n, k, &zone[k]}
			}
		}
	}
	return place{-3, -1, &issue.Block{}}
}

// fitArticle gives an article that has articles on both sides, and its first three
// paragraphs.
func fitArticle(t *testing.T, iss *issue.Issue) (at int, paragraphs []issue.Block) {
	t.Helper()
	for i := 1; i+1 < len(iss.Articles); i++ {
		paragraphs = nil
		for _, b := range iss.Articles[i].Blocks {
			if b.Kind == issue.Paragraph && b.Form == issue.Plain && len([]rune(iss.Source.Line(b.Lines[0]))) > 10 {
				paragraphs = append(paragraphs, b)
			}
		}
		if len(paragraphs) >= 3 && titleOf(iss, i) > 0 && titleOf(iss, i+1) > 0 {
			return i, paragraphs
		}
	}
	t.Fatalf("no article of %d is fit", len(iss.Articles))
	return 0, nil
}

// titleOf gives the first line of an article's title, 0 for none.
func titleOf(iss *issue.Issue, article int) int {
	for _, b := range iss.Articles[article].Blocks {
		if b.Kind == issue.Title {
			return b.Lines[0]
		}
	}
	return 0
}

// Whatever an editor can say holds in whatever an issue was read from: by one
// sentence, with every line in its place once, and with all articles as they were
// that it is not about.
func TestOneCorrectionInEveryReader(t *testing.T) {
	for name, f := range inputs(t) {
		before, err := issues.Corrected("issue", f, nil)
		if err != nil {
			t.Fatal(err)
		}
		at, p := fitArticle(t, before)
		head := func(k int) int { return p[k].Lines[0] }
		last := func(k int) int { return p[k].Lines[len(p[k].Lines)-1] }
		title, next := titleOf(before, at), titleOf(before, at+1)
		line := []rune(strings.TrimSpace(f.Lines[head(1)-1]))
		part := string(line[len(line)/2:])
		word, other := string(line[1:4]), string([]rune{line[3], line[2], line[1]})
		for _, c := range []struct {
			says  string
			holds func(iss *issue.Issue) bool
		}{
			{fmt.Sprintf("%d is caption", head(1)), func(iss *issue.Issue) bool { return where(iss, head(1)).Kind == issue.Caption }},
			{fmt.Sprintf("%d is heading", head(1)), func(iss *issue.Issue) bool { return where(iss, head(1)).Kind == issue.Heading }},
			{fmt.Sprintf("%d is quotation", head(1)), func(iss *issue.Issue) bool { return where(iss, head(1)).Form == issue.Quotation }},
			{fmt.Sprintf("%d is dropped: a slogan", head(1)), func(iss *issue.Issue) bool { return where(iss, head(1)).article == -2 }},
			{fmt.Sprintf("%d begins", head(1)), func(iss *issue.Issue) bool {
				x := where(iss, head(1))
				return x.Kind == issue.Title && x.Lines[0] == head(1) && x.article != where(iss, head(0)).article
			}},
			{fmt.Sprintf("%d begins not", title), func(iss *issue.Issue) bool {
				return where(iss, title).Kind != issue.Title && len(iss.Articles) == len(before.Articles)-1
			}},
			{fmt.Sprintf("%d after %d", head(2), last(0)), func(iss *issue.Issue) bool {
				x, y := where(iss, last(0)), where(iss, head(2))
				return x.article == y.article && (x.block == y.block || x.block+1 == y.block)
			}},
			{fmt.Sprintf("%d after %d", head(1), last(0)), func(iss *issue.Issue) bool {
				x, y := where(iss, last(0)), where(iss, head(1))
				return x.article == y.article && (x.block == y.block || x.block+1 == y.block)
			}},
			{fmt.Sprintf("%d cut %s", head(1), part), func(iss *issue.Issue) bool {
				return slices.ContainsFunc(iss.Articles[where(iss, head(1)).article].Blocks, func(b issue.Block) bool { return b.Lines[0] == head(1) && b.Part == 1 })
			}},
			{fmt.Sprintf("%d in %d", head(1), next), func(iss *issue.Issue) bool { return where(iss, head(1)).article == where(iss, next).article }},
			{fmt.Sprintf("%d behind %d", head(1), head(2)), func(iss *issue.Issue) bool { return where(iss, head(1)).block == where(iss, head(2)).block+1 }},
			{fmt.Sprintf("%d title 新的题目", title), func(iss *issue.Issue) bool {
				return slices.ContainsFunc(iss.Articles, func(a issue.Article) bool { return a.Title == "新的题目" })
			}},
			{fmt.Sprintf("%d authors 温故、麦青", title), func(iss *issue.Issue) bool {
				return slices.Equal(iss.Articles[where(iss, title).article].Authors, []string{"温故", "麦青"})
			}},
			{fmt.Sprintf("%d section 水边", title), func(iss *issue.Issue) bool { return iss.Articles[where(iss, title).article].Section == "水边" }},
			{fmt.Sprintf("%d page 99", title), func(iss *issue.Issue) bool { return iss.Articles[where(iss, title).article].Page == 99 }},
			{fmt.Sprintf("%d follows %d", title, next), func(iss *issue.Issue) bool { return where(iss, title).article == where(iss, next).article+1 }},
			{fmt.Sprintf("%d first", title), func(iss *issue.Issue) bool { return where(iss, title).article == 0 }},
			{fmt.Sprintf("%d text %s → %s", head(1), word, other), func(iss *issue.Issue) bool { return strings.Contains(where(iss, head(1)).Text, other) }},
		} {
			t.Run(name+"/"+strings.Join(strings.Fields(c.says)[1:2], ""), func(t *testing.T) {
				book := &correct.Book{}
				fit, _ := correct.Fit(nil, f)
				said, err := fit.Sentence(c.says)
				if err != nil {
					t.Fatal(err)
				}
				if err := book.Add(said); err != nil {
					t.Fatal(err)
				}
				after, err := issues.Corrected("issue", f, book.Corrections()) // fails where the ledger does not balance
				if err != nil {
					t.Fatal(err)
				}
				for _, found := range after.Findings {
					if strings.HasPrefix(found.Code, "correction-") {
						t.Error(found.Format("issue"))
					}
				}
				if !c.holds(after) {
					t.Errorf("%s does not hold; what it does:\n%s", c.says, strings.Join(english(correct.Effects(before, after)), "\n"))
				}
				bystanders(t, c.says, before, after, at)
			})
		}
	}
}

func english[T fmt.Stringer](list []T) []string {
	out := make([]string, len(list))
	for i, t := range list {
		out[i] = t.String()
	}
	return out
}

// bystanders holds that the articles that a correction is not about have the same
// title and the same blocks of the same lines: all but the article itself, the one
// before it and the one behind it.
func bystanders(t *testing.T, says string, before, after *issue.Issue, at int) {
	t.Helper()
	outline := func(a issue.Article) string {
		var b strings.Builder
		b.WriteString(a.Title)
		for _, x := range a.Blocks {
			fmt.Fprint(&b, " ", x.Kind, x.Form, x.Lines)
		}
		return b.String()
	}
	stands := map[string]bool{}
	for _, a := range after.Articles {
		stands[outline(a)] = true
	}
	for i, a := range before.Articles {
		if (i < at-1 || i > at+1) && !stands[outline(a)] {
			t.Errorf("%s changed %s, which it is not about:\n%s", says, a.Title, strings.Join(english(correct.Effects(before, after)), "\n"))
		}
	}
}
