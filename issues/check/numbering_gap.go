package check

import (
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/say"
)

func numberingGap() Rule {
	return Rule{
		Code:  "numbering-gap",
		Title: say.Of("the numbers of the headings skip one"),
		Explanation: say.Of(`The headings of an article that are numbered 一、二、三 should follow one another.
A gap means a heading that was lost or taken for text, or a piece out of place.
Numbering that begins anew is no gap.

    article    一、渡口   三、集市
    finding    numbering-gap: heading 三 follows 一`),
		check: checkNumbering,
	}
}

func checkNumbering(pr *proof) []issue.Finding {
	var found []issue.Finding
	for i := range pr.Articles {
		last := map[int]int{} // of each level
		for _, b := range pr.Articles[i].Blocks {
			if b.Kind != issue.Heading {
				continue
			}
			n := ordinal(b.Text)
			if n == 0 {
				continue
			}
			for level := range last {
				if level > b.Level {
					delete(last, level)
				}
			}
			was := last[b.Level]
			last[b.Level] = n
			if n == was+1 || n == 1 || was == 0 && n != 2 {
				continue
			}
			f := issue.Finding{
				Severity: issue.Warning, Lines: b.Lines, Values: []string{b.Text}, Confidence: fair,
				Message: say.Of("heading %d follows %d: %s", n, was, first(b.Text, 20)),
			}
			if was == 0 {
				f.Message = say.Of("the first numbered heading is %d: %s", n, first(b.Text, 20))
			}
			found = append(found, f)
		}
	}
	return found
}

// ordinal gives the Chinese number that a heading begins with, alone or before
// 、 or within parentheses, or 0.
func ordinal(text string) int {
	text = strings.TrimPrefix(text, "（")
	head, _, cut := strings.Cut(text, "、")
	if h, _, ok := strings.Cut(text, "）"); ok && len(h) < len(head) {
		head, cut = h, true
	}
	if !cut && runes(text) > 3 {
		return 0
	}
	return chineseNumber(head)
}

// chineseNumber reads 一 to 九十九, and gives 0 for everything else.
func chineseNumber(s string) int {
	const figures = "一二三四五六七八九"
	value := func(r rune) int { return strings.IndexRune(figures, r)/len("一") + 1 }
	rs := []rune(s)
	tens := strings.IndexRune(s, '十') / len("一")
	switch {
	case len(rs) == 0 || len(rs) > 3:
		return 0
	case !strings.ContainsRune(s, '十'):
		if len(rs) != 1 || !strings.ContainsRune(figures, rs[0]) {
			return 0
		}
		return value(rs[0])
	case tens > 1 || len(rs) > tens+2:
		return 0
	}
	n := 10
	if tens == 1 {
		if !strings.ContainsRune(figures, rs[0]) {
			return 0
		}
		n = 10 * value(rs[0])
	}
	if len(rs) == tens+1 {
		return n
	}
	if !strings.ContainsRune(figures, rs[tens+1]) {
		return 0
	}
	return n + value(rs[tens+1])
}
