package desk_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"kanyin/builder/internal/tools"
	"kanyin/builder/press"
	"kanyin/issues/sample"
)

// town makes the sample issue's folder.
func town(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "issue.txt"), string(sample.Text()))
	return dir
}

// paged makes a folder with the sample issue as a PDF.
func paged(t *testing.T) string {
	t.Helper()
	p, err := press1()
	if err != nil {
		t.Fatal(err)
	}
	in, err := press.Open(town(t))
	if err != nil {
		t.Fatal(err)
	}
	j, err := press.Read(in)
	if err != nil {
		t.Fatal(err)
	}
	f, err := p.Compose(press.Wishes{Editions: []string{"screen"}, Geta: true}, j)
	if err != nil {
		t.Fatal(err)
	}
	made, err := f.Make()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	write(t, filepath.Join(dir, "issue.pdf"), string(made[0].Bytes))
	return dir
}

// scheme lets the browser ask for light or dark pages.
func scheme(name string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: name}},
		})
		return err
	})
}

// audit is what axe-core finds against WCAG 2.2 AA and its own good practice; of a
// dark page, whose markup is that of the light one, its colours alone.
const audit = `axe.run(document, matchMedia('(prefers-color-scheme: dark)').matches ? {runOnly: {type: 'rule', values: ['color-contrast', 'link-in-text-block']}} :
	{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}).then(r =>
	r.violations.flatMap(v => v.nodes.slice(0, 3).map(n => v.id + ': ' + n.target + ': ' + n.any.concat(n.all).map(a => a.message).join('; '))))`

// judged holds the page as it stands against axe-core, and keeps its picture in
// the folder KANYIN_PICTURES, for people to look at.
func judged(t *testing.T, ctx context.Context, what string) {
	t.Helper()
	if moving := get(t, ctx, chromedp.Evaluate[int](`document.getAnimations().length`)); moving > 0 {
		t.Errorf("%s: %d colours are still on their way", what, moving) // ink may stand on the ground of the other scheme
	}
	for _, fault := range get(t, ctx, chromedp.Evaluate[[]string](audit, chromedp.EvalAwaitPromise)) {
		t.Errorf("%s: %s", what, fault)
	}
	if wide := get(t, ctx, chromedp.Evaluate[int](`document.documentElement.scrollWidth - document.documentElement.clientWidth`)); wide > 0 {
		t.Errorf("%s: %d pixels wider than its window", what, wide)
	}
	if dir := os.Getenv("KANYIN_PICTURES"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, "desk-"+what+".png"), get(t, ctx, chromedp.CaptureScreenshot()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// The page has no fault that axe-core finds: at three widths and in the dark, with
// a block's tools, its words being mended, the previews and the help open, of
// lines and of pages.
func TestThePageIsAccessible(t *testing.T) {
	axe, err := os.ReadFile(tools.File(t, "node_modules/axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	looks := []struct {
		wide, high int64
		scheme     string
	}{{820, 1180, "light"}, {1024, 768, "light"}, {1440, 900, "light"}, {1440, 900, "dark"}}
	for kind, dir := range map[string]string{"lines": town(t), "pages": paged(t)} {
		ctx := browser(t, open(t, dir))
		do(t, ctx, run(string(axe)+";0"))
		for _, l := range looks {
			do(t, ctx, chromedp.EmulateViewport(l.wide, l.high), scheme(l.scheme), chromedp.KeyEvent("j"))
			judged(t, ctx, fmt.Sprintf("%s-%d-%s", kind, l.wide, l.scheme))
		}
		if kind == "pages" {
			continue
		}
		both := func(what string) {
			for _, name := range []string{"light", "dark"} {
				do(t, ctx, scheme(name))
				judged(t, ctx, what+"-"+name)
			}
		}
		do(t, ctx, chromedp.EmulateViewport(1280, 900), at(218), chromedp.KeyEvent("e"), chromedp.WaitVisible(`.editing textarea`),
			run(`(() => { const a = document.querySelector('.editing textarea'); a.value = '改' + a.value; a.dispatchEvent(new Event('input')) })()`))
		both("mending")
		do(t, ctx, chromedp.SendKeys(`.editing textarea`, kb.Escape), chromedp.KeyEvent("p"), chromedp.WaitVisible(`#preview svg text`))
		both("preview")
		do(t, ctx, chromedp.KeyEvent("p"), chromedp.KeyEvent("?"), chromedp.WaitVisible(`#help[open]`))
		both("help")
	}
}

// touch presses the middle of an element with a finger.
func touch(selector string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		script := fmt.Sprintf(`(() => { const e = document.querySelector(%q); e.scrollIntoView({block: 'center'}); const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2] })()`, selector)
		at, err := chromedp.Evaluate[[]float64](script)(ctx, t)
		if err != nil {
			return err
		}
		down := input.DispatchTouchEventParams{Type: input.DispatchTouchEventTypeTouchStart, TouchPoints: []*input.TouchPoint{{X: at[0], Y: at[1]}}}
		if _, err := cdp.Call(ctx, t, input.DispatchTouchEvent, down); err != nil {
			return err
		}
		_, err = cdp.Call(ctx, t, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: input.DispatchTouchEventTypeTouchEnd, TouchPoints: []*input.TouchPoint{}})
		return err
	})
}

