package rise_test

import (
	"math/bits"
	"math/rand"
	"slices"
	"testing"

	"kanyin/issues/rise"
)

func TestLongest(t *testing.T) {
	for _, c := range []struct{ values, want []int }{
		{nil, nil},
		{[]int{12, 21, 15}, []int{0, 2}},
		{[]int{3, 3, 1, 4}, []int{0, 1, 3}},
		{[]int{5, 4, 3}, []int{2}},
	} {
		if got := rise.Longest(c.values); !slices.Equal(got, c.want) {
			t.Errorf("%v: %v, want %v", c.values, got, c.want)
		}
	}
}

// No choice of values that does not fall is longer.
func TestNoneIsLonger(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range 500 {
		values := make([]int, r.Intn(9))
		for i := range values {
			values[i] = r.Intn(6)
		}
		most := 0
		for choice := range 1 << len(values) {
			var chosen []int
			for i, v := range values {
				if choice>>i&1 == 1 {
					chosen = append(chosen, v)
				}
			}
			if slices.IsSorted(chosen) {
				most = max(most, bits.OnesCount(uint(choice)))
			}
		}
		got := rise.Longest(values)
		var rising []int
		for _, i := range got {
			rising = append(rising, values[i])
		}
		if !slices.IsSorted(got) || !slices.IsSorted(rising) || len(got) != most {
			t.Fatalf("%v: %v, of %d", values, got, most)
		}
	}
}
