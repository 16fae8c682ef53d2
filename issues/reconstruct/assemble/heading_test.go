package assemble_test

import (
	"testing"

	"kanyin/issues/reconstruct/assemble"
	"kanyin/issues/reconstruct/rows"
)

// A row that goes on with a heading, and stands behind text, ends that text.
func TestNoHeadingGoesOnBehindText(t *testing.T) {
	f, ls := read(t, `title 在造桥会上的话
heading 一
paragraph 桥是一村人的事。
source （二〇一六年在造桥
~heading 会上的讲话）
heading 二
~heading 桥与路
paragraph 路也是。`)
	iss := assemble.Issue(f, rows.Of(f), ls)
	got := map[string]bool{}
	for _, b := range iss.Articles[0].Blocks {
		got[string(b.Kind)+" "+b.Text] = true
	}
	for _, want := range []string{"heading 一", "source （二〇一六年在造桥会上的讲话）", "heading 二桥与路"} {
		if !got[want] {
			t.Errorf("no %q among %v", want, got)
		}
	}
}