// dragged drops what is dragged from one element on another, as a mouse does.
func dragged(from, to string) chromedp.Action[chromedp.Void] {
	return run(fmt.Sprintf(`(() => {
		const data = new DataTransfer()
		const event = (name) => new DragEvent(name, {bubbles: true, cancelable: true, dataTransfer: data})
		document.querySelector(%q).dispatchEvent(event('dragstart'))
		document.querySelector(%q).dispatchEvent(event('drop'))
	})()`, from, to))
}

// caret puts the cursor in front of a text of the words being mended.
func caret(text string) chromedp.Action[chromedp.Void] { return run(caretAt(text)) }

func caretAt(text string) string {
	return fmt.Sprintf(`;(() => { const a = document.querySelector('.editing textarea'); const i = a.value.indexOf(%q); a.focus(); a.setSelectionRange(i, i) })()`, text)
}

// A cursor that is put somewhere as soon as the words are there stays there: a block
// is split where its editor said, however quick.
func TestTheCursorStays(t *testing.T) {
	ctx := browser(t, open(t, town(t)))
	do(t, ctx, at(218), run(`document.querySelector('#block-218 .split').click()`+"\n"+caretAt("两个月的假")))
	stands := get(t, ctx, chromedp.Evaluate[string](`new Promise(then => requestAnimationFrame(() => requestAnimationFrame(() => {
		const a = document.activeElement
		then(a.value?.slice(a.selectionStart) ?? '')
	})))`, chromedp.EvalAwaitPromise))
	if !strings.HasPrefix(stands, "两个月的假") {
		t.Errorf("the cursor stands before %q", stands)
	}
}

