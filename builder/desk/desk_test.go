package desk_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"image/png"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"kanyin/builder/desk"
	"kanyin/builder/press"
)

// broken is a made-up issue that reading gets wrong in many ways.
const broken = `渡口的早晨

林小河

天刚亮，摆渡的人已经把船划到了对岸。船上坐着三个学生，书包放在膝上，谁也不说话，只听见水声。

老周说，这条河他划了三十年，水位记在心里。他的传棋车停在岸上，

已经旧了，还舍不得换。他说，车和船一样，认得路。

一盏灯

桥头的灯是去年装的，装灯的那天来了很多人，孩子们绕着灯杆跑，跑到天黑才回家。

码头上的旧灯塔，摄于去年秋天

欢迎订阅本刊

<script>document.title='broken into'</script>

夜里的灯照在水上，水把它揉碎了，又拼起来。守灯的人说，灯亮着，渡口就没有睡。
`

var press1 = sync.OnceValues(func() (*press.Press, error) { return press.New("test") })

// folder makes an issue's folder.
func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "issue.txt"), broken)
	write(t, filepath.Join(dir, "issue.toml"), "[meta]\ntitle = \"渡口\"\nyear = 2025\nnumber = 3\n")
	return dir
}

func write(t testing.TB, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func open(t testing.TB, dir string) *desk.Desk {
	t.Helper()
	return openAs(t, dir, "温故")
}

// openAs opens the desk for an editor of that name.
func openAs(t testing.TB, dir, editor string) *desk.Desk {
	t.Helper()
	p, err := press1()
	if err != nil {
		t.Fatal(err)
	}
	in, err := press.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	d, err := desk.Open(p, in, editor)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func view(t *testing.T, d *desk.Desk) desk.View {
	t.Helper()
	v, err := d.View()
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// kindOf gives what a line is read as.
func kindOf(v desk.View, line int) string {
	blocks := append(slices.Clone(v.Front), v.Dropped...)
	for _, a := range v.Articles {
		blocks = append(blocks, a.Blocks...)
	}
	for _, b := range blocks {
		for _, n := range b.Lines {
			if n == line {
				return string(b.Kind)
			}
		}
	}
	return ""
}

func file(t *testing.T, dir string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "corrections.toml"))
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return string(data)
}

// Every step is in the file before the next, and every one can be undone and
// done again.
func TestStepsAreKeptAndUndone(t *testing.T) {
	dir := folder(t)
	d := open(t, dir)
	var files []string
	for _, say := range []string{"11 is heading", "15 is caption", "17 is dropped: a slogan", "9 after 7"} {
		files = append(files, file(t, dir))
		if err := d.Say(view(t, d).Version, []string{say}); err != nil {
			t.Fatal(err)
		}
		if file(t, dir) == files[len(files)-1] {
			t.Fatalf("%s: the file is as it was", say)
		}
	}
	last := file(t, dir)
	if got := kindOf(view(t, d), 15); got != "caption" {
		t.Errorf("line 15 is %s", got)
	}
	for i := len(files) - 1; i > 0; i-- {
		if err := d.Undo(view(t, d).Version); err != nil {
			t.Fatal(err)
		}
		if got := file(t, dir); got != files[i] {
			t.Errorf("undone to\n%s\nwant\n%s", got, files[i])
		}
	}
	for range len(files) {
		if err := d.Redo(view(t, d).Version); err != nil {
			t.Fatal(err)
		}
	}
	if got := file(t, dir); got != last {
		t.Errorf("done again:\n%s\nwant\n%s", got, last)
	}
	// A desk that is opened anew has all of it.
	if got := kindOf(view(t, open(t, dir)), 17); got != "running-head" {
		t.Errorf("opened again, line 17 is %s", got)
	}
}

// Two editors: the second is told, and neither loses anything.
func TestTwoEditors(t *testing.T) {
	dir := folder(t)
	a, b := open(t, dir), open(t, dir)
	stale := view(t, b).Version
	if err := a.Say(view(t, a).Version, []string{"15 is caption"}); err != nil {
		t.Fatal(err)
	}
	if err := b.Say(stale, []string{"11 is heading"}); err == nil || !strings.Contains(err.Error(), "changed elsewhere") {
		t.Fatalf("the second editor was told %v", err)
	}
	if strings.Contains(file(t, dir), "heading") || !strings.Contains(file(t, dir), "caption") {
		t.Errorf("the file is\n%s", file(t, dir))
	}
	if err := b.Say(view(t, b).Version, []string{"11 is heading"}); err != nil {
		t.Fatal(err)
	}
	// The first takes back its own step, and the second's stands.
	if err := a.Undo(view(t, a).Version); err != nil {
		t.Fatal(err)
	}
	if got := file(t, dir); !strings.Contains(got, "heading") || strings.Contains(got, "caption") {
		t.Errorf("after undoing the file is\n%s", got)
	}
}

// Many steps at once come one after the other, and none is lost.
func TestStepsAtOnce(t *testing.T) {
	dir := folder(t)
	desks := []*desk.Desk{open(t, dir), open(t, dir)}
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for {
				v, err := desks[i%2].View()
				if err == nil {
					err = desks[i%2].Say(v.Version, []string{fmt.Sprintf("5 checked code-%c", 'a'+i)})
				}
				if err == nil {
					return
				}
				if !strings.Contains(err.Error(), "changed elsewhere") {
					t.Error(err)
					return
				}
			}
		})
	}
	wg.Wait()
	if n := strings.Count(file(t, dir), "[[correction]]"); n != 8 {
		t.Errorf("%d corrections of 8:\n%s", n, file(t, dir))
	}
	left, _ := filepath.Glob(filepath.Join(dir, ".*"))
	if len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// A file that somebody broke is told of, and is not written over.
