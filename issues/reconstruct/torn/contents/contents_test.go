package contents_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"kanyin/issues/reconstruct/torn/contents"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/marks"
	"kanyin/issues/source"
)

const dump = `目录

街巷

04 渡口的早晨 林一舟

学校

07 操场边的银杏 何青 周小满

渡口的早晨

林一舟

天还没有亮透，渡口的灯先亮了。船工把缆绳解开，等第一拨赶集的人，桨声一下一下。

操场边的银杏

何青 周小满

银杏每年落下许多白果，地上的可以捡，树上的不许打，校长在晨会上讲过三遍。`

// The contents are read alone: nobody has said yet where articles begin.
func TestReadContents(t *testing.T) {
	d := &draft.Draft{File: &source.File{Lines: strings.Split(dump, "\n")}}
	draft.ReadLines(d)
	draft.ObserveHouse(d)
	marks.LabelMarks(d)
	contents.ReadContents(d)
	var got []string
	for _, e := range d.Toc.Entries {
		got = append(got, fmt.Sprintf("%d %s %s %v", e.Page, e.Section, e.Title, e.Authors))
	}
	want := []string{"4 街巷 渡口的早晨 [林一舟]", "7 学校 操场边的银杏 [何青 周小满]"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if len(d.Starts) != 0 {
		t.Errorf("%d articles begin", len(d.Starts))
	}
}
