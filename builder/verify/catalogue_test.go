package verify_test

import (
	"regexp"
	"testing"

	"kanyin/builder/verify"
)

func TestTheCatalogueHasEveryRuleOnce(t *testing.T) {
	known := map[string]string{}
	form := regexp.MustCompile(`^(pdf|epub|bag|external)-[a-z0-9-]+$`)
	for _, r := range verify.Catalogue() {
		if _, twice := known[r.Code]; twice || !form.MatchString(r.Code) || r.Title.IsZero() {
			t.Errorf("the rule %q %q is not one of its own", r.Code, r.Title)
		}
		known[r.Code] = r.Title.String()
	}
	for _, file := range []string{"a.epub", "a.print.pdf", "a.screen.pdf", "a.booklet.pdf"} {
		iss, data := edition(t, file)
		r, err := verify.Bytes(file, data, verify.Options{Issue: iss})
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range r.Results {
			if known[x.Code] != x.Title.String() {
				t.Errorf("%s: the catalogue calls %s %q, the result %q", file, x.Code, known[x.Code], x.Title)
			}
		}
	}
}

func TestKinds(t *testing.T) {
	for file, kind := range map[string]string{"a.epub": "epub", "a.print.pdf": "print", "a.screen.pdf": "screen", "a.booklet.pdf": "booklet"} {
		_, data := edition(t, file)
		if r, err := verify.Bytes(file, data, verify.Options{}); err != nil || r.Kind != kind {
			t.Errorf("%s is taken for %q (%v)", file, r.Kind, err)
		}
	}
}
