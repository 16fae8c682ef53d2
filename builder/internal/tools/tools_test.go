package tools

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A witness remembers how a test would have ended.
type witness struct {
	testing.TB
	failed, skipped string
}

func (w *witness) Helper()                        {}
func (w *witness) Fatalf(format string, a ...any) { w.failed = fmt.Sprintf(format, a...); panic(w) }
func (w *witness) Skipf(format string, a ...any)  { w.skipped = fmt.Sprintf(format, a...); panic(w) }

// ending gives how a test ends that asks for something.
func ending(t *testing.T, ask func(testing.TB)) *witness {
	w := &witness{TB: t}
	func() {
		defer func() { recover() }()
		ask(w)
	}()
	return w
}

func TestAMissingToolSkipsOrFails(t *testing.T) {
	for name, ask := range map[string]func(testing.TB){
		"no-such-program": func(t testing.TB) { Program(t, "no-such-program") },
		"maven/no-*.jar":  func(t testing.TB) { File(t, "maven/no-*.jar") },
	} {
		t.Setenv("KANYIN_VALIDATORS", "")
		if w := ending(t, ask); w.failed != "" || !strings.HasPrefix(w.skipped, "SKIP: "+name) {
			t.Errorf("%s: skipped %q, failed %q", name, w.skipped, w.failed)
		}
		t.Setenv("KANYIN_VALIDATORS", "require")
		if w := ending(t, ask); w.skipped != "" || !strings.HasPrefix(w.failed, name) {
			t.Errorf("%s is required: skipped %q, failed %q", name, w.skipped, w.failed)
		}
	}
}

func TestWhatIsThereIsFound(t *testing.T) {
	if path := File(t, "install.sh"); path != filepath.Join(Dir(t), "install.sh") {
		t.Errorf("install.sh is at %s", path)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "ferry"), nil, 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir)
	if path := Program(t, "ferry"); path != filepath.Join(dir, "ferry") {
		t.Errorf("ferry is at %s", path)
	}
}
