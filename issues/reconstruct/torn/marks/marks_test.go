package marks_test

import (
	"testing"
	"unicode/utf8"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/fold"
	"kanyin/issues/reconstruct/torn/marks"
)

// Lines that say themselves what they are, and lines that only seem to.
func TestMarkOf(t *testing.T) {
	for line, want := range map[string]issue.Kind{
		"（责任编辑：许平）":     issue.Editor,
		"责任编辑：许平　校对：何岸": issue.Editor,
		"（作者单位：河湾师范学院）": issue.Affiliation,
		"（摘自《河湾晚报》）":    issue.SourceNote,
		"方田/摄":          issue.Credit,
		"扫描二维码，听渡口的早晨":  issue.Prompt,
		"渡口的早晨":         "",
		"责任编辑这一行，他做了三十年，没有改错过一个字。": "",
		"摘自己种的瓜，总比买来的甜一些，老人这样说。":   "",
	} {
		f := fold.Of(line)
		if got, why := marks.MarkOf(f, utf8.RuneCountInString(f)); got != want || (got != "") != (why != "") {
			t.Errorf("%s: %q because of %q, want %q", line, got, why, want)
		}
	}
}
