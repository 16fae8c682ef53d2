package check

import (
	"slices"

	"kanyin/issues/issue"
	"kanyin/issues/say"
)

func quotesMixed() Rule {
	return Rule{
		Code:  "quotes-mixed",
		Title: say.Of("a few quotations have another sort of marks"),
		Explanation: say.Of(`Most quotations of the issue stand in “ ” and a few in 「 」 or 『 』, or the
other way round. The marks are the author's and stay; the lines are named.
Marks within other marks are not counted.

    finding    quotes-mixed: 「 」 stand 3 times, “ ” 721 times`),
		check: checkQuotes,
	}
}

func checkQuotes(pr *proof) []issue.Finding {
	// A fifth and more is a text that was put together from two houses.
	const few = 5
	count, lines := map[bool]int{}, map[bool][]int{}
	for _, p := range pr.passages {
		depth := 0
		for i, r := range p.runes {
			switch {
			case r == '“' || r == '「' || r == '『':
				if depth == 0 {
					corner := r != '“'
					count[corner]++
					lines[corner] = append(lines[corner], p.lineAt(i))
				}
				depth++
			case r == '”' || r == '」' || r == '』':
				depth = max(0, depth-1)
			}
		}
	}
	rare := count[true] < count[false]
	n, others := count[rare], count[!rare]
	if n == 0 || n*few > others {
		return nil
	}
	names := map[bool]string{true: "「 」", false: "“ ”"}
	return []issue.Finding{{
		Severity: issue.Info, Lines: slices.Compact(lines[rare]), Values: []string{names[rare], names[!rare]}, Confidence: likely,
		Message: say.Of("%s stand %s, %s %s", names[rare], times(n), names[!rare], times(others)),
	}}
}
