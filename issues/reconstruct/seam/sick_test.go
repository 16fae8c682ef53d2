package seam

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"
)

func TestSick(t *testing.T) {
	for _, set := range []string{"dangyuan", "made-dangkan-11", "made-dangkan-12", "made-shenghuo-21", "made-shenghuo-22"} {
		data, _ := os.ReadFile("/tmp/seam/" + set + ".json")
		var pieces []Piece
		json.Unmarshal(data, &pieces)
		us := flow(pieces)
		e := newEvidence(pieces, us)
		b := e.bounds()
		for k := 0; k+1 < len(b); k++ {
			lo, hi := b[k], b[k+1]
			why := ""
			if !e.units[lo].start && lo > 0 || e.units[lo].from != 0 {
				why += " nostart"
			}
			s := search{evidence: e}
			th := s.thread(lo)
			for i := lo + 1; i < hi; i++ {
				x, y := &e.units[i-1], &e.units[i]
				l := pieces[y.pieces[0]].Line
				if x.onTo != 0 || y.from != 0 {
					why += fmt.Sprint(" mark", l)
				} else if e.order(x, y) < -2 {
					why += fmt.Sprint(" order", l, e.order(x, y))
				}
				if th.read(us, i) < -2 {
					why += fmt.Sprint(" read", l)
				}
				if th.take(y, i) < 0 {
					why += fmt.Sprint(" number", l)
				}
			}
			if hi < len(us) && e.finish(hi-1) > 0 {
				why += " unfinished"
			}
			fmt.Println(set, pieces[us[lo].pieces[0]].Line, hi-lo, why)
		}
	}
}
