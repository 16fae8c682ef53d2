package library_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"kanyin/builder/library/internal/backlog"
)

// kills is how many times a run is killed before it may end.
const kills = 20

// A works is the program, a tree of issues, and where libraries of it go.
type works struct {
	dir, program, in string
	issues, articles int
	whole            map[string]string // what an undisturbed run makes
	bytes            int64             // and how much that is
}

// The program itself goes through what happens to a library: first run, second
// run, one issue changed, one broken, two of one number, killed at twenty
// places, a full disk, two runs at once, four shares. Each ends with the same
// bytes as an undisturbed run. KANYIN_SCALE=500 does it with 500 issues of the
// sample's size; -v tells the figures.
func TestWhatHappensToALibrary(t *testing.T) {
	w := works{dir: t.TempDir(), issues: 12, articles: backlog.Short}
	if n, err := strconv.Atoi(os.Getenv("KANYIN_SCALE")); err == nil {
		w.issues, w.articles = n, backlog.Thin
	}
	w.program, w.in = filepath.Join(w.dir, "kanyin"), filepath.Join(w.dir, "in")
	if runtime.GOOS == "windows" {
		w.program += ".exe"
	}
	if text, err := exec.Command("go", "build", "-o", w.program, "kanyin/cmd/kanyin").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if err := backlog.Write(w.in, w.issues, w.articles); err != nil {
		t.Fatal(err)
	}
	for _, s := range []struct {
		name string
		run  func(*testing.T, *works)
	}{
		{"one after the other", oneAfterTheOther}, {"killed", killed}, {"two at once", twoAtOnce}, {"four shares", fourShares}, {"disk full", diskFull},
	} {
		if !t.Run(s.name, func(t *testing.T) { s.run(t, &w) }) && w.whole == nil {
			t.FailNow()
		}
	}
}

// run runs the program to its end, tells what that cost and gives what it said.
func (w *works) run(t *testing.T, what string, code int, args ...string) string {
	t.Helper()
	var said bytes.Buffer
	c := exec.Command(w.program, append([]string{"library"}, args...)...)
	c.Stdout, c.Stderr = &said, &said
	start := time.Now()
	c.Run()
	if got := c.ProcessState.ExitCode(); got != code {
		t.Fatalf("%s: exit code %d, want %d\n%s", what, got, code, said.Bytes())
	}
	cpu := c.ProcessState.UserTime() + c.ProcessState.SystemTime()
	t.Logf("%-22s %7.2f s of processor time, %7.2f s by the clock, %4d MiB", what, cpu.Seconds(), time.Since(start).Seconds(), memory(c.ProcessState)>>20)
	return said.String()
}

