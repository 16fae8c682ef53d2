package kanyin

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"kanyin/issues/check"
)

// raise is how the source spells a finding's code: as a field or as an argument.
var raise = regexp.MustCompile(`(?:Code:\s*|report\(|Trouble\()"([a-z]+(?:-[a-z]+)*)"`)

// Every code that a stage raises can be explained, and none is explained that
// nothing raises.
func TestCodesAreExplained(t *testing.T) {
	raised := map[string]string{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || filepath.Base(path) == "raised.go" {
			return err
		}
		text, err := os.ReadFile(path)
		for _, m := range raise.FindAllSubmatch(text, -1) {
			raised[string(m[1])] = path
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range check.Catalogue() {
		if raised[r.Code] == "" {
			t.Errorf("the catalogue explains %s, which no stage raises", r.Code)
		}
		delete(raised, r.Code)
	}
	for code, path := range raised {
		t.Errorf("%s raises %s, which the catalogue does not explain", path, code)
	}
}
