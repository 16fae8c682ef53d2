package epub

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"kanyin/issues/issue"
	"kanyin/issues/script"
)

// market is an issue with the forms that the town's has not: scripts, addresses,
// tables, code, lists, boxes, notes of every shape.
func market() *issue.Issue {
	line := 0
	block := func(k issue.Kind, text string) issue.Block {
		line++
		return issue.Block{Kind: k, Text: text, Lines: []int{line}}
	}
	table := func(k issue.Kind, text string, head bool, rows ...[]string) issue.Block {
		b := block(k, text)
		b.Rows, b.Head = rows, head
		return b
	}
	verse := func(text string, stanza bool) issue.Block {
		b := block(issue.Paragraph, text)
		b.Form, b.Stanza = issue.Verse, stanza
		return b
	}
	return &issue.Issue{
		Source: issue.Source{File: "market.txt", SHA256: "01"},
		Meta:   issue.Meta{Title: "集市", Year: 2025, Number: 10, Language: "zh-Hans"},
		Front:  []issue.Block{block(issue.Masthead, "投稿 market@pond.example"), block(issue.Masthead, "9 779999 999008 10")},
		Articles: []issue.Article{
			{ID: "a01", Section: "说明", Title: "集市一年记事", Authors: []string{"林一舟"}, Blocks: []issue.Block{
				block(issue.Title, "集市一年记事"), block(issue.Byline, "林一舟①"), block(issue.Standfirst, "集市开了一年，记几件事。"),
				block(issue.Abstract, "摘要：集市在桥东。"), block(issue.Abstract, "关键词：集市；桥"),
				block(issue.Paragraph, "报名请到 https://pond.example/2025/enrol.html?from=paper&to=1 填表，或写信给 reed.market@pond.example 说明；另见www.pond.example。"),
				block(issue.Heading, "一"),
				block(issue.Paragraph, "前人都说过[2-4]，也有人不同意[2,4]。"),
				block(issue.Caption, "表1　水位与船"),
				table(issue.Data, "月份 水位（米） 船（只）", true, []string{"月份", "水位（米）", "船（只）"}),
				table(issue.Data, "一月 1.20 12", false, []string{"一月", "1.20", "12"}),
				table(issue.Data, "二月 1.25 14", false, []string{"二月", "1.25", "14"}),
				table(issue.Table, "摊位\t东街\t西街\n鱼\t3\t\n菜\t12\t7", true, []string{"摊位", "东街", "西街"}, []string{"鱼", "3", ""}, []string{"菜", "12", "7"}),
				table(issue.Data, "逢五 32", false, []string{"逢五", "32"}), block(issue.Caption, "表2　集日的船"),
				block(issue.Code, "if 水位 > 1.5 {\n\tfmt.Println(\"停船 <b>\")\n}"),
				block(issue.List, "一条船\n两支桨"),
				block(issue.Poem, "水自西来\n风从东起\n\n一城灯火"),
				verse("桥下有水", false), verse("水上有船", false), verse("船里有人", true),
				block(issue.Box, "小贴士\n集市逢五逢十。"), block(issue.PullQuote, "秤要校准，人要公道。"),
				block(issue.Note, "注释：①林一舟，镇上的教师。②见第一卷。"), block(issue.Note, "[2] 甲志。"), block(issue.Note, "卷首有图。"),
				block(issue.Note, "[3] 乙志。"), block(issue.Reference, "[4] 丙志。"), block(issue.Jump, "下转第8页"),
			}},
			{ID: "a02", Title: "دوستلۇق ناخشىسى", Authors: []string{"ئايگۈل"}, Blocks: []issue.Block{
				block(issue.Title, "دوستلۇق ناخشىسى"), block(issue.Byline, "ئايگۈل"),
				block(issue.Paragraph, "ھەممىمىز بىر ئائىلە، بىر ۋەتەندە ياشايمىز."),
				block(issue.Paragraph, "维吾尔语里「谢谢」写作 رەھمەت سىزگە ，藏语的「吉祥」写作 བཀྲ་ཤིས་བདེ་ལེགས། ，蒙古文写作 ᠮᠣᠩᠭᠣᠯ ，哈萨克语有 Қазақстан ，俄语有 здравствуйте 。"),
			}},
			{ID: "a03", Title: "借灯", Blocks: []issue.Block{block(issue.Title, "借灯"), block(issue.Paragraph, "灯在桥东。")}},
		},
	}
}

// marketPages break where text is parted: in a table, a list, notes.
func marketPages() []PageBreak {
	return []PageBreak{{"1", "a01", 0, 0}, {"2", "a01", 0, 4}, {"3", "a01", 10, 3}, {"4", "a01", 12, 10}, {"5", "a01", 16, 3}, {"6", "a01", 17, 10}, {"7", "a01", 23, 18}, {"8", "a02", 0, 0}}
}

