package layout_test

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"unicode"

	"kanyin/issues/issue"
	"kanyin/layout"
	"kanyin/layout/internal/fakefont"
)

// TestCorpusIsWhole: whole issues, in both designs, stand on the pages with
// every block's text once, and come out the same when they are composed again.
func TestCorpusIsWhole(t *testing.T) {
	for _, r := range corpus(t) {
		for _, d := range []layout.Design{layout.House(), named(t, "book"), named(t, "newspaper"), named(t, "journal")} {
			doc := compose(t, r.iss, d)
			checkTexts(t, r.iss, doc)
			if dump(doc) != dump(compose(t, r.iss, d)) {
				t.Errorf("%s: composed again, it differs", r.name)
			}
		}
	}
}

// TestAnyIssue composes issues of blocks in no order that an editor would
// choose, and holds what is true of every document. FuzzCompose goes on where
// its seeds end.
func TestAnyIssue(t *testing.T) {
	for seed := range int64(25) {
		checkAny(t, anyIssue(rand.New(rand.NewSource(seed))))
		if t.Failed() {
			t.Fatal("seed ", seed)
		}
	}
}

func FuzzCompose(f *testing.F) {
	f.Add(int64(1), "渡口", "河水今年来得早，渡口的木船都上了岸。")
	f.Fuzz(func(t *testing.T, seed int64, title, text string) {
		iss := anyIssue(rand.New(rand.NewSource(seed)))
		a := issue.Article{ID: "fuzz", Title: title, Section: title}
		for _, k := range kinds {
			a.Blocks = append(a.Blocks, issue.Block{Kind: k, Text: text, Lead: title})
		}
		iss.Articles = append(iss.Articles, a)
		iss.Meta.Title = title
		checkAny(t, iss)
	})
}

// checkAny holds what is true of every document in every design.
func checkAny(t *testing.T, iss *issue.Issue) {
	t.Helper()
	checkPictures(t, iss, layout.Compose(iss, named(t, "vertical"), fakefont.Metrics{}))
	hang := small()
	hang.Hang, hang.Marks, hang.HiddenFolio, hang.Multiple = true, "full", true, 4
	for _, d := range []layout.Design{{}, named(t, "book"), named(t, "newspaper"), named(t, "journal"), small(), hang} {
		doc := layout.Compose(iss, d, fakefont.Metrics{})
		checkTexts(t, iss, doc)
		checkPages(t, doc, d)
		checkPictures(t, iss, doc)
		if dump(doc) != dump(layout.Compose(iss, d, fakefont.Metrics{})) {
			t.Error("composed again, it differs")
		}
		if t.Failed() {
			t.Logf("in a design of %d lines", d.Body.Lines)
			return
		}
	}
}

var kinds = []issue.Kind{
	issue.Paragraph, issue.Heading, issue.Title, issue.Kicker, issue.Subtitle, issue.Byline, issue.Role, issue.Dateline,
	issue.Caption, issue.Credit, issue.Note, issue.SourceNote, issue.Affiliation, issue.Editor, issue.Prompt, issue.Data,
	issue.Standfirst, issue.Abstract, issue.PullQuote, issue.Box, issue.List, issue.Code, issue.Table, issue.Poem, issue.Reference, issue.Jump,
}

var forms = []issue.Form{"", "", "", issue.Question, issue.Answer, issue.Quotation, issue.Verse, issue.Item, issue.Book}

// scraps are what the texts of any issue are made of.
var scraps = []string{
	"河水今年来得早，", "渡口的木船都上了岸。", "“早市照样开。”", "（见图）", "《河边》", "——", "……", "·", "3月12日", "2025年", "98.6%", "about the river ",
	"https://example.org/a/very/long/address?with=parts", "mail@example.org", "①", "※", "[1]", "下转第3页", "\n", " ", "　", "一", "、", "。", "（", "A", "𠮷", "é", "\u200b", "\t",
}

func anyText(rnd *rand.Rand, most int) string {
	var b strings.Builder
	for range rnd.Intn(most) {
		b.WriteString(scraps[rnd.Intn(len(scraps))])
	}
	return b.String()
}

