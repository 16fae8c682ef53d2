package seam_test

import (
	"strings"
	"testing"

	"kanyin/issues/reconstruct/seam"
)

// wrapped is a piece of several lines that a margin broke.
func wrapped(lines ...string) seam.Piece {
	p := seam.Piece{Label: seam.Body, Text: strings.Join(lines, ""), Raw: strings.Join(lines, "")}
	at := 0
	for _, l := range lines[:len(lines)-1] {
		at += len(l)
		p.Turns = append(p.Turns, at)
	}
	return p
}

var (
	ferry      = seam.Piece{Label: seam.Title, Start: true, Text: "渡口的早晨"}
	library    = seam.Piece{Label: seam.Title, Start: true, Text: "小学的图书馆"}
	end        = seam.Piece{Label: seam.Editor, Text: "（责任编辑：某某）"}
	brokenText = wrapped("天还没有亮，渡口的老人就把船头的灯点上", "了。对岸的菜农挑着担子等在石阶上，等着过")
)

// The first line of the next column seems to go on from the last of this one;
// the words over the two cuts tell where the lines part.
func TestTearsAreOfferedWhereWordsPart(t *testing.T) {
	woven := wrapped("小学的图书馆只有一间教室那么大，书架是木", "匠用旧门板打的。孩子们下了课就跑进图书", "河去赶早市。老人撑船撑了四十年，渡口的水", "深水浅都在他的篙子上，哪里有一块暗石他闭", "着眼睛也避得开。")
	rest := wrapped("馆，把书摊在地上看，翻烂了的书由高年级的", "学生用糨糊补好，再放回书架上去。")
	got := seam.Tears([]seam.Piece{ferry, brokenText, library, woven, end, rest, end})
	want := seam.Tear{Piece: 3, Turn: 1}
	if len(got) == 0 || got[0] != want {
		t.Errorf("offered %v, want %v first", got, want)
	}
}

// Where no text breaks off nothing is torn, whatever the lines say.
func TestWholeTextIsNotTorn(t *testing.T) {
	whole := wrapped("天还没有亮，渡口的老人就把船头的灯点上", "了。对岸的菜农挑着担子等在石阶上，等着过", "河去赶早市。")
	other := wrapped("小学的图书馆只有一间教室那么大，书架是木", "匠用旧门板打的。孩子们下了课就跑进图书", "馆，把书摊在地上看。")
	if got := seam.Tears([]seam.Piece{ferry, whole, end, library, other, end}); got != nil {
		t.Errorf("offered %v", got)
	}
	if got := seam.Tears([]seam.Piece{ferry, {Label: seam.Body, Text: "等着过"}, library}); got != nil {
		t.Errorf("offered %v where no line was turned", got)
	}
}

// A hard-wrapped text that is broken all over, and seems to go on everywhere, is
// asked no more than can be told: the test is that it ends.
func TestTextBrokenAllOverEnds(t *testing.T) {
	pieces := []seam.Piece{ferry}
	for range 5000 {
		pieces = append(pieces,
			wrapped("天还没有亮，渡口的老人就把船头的灯点上，等着过", "馆，把书摊在地上看，小学的图书"),
			seam.Piece{Label: seam.Heading, Text: "渡口"})
	}
	for _, tear := range seam.Tears(pieces) {
		if turns := len(pieces[tear.Piece].Turns); tear.Turn >= turns {
			t.Fatalf("turn %d of %d is offered", tear.Turn, turns)
		}
	}
}
