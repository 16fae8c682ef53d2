package library_test

import (
	"fmt"
	"os"
	"syscall"
	"testing"
)

// memory is the most that a program had, in bytes.
func memory(p *os.ProcessState) int64 { return p.SysUsage().(*syscall.Rusage).Maxrss << 10 }

// diskFull gives the library a disk that holds two thirds of it, and then one
// that holds it all.
func diskFull(t *testing.T, w *works) {
	out := w.out("small")
	if err := os.Mkdir(out, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", out, "tmpfs", 0, fmt.Sprintf("size=%d", w.bytes*2/3)); err != nil {
		t.Skipf("SKIP: a small disk cannot be mounted here: %v", err)
	}
	defer syscall.Unmount(out, syscall.MNT_DETACH)
	w.says(t, "disk full", "make room, and the next run goes on", 1, w.in, "-o", out)
	for name, digest := range files(t, out) {
		if w.whole[name] != digest {
			t.Errorf("%s is not whole", name)
		}
	}
	if err := syscall.Mount("tmpfs", out, "tmpfs", syscall.MS_REMOUNT, fmt.Sprintf("size=%d", w.bytes*4)); err != nil {
		t.Fatal(err)
	}
	w.run(t, "with more room", 0, w.in, "-o", out)
	sameFiles(t, "with more room", files(t, out), w.whole)
}
