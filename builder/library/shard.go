package library

import (
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"
)

// A Shard is one of several equal shares of a tree: the zero value is the
// whole. An issue's share depends on its name in the tree alone.
type Shard struct{ I, N int }

// ParseShard reads i/n, such as 2/4.
func ParseShard(s string) (Shard, error) {
	if s == "" {
		return Shard{}, nil
	}
	first, second, _ := strings.Cut(s, "/")
	i, errI := strconv.Atoi(first)
	n, errN := strconv.Atoi(second)
	if errI != nil || errN != nil || i < 1 || i > n {
		return Shard{}, fmt.Errorf("a share is i/n with i from 1 to n, such as 2/4, not %q", s)
	}
	return Shard{i, n}, nil
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
