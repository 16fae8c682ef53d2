package say_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"testing"

	"kanyin/issues/say"
	"kanyin/issues/say/speak"
)

// What is kept is said again in either language as it was before.
func TestKept(t *testing.T) {
	for _, text := range []say.Text{
		{},
		say.Verbatim("渡口"),
		say.Of("line %d is read after line %d", 3, 7),
		say.Of("line %d is read after line %d", int64(1)<<40, uint8(7)),
		say.Of("%s (%+.1f)", say.Of("it is short"), 1.25),
		say.Of("%s (%+.1f)", say.Word("title"), 3.0),
		say.Of("a correction fits nothing: %s: %s", "渡口 is heading", say.Of("its line is blank")),
		say.Because(say.Errorf("design: %w", &fs.PathError{Op: "open", Path: "a.toml", Err: fs.ErrNotExist})),
		say.Because(errors.New("told by another program")),
		say.Of("%q is no tag and weight", []string{"a", "b"}),
		say.Count(4, "1 time", "%d times"),
	} {
		data, err := json.Marshal(say.Kept{Text: text})
		if err != nil {
			t.Fatal(err)
		}
		var got say.Kept
		if err := json.Unmarshal(data, &got); err != nil {
			t.Fatal(err)
		}
		if got.String() != text.String() {
			t.Errorf("%s: English is %q, was %q", data, got, text)
		}
		if _, _, key := text.Format(); !key {
			continue
		}
		if _, _, key := got.Format(); key && speak.Chinese.Text(got.Text) != speak.Chinese.Text(text) {
			t.Errorf("%s: Chinese is %q, was %q", data, speak.Chinese.Text(got.Text), speak.Chinese.Text(text))
		}
	}
}