// A block is split inside a line, joined and moved by mouse, by keys and by finger.
func TestABlockInThreeWays(t *testing.T) {
	const split, joined = `cut = "两个月的假续`, `after = "216: `
	t.Run("mouse", func(t *testing.T) {
		dir := town(t)
		ctx := browser(t, open(t, dir))
		do(t, ctx, at(218), chromedp.Click(`#block-218 .split`), chromedp.WaitVisible(`.editing textarea`), caret("两个月的假"), chromedp.Click(`.editing .cut-here`))
		kept(t, dir, split, true)
		do(t, ctx, chromedp.WaitVisible(`#block-218-1`), chromedp.Click(`#block-218-1 > .text`), chromedp.WaitVisible(`#block-218-1 .tools`),
			chromedp.SetValue(`#block-218-1 .tools select[name=kind]`, "quotation"), run(`document.querySelector('#block-218-1 .tools select[name=kind]').dispatchEvent(new Event('change'))`))
		kept(t, dir, `line = "218: 两个月的假续到了半年`, true)
		do(t, ctx, at(218), chromedp.Click(`#block-218 .join`))
		kept(t, dir, joined, true)
		do(t, ctx, dragged("#block-234", "#article-a02 h2"))
		kept(t, dir, `article = "`, true)
		do(t, ctx, dragged("#block-236", "#block-228"))
		kept(t, dir, `behind = "2`, true)
		do(t, ctx, dragged("#article-a03 h2", "#article-a01 h2"))
		kept(t, dir, `follows = "`, true)
	})
	t.Run("keys", func(t *testing.T) {
		dir := town(t)
		ctx := browser(t, open(t, dir))
		do(t, ctx, at(216), chromedp.KeyEvent(kb.ArrowDown), chromedp.WaitVisible(`#block-218 .tools`), chromedp.KeyEvent("s"), chromedp.WaitVisible(`.editing textarea`), caret("两个月的假"),
			chromedp.KeyEvent(kb.Enter, chromedp.KeyModifiers(chromedp.ModifierCtrl)))
		kept(t, dir, split, true)
		do(t, ctx, chromedp.WaitVisible(`#block-218 .tools`), chromedp.KeyEvent("b"))
		kept(t, dir, joined, true)
		do(t, ctx, at(234), chromedp.KeyEvent("m"), chromedp.WaitReady(`.tools .ask input:focus`), chromedp.KeyEvent("守闸"), chromedp.KeyEvent(kb.Enter))
		kept(t, dir, `article = "248: 守闸的夜"`, true)
	})
	t.Run("finger", func(t *testing.T) {
		dir := town(t)
		ctx := browser(t, open(t, dir))
		do(t, ctx, chromedp.EmulateViewport(820, 1180, chromedp.EmulateMobile, chromedp.EmulateTouch), touch(`#block-218 > .text`), chromedp.WaitVisible(`#block-218 .tools`))
		do(t, ctx, touch(`#block-218 .split`), chromedp.WaitVisible(`.editing textarea`), caret("两个月的假"), touch(`.editing .cut-here`))
		kept(t, dir, split, true)
		do(t, ctx, touch(`#block-218 > .text`), chromedp.WaitVisible(`#block-218 .tools`), touch(`#block-218 .join`))
		kept(t, dir, joined, true)
		do(t, ctx, touch(`#block-230 > .text`), chromedp.WaitVisible(`#block-230 .tools`), touch(`#block-230 .down`))
		kept(t, dir, `behind = "232: `, true)
		do(t, ctx, touch(`#undo`))
		kept(t, dir, `behind = "232: `, false)
		do(t, ctx, touch(`#tabs button:nth-of-type(1)`), chromedp.WaitVisible(`#line-218`))
	})
}

// Of a PDF the source is its pages' pictures: a line pointed at there is chosen on
// both sides.
func TestThePagesOfAPDF(t *testing.T) {
	ctx := browser(t, open(t, paged(t)))
	do(t, ctx, chromedp.WaitReady(`#source .leaf img`))
	if wide := get(t, ctx, chromedp.Poll[int](`document.querySelector('#source .leaf img').naturalWidth`)); wide < 800 {
		t.Errorf("the page's picture is %d pixels wide", wide)
	}
	do(t, ctx, chromedp.Click(`.fields summary`), run(`document.querySelector('#issue .block[data-lines]:not(.k-picture) > .text').click()`), chromedp.WaitReady(`#issue .block.lit`))
	line := get(t, ctx, chromedp.Evaluate[string](`document.querySelector('#issue .block.k-paragraph').dataset.line`))
	do(t, ctx, run(`document.querySelector('#issue .toc button').click()`), chromedp.WaitReady(`#source .box.lit`))
	do(t, ctx, run(fmt.Sprintf(`document.querySelector('#issue .block[data-line="%s"] > .text').click()`, line)))
	box := get(t, ctx, chromedp.Poll[string](`document.querySelector('#source .box:not(.lit):not(.out)')?.id`))
	do(t, ctx, run(fmt.Sprintf(`document.getElementById(%q).dispatchEvent(new MouseEvent('click', {bubbles: true}))`, box)))
	lit := get(t, ctx, chromedp.Poll[string](`document.querySelector('#issue .block.lit .tools')?.parentElement.dataset.lines`))
	if want := box[len("box-"):]; !slices.Contains(strings.Fields(lit), want) {
		t.Errorf("%s was pressed, and the block of lines %s is lit", box, lit)
	}
	do(t, ctx, chromedp.KeyEvent("f"), chromedp.WaitVisible(`#source .line.lit`))
}
