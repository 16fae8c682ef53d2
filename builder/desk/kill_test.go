package desk_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"kanyin/issues/correct"
)

// stepping is the folder that a desk in a process of its own takes steps in.
const stepping = "KANYIN_DESK_STEPPING"

// A desk that is killed in the middle of a step leaves a file that is whole, with
// every step that was taken before.
func TestAKilledDeskLosesNothing(t *testing.T) {
	if dir := os.Getenv(stepping); dir != "" {
		d := open(t, dir)
		for i := 0; ; i++ {
			if err := d.Say(view(t, d).Version, []string{fmt.Sprintf("5 checked code-%d-%d", os.Getpid(), i)}); err != nil {
				t.Fatal(err)
			}
			fmt.Println("step")
		}
	}
	dir := folder(t)
	taken := 0
	for round := range 6 {
		c := exec.Command(os.Args[0], "-test.run=^TestAKilledDeskLosesNothing$")
		c.Env = append(os.Environ(), stepping+"="+dir)
		out, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		steps := bufio.NewScanner(out)
		for range 1 + 2*round {
			if !steps.Scan() {
				t.Fatal("the desk ended by itself")
			}
			taken++
		}
		c.Process.Kill()
		for steps.Scan() { // what it had said before it was killed
			taken++
		}
		c.Wait()
		data, err := os.ReadFile(filepath.Join(dir, correct.Name))
		if err != nil {
			t.Fatal(err)
		}
		book, err := correct.Parse(correct.Name, data)
		if err != nil {
			t.Fatalf("after %d steps: %v", taken, err)
		}
		switch n := len(book.Corrections()); {
		case n < taken || n > taken+1:
			t.Fatalf("%d steps were taken, and %d are in the file", taken, n)
		default:
			taken = n // one was written and not told any more
		}
	}
	if !strings.Contains(file(t, dir), "code-") {
		t.Error("nothing was said")
	}
	// The next desk goes on, also over a lock that was left behind.
	d := open(t, dir)
	if err := d.Say(view(t, d).Version, []string{"11 is heading"}); err != nil {
		t.Fatal(err)
	}
}
