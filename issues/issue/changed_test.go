package issue

import "testing"

func TestACorrectedIssueHasChanged(t *testing.T) {
	of := func(text string) *Issue {
		return &Issue{Meta: Meta{Year: 2025, Number: 3}, Articles: []Article{{Blocks: []Block{{Kind: Paragraph, Text: text}}}}}
	}
	first, again, mended := of("水早了十天。").Changed(), of("水早了十天。").Changed(), of("水早了七天。").Changed()
	if first != again {
		t.Errorf("one content has two times, %v and %v", first, again)
	}
	if first == mended {
		t.Errorf("a corrected issue has the time of the first, %v", first)
	}
	if y, m, d := mended.Date(); y != 2025 || m != 3 || d != 1 {
		t.Errorf("the day is %v, want the issue's", mended)
	}
}
