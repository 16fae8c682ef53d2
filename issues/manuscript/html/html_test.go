package html_test

import (
	"strings"
	"testing"

	"kanyin/issues/manuscript"
	"kanyin/issues/manuscript/html"
	"kanyin/issues/manuscript/internal/golden"
)

// near gives the one picture that lies beside the tests' pages.
func near(name string) []byte {
	if name == "bridge.png" {
		return golden.PNG
	}
	return nil
}

func TestGolden(t *testing.T) {
	golden.Run(t, func(files map[string][]byte) (*manuscript.Document, error) {
		return html.Read(string(files["page.html"]), near)
	})
}

func TestDeepPages(t *testing.T) {
	for _, text := range []string{strings.Repeat("<div>", 100_000) + "桥", strings.Repeat("<table><tr><td>", 10_000) + "桥", strings.Repeat("<b>桥", 20_000)} {
		d, err := html.Read(text, nil)
		if err == nil && len(d.Paragraphs) == 0 {
			t.Errorf("%.30s…: nothing was read, and nothing said", text)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("<h1>桥</h1><p>水<br>流<b>过</b></p><table><tr><td>1<td>2</table><img src=bridge.png alt=x>")
	f.Add("<ol><li>鱼<ul><li>盐</ol><pre> a\n b</pre><ruby>河<rt>hé</ruby>")
	f.Fuzz(func(t *testing.T, text string) {
		d, err := html.Read(text, near)
		if err != nil {
			return
		}
		file := d.File("x.html", "utf-8", nil)
		for i, l := range file.Lines {
			if strings.ContainsAny(l, "\n\r\f") || strings.TrimSpace(l) == "" || file.Facts[i].Role == "" {
				t.Errorf("line %q, role %q", l, file.Facts[i].Role)
			}
		}
	})
}
