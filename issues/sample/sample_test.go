package sample_test

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"kanyin/issues/sample"
)

// The README names a line for every damage; the line has to show it.
func TestReadmeNamesTheRightLines(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(sample.Text()), "\n")
	rows := regexp.MustCompile("(?m)^\\| (.+) \\| (\\d+) \\| `(.+)` \\|$").FindAllStringSubmatch(string(readme), -1)
	if len(rows) < 50 {
		t.Fatalf("the table has %d rows", len(rows))
	}
	for _, r := range rows {
		n, _ := strconv.Atoi(r[2])
		if n < 1 || n > len(lines) || !strings.Contains(lines[n-1], r[3]) {
			t.Errorf("line %d does not show %q (%s)", n, r[3], r[1])
		}
	}
}

// The ISSN is well formed, as the bar code that is made of it needs.
func TestIssnHasItsCheckDigit(t *testing.T) {
	m := regexp.MustCompile(`ISSN (\d{4})-(\d{3})([\dX])`).FindStringSubmatch(string(sample.Text()))
	if m == nil {
		t.Fatal("the sample states no ISSN")
	}
	sum := 0
	for i, d := range m[1] + m[2] {
		sum += int(d-'0') * (8 - i)
	}
	want := strconv.Itoa((11 - sum%11) % 11)
	if want == "10" {
		want = "X"
	}
	if m[3] != want {
		t.Errorf("check digit %s, want %s", m[3], want)
	}
}