func TestABrokenFileIsNotOverwritten(t *testing.T) {
	dir := folder(t)
	d := open(t, dir)
	version := view(t, d).Version
	const mine = "[[correction]]\nline = \"1: 渡口\"\nkinds = 3\n"
	write(t, filepath.Join(dir, "corrections.toml"), mine)
	if err := d.Say(version, []string{"11 is heading"}); err == nil || !strings.Contains(err.Error(), "corrections.toml:3") {
		t.Errorf("told %v", err)
	}
	if file(t, dir) != mine {
		t.Error("it was written over")
	}
}

// What the issue was, undone to the beginning, it is again.
func TestMendingWords(t *testing.T) {
	dir := folder(t)
	d := open(t, dir)
	mend := func(text string) {
		t.Helper()
		if err := d.Reword(view(t, d).Version, 7, text); err != nil {
			t.Fatal(err)
		}
	}
	came := strings.Split(broken, "\n")[6]
	mend(strings.Replace(came, "传棋", "传祺", 1))
	mend(strings.Replace(strings.Replace(came, "传棋", "传祺", 1), "三十年", "四十年", 1))
	if n := strings.Count(file(t, dir), "[[correction]]"); n != 1 {
		t.Errorf("%d corrections of one line:\n%s", n, file(t, dir))
	}
	if got := view(t, d).Mended[7]; !strings.Contains(got, "传祺") || !strings.Contains(got, "四十年") {
		t.Errorf("it says %s", got)
	}
	mend(came)
	if strings.Contains(file(t, dir), "[[correction]]") {
		t.Errorf("words as they came leave\n%s", file(t, dir))
	}
	if err := d.Reword(view(t, d).Version, 7, "  "); err == nil {
		t.Error("a line was emptied")
	}
}

