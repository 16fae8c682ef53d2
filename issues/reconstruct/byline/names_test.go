package byline

import (
	"slices"
	"strings"
	"testing"
)

// Who wrote it, as houses print it.
func TestAuthorsOf(t *testing.T) {
	for byline, want := range map[string]string{
		"文/周岸":               "周岸",
		"周岸撰文":               "周岸",
		"周岸口述 林河整理":          "周岸",
		"本报通讯员徐 刚":           "徐刚",
		"通讯员　徐　刚":            "徐刚",
		"文·周岸":               "周岸",
		"撰文·周岸 摄影·林河":        "周岸",
		"文/周 小岸 林河":          "周小岸、林河",
		"周岸·林河":              "周岸、林河",
		"文/周岸·林河":            "周岸、林河",
		"约翰·史密斯":             "约翰·史密斯",
		"古丽·艾山":              "古丽·艾山",
		"【全文完】":              "",
		"Anna Rivers, 周岸":    "Anna Rivers、周岸",
		"林间 撰文 | 2021-03-04": "林间",
		"周岸/2021年3月4日":       "周岸",
	} {
		if got := AuthorsOf(byline); !slices.Equal(got, strings.FieldsFunc(want, func(r rune) bool { return r == '、' })) {
			t.Errorf("%s: %q, want %s", byline, got, want)
		}
	}
}
