package script

import (
	"fmt"
	"strings"
	"testing"
)

// Runs hold their letters with what stands between them; marks at their edges
// are the sentence's around them, but for the end of what is quoted whole.
func TestRuns(t *testing.T) {
	for text, want := range map[string]string{
		"招牌上写着 بازار ，对吗？":          "ug بازار",
		"门上写着“خوش كەلدىڭىز!”，旁边没有字": "ug خوش كەلدىڭىز!",
		"他说 خوش كەلدىڭىز! 就走了":      "ug خوش كەلدىڭىز",
		"写作 Қазақ тілі 与 язык":      "kk Қазақ тілі; ru язык",
		"一个Б字": "",
		"船到了。": "",
	} {
		var got []string
		for _, r := range Runs([]rune(text)) {
			got = append(got, fmt.Sprintf("%s %s", r.Language, string([]rune(text)[r.From:r.To])))
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("%s: %q, want %q", text, s, want)
		}
	}
}
