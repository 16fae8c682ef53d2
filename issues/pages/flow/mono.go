package flow

import (
	"math"
	"strings"

	"kanyin/issues/pages"
)

// monospaced gives the faces of a page whose Latin letters are all as wide,
// narrow ones and broad ones alike: code is set in them.
func monospaced(rs []pages.Run) map[string]bool {
	type widths struct{ narrow, broad float64 } // the widest of each, in ems
	seen := map[string]widths{}
	for i := range rs {
		r := &rs[i]
		if len(r.Edges) == 0 || !(r.Size > 0) {
			continue
		}
		w, k := seen[r.Face], 0
		for _, c := range r.Text {
			if 2*k+1 >= len(r.Edges) {
				break
			}
			adv := math.Abs(float64(r.Edges[2*k+1]-r.Edges[2*k])) / float64(r.Size)
			switch {
			case strings.ContainsRune("ijl.,:;'|![]", c):
				w.narrow = max(w.narrow, adv)
			case strings.ContainsRune("abdeghmnopquwABCDEGHKMNOPQRUVWXY", c):
				w.broad = max(w.broad, adv)
			}
			k++
		}
		seen[r.Face] = w
	}
	out := map[string]bool{}
	for face, w := range seen {
		if w.narrow > .95*w.broad && w.broad > .4 && w.broad < .75 {
			out[face] = true
		}
	}
	return out
}
