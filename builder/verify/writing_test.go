package verify_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"kanyin/builder/pdf"
	"kanyin/builder/verify"
	"kanyin/fonts"
	"kanyin/issues"
	"kanyin/issues/issue"
	"kanyin/issues/sample"
	"kanyin/layout"
	"kanyin/layout/designs"
)

// setFor gives the screen edition of the sample in a design, for the readers of
// a language.
func setFor(t *testing.T, language, design string) (*issue.Issue, []byte) {
	t.Helper()
	iss, err := issues.Read(sample.Name, bytes.NewReader(sample.Text()))
	if err != nil {
		t.Fatal(err)
	}
	iss.Meta.Language = language
	screen, _ := pressed(t, iss, design)
	return iss, screen
}

// pressed gives both PDF editions of an issue in a design.
func pressed(t *testing.T, iss *issue.Issue, design string) (screen, print []byte) {
	t.Helper()
	base, err := fonts.Open()
	if err != nil {
		t.Fatal(err)
	}
	d, _ := designs.Named(design)
	lib, err := base.For(iss.Meta.Language, d.Vertical())
	if err != nil {
		t.Fatal(err)
	}
	doc := layout.Compose(iss, d, lib)
	var out [2]bytes.Buffer
	if err := (pdf.Screen{Doc: doc, Fonts: lib}).Build(&out[0], iss); err != nil {
		t.Fatal(err)
	}
	if err := (pdf.Print{Doc: doc, Fonts: lib}).Build(&out[1], iss); err != nil {
		t.Fatal(err)
	}
	return out[0].Bytes(), out[1].Bytes()
}

// The pages of either writing keep every rule, wherever their readers' marks
// stand; and where a glyph is not what it says, the rule of its place tells.
func TestBothWritingsInEveryRegion(t *testing.T) {
	for _, language := range []string{"zh-Hans", "zh-Hant-TW", "zh-Hant-HK", "ja"} {
		for _, design := range []string{"house", "vertical"} {
			t.Run(language+"/"+design, func(t *testing.T) {
				iss, data := setFor(t, language, design)
				r, err := verify.Bytes("a.screen.pdf", data, verify.Options{Issue: iss})
				passes(t, r, err)
				for code, as := range map[string]rune{"pdf-line-start": '，', "pdf-line-end": '「', "pdf-squeeze": '。'} {
					damaged := meaning('的', as)(takeApart(t, data)).bytes()
					r, err := verify.Bytes("a.screen.pdf", damaged, verify.Options{Issue: iss})
					fails(t, r, err, code, "page ", "")
				}
			})
		}
	}
}

// In a text that says the same again and again every line fits in many places.
// Each paragraph is found all the same, and a line that lacks is missed.
func TestTextThatRepeatsItself(t *testing.T) {
	iss := &issue.Issue{Meta: issue.Meta{Title: "渡口", Language: "zh-Hans"}}
	for n, says := range []string{"水到了12米，船3只，“桥”在。", "水到了。", "水水水水水"} {
		a := issue.Article{ID: fmt.Sprintf("a%02d", n+1), Title: "水文", Blocks: []issue.Block{{Kind: issue.Title, Text: "水文"}}}
		for k := range 24 {
			a.Blocks = append(a.Blocks, issue.Block{Kind: issue.Paragraph, Text: strings.Repeat(says, 10*(1+k*7%3))})
		}
		iss.Articles = append(iss.Articles, a)
	}
	for _, design := range []string{"house", "vertical"} {
		screen, print := pressed(t, iss, design)
		for file, data := range map[string][]byte{"a.screen.pdf": screen, "a.print.pdf": print} {
			t.Run(design+"/"+file, func(t *testing.T) {
				r, err := verify.Bytes(file, data, verify.Options{Issue: iss})
				passes(t, r, err)
				damaged := takeApart(t, data).page(3, dropOneLine).bytes()
				r, err = verify.Bytes(file, damaged, verify.Options{Issue: iss})
				fails(t, r, err, "pdf-text", "page ", "is not there")
			})
		}
	}
}

// A newspaper's nameplate tells number and date with an em between them, and a
// leaf may lie loose between its sheets. Letters without their gap are still told.
func TestANewspapersNameplateAndLeaf(t *testing.T) {
	iss, err := issues.Read(sample.Name, bytes.NewReader(sample.Text()))
	if err != nil {
		t.Fatal(err)
	}
	iss.Meta.Date = "2025-06-28"
	iss.Articles = iss.Articles[:6]
	_, print := pressed(t, iss, "newspaper")
	r, err := verify.Bytes("a.print.pdf", print, verify.Options{})
	passes(t, r, err)
	r, err = verify.Bytes("a.print.pdf", meaning('的', 'A')(takeApart(t, print)).bytes(), verify.Options{})
	fails(t, r, err, "pdf-gap", "page ", "stand 0.00 em apart")
}
