package assemble

import "kanyin/issues/reconstruct/label"

// longestRest is the most runes that a line holds which ends the mark of the line
// before it: 第 11 版）, 22 頁》) and the like. A longer one is text.
const longestRest = 9

// joinMarks puts marks together that the end of a line cut in two, so that an
// article is found again where it goes on:
//
//	一场雨下了三天，镇上的人都来看水（下转
//	第 11 页）
//
// The first line has the whole mark then and the second line none of it. A mark of
// where a text comes from may be cut as well, before the words that go on with the text.
func joinMarks(t *text) {
	for i := 0; i+1 < len(t.rows); i++ {
		if inContents(t.labels[i].Kind) || t.rows[i].Page != t.rows[i+1].Page {
			continue
		}
		first, second := t.row(i), t.row(i+1)
		if first == "" { // its mark was put together already
			continue
		}
		if runeCount(second) <= longestRest && ontoMark.FindString(first) == "" {
			if at := ontoMark.FindStringIndex(first + second); at != nil && at[0] < len(first) && setOff((first + second)[at[0]:]) {
				t.endMark(i, first+second, at[0] == 0)
			}
			continue
		}
		if runeCount(first) > longestRest || !setOff(first) {
			continue
		}
		if at := fromMark.FindStringIndex(first + second); at != nil && at[1] > len(first) {
			t.cut[i], t.cut[i+1] = (first + second)[:at[1]], (first + second)[at[1]:]
			t.labels[i] = label.Label{Kind: label.Jump, Begins: true}
		}
	}
}

// endMark gives row i the whole mark, with what stands before it, and the row behind
// it goes on with it and says nothing.
func (t *text) endMark(i int, whole string, alone bool) {
	t.cut[i], t.cut[i+1] = whole, ""
	k := &t.labels[i]
	switch {
	case alone:
		k.Kind, k.Begins = label.Jump, true
	case k.Kind == label.Jump: // it holds the text's last words as well
		k.Kind, k.Begins = label.Paragraph, false
	}
	t.labels[i+1].Kind, t.labels[i+1].Begins = k.Kind, false
}
