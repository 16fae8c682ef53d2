package desk_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"kanyin/builder/desk"
)

// real opens the real issue of KANYIN_CORPUS, without anybody's corrections.
func real(b *testing.B) *desk.Desk {
	b.Helper()
	found, _ := filepath.Glob(filepath.Join(os.Getenv("KANYIN_CORPUS"), "issues", "*.txt"))
	if os.Getenv("KANYIN_CORPUS") == "" || len(found) == 0 {
		b.Skip("SKIP: KANYIN_CORPUS names no folder of real issues")
	}
	text, err := os.ReadFile(found[0])
	if err != nil {
		b.Fatal(err)
	}
	dir := b.TempDir()
	write(b, filepath.Join(dir, "issue.txt"), string(text))
	return openAs(b, dir, "")
}

// asked asks the desk as its page does.
func asked(b *testing.B, h http.Handler, method, path, body string) {
	r := httptest.NewRequest(method, "http://127.0.0.1/token/"+path, strings.NewReader(body))
	r.Header.Set("Origin", "http://127.0.0.1")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if w.Code != http.StatusOK {
		b.Fatalf("%s: %d %.200s", path, w.Code, w.Body)
	}
}

// A step and its undoing, each from what the page sends to the whole view that it
// draws.
func BenchmarkAStep(b *testing.B) {
	d := real(b)
	h := desk.Handler(d, "token")
	version := func() string {
		v, err := d.Version()
		if err != nil {
			b.Fatal(err)
		}
		return v
	}
	for n := 0; b.Loop(); n++ {
		if n%2 == 0 {
			asked(b, h, "POST", "say", `{"version":"`+version()+`","say":["301 is heading"]}`)
		} else {
			asked(b, h, "POST", "say", `{"version":"`+version()+`","undo":true}`)
		}
	}
}

// A step with the typeset page beside it, and with the e-book's chapter.
func BenchmarkAStepAndItsPreview(b *testing.B) {
	for name, path := range map[string]string{"page": "sheet?article=a02&block=20", "chapter": "chapter?article=a02"} {
		b.Run(name, func(b *testing.B) {
			d := real(b)
			h := desk.Handler(d, "token")
			for n := 0; b.Loop(); n++ {
				v, err := d.Version()
				if err != nil {
					b.Fatal(err)
				}
				body := `{"version":"` + v + `","undo":true}`
				if n%2 == 0 {
					body = `{"version":"` + v + `","say":["301 is heading"]}`
				}
				asked(b, h, "POST", "say", body)
				asked(b, h, "GET", path, "")
			}
		})
	}
}

// From a key to the page that shows what came of it, in the browser: of steps and
// their undoing, the least, the middle and the most in milliseconds.
func BenchmarkAStepInTheBrowser(b *testing.B) {
	ctx := browser(b, real(b))
	do(b, ctx, run(`globalThis.press = (key) => new Promise((then) => {
		const began = performance.now()
		document.body.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}))
		const look = () => document.body.dataset.busy ? setTimeout(look, 1) : requestAnimationFrame(() => setTimeout(() => then(performance.now() - began)))
		look()
	})`))
	var took []float64
	for n := 0; b.Loop(); n++ {
		key := "x"
		if n%2 == 1 {
			key = "u"
		}
		took = append(took, get(b, ctx, chromedp.Evaluate[float64](`press("`+key+`")`, chromedp.EvalAwaitPromise)))
	}
	slices.Sort(took)
	b.ReportMetric(took[0], "least-ms")
	b.ReportMetric(took[len(took)/2], "middle-ms")
	b.ReportMetric(took[len(took)-1], "most-ms")
}
