package builder_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"kanyin/builder"
)

func TestWhatAKilledRunLeftIsSwept(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "渡口.archive")
	for _, c := range []struct {
		name string
		age  time.Duration
		kept bool
	}{
		{".渡口.archive.1438722473/new", 48 * time.Hour, false},
		{".渡口.archive.12/old", 48 * time.Hour, false},
		{".渡口.archive.13/new", time.Hour, true},              // a run that may still go on
		{".渡口.archive.14/notes", 48 * time.Hour, true},       // somebody else's
		{".渡口.archive.v2/new", 48 * time.Hour, true},         // no name of ours
		{".石榴.archive.1438722473/new", 48 * time.Hour, true}, // another edition's
	} {
		t.Run(c.name, func(t *testing.T) {
			left := filepath.Join(parent, filepath.Dir(c.name))
			if err := os.MkdirAll(filepath.Join(parent, c.name), 0o755); err != nil {
				t.Fatal(err)
			}
			then := time.Now().Add(-c.age)
			if err := os.Chtimes(left, then, then); err != nil {
				t.Fatal(err)
			}
			os.RemoveAll(dir)
			for _, stood := range []bool{false, true} {
				if err := builder.WriteFolder(dir, []builder.File{{Path: "a.txt"}}); err != nil {
					t.Fatal(err)
				}
				_, err := os.Stat(left)
				if kept := err == nil; kept != (c.kept || !stood) {
					t.Errorf("kept is %v where an older edition stood: %v", kept, stood)
				}
			}
		})
	}
}
