package verify_test

import (
	"bytes"
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
	base, err := fonts.Open()
	if err != nil {
		t.Fatal(err)
	}
	d, _ := designs.Named(design)
	lib, err := base.For(language, d.Vertical())
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := (pdf.Screen{Doc: layout.Compose(iss, d, lib), Fonts: lib}).Build(&out, iss); err != nil {
		t.Fatal(err)
	}
	return iss, out.Bytes()
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
