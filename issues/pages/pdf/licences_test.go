package pdf_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The licences are those of the versions that are linked, and each that the
// notice names is there.
func TestLicences(t *testing.T) {
	notice, err := os.ReadFile("licences/NOTICE.md")
	if err != nil {
		t.Fatal(err)
	}
	mod, err := os.ReadFile("../../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"klippa-app/go-pdfium", "tetratelabs/wazero", "jolestar/go-commons-pool", "google/uuid"} {
		m := regexp.MustCompile(name + `(?:/v\d)? (v\S+)`).FindStringSubmatch(string(mod))
		if m == nil {
			t.Errorf("go.mod does not name %s", name)
		} else if !strings.Contains(string(notice), "("+"https://github.com/"+name+") | "+m[1]+" |") {
			t.Errorf("the notice does not have %s %s", name, m[1])
		}
	}
	for _, m := range regexp.MustCompile("`([\\w.-]+\\.(?:txt|md|ijg))`").FindAllStringSubmatch(string(notice), -1) {
		if text, err := os.ReadFile(filepath.Join("licences", m[1])); err != nil || len(text) == 0 {
			t.Errorf("%s: %v", m[1], err)
		}
	}
}
