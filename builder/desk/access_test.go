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

// small is an issue with all that the desk shows, and no more: contents that
// differ, a caption, what is dropped.
const small = `渡口月刊

2025年第3期

目录

1 渡口的早晨 林小河

3 一盏旧灯 周岸

· 1 ·

渡口的早晨

林小河

天刚亮，摆渡的人已经把船划到了对岸。船上坐着三个学生，书包放在膝上，谁也不说话，只听见水声。

水位

老周说，这条河他划了三十年，水位记在心里。他说，车和船一样，认得路，走过一回就不会忘记。

码头上的旧灯塔。林小河/摄

· 3 ·

一盏灯

周岸

桥头的灯是去年装的，装灯的那天来了很多人，孩子们绕着灯杆跑，跑到天黑才回家去吃饭。
`

// hamlet makes the small issue's folder.
func hamlet(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "issue.txt"), small)
	return dir
}

// paged makes a folder with an issue as a PDF.
func paged(t *testing.T, dir string) string {
	t.Helper()
	p, err := press1()
	if err != nil {
		t.Fatal(err)
	}
	in, err := press.Open(dir)
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
	out := t.TempDir()
	write(t, filepath.Join(out, "issue.pdf"), string(made[0].Bytes))
	return out
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

// audit is what axe-core finds against WCAG 2.2 AA and its own good practice. What
// was audited whole in the light keeps its markup in the dark and in a window of
// another width: of those it is the colours, and the size and place of things.
const audit = `((whole) => axe.run(document, {resultTypes: ['violations'], ...(whole ? {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']} :
	{runOnly: {type: 'rule', values: ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable']}})}))(%v).then(r =>
	r.violations.flatMap(v => v.nodes.slice(0, 3).map(n => v.id + ': ' + n.target + ': ' + n.any.concat(n.all).map(a => a.message).join('; '))))`

// judged holds the page as it stands against axe-core, and keeps its picture in
// the folder KANYIN_PICTURES, for people to look at.
func judged(t *testing.T, ctx context.Context, what string, whole bool) {
	t.Helper()
	if moving := get(t, ctx, chromedp.Evaluate[int](`document.getAnimations().length`)); moving > 0 {
		t.Errorf("%s: %d colours are still on their way", what, moving) // ink may stand on the ground of the other scheme
	}
	for _, fault := range get(t, ctx, chromedp.Evaluate[[]string](fmt.Sprintf(audit, whole), chromedp.EvalAwaitPromise)) {
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
	}{{768, 1024, "light"}, {1024, 768, "light"}, {1280, 900, "dark"}}
	for kind, dir := range map[string]string{"lines": hamlet(t), "pages": paged(t, hamlet(t))} {
		ctx := browser(t, open(t, dir))
		do(t, ctx, run(string(axe)+";0"))
		for n, l := range looks {
			do(t, ctx, chromedp.EmulateViewport(l.wide, l.high), scheme(l.scheme), chromedp.KeyEvent("j"))
			judged(t, ctx, fmt.Sprintf("%s-%d-%s", kind, l.wide, l.scheme), n == 0)
		}
		if kind == "pages" {
			continue
		}
		both := func(what string) {
			for _, name := range []string{"light", "dark"} {
				do(t, ctx, scheme(name))
				judged(t, ctx, what+"-"+name, name == "light")
			}
		}
		do(t, ctx, chromedp.EmulateViewport(1280, 900), at(27), chromedp.KeyEvent("e"), chromedp.WaitVisible(`.editing textarea`),
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

// middle gives the middle of an element on the screen.
func middle(ctx context.Context, t *chromedp.Target, selector string) (x, y float64, err error) {
	at, err := chromedp.Evaluate[[]float64](fmt.Sprintf(`(() => { const r = document.querySelector(%q).getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2] })()`, selector))(ctx, t)
	if err != nil {
		return 0, 0, err
	}
	return at[0], at[1], nil
}

// dragged drops what is dragged from one element on another, as a mouse, a pen or
// a finger does.
func dragged(by, from, to string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		if _, err := run(fmt.Sprintf(`document.querySelector(%q).scrollIntoView({block: 'center'})`, from))(ctx, t); err != nil {
			return err
		}
		x0, y0, err := middle(ctx, t, from)
		if err != nil {
			return err
		}
		x1, y1, err := middle(ctx, t, to)
		if err != nil {
			return err
		}
		for _, step := range []struct {
			touch input.DispatchTouchEventType
			mouse input.DispatchMouseEventType
			x, y  float64
		}{
			{input.DispatchTouchEventTypeTouchStart, input.DispatchMouseEventTypeMousePressed, x0, y0},
			{input.DispatchTouchEventTypeTouchMove, input.DispatchMouseEventTypeMouseMoved, (x0 + x1) / 2, (y0 + y1) / 2},
			{input.DispatchTouchEventTypeTouchMove, input.DispatchMouseEventTypeMouseMoved, x1, y1},
			{input.DispatchTouchEventTypeTouchEnd, input.DispatchMouseEventTypeMouseReleased, x1, y1},
		} {
			if by == "finger" {
				points := []*input.TouchPoint{{X: step.x, Y: step.y}}
				if step.touch == input.DispatchTouchEventTypeTouchEnd {
					points = []*input.TouchPoint{}
				}
				_, err = cdp.Call(ctx, t, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: step.touch, TouchPoints: points})
			} else {
				_, err = cdp.Call(ctx, t, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: step.mouse, X: step.x, Y: step.y, Button: input.MouseButtonLeft, Buttons: 1, ClickCount: 1,
					PointerType: map[string]input.DispatchMouseEventPointerType{"mouse": input.DispatchMouseEventPointerTypeMouse, "pen": input.DispatchMouseEventPointerTypePen}[by]})
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
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
		do(t, ctx, dragged("mouse", "#block-232 > .text", "#block-228 > .text"))
		kept(t, dir, `behind = "228: `, true)
		do(t, ctx, chromedp.EmulateViewport(1280, 12000), dragged("mouse", "#block-234 > .text", "#article-a02 h2"))
		kept(t, dir, `article = "`, true)
		do(t, ctx, dragged("mouse", "#article-a03 h2", "#article-a01 h2"))
		kept(t, dir, `follows = "`, true)
		before := file(t, dir)
		do(t, ctx, dragged("mouse", "#block-236 > .text", "#block-236 > .tag"), dragged("mouse", "#block-236 > .text", "#bar"), chromedp.KeyEvent("u"))
		kept(t, dir, before, false)
		kept(t, dir, `follows = "`, false) // what went nowhere was no step
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
		do(t, ctx, dragged("finger", `#block-232 .grip`, `#block-228`))
		kept(t, dir, `behind = "228: `, true)
		do(t, ctx, touch(`#undo`))
		kept(t, dir, `behind = "228: `, false)
		do(t, ctx, dragged("pen", `#block-232 .grip`, `#block-228`))
		kept(t, dir, `behind = "228: `, true)
		do(t, ctx, touch(`#undo`))
		kept(t, dir, `behind = "228: `, false)
		do(t, ctx, dragged("finger", `#block-232 > .text`, `#block-228`), chromedp.KeyEvent("U")) // a finger on the text scrolls
		kept(t, dir, `behind = "228: `, true)
		do(t, ctx, touch(`#tabs button:nth-of-type(1)`), chromedp.WaitVisible(`#line-218`))
	})
}

// Of a PDF the source is its pages' pictures: a line pointed at there is chosen on
// both sides.
func TestThePagesOfAPDF(t *testing.T) {
	ctx := browser(t, open(t, paged(t, town(t))))
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
