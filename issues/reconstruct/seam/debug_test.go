package seam

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"
)

// DebugPieces is set by external test through file
func TestDebug(t *testing.T) {
	data, err := os.ReadFile("/tmp/seam/pieces.json")
	if err != nil {
		t.Skip("SKIP")
	}
	var pieces []Piece
	json.Unmarshal(data, &pieces)
	us := flow(pieces)
	ev := newEvidence(pieces, us)
	at := map[int]int{}
	for i, u := range us {
		at[pieces[u.pieces[0]].Line] = i
	}
	fmt.Println("final", ev.final, "marked", ev.marked)
	var links [][2]int
	json.Unmarshal([]byte(os.Getenv("LINKS")), &links)
	for _, l := range links {
		s := search{evidence: ev}
		a, b := at[l[0]], at[l[1]]
		fmt.Println(l, "shape", ev.shape(a, b, nil), "place", ev.place(a, b, nil), "cut", ev.cut(a, b, nil), "kin", ev.kinship(a, b), "content", ev.content(a, b, nil), "finish", ev.finish(a), "begin", ev.begin(b), s.why(a, b))
	}
}