func anyIssue(rnd *rand.Rand) *issue.Issue {
	iss := &issue.Issue{Meta: issue.Meta{Title: anyText(rnd, 4), Year: rnd.Intn(3000), Number: rnd.Intn(13), ISSN: "1234-5679", Publisher: anyText(rnd, 5)}}
	if rnd.Intn(4) == 0 {
		iss.Meta.Language = "en"
	}
	for _, k := range []issue.Kind{issue.Cover, issue.Masthead, issue.Toc, issue.Caption} {
		for range rnd.Intn(6) {
			iss.Front = append(iss.Front, issue.Block{Kind: k, Text: anyText(rnd, 8)})
		}
	}
	for n := range rnd.Intn(8) {
		a := issue.Article{ID: fmt.Sprintf("a%02d", n+1), Section: anyText(rnd, 2), Title: anyText(rnd, 8)}
		for range rnd.Intn(14) {
			b := issue.Block{Kind: kinds[rnd.Intn(len(kinds))], Level: 1 + rnd.Intn(2), Text: anyText(rnd, 40)}
			if b.Kind == issue.Paragraph {
				b.Form = forms[rnd.Intn(len(forms))]
			}
			if b.Kind == issue.Data || b.Kind == issue.Paragraph && b.Form == issue.Verse {
				b.Rows, b.Stanza = anyRows(b.Text), rnd.Intn(4) == 0
			}
			if rnd.Intn(12) == 0 {
				p := issue.Picture{Name: fmt.Sprintf("p%d.jpg", len(iss.Pictures)), Width: 1 + rnd.Intn(3000), Height: 1 + rnd.Intn(3000)}
				iss.Pictures = append(iss.Pictures, p)
				b = issue.Block{Kind: issue.Figure, Picture: p.Name}
			}
			if rnd.Intn(3) == 0 && b.Text != "" {
				b.Lead = string([]rune(b.Text)[:min(4, len([]rune(b.Text)))])
			}
			a.Blocks = append(a.Blocks, b)
		}
		if rnd.Intn(2) == 0 {
			iss.Toc = append(iss.Toc, issue.Entry{Section: a.Section, Title: a.Title, Articles: []string{a.ID}})
		}
		iss.Articles = append(iss.Articles, a)
	}
	return iss
}

// anyRows gives the text's words as the cells of a row, now and then.
func anyRows(text string) [][]string {
	if f := strings.Fields(text); len(f) > 1 {
		return [][]string{f}
	}
	return nil
}

// checkTexts: every article's text stands under its own element, every
// character as often as the article has it.
func checkTexts(t *testing.T, iss *issue.Issue, doc *layout.Document) {
	t.Helper()
	article := make([]string, len(doc.Elements))
	for i, e := range doc.Elements {
		article[i] = e.Article
		if e.Article == "" {
			article[i] = article[e.Parent]
		}
	}
	count := map[string]map[rune]int{}
	for i := range doc.Pages {
		for _, x := range doc.Pages[i].Texts {
			if id := article[x.Element]; id != "" && x.Actual == "" {
				add(count, id, string(x.Runes), 1)
			}
		}
	}
	for i := range iss.Articles {
		a := &iss.Articles[i]
		titled := false
		for _, b := range a.Blocks {
			add(count, a.ID, b.Text, -1)
			titled = titled || b.Kind == issue.Title
		}
		if !titled {
			add(count, a.ID, a.Title, -1)
		}
		for r, n := range count[a.ID] {
			if n != 0 {
				t.Errorf("article %s: %q stands %+d times more than it should", a.ID, r, n)
			}
		}
	}
}

func add(count map[string]map[rune]int, id, text string, n int) {
	if count[id] == nil {
		count[id] = map[rune]int{}
	}
	for _, r := range text {
		if !unicode.IsSpace(r) && !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r) {
			count[id][r] += n
		}
	}
}

// checkPages: the count is the multiple, nothing stands near the trim, every
// link and bookmark leads somewhere, elements come after their parents.
func checkPages(t *testing.T, doc *layout.Document, d layout.Design) {
	t.Helper()
	if n := max(d.Multiple, 1); len(doc.Pages)%n != 0 {
		t.Errorf("%d pages are no multiple of %d", len(doc.Pages), n)
	}
	s := &sheet{doc: doc}
	s.checkLive()
	for _, f := range s.faults {
		t.Error(f)
	}
	anchors := map[string]bool{}
	for _, p := range doc.Pages {
		for _, a := range p.Anchors {
			anchors[a.Name] = true
		}
		if p.Fill < 0 || p.Fill > 1 {
			t.Errorf("page %s: a fill of %g", p.Label, p.Fill)
		}
	}
	for _, o := range doc.Outline {
		if !anchors[o.Anchor] {
			t.Errorf("bookmark %s leads nowhere", o.Title)
		}
	}
	for _, p := range doc.Pages {
		for _, l := range p.Links {
			if l.URL == "" && !anchors[l.Anchor] {
				t.Errorf("page %s: a link to %q", p.Label, l.Anchor)
			}
		}
	}
	for i, e := range doc.Elements[1:] {
		if e.Parent > i {
			t.Errorf("element %d comes before its parent", i+1)
		}
	}
}

// checkPictures holds that every picture stands on the pages once, in its own shape.
func checkPictures(t *testing.T, iss *issue.Issue, doc *layout.Document) {
	t.Helper()
	count := map[string]int{}
	for _, p := range doc.Pages {
		for _, i := range p.Images {
			count[i.Name]++
			pic, _ := iss.Picture(i.Name)
			if wide := i.Height * layout.Length(pic.Width) / layout.Length(pic.Height); abs(wide-i.Width) > layout.Point+i.Width/100 {
				t.Errorf("page %s: %s of %d x %d pixels is drawn %d x %d", p.Label, i.Name, pic.Width, pic.Height, i.Width, i.Height)
			}
		}
	}
	for _, p := range iss.Pictures {
		if count[p.Name] != 1 {
			t.Errorf("%s stands on the pages %d times", p.Name, count[p.Name])
		}
	}
}

func dump(doc *layout.Document) string {
	var b strings.Builder
	doc.Dump(&b)
	return b.String()
}
