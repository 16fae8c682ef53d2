package desk_test

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"kanyin/builder/desk"
	"kanyin/builder/internal/tools"
	"kanyin/issues/sample"
)

// chromium is one browser for all tests of the package: each has a page of its own.
var chromium struct {
	once sync.Once
	ctx  context.Context
	stop context.CancelFunc
	err  error
}

func TestMain(m *testing.M) {
	code := m.Run()
	if chromium.stop != nil {
		chromium.stop()
	}
	os.Exit(code)
}

// browser opens a desk in Chromium.
func browser(t testing.TB, d *desk.Desk) context.Context {
	t.Helper()
	program := tools.Program(t, "chromium")
	chromium.once.Do(func() {
		options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.Flag("accept-lang", "en"), chromedp.WindowSize(1280, 900),
			chromedp.Env("LC_ALL=C.UTF-8")) // else a file is not found by its Chinese name
		allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
		ctx, closePage := chromedp.NewContext(allocator)
		chromium.ctx, chromium.stop = ctx, func() { closePage(); stop() }
		chromium.err = chromedp.Do(ctx, chromedp.Navigate("about:blank"))
	})
	if chromium.err != nil {
		t.Fatal(chromium.err)
	}
	server := httptest.NewServer(desk.Handler(d, "token"))
	t.Cleanup(server.Close)
	ctx, stop := chromedp.NewContext(chromium.ctx)
	t.Cleanup(stop)
	if err := chromedp.Do(ctx, chromedp.Navigate(server.URL+"/token/")); err != nil { // the page lives as long as this context
		t.Fatal(err)
	}
	ctx, stop = context.WithTimeout(ctx, 3*time.Minute)
	t.Cleanup(stop)
	do(t, ctx, chromedp.WaitReady(`body[data-ready=yes]`))
	return ctx
}

// do takes the steps when the page shows what the file says: a step before may
// still be drawn, and what it replaces cannot be clicked.
func do(t testing.TB, ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, append([]chromedp.Action[chromedp.Void]{chromedp.WaitReady(`body:not([data-busy])`)}, steps...)...); err != nil {
		t.Fatal(err)
	}
}

func get[T any](t testing.TB, ctx context.Context, a chromedp.Action[T]) T {
	t.Helper()
	v, err := chromedp.Run(ctx, a)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func run(script string) chromedp.Action[chromedp.Void] {
	return chromedp.Evaluate[chromedp.Void](script)
}

// kept waits until the file of corrections says something, or does no more.
func kept(t *testing.T, dir, what string, there bool) {
	t.Helper()
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if strings.Contains(file(t, dir), what) == there {
			return
		}
	}
	t.Fatalf("waiting for %q (%v), the file is\n%s", what, there, file(t, dir))
}

// at chooses a block by its line and waits for its tools.
func at(line int) chromedp.Action[chromedp.Void] {
	block := fmt.Sprintf("#block-%d", line)
	return chromedp.Steps(chromedp.WaitReady(block), run(fmt.Sprintf(`document.querySelector(%q).closest('details')?.setAttribute('open', '')`, block)),
		chromedp.WaitVisible(block), chromedp.Click(block+" > .text"), chromedp.WaitVisible(block+" .tools"))
}

