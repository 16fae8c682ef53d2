package draft_test

import (
	"slices"
	"testing"

	"kanyin/issues/reconstruct/torn/draft"
)

// What has no page keeps to what it stood behind; of one page, the order stays.
func TestByPage(t *testing.T) {
	type row struct {
		title string
		page  int
	}
	list := []row{{"卷首", 0}, {"渡船", 12}, {"渡船又记", 0}, {"河口的灯", 4}, {"桥头", 12}}
	draft.ByPage(list, func(r row) int { return r.page })
	want := []row{{"卷首", 0}, {"河口的灯", 4}, {"渡船", 12}, {"渡船又记", 0}, {"桥头", 12}}
	if !slices.Equal(list, want) {
		t.Errorf("%v, not %v", list, want)
	}
}
