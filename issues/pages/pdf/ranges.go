package pdf

import (
	"slices"
	"strconv"
	"strings"

	"kanyin/issues/say"
)

// Ranges are sheets, from 1, as people write them: "3-66", "1,5-8", "12-".
type Ranges []Range

// A Range is a first and a last sheet; Last is 0 where it goes to the end.
type Range struct{ First, Last int }

// ParseRanges reads ranges. The error says what is wrong with which of them.
func ParseRanges(s string) (Ranges, error) {
	var out Ranges
	for part := range strings.SplitSeq(strings.NewReplacer("，", ",", "–", "-", "—", "-").Replace(s), ",") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		from, to, isRange := strings.Cut(part, "-")
		first, err := strconv.Atoi(strings.TrimSpace(from))
		r := Range{First: first, Last: first}
		if isRange && err == nil {
			r.Last = 0
			if to = strings.TrimSpace(to); to != "" {
				r.Last, err = strconv.Atoi(to)
			}
		}
		if err != nil || r.First < 1 || r.Last != 0 && r.Last < r.First {
			return nil, say.Errorf("%q is no range of pages; write them like \"3-66\" or \"1,5-8\"", part)
		}
		out = append(out, r)
	}
	return out, nil
}

// of gives the sheets of a document of so many pages in ascending order, but
// for those that are skipped.
func (rs Ranges) of(count int, skip []int) ([]int, error) {
	var out []int
	for n := 1; n <= count; n++ {
		if rs.has(n) && !slices.Contains(skip, n) {
			out = append(out, n)
		}
	}
	if len(out) == 0 && count > 0 {
		return nil, say.Errorf("the PDF has pages 1 to %d, and none of those that are asked for", count)
	}
	return out, nil
}

func (rs Ranges) has(n int) bool {
	if len(rs) == 0 {
		return true
	}
	for _, r := range rs {
		if n >= r.First && (r.Last == 0 || n <= r.Last) {
			return true
		}
	}
	return false
}
