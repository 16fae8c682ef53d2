package epub

import (
	"bytes"
	"testing"

	"kanyin/fonts"
	"kanyin/issues/issue"
)

func library(t testing.TB) *fonts.Library {
	t.Helper()
	l, err := fonts.Open()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func build(t testing.TB, b Builder, iss *issue.Issue) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := b.Build(&buf, iss); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}
