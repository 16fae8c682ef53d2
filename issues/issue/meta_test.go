package issue

import (
	"testing"
	"time"
)

func TestIssuedPrefersThePrintedDate(t *testing.T) {
	day := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }
	for _, c := range []struct {
		meta Meta
		want time.Time
	}{
		{Meta{Year: 2025, Number: 3, Date: "2025年3月28日"}, day(2025, 3, 28)},
		{Meta{Year: 2025, Number: 3, Date: "每月28日"}, day(2025, 3, 1)},
		{Meta{Year: 2025, Number: 40}, day(2025, 1, 1)},
		{Meta{}, day(1970, 1, 1)},
	} {
		if got := c.meta.Issued(); !got.Equal(c.want) {
			t.Errorf("%+v: issued %v, want %v", c.meta, got, c.want)
		}
	}
}

func TestNameSaysNoMoreThanTheIssue(t *testing.T) {
	for _, c := range []struct {
		meta Meta
		want string
	}{
		{Meta{Title: "河口", Year: 2025, Number: 3}, "河口 2025年第3期"},
		{Meta{Title: "The Ferry", Year: 2025, Number: 3, Language: "en"}, "The Ferry 2025, no. 3"},
		{Meta{Title: "河口"}, "河口"},
		{Meta{Number: 3}, "第3期"},
		{Meta{}, ""},
	} {
		if got := c.meta.Name(); got != c.want {
			t.Errorf("%+v: %q, want %q", c.meta, got, c.want)
		}
	}
}

func TestScriptIsToldFromTheLanguage(t *testing.T) {
	for tag, want := range map[string]Script{
		"": Hans, "zh": Hans, "zh-Hans": Hans, "zh-CN": Hans, "ZH-hans-SG": Hans, "ja": Hans,
		"zh-Hant": Hant, "zh-TW": Hant, "zh_HK": Hant, "zh-hant-cn": Hant, "yue-MO": Hant,
		"zh-Hans-HK": Hans, "zh-Latn-pinyin": Latin,
		"en": Latin, "EN-gb": Latin, "fr": Latin, "en-HK": Latin, "ug-Arab": Latin,
	} {
		if got := (Meta{Language: tag}).Script(); got != want {
			t.Errorf("%q is %v, want %v", tag, got, want)
		}
	}
}
