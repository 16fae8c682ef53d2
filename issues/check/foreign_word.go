package check

import (
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/say"
)

func foreignWord() Rule {
	return Rule{
		Code:  "foreign-word",
		Title: say.Of("a Latin word stands in Chinese prose"),
		Explanation: say.Of(`A word of lower-case letters directly between ideographs is reported: surely
when it is an English function word, which is left over from a translation or
an input method, and otherwise when it stands only once in the issue. Capitals
and abbreviations (AGV, GDP, WiFi), units and quoted words are no slips.

    text       渡口and集市都在镇东。
    finding    foreign-word: and stands between ideographs: 渡口and集市都在镇`),
		check: checkForeign,
	}
}

func checkForeign(pr *proof) []issue.Finding {
	type place struct {
		p        passage
		from, to int
	}
	count := map[string]int{}
	var places []place
	for _, p := range pr.passages {
		if !isProse(p.block.Kind) && p.block.Kind != issue.SourceNote {
			continue
		}
		for from := 0; from < len(p.runes); from++ {
			to := from
			for to < len(p.runes) && isLatin(p.runes[to]) {
				to++
			}
			if to == from {
				continue
			}
			if p.isStray(from, to) {
				count[string(p.runes[from:to])]++
				places = append(places, place{p, from, to})
			}
			from = to
		}
	}
	var found []issue.Finding
	for _, at := range places {
		word := string(at.p.runes[at.from:at.to])
		f := issue.Finding{Severity: issue.Warning, Lines: []int{at.p.lineAt(at.from)}, Values: []string{at.p.around(at.from, at.to)}, Confidence: plain}
		if !isFunctionWord(word) {
			if count[word] > 1 {
				continue // a word the author means
			}
			f.Severity, f.Confidence = issue.Info, doubtful
		}
		f.Message = say.Of("%s stands between ideographs: %s", word, f.Values[0])
		found = append(found, f)
	}
	return found
}

func isLatin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// isStray tells a word of lower-case letters with an ideograph on either side,
// be there a space between or not.
func (p passage) isStray(from, to int) bool {
	word := string(p.runes[from:to])
	if to-from < 2 || word != strings.ToLower(word) || isUnit(word) {
		return false
	}
	before, after := from-1, to
	if before >= 0 && p.runes[before] == ' ' {
		before--
	}
	if after < len(p.runes) && p.runes[after] == ' ' {
		after++
	}
	return before >= 0 && after < len(p.runes) && isHan(p.runes[before]) && isHan(p.runes[after])
}
