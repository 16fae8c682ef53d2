package issue_test

import (
	"testing"

	"kanyin/issues/issue"
)

func TestCharactersAreCountedAsEditorsDo(t *testing.T) {
	for text, want := range map[string]int{"": 0, "渡口的老人。": 5, "用 PDF 与 EPUB 3 出版": 7, "“——”": 0} {
		if got := issue.Characters(text); got != want {
			t.Errorf("%q has %d characters, want %d", text, got, want)
		}
	}
}