func picture(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 300, 200))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// The desk answers nobody but its own page.
func TestStrangersAreRefused(t *testing.T) {
	dir := folder(t)
	d := open(t, dir)
	server := httptest.NewServer(desk.Handler(d, "token"))
	defer server.Close()
	host := strings.TrimPrefix(server.URL, "http://")
	own := "http://" + host
	say := fmt.Sprintf(`{"version":%q,"say":["11 is heading"]}`, view(t, d).Version)
	for _, c := range []struct {
		what, method, path, host, origin, site, body string
		want                                         int
	}{
		{"the page", "GET", "/token/", "", "", "", "", 200},
		{"typed by hand", "GET", "/token/view", "", "", "none", "", 200},
		{"no token", "GET", "/", "", "", "", "", 403},
		{"a wrong token", "GET", "/tokem/view", "", "", "", "", 403},
		{"a name turned to this address", "GET", "/token/view", "evil.example:80", "", "", "", 421},
		{"another site reads", "GET", "/token/view", "", "http://evil.example", "cross-site", "", 403},
		{"another port of this machine reads", "GET", "/token/view", "", "http://127.0.0.1:1", "same-site", "", 403},
		{"a frame of another site", "GET", "/token/", "", "", "cross-site", "", 403},
		{"another site writes", "POST", "/token/say", "", "http://evil.example", "", say, 403},
		{"a form without origin writes", "POST", "/token/say", "", "", "", say, 403},
		{"a sandbox writes", "POST", "/token/say", "", "null", "", say, 403},
		{"a file above", "GET", "/token/page/..%2fdesk.go", "", "", "", "", 403},
		{"a picture above", "GET", "/token/picture/..%2fissue.txt", "", "", "", "", 403},
		{"a file of the folder", "GET", "/token/picture/issue.txt", "", "", "", "", 404},
		{"the book's path upward", "GET", "/token/book/..%2f..%2fetc%2fpasswd", "", "", "", "", 403},
		{"nonsense", "POST", "/token/say", "", own, "", "{", 422},
		{"no such line", "POST", "/token/say", "", own, "", strings.Replace(say, "11 is", "999 is", 1), 422},
		{"an old version", "POST", "/token/say", "", own, "", `{"version":"0","say":["11 is heading"]}`, 409},
		{"the page writes", "POST", "/token/say", "", own, "same-origin", say, 200},
	} {
		before := file(t, dir)
		r, err := http.NewRequest(c.method, server.URL+c.path, strings.NewReader(c.body))
		if err != nil {
			t.Fatal(err)
		}
		if c.host != "" {
			r.Host = c.host
		}
		if c.origin != "" {
			r.Header.Set("Origin", c.origin)
		}
		if c.site != "" {
			r.Header.Set("Sec-Fetch-Site", c.site)
		}
		answer, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		if answer.StatusCode != c.want {
			t.Errorf("%s: %d, want %d", c.what, answer.StatusCode, c.want)
		}
		if answer.StatusCode != 200 && file(t, dir) != before {
			t.Errorf("%s: changed the corrections", c.what)
		}
		if p := answer.Header.Get("Content-Security-Policy"); !strings.Contains(p, "default-src 'none'") {
			t.Errorf("%s: its policy is %q", c.what, p)
		}
	}
}

// A picture stays in the issue's own folder, whatever its name says, and is one.
func TestPicturesStayInTheFolder(t *testing.T) {
	dir := folder(t)
	d := open(t, dir)
	if err := d.Say(view(t, d).Version, []string{"15 is caption"}); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"../../灯塔.png": "灯塔.png", `C:\x\塔.jpeg`: "塔.png", "/etc/..": "issue.png", "a b<script>.png": "a_b_script.png"} {
		if err := d.Picture(view(t, d).Version, 15, name, bytes.NewReader(picture(t))); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := os.Stat(filepath.Join(dir, want)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for what, data := range map[string]string{"a text": "<script>", "nothing": "", "a web page": "<svg/>"} {
		if err := d.Picture(view(t, d).Version, 15, "x.png", strings.NewReader(data)); err == nil {
			t.Errorf("%s was taken for a picture", what)
		}
	}
	// Two pictures of one name are two files.
	if err := d.Picture(view(t, d).Version, 15, "灯塔.png", bytes.NewReader(append(picture(t), 0))); err != nil {
		t.Fatal(err)
	}
	if found, _ := filepath.Glob(filepath.Join(dir, "灯塔*.png")); len(found) != 2 {
		t.Errorf("kept %v", found)
	}
}

// A page of the preview is what layout placed; the chapter is the e-book's.
func TestPreviews(t *testing.T) {
	d := open(t, folder(t))
	s, err := d.Sheet(0, "a01", 2)
	if err != nil || len(s.Runs) == 0 || s.Pages < 2 {
		t.Fatalf("%v: %d runs on page %d of %d", err, len(s.Runs), s.Page, s.Pages)
	}
	for _, r := range s.Runs {
		if len(r.X) != len([]rune(r.Text)) {
			t.Errorf("%q has %d places", r.Text, len(r.X))
		}
	}
	name, data, err := d.Book("", "a01")
	if err != nil || !bytes.Contains(data, []byte("渡口的早晨")) || !strings.HasSuffix(name, "a01.xhtml") {
		t.Errorf("chapter %s: %v", name, err)
	}
	if _, err := json.Marshal(view(t, d)); err != nil {
		t.Error(err)
	}
}
