package issues_test

import (
	"strings"
	"testing"

	"kanyin/issues"
	"kanyin/issues/internal/houses"
)

// Magazines that nobody tuned for are read, whatever form they come in: none is
// refused, and the ledger of every one balances.
func TestHousesAreRead(t *testing.T) {
	seeds := uint64(100)
	if testing.Short() {
		seeds = 10
	}
	for seed := range seeds {
		form := houses.Form(seed % uint64(houses.Pages)) // the pages come by another door
		h, err := houses.Make(1000+seed, form)
		if err != nil {
			t.Fatal(err)
		}
		iss, err := issues.Read("issue.txt", strings.NewReader(h.Text()))
		if err != nil {
			t.Errorf("%s: refused: %v", h.Name, err)
			continue
		}
		if err := iss.Ledger(); err != nil {
			t.Errorf("%s: %v", h.Name, err)
		}
	}
}
