package library

import (
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"

	"kanyin/issues/say"
)

// A Shard is one of several equal shares of a tree: the zero value is the
// whole. An issue's share depends on its name in the tree alone.
type Shard struct{ I, N int }

// ParseShard reads i/n, such as 2/4, of which the first is from: 1, or 0 for
// those who count so.
func ParseShard(s string, from int) (Shard, error) {
	if s == "" {
		return Shard{}, nil
	}
	first, second, _ := strings.Cut(s, "/")
	i, errI := strconv.Atoi(first)
	n, errN := strconv.Atoi(second)
	if errI != nil || errN != nil || i < from || i >= n+from {
		return Shard{}, say.Errorf("a share is i/n with i from %d to %s, such as 2/4, not %q", from, []string{"n-1", "n"}[from], s)
	}
	return Shard{i - from + 1, n}, nil
}

func (s Shard) whole() bool { return s.N == 0 }

func (s Shard) name() string { return fmt.Sprintf("%d-of-%d", s.I, s.N) }

// has says whether an issue belongs to the share.
func (s Shard) has(name string) bool {
	if s.whole() {
		return true
	}
	h := fnv.New64a()
	h.Write([]byte(name))
	return int(h.Sum64()%uint64(s.N)) == s.I-1
}
