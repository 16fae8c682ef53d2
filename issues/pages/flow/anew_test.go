package flow_test

import (
	"fmt"
	"slices"
	"testing"

	"kanyin/issues/pages"
	"kanyin/issues/pages/flow"
)

// A setting is a page whose lines are set in the order of reading.
type setting struct {
	page  pages.Page
	lines []string
}

// column sets lines of n ideographs from x and y on, 16 points apart, a letter each:
//
//	#  a title          -  a byline or the name of an editor
//	i  a first line     t  a line of text     e  the last, which is short
//	_  white
func (s *setting) column(x, y float32, n int, kinds string) {
	words := []rune("桥修好的那一年冬天镇上的人都来看水从桥下流过")
	for _, k := range kinds {
		if k != '_' {
			at, size, long := x, float32(10), n
			switch k {
			case '#':
				size, long = 15, 5
			case '-':
				size, long = 8, 6
			case 'i':
				at, long = x+20, n-2
			case 'e':
				long = 5
			}
			text := fmt.Sprintf("%02d", len(s.lines)) + string(words[:long-2])
			if k == 'e' {
				text += "。"
			} else {
				text += "他"
			}
			s.lines = append(s.lines, text)
			s.page.Runs = append(s.page.Runs, pages.Run{Text: text, X0: at, Y0: y - .88*size, X1: at + float32(long)*size, Y1: y + .12*size, Baseline: y, Size: size, Face: "宋"})
		}
		y += 16
	}
}

func (s *setting) check(t *testing.T) {
	t.Helper()
	s.page.Number, s.page.Width, s.page.Height = 1, 500, 700
	if got := flow.File("a.pdf", nil, []pages.Page{s.page}).Lines; !slices.Equal(got, s.lines) {
		t.Errorf("read as %q", got)
	}
}

// Under an article in two columns two others begin side by side: the upper one is
// read to its end before their heads.
func TestArticlesSideBySideUnderAnother(t *testing.T) {
	var s setting
	s.column(50, 80, 15, "ittttttt")
	s.column(220, 80, 15, "tttetttte")
	s.column(50, 260, 15, "#-_itttttttt")
	s.column(220, 260, 15, "#-_ittetittt")
	s.check(t)
}

// Heads that stand at one height by chance, in columns whose text goes on from one
// to the other, part no bands.
func TestHeadsAtOneHeightByChance(t *testing.T) {
	var s setting
	s.column(50, 80, 15, "ttttttte")
	s.column(50, 260, 15, "#-_tttttttttt")
	s.column(220, 80, 15, "tttettte")
	s.column(220, 260, 15, "#-_tttetttttt")
	s.check(t)
}

// Under articles side by side another begins on the left and goes on on the right,
// where its text stands higher than its head.
func TestAnArticleOverBothColumnsUnderTwo(t *testing.T) {
	var s setting
	s.column(50, 80, 15, "ttttttte")
	s.column(220, 80, 15, "tttettte")
	s.column(50, 276, 15, "#-_ittttttttt")
	s.column(220, 260, 15, "tttteitttttttt")
	s.check(t)
}

// Two articles stand side by side in two columns each: the gutter between them is
// the one that goes up to their heads.
func TestArticlesSideBySideInTwoColumnsEach(t *testing.T) {
	var s setting
	s.column(30, 80, 9, "#-__itttttttt")
	s.column(132, 144, 9, "tttteittte")
	s.column(254, 80, 9, "#-__itttttttt")
	s.column(356, 144, 9, "tettttittte")
	s.check(t)
}

// What stands right under the longest column alone is its end, not the page's.
func TestTheEndOfTheLongestColumn(t *testing.T) {
	var s setting
	s.column(50, 80, 15, "itttttttte_-")
	s.column(220, 80, 15, "ittteie_-")
	s.check(t)
}

// A head at the top of the second column stands a little higher than that of the
// first, whose white over it stays: it is not read first.
func TestAHeadAtTheTopOfTheSecondColumn(t *testing.T) {
	var s setting
	s.column(50, 104, 15, "#-_itttttttt")
	s.column(220, 80, 15, "#-_ittttttttt")
	s.check(t)
}
