package pdf_test

import (
	"fmt"
	"strings"
	"testing"
)

// What a PDF draws in a face that it does not bring and we do not have is counted:
// vertical text, and text that is drawn character by character.
func TestCharactersWithoutAFace(t *testing.T) {
	const rare = "㐂㐅㐌㐖㐜㐡" // no face of ours has them
	at := func(x, y int, s string) string {
		return fmt.Sprintf("BT /F1 14 Tf 1 0 0 1 %d %d Tm %s Tj ET\n", x, y, code(t, ucs2, s))
	}
	alone := func(x, y, right, down int, s string) string {
		var b strings.Builder
		for _, r := range s {
			b.WriteString(at(x, y, string(r)))
			x, y = x+right, y-down
		}
		return b.String()
	}
	read1 := "江上数峰青"
	for name, c := range map[string]struct {
		encoding, content string
		lost              int
	}{
		"a vertical line":             {"UniGB-UCS2-V", at(300, 700, read1) + at(200, 700, rare), 6},
		"a size in the matrix":        {"UniGB-UCS2-V", at(300, 700, read1) + strings.Replace(at(200, 700, rare), "14 Tf 1 0 0 1", "1 Tf 14 0 0 14", 1), 6},
		"a column, one by one":        {"UniGB-UCS2-V", at(300, 700, read1) + alone(200, 700, 0, 14, rare), 6},
		"a line, one by one":          {"UniGB-UCS2-H", at(300, 700, read1) + alone(60, 600, 14, 0, rare), 6},
		"one inside a line":           {"UniGB-UCS2-H", alone(60, 700, 14, 0, "江上㐂峰青"), 1},
		"one inside a vertical line":  {"UniGB-UCS2-V", alone(300, 700, 0, 14, "江上㐂峰青"), 1},
		"spaces in front":             {"UniGB-UCS2-H", alone(60, 700, 14, 0, "　　江上数峰青"), 0},
		"a space behind":              {"UniGB-UCS2-H", alone(60, 700, 14, 0, "江上数峰青 "), 0},
		"a narrow space between":      {"UniGB-UCS2-H", at(60, 700, "江上") + at(88, 700, " ") + at(95, 700, "数峰青"), 0},
		"drawn twice, to look bold":   {"UniGB-UCS2-V", at(300, 700, read1) + at(300, 700, read1), 0},
		"beside lines in many pieces": {"UniGB-UCS2-V", alone(300, 700, 0, 40, read1) + at(200, 700, rare), 6},
	} {
		doc := read(t, made{font: fmt.Sprintf(chinese, c.encoding, song, "GB1"), content: c.content}.pdf())
		said := ""
		for _, n := range doc.Notes {
			said += n.Code + ": " + n.Text.String()
		}
		if want := fmt.Sprintf("%d character", c.lost); c.lost > 0 && !strings.HasPrefix(said, "text-missing: "+want) || c.lost == 0 && said != "" {
			t.Errorf("%s: read %q, said %q, want %d", name, texts(doc), said, c.lost)
		}
	}
}
