package normal_test

import (
	"testing"

	"kanyin/issues/normal"
)

func FuzzText(f *testing.F) {
	for _, s := range []string{
		"渡口的老人说,今年的水早了 10 天.", "电话:(0991)2698306 邮箱:a@b.cn 网址:http://www.a.cn/x?y=1,欢迎", "９：３０到１２：４５,共１，０００人(其中30%)",
		"Hello, world! 他说: “Thank you!”(WHO)", "船 到 ，了 。（ 0991） 2698306", "１．５％－Ａ／Ｂ", "ｶ ﾞe\u200b\u0301 中",
		"a,;汉", "((汉)", "(a) 汉,", "e \u0301", "ａ\u0301，", "船,9:30(x)", "\xff汉,", "00000! !0䀝",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := normal.Text(s)
		if again := normal.Text(got); again != got {
			t.Errorf("Text(%q) = %q, and again %q", s, got, again)
		}
		if a, b := normal.Key(s), normal.Key(got); a != b {
			t.Errorf("Key(%q) = %q, of its Text %q", s, a, b)
		}
	})
}
