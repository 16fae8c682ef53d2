package issues_test

import (
	"strings"
	"testing"

	"kanyin/issues"
	"kanyin/issues/issue"
)

// The stanzas of a manuscript come through as they were written.
func TestStanzasOfAManuscript(t *testing.T) {
	const poem = "水自西来，\n不问渡口。\n\n一城灯火，\n半夜桥头。"
	for name, text := range map[string]string{
		"poem.html": "<h1>渡口</h1><p>老人念了几句：</p><p class=\"verse\">水自西来，<br>不问渡口。</p><p class=\"verse\">一城灯火，<br>半夜桥头。</p><p>念完他就走了。</p>",
		"poem.md":   "# 渡口\n\n老人念了几句：\n\n> 水自西来，\n> 不问渡口。\n>\n> 一城灯火，\n> 半夜桥头。\n\n念完他就走了。\n",
	} {
		iss, err := issues.Read(name, strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		iss.EachBlock(func(_ string, b *issue.Block) {
			if b.Kind == issue.Poem {
				got = append(got, b.Text)
			}
		})
		if len(got) != 1 || got[0] != poem {
			t.Errorf("%s: the verse is %q, want %q", name, got, poem)
		}
	}
}
