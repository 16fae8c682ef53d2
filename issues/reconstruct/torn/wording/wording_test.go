package wording_test

import (
	"slices"
	"testing"

	"kanyin/issues/reconstruct/fold"
	"kanyin/issues/reconstruct/torn/wording"
)

func TestNumbering(t *testing.T) {
	for line, want := range map[string]struct {
		n    int
		rest string
	}{
		"一、渡口的早晨":  {1, "渡口的早晨"},
		"（三）船到对岸":  {3, "船到对岸"},
		"12. 河口的灯": {12, "河口的灯"},
		"第二章　故乡":   {2, "故乡"},
		"③ 船工":     {3, "船工"},
		"十一":       {11, ""},
		"一方水土":     {0, "一方水土"},
		"2024年的春天": {0, "2024年的春天"},
	} {
		n, _, rest := wording.Numbering(fold.Of(line))
		if n != want.n || n > 0 && rest != want.rest {
			t.Errorf("%s: %d %q, want %d %q", line, n, rest, want.n, want.rest)
		}
	}
}

func TestSeriesTellNumeralsApart(t *testing.T) {
	series := map[int]string{}
	for _, line := range []string{"第一章 故乡", "一、故乡", "（一）故乡", "1. 故乡", "（1）故乡", "① 故乡", "一"} {
		_, s, _ := wording.Numbering(fold.Of(line))
		if other, ok := series[s]; ok || s == wording.NoSeries {
			t.Errorf("%s is counted as %s is", line, other)
		}
		series[s] = line
	}
}

func TestMarksOfWhereATextGoesOn(t *testing.T) {
	for mark, want := range map[string]bool{
		"（下转第8页）":  true,
		"（上接第12页）": true,
		"（下转封三）":   true,
		"（见第8页）":   false,
		"下转第8页":    false, // words of a sentence, but for their brackets
	} {
		from, _ := wording.JumpFrom(fold.Of(mark))
		onto, _ := wording.JumpOnto(fold.Of(mark))
		if got := from != 0 || onto != 0; got != want {
			t.Errorf("%s: %t", mark, got)
		}
	}
}

func TestNamesOfAByline(t *testing.T) {
	for line, want := range map[string][]string{
		"文/周岸 林河":   {"周岸", "林河"},
		"□ 本刊记者 周岸": {"周岸"},
		"周　岸　林小河":   {"周岸", "林小河"},
		"（周岸、林河）":   {"周岸", "林河"},
	} {
		if got := wording.AuthorsOf(fold.Of(line)); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
}

func TestDates(t *testing.T) {
	for s, want := range map[string]bool{"2025年3月8日": true, "2025.3.8": true, "2025": false, "3月的雨": false} {
		if got := wording.IsDate(fold.Of(s)); got != want {
			t.Errorf("%s: %t", s, got)
		}
	}
}
