package count_test

import (
	"testing"

	"kanyin/issues/manuscript/count"
)

func TestWrite(t *testing.T) {
	for _, c := range []struct {
		n            int
		format, want string
	}{
		{1, "chineseCountingThousand", "一"}, {10, "chineseCounting", "十"}, {12, "chineseCounting", "十二"}, {20, "chineseCounting", "二十"},
		{105, "chineseCounting", "一百〇五"}, {110, "chineseCounting", "一百一十"}, {1005, "chineseCounting", "一千〇五"}, {10020, "chineseCounting", "一万〇二十"},
		{23, "chineseLegalSimplified", "贰拾叁"}, {3, "ideographTraditional", "丙"}, {13, "ideographTraditional", "13"}, {12, "ideographZodiac", "亥"},
		{7, "decimalEnclosedCircle", "⑦"}, {21, "decimalEnclosedCircle", "[21]"}, {12, "decimalFullWidth", "１２"}, {4, "decimalZero", "04"},
		{28, "upperLetter", "BB"}, {3, "lowerLetter", "c"}, {14, "lowerRoman", "xiv"}, {5000, "upperRoman", "5000"}, {6, "hebrew1", "6"}, {0, "chineseCounting", "〇"},
	} {
		if got := count.Write(c.n, c.format); got != c.want {
			t.Errorf("%d as %s is %q, want %q", c.n, c.format, got, c.want)
		}
	}
}
