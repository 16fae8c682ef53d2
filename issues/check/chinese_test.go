package check

import "testing"

// Every code has its title in both languages.
func TestEveryTitleIsInChineseToo(t *testing.T) {
	known := map[string]bool{}
	for _, r := range Catalogue() {
		known[r.Code] = true
		if Chinese(r.Code) == "" {
			t.Errorf("%s (%s) has no Chinese title: add it to chinese.go", r.Code, r.Title)
		}
	}
	for code := range chinese {
		if !known[code] {
			t.Errorf("%s has a Chinese title and stands in no catalogue", code)
		}
	}
}
