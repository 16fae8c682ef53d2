package press

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"time"

	"kanyin/builder"
	"kanyin/issues/correct"
	"kanyin/issues/issue"
	"kanyin/issues/say"
)

// ErrChanged says that somebody else changed the corrections meanwhile.
var ErrChanged = say.Errorf("somebody else has changed it; nothing was written")

// Keep writes the corrections of an input beside its text, whole or not at all.
// It is refused where the file is not the one any more that was read, or that
// was written last: was is what stood there, nil for no file.
func (in Input) Keep(was, now []byte) error {
	path := in.CorrectionsPath
	free, err := lock(path)
	if err != nil {
		return err
	}
	defer free()
	stands, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if !bytes.Equal(stands, was) {
		return say.Errorf("%s: %w", path, ErrChanged)
	}
	return builder.WriteFile(path, corrections(now), nil)
}

// corrections is the file as a thing that is written whole.
type corrections []byte

func (c corrections) Name() string { return correct.Name }

func (c corrections) Build(w io.Writer, _ *issue.Issue) error {
	_, err := w.Write(c)
	return err
}

// A lock is held while a file is read, compared and written; one that a killed
// program left is older than any such moment.
const (
	lockAge  = 5 * time.Second
	lockWait = 20 * time.Millisecond
)

func lock(path string) (free func(), err error) {
	name := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".lock")
	for range int(2 * lockAge / lockWait) {
		f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if err == nil {
			f.Close()
			return func() { os.Remove(name) }, nil
		}
		if !errors.Is(err, os.ErrExist) {
			return nil, err
		}
		if info, err := os.Stat(name); err == nil && time.Since(info.ModTime()) > lockAge {
			os.Remove(name)
			continue
		}
		time.Sleep(lockWait)
	}
	return nil, say.Errorf("%s: another kanyin is writing it", path)
}
