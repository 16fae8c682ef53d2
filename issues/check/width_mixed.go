package check

import (
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/say"
)

func widthMixed() Rule {
	return Rule{
		Code:  "width-mixed",
		Title: say.Of("the source's punctuation has two widths"),
		Explanation: say.Of(`Commas and other marks beside ideographs are half-width in some places and
full-width in others. They are printed full-width throughout. It is told once an
issue, with a few lines of the rarer width: the source was put together from
texts that were typed by different hands.

    finding    width-mixed: 2191 commas are half-width, 688 full-width; all are printed full-width`),
		check: checkWidths,
	}
}

func checkWidths(pr *proof) []issue.Finding {
	// One in fifty, and not a single one, is a habit; fewer are slips, and
	// printing mends those.
	const share, slips = 50, 3
	for _, m := range []struct {
		half, full rune
		name       say.Text
	}{{',', '，', say.Of("commas")}, {'(', '（', say.Of("opening parentheses")}, {':', '：', say.Of("colons")}} {
		half, halfLines := pr.beside(m.half)
		full, fullLines := pr.beside(m.full)
		if min(half, full)*share < max(half, full) || min(half, full) < slips {
			continue
		}
		lines := halfLines
		if full < half {
			lines = fullLines
		}
		return []issue.Finding{{
			Severity: issue.Info, Lines: lines, Values: []string{string(m.half), string(m.full)}, Confidence: 1,
			Message: say.Of("%d %s are half-width, %d full-width; all are printed full-width", half, m.name, full),
		}} // the commas speak for the others
	}
	return nil
}

// beside counts a mark that follows an ideograph or stands before one, and
// gives a few of its lines.
func (pr *proof) beside(mark rune) (n int, lines []int) {
	const few = 5
	for i, line := range pr.Source.Lines {
		if !strings.ContainsRune(line, mark) {
			continue
		}
		rs, here := []rune(line), 0
		for k, r := range rs {
			if r == mark && (k > 0 && isHan(rs[k-1]) || k+1 < len(rs) && isHan(rs[k+1])) {
				here++
			}
		}
		if n += here; here > 0 && len(lines) < few {
			lines = append(lines, i+1)
		}
	}
	return n, lines
}
