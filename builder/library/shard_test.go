package library_test

import (
	"fmt"
	"testing"

	"kanyin/builder/library"
)

func TestSharesAreWrittenInTwoWays(t *testing.T) {
	for _, c := range []struct {
		text string
		from int
		want string
	}{
		{"", 1, "{0 0} <nil>"}, {"1/4", 1, "{1 4} <nil>"}, {"4/4", 1, "{4 4} <nil>"}, {"0/4", 0, "{1 4} <nil>"}, {"3/4", 0, "{4 4} <nil>"},
		{"0/4", 1, `{0 0} a share is i/n with i from 1 to n, such as 2/4, not "0/4"`}, {"4/4", 0, `{0 0} a share is i/n with i from 0 to n-1, such as 2/4, not "4/4"`},
		{"2", 1, `{0 0} a share is i/n with i from 1 to n, such as 2/4, not "2"`}, {"a/b", 1, `{0 0} a share is i/n with i from 1 to n, such as 2/4, not "a/b"`},
	} {
		s, err := library.ParseShard(c.text, c.from)
		if got := fmt.Sprint(s, " ", err); got != c.want {
			t.Errorf("%q from %d: %s, want %s", c.text, c.from, got, c.want)
		}
	}
}
