package site_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"kanyin/builder/internal/tools"
	"kanyin/builder/library/site"
)

// The widths of a desk's page at four times its size (WCAG 2.2, 1.4.10), of a
// phone and of a desk; the second is laid out as the first is.
var widths = []int64{320, 360, 1280}

// pages are one of each kind, and the search as it looks when it has found
// something and when it has not.
var pages = []string{"index.html", "河 口/index.html", "河 口/2025/02/index.html", "河 口/2025/02/a01.html", "河 口/2025/02/a02.html", "search.html", "search.html?q=浮桥", "search.html?q=绝无此句"}

// serve serves the pages of three issues, in which every kind of block stands.
func serve(t *testing.T) string {
	t.Helper()
	files := library(t, site.Config{Name: "文库", Description: "一种刊物，三期。", Address: "https://example.org/library/"})
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
		if strings.HasPrefix(path.Base(name), "cover") || strings.HasPrefix(path.Base(name), "thumb") {
			w.Header().Set("Content-Type", "image/svg+xml")
			fmt.Fprint(w, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 512"><path fill="#9b1e22" d="M0 0h320v512H0z"/></svg>`)
			return
		}
		text, ok := files[name]
		if !ok {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", map[string]string{".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript; charset=utf-8"}[path.Ext(name)])
		fmt.Fprint(w, text)
	}))
	t.Cleanup(s.Close)
	return s.URL + "/"
}

// browser opens Chromium, set to light or dark pages.
func browser(t *testing.T, dark bool) context.Context {
	t.Helper()
	scheme := map[bool]string{true: "preferredColorScheme=0", false: "preferredColorScheme=1"}[dark]
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(tools.Program(t, "chromium")), chromedp.NoSandbox, chromedp.Flag("blink-settings", scheme))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	do(t, ctx, chromedp.Navigate("about:blank")) // the browser lives as long as this context
	ctx, stop = context.WithTimeout(ctx, 5*time.Minute)
	t.Cleanup(stop)
	return ctx
}

func do(t *testing.T, ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

func get[T any](t *testing.T, ctx context.Context, script string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%s: %v", script[:min(len(script), 200)], err)
	}
	return v
}

// show opens a page; a search has ended.
func show(t *testing.T, ctx context.Context, address string) {
	t.Helper()
	do(t, ctx, chromedp.Navigate(address))
	if strings.Contains(address, "?q=") {
		do(t, ctx, chromedp.Poll[chromedp.Void](`(s => s.textContent && s.textContent !== s.dataset.busy)(document.getElementById('status'))`))
	}
}

// audit is what axe finds against WCAG 2.2 AA and its own good practice, a line
// each.
const audit = `axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}).then(r =>
	r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + v.help + ': ' + n.html)))`

// Every kind of page, light and dark, on a phone and on a desk, is without fault
// for axe and no wider than its window.
func TestPagesAreAccessible(t *testing.T) {
	axe, err := os.ReadFile(tools.File(t, "node_modules/axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	at := serve(t)
	for _, dark := range []bool{false, true} {
		t.Run(map[bool]string{false: "light", true: "dark"}[dark], func(t *testing.T) {
			ctx := browser(t, dark)
			for _, page := range pages {
				for _, width := range widths {
					do(t, ctx, chromedp.EmulateViewport(width, 800))
					show(t, ctx, at+page)
					if is := get[bool](t, ctx, `matchMedia('(prefers-color-scheme: dark)').matches`); is != dark {
						t.Fatalf("the browser's pages are dark: %v", is)
					}
					if w := get[int](t, ctx, `document.documentElement.scrollWidth - document.documentElement.clientWidth`); w != 0 {
						t.Errorf("%s is %d pixels wider than a window of %d", page, w, width)
					}
					picture(t, ctx, fmt.Sprintf("%s-%d-%v.png", page, width, dark))
					if width == 360 {
						continue
					}
					do(t, ctx, chromedp.Evaluate[chromedp.Void](string(axe)+";0"))
					for _, fault := range get[[]string](t, ctx, audit) {
						t.Errorf("%s at %d: %s", page, width, fault)
					}
				}
			}
		})
	}
}

// picture writes what a page looks like into the folder KANYIN_PICTURES, for
// people to look at.
func picture(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	dir := os.Getenv("KANYIN_PICTURES")
	if dir == "" {
		return
	}
	data, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, strings.NewReplacer("/", "_", "?", "_").Replace(name)), data, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// On paper an article stands without what leads elsewhere.
func TestAnArticleOnPaper(t *testing.T) {
	pdftotext := tools.Program(t, "pdftotext")
	ctx := browser(t, true)
	show(t, ctx, serve(t)+"河 口/2025/02/a02.html")
	sheet, err := chromedp.Run(ctx, chromedp.PrintToPDF())
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(pdftotext, "-", "-")
	c.Stdin = bytes.NewReader(sheet)
	text, err := c.Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"浮桥上站过三代人。", "河 口, 2025(2)"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("the sheet lacks %q:\n%s", want, text)
		}
	}
	for _, none := range []string{"首页", "检索", "上一篇", "订阅"} {
		if strings.Contains(string(text), none) {
			t.Errorf("%q stands on the sheet:\n%s", none, text)
		}
	}
}

