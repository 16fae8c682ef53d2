package words

import "testing"

func TestCostIsLessForCommonWords(t *testing.T) {
	common, ok1 := cost([]rune("学校"))
	rare, ok2 := cost([]rune("渡船"))
	if !ok1 || !ok2 || common >= rare {
		t.Errorf("学校 costs %.1f (%v), 渡船 %.1f (%v)", common, ok1, rare, ok2)
	}
	for _, w := range []string{"校学", "ab", "𠀀"} {
		if c, ok := cost([]rune(w)); ok {
			t.Errorf("%q is a word, at %.1f", w, c)
		}
	}
}
