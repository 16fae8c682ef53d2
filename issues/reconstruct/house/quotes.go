package house

import (
	"strings"
	"unicode/utf8"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/label"
)

// again is how many characters stand once more by design: a name or a heading of
// fewer comes back in any text.
const again = 10

// quotes finds pull quotes: a whole sentence in another type than the text's that the
// text says as well. Headings and titles end without a stop.
func (h *issue) quotes() {
	var text strings.Builder
	for i, r := range h.rows {
		if h.hands[i].size == h.body.size && !aside(h.labels[i].Kind) { // whatever its face: a run-in opening may fill a line
			text.WriteString(normal.Key(r.Text))
		}
	}
	said := text.String()
	for i := 0; i < len(h.rows); {
		j := i + 1
		for j < len(h.rows) && h.hands[j] == h.hands[i] && h.rows[j].Page == h.rows[i].Page {
			j++
		}
		if h.sentence(i, j) {
			var quote strings.Builder
			for _, r := range h.rows[i:j] {
				quote.WriteString(normal.Key(r.Text))
			}
			if k := quote.String(); utf8.RuneCountInString(k) >= again && strings.Contains(said, k) {
				for ; i < j; i++ {
					h.labels[i].Kind = label.Quote
					h.kinds[i] = label.SetOf(label.Quote)
				}
			}
		}
		i = j
	}
}

// sentence tells rows that end as a sentence does, set larger than the text.
func (h *issue) sentence(i, j int) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(h.rows[j-1].Text, "”’」』"))
	stops := "。！？…"
	if h.labels[i].Kind == label.Title { // which may ask or call
		stops = "。"
	}
	return h.hands[i] != h.body && h.hands[i].size > h.body.size && !aside(h.labels[i].Kind) && strings.ContainsRune(stops, last)
}
