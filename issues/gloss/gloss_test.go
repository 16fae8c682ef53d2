package gloss_test

import (
	"fmt"
	"strings"
	"testing"

	"kanyin/issues/gloss"
	"kanyin/issues/issue"
	"kanyin/issues/source"
)

// shown is a text with its glosses: [characters|reading], or [characters] with dots.
func shown(b issue.Block) string {
	var out strings.Builder
	runes, at := []rune(b.Text), 0
	for _, g := range b.Glosses {
		mark := "]"
		if g.Reading != "" {
			mark = "|" + g.Reading + "]"
		}
		out.WriteString(string(runes[at:g.From]) + "[" + string(runes[g.From:g.To]) + mark)
		at = g.To
	}
	return out.String() + string(runes[at:])
}

func TestAGlossGoesWithItsCharacters(t *testing.T) {
	lines := []string{"河口有座 旧桥,桥上", "无人走过，桥下有水。", "船（第２艘）到了"}
	file := &source.File{Lines: lines, Glosses: []source.Gloss{
		{Line: 1, From: 0, To: 2, Reading: "hé kǒu"}, {Line: 1, From: 5, To: 9}, {Line: 2, From: 5, To: 6, Reading: "qiáo"}, {Line: 3, From: 2, To: 4},
	}}
	for _, c := range []struct {
		what   string
		blocks []issue.Block
		want   string
	}{
		{"joined, with other widths and spaces", []issue.Block{{Lines: []int{1, 2}, Text: "河口有座旧桥，桥上无人走过，桥下有水。"}, {Lines: []int{3}, Text: "船（第2艘）到了"}},
			"[河口|hé kǒu]有座[旧桥，桥]上无人走过，[桥|qiáo]下有水。 / 船（[第2]艘）到了"},
		{"cut", []issue.Block{{Lines: []int{1}, Text: "河口有座旧桥，桥上"}, {Lines: []int{2}, Text: "无人走过，"}, {Lines: []int{2}, Part: 1, Text: "桥下有水。"}, {Lines: []int{3}, Text: "船（第2艘）到了"}},
			"[河口|hé kǒu]有座[旧桥，桥]上 / 无人走过， / [桥|qiáo]下有水。 / 船（[第2]艘）到了"},
		{"corrected", []issue.Block{{Lines: []int{1, 2}, Text: "河口有一座旧木桥，桥上没有人走过，桥下有水。"}, {Lines: []int{3}, Text: "船来了"}},
			"[河口|hé kǒu]有一座[旧木桥，桥]上没有人走过，[桥|qiáo]下有水。 / 船来了 ! [第２]"},
	} {
		iss := &issue.Issue{Articles: []issue.Article{{Blocks: c.blocks}}}
		gloss.Place(iss, file)
		var all []string
		for _, b := range iss.Articles[0].Blocks {
			all = append(all, shown(b))
		}
		got := strings.Join(all, " / ")
		for _, f := range iss.Findings {
			got += fmt.Sprint(" ! ", f.Values)
		}
		if got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.what, got, c.want)
		}
	}
}

func FuzzPlace(f *testing.F) {
	f.Add("河口有座旧桥", "河口旧桥", 1, 3)
	f.Add("ａ桥a", "桥", 0, 9)
	f.Fuzz(func(t *testing.T, line, text string, from, to int) {
		if from < 0 || to < from {
			return
		}
		iss := &issue.Issue{Articles: []issue.Article{{Blocks: []issue.Block{{Lines: []int{1}, Text: text}}}}}
		gloss.Place(iss, &source.File{Lines: []string{line}, Glosses: []source.Gloss{{Line: 1, From: from, To: to}}})
		found := iss.Articles[0].Blocks[0].Glosses
		if len(found)+len(iss.Findings) != 1 {
			t.Fatalf("%d glosses, %d findings of one", len(found), len(iss.Findings))
		}
		for _, g := range found {
			if g.From < 0 || g.From >= g.To || g.To > len([]rune(text)) {
				t.Errorf("%+v in %q", g, text)
			}
		}
	})
}