// size tells how large a folder is, and gives that.
func size(t *testing.T, what, dir string, issues int) (sum int64) {
	t.Helper()
	err := filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if err == nil {
			sum += info.Size()
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%-22s %7.1f KB an issue, %.1f MB in all", what, float64(sum)/1e3/float64(issues), float64(sum)/1e6)
	return sum
}

func (w *works) out(name string) string { return filepath.Join(w.dir, name) }

// says runs the program and wants a line of its account.
func (w *works) says(t *testing.T, what, line string, code int, args ...string) {
	t.Helper()
	if said := w.run(t, what, code, args...); !strings.Contains(said, line) {
		t.Errorf("%s: the program said\n%s\nwant %s", what, said, line)
	}
}

func (w *works) same(t *testing.T, what, out string) {
	t.Helper()
	sameFiles(t, what, files(t, out), w.whole)
	for _, left := range []string{out, out + ".state"} { // five of them would be some gigabytes at full size
		if err := os.RemoveAll(left); err != nil {
			t.Error(err)
		}
	}
}

func oneAfterTheOther(t *testing.T, w *works) {
	out, n := w.out("out"), w.issues
	w.says(t, "first run", fmt.Sprintf("%d made, 0 unchanged, 0 failed", n), 0, w.in, "-o", out)
	w.whole = files(t, out)
	w.bytes = size(t, "library", out, n)
	size(t, "states", out+".state", n)
	w.says(t, "second run", fmt.Sprintf("0 made, %d unchanged, 0 failed", n), 0, w.in, "-o", out)

	some := filepath.Join(w.in, filepath.FromSlash(backlog.Issues(2)[1].Path()))
	text, err := os.ReadFile(some)
	if err != nil {
		t.Fatal(err)
	}
	change := func(name string, data []byte) {
		t.Helper()
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	change(some, append(bytes.Clone(text), "\n又及。\n"...))
	w.says(t, "one changed", fmt.Sprintf("1 made, %d unchanged, 0 failed", n-1), 0, w.in, "-o", out)
	changed := files(t, out)
	change(some, []byte("\n"))
	w.says(t, "one broken", fmt.Sprintf("0 made, %d unchanged, 1 failed", n-1), 1, w.in, "-o", out)
	sameFiles(t, "one broken", files(t, out), changed)
	change(some, text)
	again := filepath.Join(w.in, "again.txt")
	change(again, text)
	w.says(t, "two of one number", "number-twice", 0, w.in, "-o", out)
	w.says(t, "findings count", fmt.Sprintf("0 made, %d unchanged", n+1), 3, w.in, "-o", out, "--strict")
	if err := os.Remove(again); err != nil {
		t.Fatal(err)
	}
	w.says(t, "one withdrawn", "1 withdrawn", 0, w.in, "-o", out)
	w.run(t, "verify", 0, "verify", out, "--rebuild", "none")
	w.run(t, "verify again", 0, "verify", out, "--rebuild", "none")
	w.same(t, "in the end", out)
}

// killed kills runs, each when the library has grown a twentieth further.
func killed(t *testing.T, w *works) {
	out, done := w.out("killed"), 0
	for i := range kills {
		c := exec.Command(w.program, "library", w.in, "-o", out, "--quiet")
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		ended := make(chan error, 1)
		go func() { ended <- c.Wait() }()
		for alive := true; alive; {
			select {
			case <-ended:
				alive = false
			case <-time.After(time.Millisecond):
				if grown(out) > len(w.whole)*i/kills {
					c.Process.Kill()
					<-ended
					done++
					alive = false
				}
			}
		}
	}
	t.Logf("killed %d times", done)
	if done < kills/2 {
		t.Errorf("only %d of %d runs were killed before they ended", done, kills)
	}
	w.run(t, "the run after", 0, w.in, "-o", out)
	w.same(t, "killed and continued", out)
}

// grown counts the files of a library that may be changing.
func grown(dir string) int {
	n := 0
	filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			n++
		}
		return nil
	})
	return n
}

// atOnce runs the program several times at the same time.
func (w *works) atOnce(t *testing.T, runs [][]string) string {
	t.Helper()
	said := make([]bytes.Buffer, len(runs))
	commands := make([]*exec.Cmd, len(runs))
	for i, args := range runs {
		commands[i] = exec.Command(w.program, append([]string{"library"}, args...)...)
		commands[i].Stdout, commands[i].Stderr = &said[i], &said[i]
		if err := commands[i].Start(); err != nil {
			t.Fatal(err)
		}
	}
	var all strings.Builder
	for i, c := range commands {
		if err := c.Wait(); err != nil {
			t.Errorf("%v: %v\n%s", runs[i], err, said[i].Bytes())
		}
		all.Write(said[i].Bytes())
	}
	return all.String()
}

func twoAtOnce(t *testing.T, w *works) {
	out := w.out("two")
	said := w.atOnce(t, [][]string{{w.in, "-o", out}, {w.in, "-o", out}})
	for _, want := range []string{fmt.Sprintf("%d made, 0 unchanged", w.issues), fmt.Sprintf("0 made, %d unchanged", w.issues)} {
		if !strings.Contains(said, want) {
			t.Errorf("two runs at once said\n%s\nwant %s", said, want)
		}
	}
	w.same(t, "two at once", out)
}

func fourShares(t *testing.T, w *works) {
	out := w.out("shares")
	var runs [][]string
	for i := 1; i <= 4; i++ {
		runs = append(runs, []string{w.in, "-o", out, "-j", "1", "--shard", fmt.Sprintf("%d/4", i)})
	}
	w.atOnce(t, runs)
	w.run(t, "index of four shares", 0, "index", w.in, "-o", out)
	w.same(t, "four shares", out)
}
