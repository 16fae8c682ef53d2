package epub

import (
	"strings"
	"testing"

	"kanyin/issues/issue"
)

func TestReadingsAreRubyAndDotsAreEmphasis(t *testing.T) {
	iss := market()
	b := &iss.Articles[0].Blocks[7]
	b.Text, b.Glosses = "船家说河口的水。", []issue.Gloss{{From: 0, To: 2}, {From: 3, To: 5, Reading: "hé kǒu"}, {From: 6, To: 7, Reading: "shuǐ"}}
	bk, err := Builder{}.plan(iss)
	if err != nil {
		t.Fatal(err)
	}
	want := `<em class="dots">船家</em>说<ruby>河<rt>hé</rt></ruby><ruby>口<rt>kǒu</rt></ruby>的<ruby>水<rt>shuǐ</rt></ruby>。`
	found := false
	for _, d := range bk.documents {
		found = found || strings.Contains(d.body, want)
	}
	if !found {
		t.Errorf("no document has %s", want)
	}
	if !strings.Contains(bk.css, "text-emphasis-style") {
		t.Error("the style sheet sets no dots")
	}
	if plain, err := (Builder{}).plan(market()); err != nil || strings.Contains(plain.css, "text-emphasis") {
		t.Errorf("a book without glosses has their style sheet, or %v", err)
	}
}
