package serve_test

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"kanyin/builder/internal/tools"
)

// browser opens a page in Chromium, in a window of some width.
func browser(t *testing.T, address string, width int) context.Context {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(tools.Program(t, "chromium")), chromedp.NoSandbox, chromedp.WindowSize(width, 900))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	do(t, ctx, chromedp.Navigate(address)) // the browser lives as long as this context
	ctx, stop = context.WithTimeout(ctx, 3*time.Minute)
	t.Cleanup(stop)
	return ctx
}

func do(t *testing.T, ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

func text(t *testing.T, ctx context.Context, script string) string {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[string](script))
	if err != nil {
		t.Fatalf("%s: %v", script, err)
	}
	return v
}

// wide says how far a page is wider than its window.
const wide = `String(document.documentElement.scrollWidth - document.documentElement.clientWidth)`

// A reader opens a shelf and an issue, searches a phrase, reads the article and
// takes the e-book, which EPUBCheck accepts: from the server and, but for the
// download, from the disk, on a phone and on a desk.
func TestAReaderInTheLibrary(t *testing.T) {
	dir, served := serving(t)
	disk := (&url.URL{Scheme: "file", Path: filepath.ToSlash(dir)}).String()
	for _, c := range []struct {
		address string
		width   int
	}{{served, 360}, {served, 1280}, {disk, 1280}} {
		t.Run(fmt.Sprintf("%s at %d", c.address[:4], c.width), func(t *testing.T) {
			ctx := browser(t, c.address+"/index.html", c.width)
			fits := func(page string) {
				if w := text(t, ctx, wide); w != "0" {
					t.Errorf("%s is %s pixels wider than its window", page, w)
				}
			}
			fits("the first page")
			do(t, ctx, chromedp.Click(`.titles a[href*="index.html"]`), chromedp.WaitVisible(`.shelf a`))
			fits("a shelf")
			do(t, ctx, chromedp.Click(`.shelf a`), chromedp.WaitVisible(`.editions a`))
			fits("an issue")
			book := text(t, ctx, `document.querySelector('.editions a').href`)
			phrase := text(t, ctx, `document.querySelector('.contents a').textContent`)
			do(t, ctx, chromedp.SendKeys(`.find input`, phrase+"\r"), chromedp.WaitVisible(`#hits li`))
			fits("the search")
			if first := text(t, ctx, `document.querySelector('#hits li mark').textContent`); first != phrase {
				t.Errorf("the first hit of %s is marked at %s", phrase, first)
			}
			do(t, ctx, chromedp.Click(`#hits li a`), chromedp.WaitVisible(`article.text`))
			fits("an article")
			if head := text(t, ctx, `document.querySelector('h1').textContent`); head != phrase {
				t.Errorf("the article is %s, not %s", head, phrase)
			}
			do(t, ctx, chromedp.Click(`.pager .next`), chromedp.WaitVisible(`.pager a[rel=prev]`))
			if c.address == served && c.width == 360 { // one book is enough for EPUBCheck
				takesBook(t, book)
			}
		})
	}
}

// takesBook fetches an e-book and holds it against EPUBCheck.
func takesBook(t *testing.T, address string) {
	t.Helper()
	_, body := ask(t, "GET", address)
	file := filepath.Join(t.TempDir(), "book.epub")
	if err := os.WriteFile(file, []byte(body), 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := tools.EPUBCheck(t, file).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// Nothing is found where nothing is, and what is too short to be searched is said.
func TestASearchThatFindsNothing(t *testing.T) {
	_, served := serving(t)
	ctx := browser(t, served+"/index.html", 360)
	for query, want := range map[string]string{"绝无此句": "没有找到", "桥": "两个字"} {
		do(t, ctx, chromedp.Navigate(served+"/search.html?q="+url.QueryEscape(query)))
		do(t, ctx, chromedp.Poll[chromedp.Void](fmt.Sprintf(`document.getElementById('status').textContent.includes(%q)`, want)))
		if got := text(t, ctx, `document.getElementById('status').textContent`); !strings.Contains(got, want) {
			t.Errorf("a search for %q says %q", query, got)
		}
	}
}