// A stop is an element that the keyboard came to.
type stop struct {
	Name             string
	Seen, Marked, Of bool // stands in the window; is marked; is one that Tab should come to
}

// focused tells where the keyboard is.
const focused = `(e => e === document.body ? '{}' : (r => JSON.stringify({
	Name: (e.className ? '.' + e.className + ' ' : '') + (e.textContent.trim() || e.getAttribute('aria-label') || '').slice(0, 20),
	Seen: r.width > 0 && r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth,
	Marked: getComputedStyle(e).outlineStyle !== 'none' && parseFloat(getComputedStyle(e).outlineWidth) >= 2,
	Of: e.matches('a[href], button, input, select'),
}))(e.getBoundingClientRect()))(document.activeElement)`

// With the keyboard alone a reader comes first to the way past the header, then
// to everything on a page that can be used, in its order; where he is can be
// seen each time, and nothing holds him.
func TestTheKeyboardGetsEverywhere(t *testing.T) {
	at := serve(t)
	ctx := browser(t, false)
	do(t, ctx, chromedp.EmulateViewport(360, 800))
	tab := func(t *testing.T) stop {
		t.Helper()
		do(t, ctx, chromedp.KeyEvent(kb.Tab))
		var s stop
		if err := json.Unmarshal([]byte(get[string](t, ctx, focused)), &s); err != nil {
			t.Fatal(err)
		}
		return s
	}
	for _, page := range pages {
		t.Run(page, func(t *testing.T) {
			show(t, ctx, at+page)
			do(t, ctx, chromedp.Evaluate[chromedp.Void](`document.activeElement.blur(); getSelection().removeAllRanges(); scrollTo(0, 0)`))
			want := get[int](t, ctx, `[...document.querySelectorAll('a[href], button, input, select')].filter(e => e.offsetParent !== null || e.className === 'skip').length`)
			if strings.HasPrefix(page, "search.html") && !strings.Contains(page, "?") {
				return // begins in its field, as the next test has it
			}
			stops := 0
			for s := tab(t); s.Name != "" || s.Of; s = tab(t) {
				if stops++; stops == 1 && !strings.HasPrefix(s.Name, ".skip") {
					t.Errorf("the first stop is %s, not the way past the header", s.Name)
				}
				if s.Of && (!s.Seen || !s.Marked) {
					t.Errorf("%q can be seen: %v, is marked: %v", s.Name, s.Seen, s.Marked)
				}
				if !s.Of {
					stops-- // a part that scrolls is one more, in some browsers
				}
				if stops > want {
					t.Fatalf("after %d stops the keyboard is at %q still", want, s.Name)
				}
			}
			if stops != want {
				t.Errorf("the keyboard came to %d of %d things that can be used", stops, want)
			}
		})
	}
	t.Run("past the header", func(t *testing.T) {
		show(t, ctx, at+"index.html")
		tab(t)
		do(t, ctx, chromedp.KeyEvent(kb.Enter))
		if id := get[string](t, ctx, `document.activeElement.id`); id != "main" {
			t.Errorf("past the header stands %q", id)
		}
		if s := tab(t); strings.HasPrefix(s.Name, ".skip") || strings.HasPrefix(s.Name, ".name") {
			t.Errorf("the stop after it is %s", s.Name)
		}
	})
	t.Run("search", func(t *testing.T) {
		show(t, ctx, at+"search.html")
		do(t, ctx, chromedp.KeyEvent("浮桥"), chromedp.KeyEvent(kb.Enter), chromedp.WaitVisible(`#hits li a`))
		if role := get[string](t, ctx, `document.getElementById('status').getAttribute('role')`); role != "status" {
			t.Errorf("how many were found is not told to a screen reader: role %q", role)
		}
	})
}
