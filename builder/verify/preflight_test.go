package verify_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// Every damaged edition that docs/preflight.md names is one that these tests refuse.
func TestThePreflightTableNamesWhatIsTested(t *testing.T) {
	doc, err := os.ReadFile("../../docs/preflight.md")
	if err != nil {
		t.Fatal(err)
	}
	tests, err := os.ReadFile("pdf_damage_test.go")
	if err != nil {
		t.Fatal(err)
	}
	note := regexp.MustCompile(`\(.*?\)|, in a test of its own`)
	rows := 0
	for line := range strings.Lines(string(doc)) {
		cells := strings.Split(line, "|")
		if len(cells) != 6 || !strings.Contains(cells[3], "`pdf-") {
			continue
		}
		rows++
		for name := range strings.SplitSeq(note.ReplaceAllString(cells[4], ""), ";") {
			if name = strings.TrimSpace(name); name == "" || !strings.Contains(string(tests), `"`+name+`"`) {
				t.Errorf("no test has the damaged edition %q", name)
			}
		}
	}
	if rows < 20 {
		t.Errorf("the table has %d rows", rows)
	}
}
