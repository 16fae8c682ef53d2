package names_test

import (
	"testing"

	"kanyin/issues/reconstruct/names"
)

func TestNames(t *testing.T) {
	for _, c := range []struct {
		name        string
		known, like bool
	}{
		{"周岸", true, true}, {"林小河", true, true}, {"欧阳小河", true, true}, {"灯塔老人", false, false},
		{"灯塔", false, true}, {"约翰·史密斯", false, true}, {"·约翰史", false, false}, {"岸", false, false}, {"Anna", false, false}, {"周岸，", true, false},
	} {
		if names.Known(c.name) != c.known || names.Like(c.name) != c.like {
			t.Errorf("%s: known %v, like %v", c.name, names.Known(c.name), names.Like(c.name))
		}
	}
}
