package library

import (
	"os"
	"path/filepath"
	"time"

	"github.com/rogpeppe/go-internal/lockedfile"

	"kanyin/issues/say"
)

// patience is how long a run waits for another before it says so: nobody
// notices half a second.
const patience = 500 * time.Millisecond

// lock keeps runs apart. A run over the whole tree works alone; shards share
// the library among themselves, each alone on its share. The locks are the
// system's, so a killed run holds none.
func lock(dir string, shard Shard, tell func(say.Text)) (unlock func(), err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, say.Errorf("the state's folder cannot be made: %w", err)
	}
	waiting := time.AfterFunc(patience, func() { tell(say.Of("waiting for another run that works on this library")) })
	defer waiting.Stop()
	if shard.whole() {
		return lockedfile.MutexAt(filepath.Join(dir, "lock")).Lock()
	}
	// lockedfile shares a file that is opened for reading alone.
	f, err := lockedfile.OpenFile(filepath.Join(dir, "lock"), os.O_RDONLY|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	own, err := lockedfile.MutexAt(filepath.Join(dir, "lock-"+shard.name())).Lock()
	if err != nil {
		f.Close()
		return nil, err
	}
	return func() { own(); f.Close() }, nil
}
