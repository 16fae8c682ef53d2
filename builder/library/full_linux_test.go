package library_test

import (
	"context"
	"errors"
	"path/filepath"
	"syscall"
	"testing"

	"kanyin/builder/library"
)

// A disk that fills up ends the run with a word about it; what was published
// before stays whole, nothing half made lies about, and with more room the next
// run goes on to the same library.
func TestAFullDisk(t *testing.T) {
	d := newDesk(t, 6)
	d.run(d.options())
	want := files(t, d.out)

	o := d.options()
	o.Out = t.TempDir()
	o.State = filepath.Join(t.TempDir(), "state")
	if err := syscall.Mount("tmpfs", o.Out, "tmpfs", 0, "size=2m"); err != nil {
		t.Skipf("SKIP: a small disk cannot be mounted here: %v", err)
	}
	defer syscall.Unmount(o.Out, syscall.MNT_DETACH)
	p, _ := thePress()
	report, err := library.Run(context.Background(), p, o)
	if !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("the run ended with %v", err)
	}
	made := report.With(library.Made)
	if len(made) == 0 || len(made) == 6 {
		t.Errorf("%d issues were made before the disk was full", len(made))
	}
	for name, digest := range files(t, o.Out) {
		if want[name] != digest {
			t.Errorf("%s is not whole", name)
		}
	}
	if err := syscall.Mount("tmpfs", o.Out, "tmpfs", syscall.MS_REMOUNT, "size=64m"); err != nil {
		t.Fatal(err)
	}
	if _, err := library.Run(context.Background(), p, o); err != nil {
		t.Fatal(err)
	}
	sameFiles(t, "with more room", files(t, o.Out), want)
}
