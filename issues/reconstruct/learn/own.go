package main

import (
	"fmt"

	"kanyin/issues/internal/houses"
	"kanyin/issues/reconstruct/rows"
)

// ownSeeds is how many of the project's own magazines are learnt from; each comes in
// every form. They have one setter and one corpus: more of them teach nothing new.
const ownSeeds = 40

// ownHouses makes the project's own magazines, as texts or as pages.
func ownHouses(sort string) ([]example, error) {
	var out []example
	for seed := range uint64(ownSeeds) {
		for form := houses.Set; form < houses.Forms; form++ {
			if (form == houses.Pages) != (sort == "page") {
				continue
			}
			h, err := houses.Make(seed, form)
			if err != nil {
				return nil, err
			}
			e, err := exampleOf(fmt.Sprintf("own/%d", seed), ordered(rows.Of(h.File)), func(r rows.Row) (truth, bool, error) {
				l := h.Labels[r.Line-1]
				return truth{l.Kind, l.Article, l.Block}, l.Known, nil
			})
			if err != nil {
				return nil, err
			}
			out = append(out, e)
		}
	}
	return out, nil
}
