package epub

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"kanyin/fonts"
	"kanyin/issues/issue"
)

// What stands upright in vertical text is marked, and nothing else is touched.
func TestFiguresThatStand(t *testing.T) {
	const mark, end = `<span class="tcy">`, `</span>`
	for body, want := range map[string]string{
		"5月12日":                          mark + "5" + end + "月" + mark + "12" + end + "日",
		"1998年，50%，3.5元":                 "1998年，50%，3.5元",
		"A座 B2":                          mark + "A" + end + "座 B2",
		"The 39 Steps，第 3 版":             "The 39 Steps，第 " + mark + "3" + end + " 版",
		`<a href="a01.xhtml#p12">12</a>`: `<a href="a01.xhtml#p12">` + mark + "12" + end + "</a>",
		"甲&amp;乙":                        "甲&amp;乙",
		"<p":                             "<p",
	} {
		if got := standing(body); got != want {
			t.Errorf("%s: got %s, want %s", body, got, want)
		}
	}
}

// A vertical book says so in its style sheet and turns its pages from the right.
func TestVerticalBook(t *testing.T) {
	iss := &issue.Issue{
		Meta:     issue.Meta{Title: "野渡", Year: 2025, Number: 4, Language: "zh-TW"},
		Articles: []issue.Article{{ID: "a01", Title: "渡口", Blocks: []issue.Block{{Kind: issue.Title, Text: "渡口"}, {Kind: issue.Paragraph, Text: "12月，船來了。"}}}},
	}
	for _, vertical := range []bool{false, true} {
		var out bytes.Buffer
		if err := (Builder{Vertical: vertical}).Build(&out, iss); err != nil {
			t.Fatal(err)
		}
		files := unzipped(t, out.Bytes())
		for file, sign := range map[string]string{"kanyin.css": "writing-mode: vertical-rl", "package.opf": `page-progression-direction="rtl"`, "a01.xhtml": `<span class="tcy">12</span>月`} {
			if strings.Contains(files[file], sign) != vertical {
				t.Errorf("vertical %v: %s in %s: %v", vertical, sign, file, !vertical)
			}
		}
	}
}

// A vertical book has the faces of one that runs across, with the forms of
// vertical text, and they weigh no more than fonts may.
func TestAVerticalBookHasItsFaces(t *testing.T) {
	base, err := fonts.Open()
	if err != nil {
		t.Fatal(err)
	}
	iss := sampleIssue(t)
	for _, language := range []string{"zh-Hans", "zh-Hant-TW"} {
		iss.Meta.Language = language
		lib, err := base.For(language, true)
		if err != nil {
			t.Fatal(err)
		}
		names := map[bool][]string{}
		for _, vertical := range []bool{false, true} {
			var out bytes.Buffer
			if err := (Builder{Fonts: lib, Vertical: vertical}).Build(&out, iss); err != nil {
				t.Fatal(err)
			}
			total := 0
			for name, data := range unzipped(t, out.Bytes()) {
				if strings.HasSuffix(name, ".woff2") {
					names[vertical] = append(names[vertical], name)
					total += len(data)
				}
			}
			if total == 0 || total > fontBudget {
				t.Errorf("%s, vertical %v: %d bytes of fonts", language, vertical, total)
			}
			slices.Sort(names[vertical])
		}
		if !slices.Equal(names[true], names[false]) {
			t.Errorf("%s: %v across, %v downwards", language, names[false], names[true])
		}
	}
}

// unzipped gives the files of a book by their names without folders.
func unzipped(t *testing.T, book []byte) map[string]string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range r.File {
		rc, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(rc)
		rc.Close()
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name[strings.LastIndexByte(f.Name, '/')+1:]] = string(data)
	}
	return files
}
