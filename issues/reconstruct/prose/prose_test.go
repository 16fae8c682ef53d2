package prose_test

import (
	"math"
	"testing"

	"kanyin/issues/reconstruct/prose"
)

// Of two texts that may stand behind a line, the one that does is the likelier.
func TestWhatGoesOnIsLikelier(t *testing.T) {
	for _, c := range []struct{ tail, on, other string }{
		{"老人点了一支烟，看着江", "面上慢慢升起来的雾气", "的费用由双方各付一半"},
		{"图书馆的读者比去年多了", "一倍，管理员把规矩", "拆，木料运回县城"},
		{"她打算明年在车站开一个小小的阅", "览室，让等车的人有地方坐", "的人都挑着担子站在泥里"},
		{"集市摆了三天，年货卖得", "比去年快，也比去年", "。第二天雾散了"},
		{"這座橋是去年春天開始", "修建的，老人們清早", "味道也比從前好些"},
	} {
		on, other := prose.GoesOn(c.tail, c.on), prose.GoesOn(c.tail, c.other)
		if on <= other {
			t.Errorf("%s + %s: %.1f, and + %s: %.1f", c.tail, c.on, on, c.other, other)
		}
	}
}

func TestWhatNobodySees(t *testing.T) {
	for _, c := range [][2]string{{"", "渡船"}, {"渡船", ""}, {" ", "\u3000"}} {
		if v := prose.GoesOn(c[0], c[1]); v != 0 {
			t.Errorf("%q + %q: %v, want 0", c[0], c[1], v)
		}
	}
}

// Blanks say nothing, and traditional characters what simplified ones do.
func TestFormsOfOneText(t *testing.T) {
	want := prose.GoesOn("看电影的", "观众")
	for _, c := range [][2]string{{"看 电 影 的 ", " 观 众"}, {"看電影的", "觀眾"}} {
		if v := prose.GoesOn(c[0], c[1]); v != want {
			t.Errorf("%s + %s: %v, want %v", c[0], c[1], v, want)
		}
	}
}

func FuzzGoesOn(f *testing.F) {
	f.Add("看着江", "面上")
	f.Add("\xff", "𠮷")
	f.Fuzz(func(t *testing.T, tail, head string) {
		if v := prose.GoesOn(tail, head); math.IsNaN(v) || math.Abs(v) > 64 {
			t.Errorf("%q + %q: %v", tail, head, v)
		}
	})
}

func BenchmarkGoesOn(b *testing.B) {
	for b.Loop() {
		prose.GoesOn("老人点了一支烟，看着江", "面上慢慢升起来的雾气")
	}
}
