package builder

import (
	"os"
	"path/filepath"
	"strings"
	"time"
)

// abandoned is the age from which a folder half written is taken for a killed
// run's: no edition takes a day to write.
const abandoned = 24 * time.Hour

// sweep removes the folders that killed runs of WriteFolder left beside dir.
// Nothing is swept while dir does not stand: a run that was killed between the
// two renames has the older edition in its folder. A folder that cannot be read
// or removed stays; it is in nobody's way.
func sweep(dir string) {
	if _, err := os.Lstat(dir); err != nil {
		return
	}
	parent := filepath.Dir(dir)
	entries, err := os.ReadDir(parent)
	if err != nil {
		return
	}
	for _, e := range entries {
		digits, named := strings.CutPrefix(e.Name(), "."+filepath.Base(dir)+".")
		if !named || digits == "" || strings.Trim(digits, "0123456789") != "" || !e.IsDir() {
			continue
		}
		info, err := e.Info()
		if path := filepath.Join(parent, e.Name()); err == nil && time.Since(info.ModTime()) > abandoned && holdsOurs(path) {
			os.RemoveAll(path)
		}
	}
}

// holdsOurs says whether a folder holds what WriteFolder puts there and nothing
// else. An empty one tells nothing of who made it.
func holdsOurs(dir string) bool {
	entries, err := os.ReadDir(dir)
	for _, e := range entries {
		if !e.IsDir() || e.Name() != "new" && e.Name() != "old" {
			return false
		}
	}
	return err == nil && len(entries) > 0
}
