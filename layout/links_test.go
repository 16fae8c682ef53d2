package layout

import (
	"strings"
	"testing"

	"kanyin/issues/issue"
)

func TestAddressesLead(t *testing.T) {
	c := &composer{issue: &issue.Issue{}}
	for text, want := range map[string]string{
		"报名到 https://pond.example/a?b=c，填表": "https://pond.example/a?b=c",
		"见www.pond.example。":                "http://www.pond.example",
		"见 pond.example/a?b=c ，欢迎":          "http://pond.example/a?b=c",
		"写信到 reed@pond.example 说明":          "mailto:reed@pond.example",
		"a.txt/b，1.2.3/4，pond.example":      "",
	} {
		got := ""
		for at := range text {
			n, to := c.reference(text, at)
			if n > 0 && !strings.HasSuffix(got, to.url) {
				got += to.url
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
