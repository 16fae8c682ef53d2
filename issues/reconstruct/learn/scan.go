package main

import (
	"hash/fnv"
	"unicode"

	"kanyin/issues/pages"
)

// twins tells whether an issue is learnt from twice, as it is and as a recogniser
// would give it: one in three is enough to show what such pages lack.
func twins(folder string) bool { return seedOf(folder)%3 == 0 }

func seedOf(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return h.Sum64()
}

// scanned gives the pages as a recogniser gives a scan of them: no faces, no
// boldness, no colours and no rules, sizes that are a twentieth out, and one
// character in fifty another one.
func scanned(doc *pages.Document, folder string) *pages.Document {
	dice := seedOf(folder)
	roll := func(n int) int {
		dice = dice*6364136223846793005 + 1442695040888963407
		return int(dice>>33) % n
	}
	var seen []rune // wrong characters are others of the same issue
	out := &pages.Document{}
	for _, p := range doc.Pages {
		q := p
		q.Scan, q.Tagged, q.Rules, q.Runs = true, false, nil, make([]pages.Run, len(p.Runs))
		for i, r := range p.Runs {
			r.Face, r.Bold, r.Italic, r.Colour, r.Tag, r.Element = "", false, false, 0, "", 0
			r.Size *= float32(950+roll(101)) / 1000
			text := []rune(r.Text)
			for k, c := range text {
				if !unicode.Is(unicode.Han, c) {
					continue
				}
				if len(seen) > 100 && roll(50) == 0 {
					text[k] = seen[roll(len(seen))]
				}
				if len(seen) < 5000 {
					seen = append(seen, c)
				}
			}
			r.Text = string(text)
			q.Runs[i] = r
		}
		out.Pages = append(out.Pages, q)
	}
	return out
}
