package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"kanyin/issues/issue"
	"kanyin/layout"
)

// glossed is an issue of one paragraph with a reading of two syllables and dots.
func glossed(language string) *issue.Issue {
	text := issue.Block{Kind: issue.Paragraph, Text: "河口镇的艄公姓周，撑船四十年，水早了十天他都知道。", Lines: []int{2}}
	text.Glosses = []issue.Gloss{{From: 4, To: 6, Reading: "shāo gōng"}, {From: 15, To: 20}}
	title := issue.Block{Kind: issue.Title, Text: "渡口", Lines: []int{1}}
	return &issue.Issue{Meta: issue.Meta{Language: language}, Articles: []issue.Article{{ID: "a01", Title: "渡口", Blocks: []issue.Block{title, text}}}}
}

// beside lists the readings of a document by their elements, and its dots, each
// with the place of what it belongs to.
func beside(doc *layout.Document) (readings string, dots []layout.Fill) {
	said := map[int]string{}
	for _, p := range doc.Pages {
		for _, t := range p.Texts {
			said[t.Element] += string(t.Runes)
		}
		for _, f := range p.Fills {
			if f.Shape != layout.Whole {
				dots = append(dots, f)
			}
		}
	}
	var b strings.Builder
	for whole, e := range doc.Elements {
		if e.Tag != "Ruby" {
			continue
		}
		b.WriteString("Ruby")
		for i, kid := range doc.Elements {
			if kid.Parent == whole && i > 0 {
				fmt.Fprintf(&b, " %s:%s", kid.Tag, said[i])
			}
		}
		b.WriteString("\n")
	}
	return b.String(), dots
}

func TestReadingsAreTaggedAndDotsStandOnTheirSide(t *testing.T) {
	vertical := small()
	vertical.Writing = "vertical"
	for _, c := range []struct {
		what, language string
		design         layout.Design
		side           string // of the line, where the dots stand
		shape          layout.Shape
	}{
		{"Chinese", "zh-Hans", small(), "under", layout.Round}, {"Japanese", "ja", small(), "over", layout.Round},
		{"vertical", "zh-TW", vertical, "right", layout.Round}, {"vertical Japanese", "ja", vertical, "right", layout.Sesame},
	} {
		doc := compose(t, glossed(c.language), c.design)
		readings, dots := beside(doc)
		if want := "Ruby RB:艄 RT:shāo\nRuby RB:公 RT:gōng\n"; readings != want {
			t.Errorf("%s: readings\n%swant\n%s", c.what, readings, want)
		}
		if len(dots) != 5 {
			t.Errorf("%s: %d dots under five characters", c.what, len(dots))
			continue
		}
		x, y, size := placeOf(doc, '水')
		d := dots[0]
		side := map[bool]string{true: "under", false: "over"}[d.Y > y]
		if c.side == "right" && d.X > x && d.Y > y && d.Y < y+size {
			side = "right"
		}
		if side != c.side || d.Shape != c.shape {
			t.Errorf("%s: a dot of shape %d stands %s its character, at %d, %d of %d, %d", c.what, d.Shape, side, d.X, d.Y, x, y)
		}
	}
}

// placeOf is where a character of the text is drawn, and its size.
func placeOf(doc *layout.Document, want rune) (x, y, size layout.Length) {
	for _, p := range doc.Pages {
		for _, t := range p.Texts {
			at := layout.Length(0)
			for k, r := range t.Runes {
				if r == want && t.Way == layout.Upright {
					return t.X, t.Y + at, t.Size
				} else if r == want {
					return t.X + at, t.Y, t.Size
				}
				at += t.Advances[k]
			}
		}
	}
	return 0, 0, 0
}

// What stands beside characters finds room between the lines: these stay where
// they are without it.
func TestGlossesLeaveTheGridAlone(t *testing.T) {
	with, without := glossed("zh-Hans"), glossed("zh-Hans")
	without.Articles[0].Blocks[1].Glosses = nil
	rows := func(doc *layout.Document) (ys []layout.Length) {
		for _, p := range doc.Pages {
			for _, t := range p.Texts {
				if e := doc.Elements[t.Element]; e.Tag == "P" && (len(ys) == 0 || ys[len(ys)-1] != t.Y) {
					ys = append(ys, t.Y)
				}
			}
		}
		return ys
	}
	a, b := rows(compose(t, with, small())), rows(compose(t, without, small()))
	if len(a) == 0 || fmt.Sprint(a) != fmt.Sprint(b) {
		t.Errorf("lines stand at %v with glosses, at %v without", a, b)
	}
}
