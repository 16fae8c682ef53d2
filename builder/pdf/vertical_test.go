package pdf_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode"

	"kanyin/builder/pdf"
	"kanyin/issues/issue"
	"kanyin/layout"
	"kanyin/layout/designs"
)

// upright makes the screen edition of a made-up issue in vertical text.
func upright(t *testing.T) ([]byte, *layout.Document) {
	t.Helper()
	p := func(text string) issue.Block { return issue.Block{Kind: issue.Paragraph, Text: text, Lines: []int{1}} }
	glossed := func(text string) issue.Block {
		b := p(text)
		b.Glosses = []issue.Gloss{{From: 3, To: 5, Reading: "ㄕㄠ ㄍㄨㄥ"}, {From: 6, To: 7, Reading: "zhōu"}, {From: 8, To: 13}}
		return b
	}
	iss := &issue.Issue{
		Meta: issue.Meta{Title: "野渡", Year: 2025, Number: 4, Language: "zh-TW"},
		Articles: []issue.Article{{ID: "a01", Title: "渡口", Blocks: []issue.Block{
			{Kind: issue.Title, Text: "渡口", Lines: []int{1}},
			p("「走！」他說，「5月12日，1998年的那條The River——還在嗎？」沒有人回答。渡口邊的船都上了岸，石階（一共37級）濕了一半；賣藕的人坐在最上面，把泥洗掉，一節一節擺好……"),
			glossed("渡口的艄公姓周，水早了十天他都知道。"),
			p("到了傍晚，風從對岸過來，帶著稻草的味道，橋上的燈一盞一盞亮了，守橋的老人收起凳子，慢慢走回家去。來信請寄editor@yedu.example，或電12-34。"),
		}}},
	}
	lib, err := openFonts(t).For("zh-TW", true)
	if err != nil {
		t.Fatal(err)
	}
	d, _ := designs.Named("vertical")
	doc := layout.Compose(iss, d, lib)
	var out bytes.Buffer
	if err := (pdf.Screen{Doc: doc, Fonts: lib}).Build(&out, iss); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), doc
}

// A vertical edition says that it is one: to the viewer, to the voice and in its fonts.
func TestAVerticalEditionSaysSo(t *testing.T) {
	data, _ := upright(t)
	r := readFile(t, data)
	if !strings.Contains(r.catalog(), "/Direction/R2L") {
		t.Error("its pages do not turn from the right")
	}
	var modes, fonts int
	for _, o := range r.objects {
		modes += strings.Count(o.dict, "/WritingMode/TbRl")
		fonts += strings.Count(o.dict, "/Identity-V")
	}
	if modes == 0 || fonts == 0 {
		t.Errorf("%d elements and %d fonts of vertical writing", modes, fonts)
	}
	across, _, _ := screen(t)
	if strings.Contains(readFile(t, across).catalog(), "R2L") {
		t.Error("a horizontal edition turns its pages from the right")
	}
}

// The text comes out of vertical pages as the ordinary characters, figures that
// stand in one em too: line by line with MuPDF; Poppler, which parts a line where
// letters are turned, gives its parts.
func TestTheTextOfVerticalPages(t *testing.T) {
	data, doc := upright(t)
	path := file(t, data)
	for _, x := range []struct {
		tool  string
		args  []string
		whole bool // lines
	}{{"mutool", []string{"draw", "-q", "-F", "txt", path}, true}, {"pdftotext", []string{path, "-"}, false}} {
		text := strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) {
				return -1
			}
			return r
		}, run(t, x.tool, x.args...))
		for _, line := range linesDown(doc, x.whole) {
			if !strings.Contains(text, line) {
				t.Errorf("%s does not find %s", x.tool, line)
			}
		}
	}
}

// linesDown gives the lines of a document's vertical text without spaces, whole
// or in the parts that stand alike.
func linesDown(doc *layout.Document, whole bool) []string {
	var list []string
	last := layout.Length(-1)
	for _, p := range doc.Pages {
		for _, t := range p.Texts {
			axis := t.X
			if t.Way == layout.Turned {
				axis += t.Size * 38 / 100
			}
			text := strings.ReplaceAll(string(t.Runes), " ", "")
			switch {
			case t.Way == layout.Across || t.Element == 0 || text == "":
			case len(list) > 0 && axis == last && whole:
				list[len(list)-1] += text
			default:
				list, last = append(list, text), axis
			}
		}
		last = -1
	}
	return list
}
