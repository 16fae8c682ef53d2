package check

import (
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/say"
)

func doubledCharacter() Rule {
	return Rule{
		Code:  "doubled-character",
		Title: say.Of("a character, a phrase or a mark stands twice"),
		Explanation: say.Of(`Reported are words of one character that Chinese does not double, where neither
half belongs to a word beside it (目的的 and 为了了解 are no slips); phrases of
four characters and more that follow themselves, but for 一步一步 and its like; and commas, enumeration commas
and stops that follow one another. Reduplication (慢慢, 家家户户, 研究研究) is left
alone.

    text       渡口的的老人说，，水早了十天。
    finding    doubled-character: 的 stands twice: 渡口的的老人说
    finding    doubled-character: a mark follows a mark: 的老人说，，水早了十天`),
		check: checkDoubled,
	}
}

func checkDoubled(pr *proof) []issue.Finding {
	var found []issue.Finding
	for _, p := range pr.passages {
		if !isProse(p.block.Kind) {
			continue
		}
		found = append(found, p.doubledWords()...)
		found = append(found, p.doubledPhrases()...)
	}
	return found
}

func (p passage) doubledWords() []issue.Finding {
	var found []issue.Finding
	rs := p.runes
	for i := 1; i < len(rs); i++ {
		switch {
		case rs[i] == rs[i-1] && isSlip(rs, i):
			found = append(found, p.doubled(i, say.Of("%c stands twice: %s", rs[i], p.around(i-1, i+1)), strong))
		case isStop(rs[i]) && isStop(rs[i-1]) && !isEllipsis(rs, i):
			found = append(found, p.doubled(i, say.Of("a mark follows a mark: %s", p.around(i-1, i+1)), plain))
		}
	}
	return found
}

func (p passage) doubled(i int, message say.Text, confidence float64) issue.Finding {
	return issue.Finding{
		Severity: issue.Warning, Lines: []int{p.lineAt(i)}, Values: []string{p.around(i-1, i+1)},
		Message: message, Confidence: confidence,
	}
}

// isSlip tells whether the character at i and the same before it are no two words.
func isSlip(rs []rune, i int) bool {
	r := rs[i]
	if !strings.ContainsRune(doubled, r) {
		return false
	}
	before, after := doubledInWords(r)
	if i >= 2 && (rs[i-2] == r || strings.ContainsRune(before, rs[i-2])) {
		return false
	}
	if i+1 < len(rs) && (rs[i+1] == r || strings.ContainsRune(after, rs[i+1])) {
		return false
	}
	// 的的确确, 从从容容, 高高兴兴的的: a pair beside a pair is reduplication.
	pairAfter := i+2 < len(rs) && rs[i+1] == rs[i+2]
	pairBefore := i >= 3 && rs[i-2] == rs[i-3]
	return !pairAfter && !pairBefore
}

// isStop holds of the marks that never stand beside one another.
func isStop(r rune) bool {
	switch r {
	case '，', '、', '；', '：', '。':
		return true
	}
	return false
}

// isEllipsis tells three full stops, which some type for ……
func isEllipsis(rs []rune, i int) bool {
	if rs[i] != '。' || rs[i-1] != '。' {
		return false
	}
	return i >= 2 && rs[i-2] == '。' || i+1 < len(rs) && rs[i+1] == '。'
}

// doubledPhrases finds a run of ideographs that stands twice in a row.
func (p passage) doubledPhrases() []issue.Finding {
	// Under four characters repetition is style (一步一步, 又一个又一个); over
	// twelve a hand does not slip, and a doubled line is doubled-paragraph's.
	const shortest, longest = 4, 12
	var found []issue.Finding
	rs := p.runes
	for size := shortest; size <= longest; size++ {
		run := 0
		for i := size; i < len(rs); i++ {
			if rs[i] != rs[i-size] || !isHan(rs[i]) {
				run = 0
				continue
			}
			if run++; run < size {
				continue
			}
			run = 0
			from := i + 1 - 2*size
			if period(rs[from:i+1]) < size || strings.ContainsAny(string(rs[from:from+size]), "一又") {
				continue // 一个阶段一个阶段地走 says: one after another
			}
			found = append(found, issue.Finding{
				Severity: issue.Warning, Lines: []int{p.lineAt(i)}, Values: []string{p.around(from, i+1)}, Confidence: likely,
				Message: say.Of("%s stands twice", string(rs[from:from+size])),
			})
		}
	}
	return found
}

// period gives the length of the shortest piece that rs is a repetition of.
func period(rs []rune) int {
	for n := 1; n < len(rs); n++ {
		same := true
		for i := n; i < len(rs) && same; i++ {
			same = rs[i] == rs[i-n]
		}
		if same {
			return n
		}
	}
	return len(rs)
}
