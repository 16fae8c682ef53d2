package reader_test

import (
	"slices"
	"strings"
	"testing"

	"kanyin/issues/internal/houses"
	"kanyin/issues/issue"
	"kanyin/issues/reader"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/rows"
	"kanyin/issues/reconstruct/told"
	"kanyin/issues/settle"
	"kanyin/issues/source"
)

func TestLinesGoToTheirReader(t *testing.T) {
	printed, err := houses.Make(3, houses.Set)
	if err != nil {
		t.Fatal(err)
	}
	if !reader.Printed(rows.Of(printed.File)) {
		t.Error("printed lines were taken for paragraphs")
	}
	zoo, err := houses.Zoo(3)
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range zoo {
		if reader.Printed(rows.Of(h.File)) {
			t.Errorf("%s: torn paragraphs were taken for printed lines", h.Name)
		}
	}
}

// Who saves a dump from an editor loses its form feeds: its lines break off at one
// measure all the same.
func TestPrintedLinesNeedNoFormFeeds(t *testing.T) {
	for seed := range uint64(12) {
		for form := houses.Set; form < houses.Pages; form++ {
			if form == houses.Inset {
				continue // as an editor's system gives them
			}
			h, err := houses.Make(seed, form)
			if err != nil {
				t.Fatal(err)
			}
			lines := strings.Split(strings.ReplaceAll(h.Text(), "\f", ""), "\n")
			if !reader.Printed(rows.Of(&source.File{Lines: lines})) {
				t.Errorf("seed %d, form %d: printed lines without form feeds were taken for paragraphs", seed, form)
			}
		}
	}
}

// Nor do paragraphs that break off at any width become printed lines by that.
func TestTornParagraphsHaveNoMeasure(t *testing.T) {
	const text = "河口的桥修了三年，今年春天才通车，老人们清早就到桥头去，坐在石墩上看船，他们说从前过河要等渡船，一等就是半天，赶集的人挑着担子"
	all := []rune(text)
	var lines []string
	for n := range 200 {
		lines = append(lines, string(all[:12+n*7%(len(all)-12)]))
	}
	if reader.Printed(rows.Of(&source.File{Lines: lines})) {
		t.Error("paragraphs that break off anywhere were taken for printed lines")
	}
}

func TestAPinHoldsAndIsTold(t *testing.T) {
	h, err := houses.Make(3, houses.Set)
	if err != nil {
		t.Fatal(err)
	}
	rs := rows.Of(h.File)
	line := rs[len(rs)/2].Line
	iss := reader.Issue(h.File, &told.Lines{Kinds: map[int]label.Pin{line: {Kind: label.Heading, Begins: true}}})
	for _, a := range iss.Articles {
		for _, b := range a.Blocks {
			if b.Lines[0] == line {
				if b.Kind != "heading" {
					t.Errorf("line %d is %s, and was said to be a heading", line, b.Kind)
				}
				return
			}
		}
	}
	t.Errorf("line %d begins no block", line)
}

// Whatever the lines hold, the ledger balances.
func FuzzIssue(f *testing.F) {
	for seed := range uint64(3) {
		for form := houses.Set; form < houses.Pages; form++ {
			h, err := houses.Make(seed, form)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(strings.Join(h.File.Lines[:min(len(h.File.Lines), 200)], "\n"), uint8(40))
		}
	}
	f.Fuzz(func(t *testing.T, text string, page uint8) {
		file := &source.File{Name: "fuzz.txt", Lines: strings.Split(text, "\n")}
		for n := int(page) + 1; n <= len(file.Lines); n += int(page) + 1 {
			file.Pages = append(file.Pages, n)
		}
		if file.Blank() {
			return
		}
		iss := reader.Issue(file, nil)
		settle.Lines(iss)
		if err := iss.Ledger(); err != nil {
			t.Fatal(err)
		}
	})
}

// What is known of links holds in printed lines, too: a text comes to the line
// that it goes on after, also from another article, and what is known to end ends.
func TestKnownLinksHold(t *testing.T) {
	h, err := houses.Make(3, houses.Set)
	if err != nil {
		t.Fatal(err)
	}
	free := reader.Issue(h.File, nil)
	var long []issue.Block // a paragraph of three lines or more, of each article
	for _, a := range free.Articles {
		for _, b := range a.Blocks {
			if b.Kind == issue.Paragraph && len(b.Lines) > 2 {
				long = append(long, b)
				break
			}
		}
	}
	if len(long) < 4 {
		t.Fatalf("only %d articles have a long paragraph", len(long))
	}
	before, next := long[1].Lines[0], long[2].Lines[1]
	iss := reader.Issue(h.File, &told.Lines{After: map[int]int{next: before}, Ends: map[int]bool{long[3].Lines[0]: true}})
	settle.Lines(iss)
	if err := iss.Ledger(); err != nil {
		t.Fatal(err)
	}
	joined := false
	iss.EachBlock(func(_ string, b *issue.Block) {
		if i := slices.Index(b.Lines, before); i >= 0 && i+1 < len(b.Lines) {
			joined = b.Lines[i+1] == next
		}
		if i := slices.Index(b.Lines, long[3].Lines[0]); i >= 0 && i+1 < len(b.Lines) {
			t.Errorf("line %d does not end its block", long[3].Lines[0])
		}
	})
	if !joined {
		t.Errorf("line %d does not go on after line %d", next, before)
	}
}

// What is known of lines holds in a manuscript, too, whose styles say what its
// paragraphs are.
func TestAManuscriptIsToldWhatIsKnown(t *testing.T) {
	f := &source.File{Name: "issue.docx"}
	for _, l := range []struct {
		role source.Role
		text string
	}{
		{source.TitleRole, "渡口的早晨"}, {source.ParagraphRole, "天刚亮，船已经划到了对岸。"}, {source.ParagraphRole, "桥头的灯"}, {source.ParagraphRole, "灯是去年装的。"},
		{source.TitleRole, "又记"}, {source.ParagraphRole, "后来灯又换了一盏。"}, {source.ParagraphRole, "船上坐着三个学生。"},
	} {
		f.Lines = append(f.Lines, l.text)
		f.Facts = append(f.Facts, source.Fact{Role: l.role, Start: 1})
	}
	iss := reader.Issue(f, &told.Lines{
		Kinds: map[int]label.Pin{3: {Kind: label.Title, Begins: true}, 5: {Kind: label.Title, Not: true, Either: true}},
		After: map[int]int{7: 2},
	})
	var got []string
	for _, a := range iss.Articles {
		for _, b := range a.Blocks {
			got = append(got, a.Title+": "+string(b.Kind)+" "+b.Text)
		}
	}
	want := []string{
		"渡口的早晨: title 渡口的早晨", "渡口的早晨: paragraph 天刚亮，船已经划到了对岸。船上坐着三个学生。",
		"桥头的灯: title 桥头的灯", "桥头的灯: paragraph 灯是去年装的。", "桥头的灯: heading 又记", "桥头的灯: paragraph 后来灯又换了一盏。",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
