package correct

import (
	"slices"
	"strings"

	"kanyin/issues/source"
)

// Mended gives the text that is to be read: the file with what was mended in its
// lines, and cut where a line is two. The file itself stays as it came.
func (fit *Fitted) Mended() *source.File {
	mended := *fit.cut.file
	copied := false
	for i := range fit.list {
		k := &fit.list[i]
		if k.group != "text" {
			continue
		}
		if !copied {
			mended.Lines = slices.Clone(mended.Lines)
			copied = true
		}
		k.mend(mended.Lines, k.word.from+grown(fit.list[:i], k))
	}
	return &mended
}

// grown gives by how many bytes earlier corrections lengthen a line before the words
// that one is about.
func grown(earlier []fitted, k *fitted) int {
	n := 0
	for _, e := range earlier {
		if e.group == "text" && e.line == k.line && e.word.broken == 0 && e.word.to > 0 && e.word.to <= k.word.from {
			n += len(*e.New) - (e.word.to - e.word.from)
		}
	}
	return n
}

// mend changes the words in the lines as they are read. No line is ever emptied:
// the ledger has it, and "dropped" is how to leave it out.
func (k *fitted) mend(lines []string, at int) {
	line := &lines[k.line-1]
	if broken := k.word.broken; broken > 0 {
		next := &lines[k.other-1]
		head, rest := strings.TrimSuffix(strings.TrimSpace(*line), (*k.Old)[:broken])+*k.New, strings.TrimPrefix(strings.TrimSpace(*next), (*k.Old)[broken:])
		if strings.TrimSpace(head) != "" && strings.TrimSpace(rest) != "" {
			*line, *next = head, rest
		}
		return
	}
	if k.word.to == 0 || at < 0 || at > len(*line) {
		return // it says what it should already
	}
	from, to := locate((*line)[at:], *k.Old)
	if from < 0 {
		return // an earlier correction changed it
	}
	if text := (*line)[:at+from] + *k.New + (*line)[at+to:]; strings.TrimSpace(text) != "" {
		*line = text
	}
}
