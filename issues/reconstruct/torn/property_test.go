package torn_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/torn"
	"kanyin/issues/source"
)

// town is a small issue with everything in its usual place.
const town = `河湾月刊

2025年第3期

（总第88期）

目录

镇上

01 渡口的早晨 林一舟

03 集市上的秤 周小满

学校

05 操场边的银杏 何青

主编 高望川

定价 8.00元

渡口的早晨

林一舟

天还没有亮透，渡口的灯先亮了。船工把缆绳解开，等第一拨赶集的人。

人到齐了，

「镇上」

船就离了岸，桨声一下一下，像是数着步子。

船到对岸

对岸的石阶被水泡了一夜，踩上去要慢一些。

[编辑：许平]

集市上的秤

周小满

秤杆子可以低头，人不能低头，卖鱼的老人这样说。

船工在集市上卖掉两筐藕。

□方田/摄

集市散得早，太阳一高，街上就只剩下扫地的声音。

[编辑：许平]

操场边的银杏

何青

银杏每年落下许多白果，地上的可以捡，树上的不许打。

[编辑：许平]
`

// mustHold fails where the ledger of the text's issue does not balance.
func mustHold(t testing.TB, f *source.File) *issue.Issue {
	t.Helper()
	iss := torn.Issue(f)
	if err := iss.Ledger(); err != nil {
		t.Fatal(err)
	}
	if len(iss.Articles) == 0 && !f.Blank() {
		t.Fatal("a text that is not blank has no article")
	}
	return iss
}

func lines(text string) *source.File {
	return &source.File{Name: "issue.txt", Encoding: "utf-8", Lines: strings.Split(text, "\n"), Bytes: []byte(text)}
}

func dump(t testing.TB, iss *issue.Issue) string {
	t.Helper()
	var b bytes.Buffer
	if err := iss.Dump(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// shape is what an issue says without its line numbers.
func shape(iss *issue.Issue) []string {
	var out []string
	for _, a := range iss.Articles {
		out = append(out, fmt.Sprint(a.Title, a.Authors, a.Section, a.Page))
		for _, b := range a.Blocks {
			out = append(out, string(b.Kind)+" "+b.Text)
		}
	}
	return out
}

func TestEveryLineStandsOnceWhateverTheLinesHold(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	base := strings.Split(town, "\n")
	for round := range 300 {
		l := slices.Clone(base)
		for range 1 + rng.IntN(20) {
			i, j := rng.IntN(len(l)), rng.IntN(len(l))
			switch rng.IntN(6) {
			case 0:
				l[i], l[j] = l[j], l[i]
			case 1:
				l[i] = ""
			case 2:
				l = slices.Insert(l, i, l[j])
			case 3:
				l[i] = string([]byte{byte(rng.IntN(256)), byte(rng.IntN(256)), 0xE4})
			case 4:
				r := []rune(l[i])
				l[i] = string(r[:rng.IntN(len(r)+1)])
			case 5:
				l = l[:max(i, 2)]
			}
			if len(l) < 2 {
				l = slices.Clone(base)
			}
		}
		f := lines(strings.Join(l, "\n"))
		iss := torn.Issue(f)
		if err := iss.Ledger(); err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
	}
}

func TestTheSameTextGivesTheSameIssue(t *testing.T) {
	first := dump(t, mustHold(t, lines(town)))
	for range 5 {
		if again := dump(t, mustHold(t, lines(town))); again != first {
			t.Fatalf("two readings of one text differ:\n%s\n%s", first, again)
		}
	}
}

func TestBlankLinesDoNotDecide(t *testing.T) {
	want := shape(mustHold(t, lines(town)))
	without := slices.DeleteFunc(strings.Split(town, "\n"), func(s string) bool { return s == "" })
	for name, text := range map[string]string{
		"doubled": strings.ReplaceAll(town, "\n\n", "\n\n\n"),
		"removed": strings.Join(without, "\n"),
	} {
		if got := shape(mustHold(t, lines(text))); !slices.Equal(got, want) {
			t.Errorf("blank lines %s: the articles differ:\n%s\nwant:\n%s", name, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

func TestTheIssueOfATown(t *testing.T) {
	iss := mustHold(t, lines(town))
	if got, want := len(iss.Articles), 3; got != want {
		t.Fatalf("%d articles, want %d:\n%s", got, want, dump(t, iss))
	}
	a := iss.Articles[0]
	if a.Title != "渡口的早晨" || !slices.Equal(a.Authors, []string{"林一舟"}) || a.Section != "镇上" || a.Page != 1 {
		t.Errorf("the first article is %q by %q in %q, page %d", a.Title, a.Authors, a.Section, a.Page)
	}
	if m := iss.Meta; m.Title != "河湾月刊" || m.Year != 2025 || m.Number != 3 || m.Total != 88 || m.Price != "8.00元" || m.Language != "zh-Hans" {
		t.Errorf("the issue says of itself %+v", m)
	}
	if len(iss.Decisions) == 0 || len(iss.House) == 0 {
		t.Error("no decision or no habit is recorded")
	}
}

// Text without end in sight costs time in proportion to its length. The bound
// is generous: it is there to catch what grows with the square.
func TestOddSizes(t *testing.T) {
	paragraph := "渡口的灯亮着，船工把缆绳解开，等第一拨赶集的人来"
	rows := func(n int, f func(i int) string) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(f(i))
			b.WriteString("\n\n")
		}
		return b.String()
	}
	for name, text := range map[string]string{
		"empty":               "",
		"blank":               " \n\t\n　\n",
		"one character":       "渡",
		"100,000 blank lines": strings.Repeat("\n", 100_000) + paragraph,
		"one line of 5 MB":    strings.Repeat(paragraph, 5<<20/len(paragraph)),
		"20,000 dangling tails": rows(20_000, func(i int) string {
			return paragraph
		}),
		"5,000 entries": "目录\n\n" + rows(5_000, func(i int) string {
			return fmt.Sprintf("%d 第%d条街的故事 林一舟", i%999+1, i)
		}) + rows(500, func(i int) string {
			return fmt.Sprintf("第%d条街的故事\n\n林一舟\n\n%s。", i, paragraph)
		}),
		"5,000 short lines": rows(5_000, func(i int) string { return fmt.Sprintf("街%d", i) }),
		"20,000 brackets":   strings.Repeat("（", 20_000) + "\n" + strings.Repeat("【编辑", 5_000),
		"controls":          strings.Repeat("\x00\x01\ufeff\u200b渡\x0b", 2_000),
	} {
		t.Run(name, func(t *testing.T) {
			mustHoldQuietly(t, lines(text))
		})
	}
}

func mustHoldQuietly(t *testing.T, f *source.File) {
	if err := torn.Issue(f).Ledger(); err != nil {
		t.Error(err)
	}
}

func FuzzIssue(f *testing.F) {
	f.Add(town)
	f.Add("目录\n01 渡 林\n渡\n林\n")
	f.Add("一、\n二、\n（三）\n第九部队\n")
	f.Add("(下转第2页)\n(上接第1页)\n□/摄\n")
	f.Fuzz(func(t *testing.T, text string) {
		file := lines(text)
		iss := torn.Issue(file)
		if err := iss.Ledger(); err != nil {
			t.Fatal(err)
		}
		for _, a := range iss.Articles {
			for _, b := range a.Blocks {
				if !strings.HasPrefix(b.Text, b.Lead) {
					t.Errorf("lead %q does not begin %q", b.Lead, b.Text)
				}
			}
		}
	})
}
