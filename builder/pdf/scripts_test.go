package pdf_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"kanyin/fonts"
	"kanyin/issues"
	"kanyin/layout"

	"kanyin/builder/pdf"
)

// An article with words from the right, a paragraph that runs from there, and
// stacks of Tibetan.
const otherScripts = `河口

2025年第3期

渡口的歌手

温故

歌手说，维吾尔语的「朋友」写作 دوست ，「谢谢」写作 رەھمەت سىزگە ，都从右向左写，他写了三遍。

藏语的「吉祥」写作 བཀྲ་ཤིས་བདེ་ལེགས།，他也写了三遍，写完把本子合上。

ھەممىمىز بىر ئائىلە، بىر ۋەتەندە ياشايمىز.

河水涨了又退，渡船还是那一条，歌手坐在船头，一首唱完又唱一首。
`

// withScripts is the library with the faces that such an issue brings.
func withScripts(t *testing.T) *fonts.Library {
	t.Helper()
	lib := openFonts(t).Clone()
	for _, name := range []string{"arabic", "tibetan"} {
		data, err := os.ReadFile("../../layout/shape/testdata/" + name + ".ttf")
		if err != nil {
			t.Fatal(err)
		}
		if err := lib.Add(name, data); err != nil {
			t.Fatal(err)
		}
	}
	return lib
}

func TestOtherScriptsAreShapedAndReadBack(t *testing.T) {
	t.Parallel()
	lib := withScripts(t)
	iss, err := issues.Read("issue.txt", strings.NewReader(otherScripts))
	if err != nil {
		t.Fatal(err)
	}
	doc := layout.Compose(iss, layout.Design{}, lib)
	for _, f := range doc.Findings {
		if f.Code == "missing-glyph" {
			t.Error(f.Message)
		}
	}
	data := build(t, pdf.Screen{Doc: doc, Fonts: lib}, iss)
	path := file(t, data)
	text := strings.Map(func(r rune) rune { // without the marks of direction that pdftotext puts in
		if r >= 0x202A && r <= 0x202E || r == '\f' {
			return -1
		}
		return r
	}, run(t, "pdftotext", path, "-"))
	for _, want := range []string{"写作 دوست，", "رەھمەت سىزگە", "བཀྲ་ཤིས་བདེ་ལེགས།", "بىر ۋەتەندە ياشايمىز"} {
		if !strings.Contains(text, want) {
			t.Errorf("the text lacks %s:\n%s", want, text)
		}
	}
	verdicts := examine(t, path)[path]
	for _, standard := range []string{"2a", "ua1"} {
		if v, ok := verdicts[standard]; !ok || !v.passed {
			t.Errorf("%s: examined %v, breaks rules %v", standard, ok, v.broken)
		}
	}
}

// Every paragraph of another script is told as such, and what it says where its
// glyphs stand in another order.
func TestOtherScriptsAreNamedInTheTree(t *testing.T) {
	lib := withScripts(t)
	iss, err := issues.Read("issue.txt", strings.NewReader(otherScripts))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range layout.Compose(iss, layout.Design{}, lib).Elements {
		if e.Lang != "" {
			got = append(got, e.Tag+" "+e.Lang+" "+e.Actual)
		}
	}
	want := []string{"Span ug دوست", "Span ug رەھمەت سىزگە", "Span bo ", "P ug ", "Span ug ھەممىمىز بىر ئائىلە، بىر ۋەتەندە ياشايمىز"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
