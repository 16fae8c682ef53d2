package seam

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"
	"time"
)

func TestSize(t *testing.T) {
	for _, set := range []string{"dangyuan", "made-dangkan-11", "made-dangkan-12", "made-shenghuo-21", "made-shenghuo-22"} {
		data, _ := os.ReadFile("/tmp/seam/" + set + ".json")
		var pieces []Piece
		json.Unmarshal(data, &pieces)
		t0 := time.Now()
		us := flow(pieces)
		t1 := time.Now()
		ev := newEvidence(pieces, us)
		t2 := time.Now()
		rs, whole := ev.regions()
		t3 := time.Now()
		fmt.Println(set, len(us), t1.Sub(t0), t2.Sub(t1), t3.Sub(t2))
		for _, r := range rs {
			n := 0
			for i := r.lo; i < r.hi; i++ {
				if !whole[i] {
					n++
				}
			}
			s := search{evidence: ev, whole: whole, breadth: breadth, extra: caution}
			t4 := time.Now()
			s.run(r.lo, r.hi)
			t5 := time.Now()
			s.run(r.lo, r.hi)
			fmt.Println("   ", pieces[us[r.lo].pieces[0]].Line, pieces[us[r.hi-1].pieces[0]].Line, r.hi-r.lo, "not whole", n, t5.Sub(t4), time.Since(t5))
		}
	}
}