func TestForms(t *testing.T) {
	iss := market()
	o := read(t, build(t, Builder{Pages: marketPages(), Version: "1"}, iss))
	readBack(t, o, iss)
	got := &txtar.Archive{Comment: []byte("The forms that the town's issue has not: scripts, addresses, tables, code, lists, boxes, notes.\n")}
	for _, name := range []string{"package.opf", "nav.xhtml", "xhtml/contents.xhtml", "xhtml/a01.xhtml", "xhtml/a02.xhtml", "xhtml/a03.xhtml", "xhtml/colophon.xhtml"} {
		got.Files = append(got.Files, txtar.File{Name: name, Data: o.files["EPUB/"+name]})
	}
	golden := filepath.Join("testdata", "market.txtar")
	if *update {
		if err := os.WriteFile(golden, txtar.Format(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil || string(want) != string(txtar.Format(got)) {
		t.Errorf("the e-book differs from %s (%v); see -update", golden, err)
	}
}

// Every family that the style sheet names is embedded or has a general one to
// fall back on.
func TestFamiliesOfTheStyleSheetResolve(t *testing.T) {
	css := string(read(t, build(t, Builder{Fonts: library(t)}, town())).files["EPUB/css/kanyin.css"])
	embedded := map[string]bool{}
	general := []string{"serif", "sans-serif", "monospace"}
	rules := strings.Split(css, "}")
	for _, r := range rules {
		if strings.Contains(r, "@font-face") {
			embedded[familiesOf(r)[0]] = true
		}
	}
	if len(embedded) == 0 {
		t.Error("no face is embedded")
	}
	for _, r := range rules {
		families := familiesOf(r)
		if len(families) == 0 || strings.Contains(r, "@font-face") {
			continue
		}
		last := families[len(families)-1]
		resolved := false
		for _, g := range general {
			resolved = resolved || last == g
		}
		if !resolved || strings.Contains(r, "MISSING") || strings.Contains(r, "%!") {
			t.Errorf("the families %q end in no general one", families)
		}
		for _, f := range families {
			if strings.HasPrefix(f, "Kanyin") && !embedded[f] {
				t.Errorf("the face %s is asked for and not embedded", f)
			}
		}
	}
}

func familiesOf(rule string) []string {
	_, list, ok := strings.Cut(rule, "font-family:")
	if !ok {
		return nil
	}
	list, _, _ = strings.Cut(list, ";")
	var out []string
	for _, f := range strings.Split(list, ",") {
		out = append(out, strings.Trim(strings.TrimSpace(f), `"`))
	}
	return out
}

// A title's lines end between words, and no character stands alone at its end.
func TestTitlesBreakBetweenWords(t *testing.T) {
	for _, c := range []struct{ title, want string }{
		{"坚持和发展社会主义", "坚持|和发展|社会主义"},
		{"扮靓乡村文化生活", "扮靓|乡村|文化|生活"},
		{"渡口", "渡口"},
		{"水位。", "水位。"},
		{"Ann Reed", "Ann Reed"},
	} {
		r := run{text: []rune(c.title)}
		r.mark(wordEnds(r.text))
		if got := strings.ReplaceAll(r.String(), "<wbr/>", "|"); got != c.want {
			t.Errorf("%s: %s, want %s", c.title, got, c.want)
		}
	}
}

func TestAddressesAreFoundWhole(t *testing.T) {
	for text, want := range map[string]string{
		"报名请到 https://pond.example/a?b=c，填表":           "https://pond.example/a?b=c",
		"（见 http://pond.example/reed_(plant)）":         "http://pond.example/reed_(plant)",
		"(http://pond.example/reed)":                   "http://pond.example/reed",
		"见www.pond.example。":                           "http://www.pond.example",
		"写信到 a.b@pond.example 说明":                      "mailto:a.b@pond.example",
		"报名到 pond.example/a?b=c，填表":                    "http://pond.example/a?b=c",
		"见pond.example?x=1。":                           "http://pond.example?x=1",
		"a.txt/b，1.2.3/4，pond.example，and/or，Ph.D/M.D": "",
		"https://localhost/x":                          "",
		"https://pond.example/%zz":                     "",
		"时间是3:20，比分2.5":                                "",
		"user@":                                        "",
	} {
		got := ""
		for _, a := range addressesIn(text) {
			got += a.href
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestDirectionsOfTexts(t *testing.T) {
	book := script.OfBook("zh-Hans")
	for _, c := range []struct{ text, want string }{
		{"ھەممىمىز بىر ئائىلە", ` lang="ug" xml:lang="ug" dir="rtl"`},
		{"שלום עולם", ` lang="he" xml:lang="he" dir="rtl"`},
		{"བཀྲ་ཤིས།", ` lang="bo" xml:lang="bo"`},
		{"维吾尔语写作 رەھمەت", ""},
		{"船到了。", ""},
		{"12.5", ""},
	} {
		if got := inWhich(script.Of(c.text, book), book); got != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
	if !script.OfBook("ug").FromRight || script.OfBook("ug-Cyrl").FromRight || script.OfBook("zh-Hans").FromRight {
		t.Error("the direction of a book is not its language's")
	}
}

// What a table is called is its caption, on the side where the issue has it, even
// where a page begins at it; one that a page begins in stands behind the rows,
// since pages keep their order.
func TestATableHasItsCaption(t *testing.T) {
	row := issue.Block{Kind: issue.Data, Text: "一月 1", Rows: [][]string{{"一月", "1"}}}
	called := issue.Block{Kind: issue.Caption, Text: "表一　过船"}
	for _, c := range []struct {
		blocks []issue.Block
		pages  []PageBreak
		want   string
	}{
		{[]issue.Block{called, row}, nil, `<table class="of-2"><caption>表一 过船</caption><tbody><tr>`},
		{[]issue.Block{row, called}, nil, `<table class="of-2"><caption class="under">表一 过船</caption><tbody><tr>`},
		{[]issue.Block{row, called}, []PageBreak{{"1", "a01", 1, 2}}, `</table></div><figure class="plate"><figcaption><p class="caption">表一| 过船</p></figcaption></figure>`},
	} {
		w := articleWriter{article: &issue.Article{ID: "a01", Title: "船", Blocks: c.blocks}, breaks: map[int][]mark{}}
		for _, p := range c.pages {
			w.breaks[p.Block] = append(w.breaks[p.Block], mark{p.Rune, "|"})
		}
		got := strings.NewReplacer("\n", "", "　", " ").Replace(w.write())
		if !strings.Contains(got, c.want) || strings.Count(got, "过船") != 1 {
			t.Errorf("got %s\nwant %s in it", got, c.want)
		}
	}
}
