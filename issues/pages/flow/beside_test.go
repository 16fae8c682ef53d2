package flow_test

import (
	"slices"
	"testing"

	"kanyin/issues/pages"
	"kanyin/issues/pages/flow"
)

// A pull quote beside a title, over text that runs across both: the title is
// read to its end, then the quote, then the text.
func TestAQuoteBesideATitle(t *testing.T) {
	p := pages.Page{Number: 1, Width: 480, Height: 600}
	set := func(text string, x, y, size float32) {
		n := float32(len([]rune(text)))
		p.Runs = append(p.Runs, pages.Run{Text: text, X0: x, Y0: y - .9*size, X1: x + n*size, Y1: y + .1*size, Baseline: y, Size: size, Face: "宋"})
	}
	title := []string{"河口的桥修了三年", "老人们说水比桥长"}
	quote := []string{"桥修好的那一天人人", "都从上面走过一回又", "走回来因为那边还没", "有路可走只有水和草", "河口的人把那一天叫", "做桥节年年都要走桥"}
	set(title[0], 50, 120, 22)
	set(title[1], 50, 150, 22)
	set("林间", 50, 181, 14)
	for i, l := range quote {
		set(l, 290, 113+15*float32(i), 12)
	}
	want := append(slices.Clone(title), "林间")
	want = append(want, quote...)
	for i := range 20 {
		line := "河上没有桥的时候人们坐船过河船夫收两个铜板说风大的日子不开船" + string([]rune("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉")[i])
		set(line, 50, 230+16*float32(i), 11)
		want = append(want, line)
	}
	if got := flow.File("a.pdf", nil, []pages.Page{p}).Lines; !slices.Equal(got, want) {
		t.Errorf("read as %q", got[:min(11, len(got))])
	}
}
