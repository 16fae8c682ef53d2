package main

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// killed is how many times a run is killed before it may end.
const killed = 20

// A run of "kanyin library" that is killed at twenty places, whatever it was
// doing there, and each time begun again, gives the same library in the end as
// a run that nobody disturbed.
func TestAKilledRunIsContinued(t *testing.T) {
	dir := t.TempDir()
	program, in := filepath.Join(dir, "kanyin"), filepath.Join(dir, "in")
	if text, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if err := os.Mkdir(in, 0o755); err != nil {
		t.Fatal(err)
	}
	for n := 1; n <= 8; n++ {
		text := fmt.Sprintf("渡口\n\n2020·%d\n\n渡口的老人\n\n石榴\n\n渡口的老人说，今年的水早了%d天。\n", max(n, 2), n) // two of one number
		if err := os.WriteFile(filepath.Join(in, fmt.Sprintf("%d.txt", n)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	run := func(out string) *exec.Cmd { return exec.Command(program, "library", in, "-o", out, "--quiet") }
	whole, out := filepath.Join(dir, "whole"), filepath.Join(dir, "killed")
	if text, err := run(whole).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	want := digests(t, whole)
	kills := 0
	for i := range killed {
		// The run goes on until the library has grown so far, and no further.
		until := len(want) * i / killed
		c := run(out)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		ended := make(chan error, 1)
		go func() { ended <- c.Wait() }()
		for alive := true; alive; {
			select {
			case <-ended:
				alive = false
			default:
				if count(out) > until {
					c.Process.Kill()
					<-ended
					kills++
					alive = false
				}
			}
		}
	}
	t.Logf("killed %d times", kills)
	if kills < killed/2 {
		t.Errorf("only %d of %d runs were killed before they ended", kills, killed)
	}
	if text, err := run(out).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if got := digests(t, out); !maps.Equal(got, want) {
		for name := range got {
			if got[name] != want[name] {
				t.Errorf("%s is not what an undisturbed run makes", name)
			}
		}
		t.Errorf("%d files, want %d", len(got), len(want))
	}
}

// count counts the files of a library that may be changing.
func count(dir string) int {
	n := 0
	filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			n++
		}
		return nil
	})
	return n
}

func digests(t *testing.T, dir string) map[string]string {
	t.Helper()
	list := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		list[strings.TrimPrefix(path, dir)] = fmt.Sprintf("%x", sha256.Sum256(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}
