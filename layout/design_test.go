package layout_test

import (
	"testing"

	"kanyin/layout"
)

// 楷 is for Chinese: an English by-line stands in the face of labels, unless the
// design names a face of its own for it.
func TestLatinBylinesAreNotInKai(t *testing.T) {
	const text = "article The River\ntitle The Ferry\nbyline By Anna Wren\nparagraph The ferry has crossed the river since the bridge was washed away.\n"
	for _, c := range []struct{ language, quote, want string }{
		{"en", "", "hei"},
		{"zh-Hans", "", "kai"},
		{"en", "song", "song"},
	} {
		iss := readIssue(t, "meta language "+c.language+"\n"+text)
		doc := compose(t, iss, layout.Design{Faces: layout.Faces{Quote: c.quote}})
		found := false
		for _, p := range doc.Pages {
			for _, run := range p.Texts {
				if string(run.Runes) == "Wren" || string(run.Runes) == "By Anna Wren" {
					found = true
					if run.Face != c.want {
						t.Errorf("%s, quotations in %q: the byline is in %s, want %s", c.language, c.quote, run.Face, c.want)
					}
				}
			}
		}
		if !found {
			t.Errorf("%s: no byline is drawn", c.language)
		}
	}
}