// An editor mends a broken issue in the browser, closes it, opens it again and
// builds: the editions have it.
func TestAnEditorAtTheDesk(t *testing.T) {
	dir := folder(t)
	pic := filepath.Join(t.TempDir(), "灯塔.png")
	if err := os.WriteFile(pic, picture(t), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx := browser(t, open(t, dir))

	// A title, in the article's own fields.
	do(t, ctx, chromedp.Click(`#article-a01 .fields summary`), chromedp.WaitVisible(`#article-a01 input[name=subtitle]`),
		chromedp.SetValue(`#article-a01 input[name=title]`, "渡口的清晨"), chromedp.Click(`#article-a01 .fields button[type=submit]`))
	kept(t, dir, `title = "渡口的清晨"`, true)

	// A kind, by the tools of the block: what was dropped, and what is a caption.
	for line, kind := range map[int]string{15: "caption", 17: "dropped"} {
		do(t, ctx, at(line), run(fmt.Sprintf(`(() => { // at once, as a hand does: tools that are drawn anew in between have their own value
			const kind = document.querySelector('#block-%d .tools select[name=kind]')
			kind.value = %q
			kind.dispatchEvent(new Event('change'))
		})()`, line, kind)))
		kept(t, dir, fmt.Sprintf(`kind = %q`, kind), true)
	}

	// A slip, in its place, by the keyboard alone.
	do(t, ctx, at(7), chromedp.KeyEvent("e"), chromedp.WaitVisible(`.editing textarea`),
		run(`(() => { const a = document.querySelector('.editing textarea'); a.value = a.value.replace('传棋', '传祺'); a.dispatchEvent(new Event('input')) })()`))
	shown := get(t, ctx, chromedp.Text(`.editing .diff`))
	do(t, ctx, chromedp.Click(`.editing .save`))
	if !strings.Contains(shown, "棋祺") {
		t.Errorf("the difference is shown as %q", shown)
	}
	kept(t, dir, `new = "祺"`, true)

	// A step too many, undone by the keyboard.
	do(t, ctx, at(13), chromedp.Click(`#block-13 .begins`))
	kept(t, dir, `begins = true`, true)
	do(t, ctx, chromedp.WaitVisible(`#block-13.k-title`), chromedp.KeyEvent("u"))
	kept(t, dir, `begins = true`, false)

	// A picture for the caption.
	do(t, ctx, chromedp.WaitNotPresent(`#block-13.k-title`), at(15), chromedp.SetUploadFiles(`#block-15 input[type=file]`, []string{pic}))
	kept(t, dir, `picture = "灯塔.png"`, true)

	// What the text says never became markup.
	do(t, ctx, chromedp.WaitVisible(`.k-picture img`))
	if title := get(t, ctx, chromedp.Title()); strings.Contains(title, "broken into") {
		t.Error("the issue's text ran as a script")
	}

	// Opened again, built: the editions have it.
	if head := get(t, browser(t, open(t, dir)), chromedp.Text(`#article-a01 h2`)); !strings.Contains(head, "渡口的清晨") {
		t.Errorf("opened again the article is called %q", head)
	}
	chapter := built(t, dir)
	for _, want := range []string{"渡口的清晨", "传祺", "码头上的旧灯塔", "<img"} {
		if !strings.Contains(chapter, want) {
			t.Errorf("the e-book lacks %q", want)
		}
	}
	for _, gone := range []string{"欢迎订阅本刊", "传棋"} {
		if strings.Contains(chapter, gone) {
			t.Errorf("the e-book still has %q", gone)
		}
	}
	if source, _ := os.ReadFile(filepath.Join(dir, "issue.txt")); string(source) != broken {
		t.Error("the text is not as it came")
	}
}

// built gives the chapters of the e-book that is built of the folder.
func built(t *testing.T, dir string) string {
	t.Helper()
	_, data, err := open(t, dir).Book("", "a01")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// Doubts are decided by the keyboard alone, one after the other.
func TestDoubtsByTheKeyboard(t *testing.T) {
	dir := t.TempDir()
	text := strings.Replace(string(sample.Text()), "\r", "", -1)
	if err := os.WriteFile(filepath.Join(dir, "issue.txt"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	d := open(t, dir)
	total := len(view(t, d).Doubts)
	if total < 5 {
		t.Fatalf("the sample has %d doubts", total)
	}
	ctx := browser(t, d)
	pressed := 0
	for len(view(t, d).Doubts) > 0 && pressed < 3*total {
		x := view(t, d).Doubts[0]
		key := "x"
		if len(x.Choices) > 0 {
			key = "1"
		}
		before := view(t, d).Version
		do(t, ctx, chromedp.KeyEvent(key))
		pressed++
		for end := time.Now().Add(time.Minute); view(t, d).Version == before && time.Now().Before(end); {
			time.Sleep(20 * time.Millisecond)
		}
		get(t, ctx, chromedp.Poll[bool](`document.querySelector('#status').textContent !== 'Working …'`))
	}
	if left := len(view(t, d).Doubts); left > 0 {
		t.Errorf("%d doubts are left after %d keys", left, pressed)
	}
	t.Logf("%d doubts, %d keys", total, pressed)
	// All of it undone, the issue is as it was.
	for range view(t, d).Undo {
		do(t, ctx, chromedp.KeyEvent("u"))
	}
	kept(t, dir, "[[correction]]", false)
	do(t, ctx, chromedp.KeyEvent("U"), chromedp.KeyEvent("?"), chromedp.WaitVisible(`#help[open]`), chromedp.KeyEvent(kb.Escape), chromedp.WaitNotVisible(`#help`))
	kept(t, dir, "[[correction]]", true)
}

// The typeset page and the e-book's chapter are shown beside the issue.
func TestPreviewsInTheBrowser(t *testing.T) {
	ctx := browser(t, open(t, folder(t)))
	do(t, ctx, chromedp.KeyEvent("p"), chromedp.WaitVisible(`#preview svg text`))
	if runs := get(t, ctx, chromedp.Evaluate[int](`document.querySelectorAll('#preview svg text').length`)); runs < 5 {
		t.Errorf("the page shows %d runs", runs)
	}
	do(t, ctx, chromedp.Click(`#preview .bar button:nth-of-type(2)`), chromedp.WaitVisible(`#preview iframe`))
	chapter := get(t, ctx, chromedp.Poll[string](`document.querySelector('#preview iframe').contentDocument?.body?.textContent || ''`))
	if !strings.Contains(chapter, "渡口的早晨") {
		t.Errorf("the chapter is %.60q", chapter)
	}
}
