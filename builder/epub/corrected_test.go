package epub

import (
	"testing"

	"kanyin/issues/issue"
)

func TestTheColophonSaysThatAnEditorCorrected(t *testing.T) {
	iss := &issue.Issue{Corrections: []issue.Correction{{Editor: "温故"}, {Checked: "title-mismatch", Editor: "闻笛"}, {Editor: "温故"}, {}, {Editor: "石榴"}}}
	for language, want := range map[string]string{
		"zh-Hans": "本版据编者订正，共4处：温故、石榴", "zh-Hant": "本版據編者訂正，共4處：温故、石榴", "en": "Corrected by the editor in 4 places: 温故, 石榴",
	} {
		if got := correctedNote(iss, wordsOf(issue.Meta{Language: language})); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if got := correctedNote(&issue.Issue{Corrections: iss.Corrections[1:2]}, simplified()); got != "" {
		t.Errorf("of a finding that was put aside: %s", got)
	}
}
