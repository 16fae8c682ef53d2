package correct_test

import (
	"strings"
	"testing"

	"kanyin/issues/correct"
)

// A step that is undone leaves the book as it was, comments and all, even where
// somebody else has changed another part of it meanwhile.
func TestUndoLeavesWhatOthersDid(t *testing.T) {
	book, err := correct.Parse("c.toml", []byte(written))
	if err != nil {
		t.Fatal(err)
	}
	step, err := book.Say(correct.Correction{Line: correct.Place{Number: 234, Text: "会场里安静了一会儿。"}, Kind: "heading"})
	if err != nil {
		t.Fatal(err)
	}
	changed := string(book.Bytes())
	if strings.Contains(changed, "caption\"") {
		t.Errorf("the former word still stands:\n%s", changed)
	}
	if _, err := book.Say(correct.Correction{Line: correct.Place{Number: 9, Text: "桥"}, Ends: true}); err != nil {
		t.Fatal(err)
	}
	book.Undo(step)
	if got := string(book.Bytes()); !strings.Contains(got, "# the caption was taken for text") || !strings.Contains(got, "ends = true") || strings.Contains(got, "heading") {
		t.Errorf("after undoing:\n%s", got)
	}
	book.Redo(step)
	book.Remove(0)
	if got := string(book.Bytes()); got != changed {
		t.Errorf("after doing again:\n%s\nwant\n%s", got, changed)
	}
	if _, err := book.Say(correct.Correction{Line: correct.Place{Number: 1, Text: "一"}, Ends: true}, correct.Correction{}); err == nil {
		t.Error("a correction of nothing was taken")
	}
	if got := string(book.Bytes()); got != changed {
		t.Errorf("a step that failed left its half:\n%s", got)
	}
}

func TestMendTakesTheLeastThatIsUnique(t *testing.T) {
	lines := []string{"船到了，船走了。"}
	for text, want := range map[string]string{
		"船到了，舟走了。":  "，船 → ，舟",
		"舟到了，船走了。":  "船到 → 舟到",
		"船到了，船走了！":  "。 → ！",
		"船到了，船又走了。": "走 → 又走",
		"":          "",
	} {
		c, ok := correct.Mend(lines, 1, text)
		got := ""
		if ok {
			got = *c.Old + " → " + *c.New
			if mended := strings.Replace(lines[0], *c.Old, *c.New, 1); mended != text {
				t.Errorf("%s: makes %s", text, mended)
			}
		}
		t.Logf("%s: %s", text, got)
		if (got == "") != (want == "") {
			t.Errorf("%s: %s", text, got)
		}
	}
}
