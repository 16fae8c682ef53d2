// Package builder says what an edition is and sees to it that a file is written
// whole or not at all.
package builder

import (
	"io"
	"os"
	"path/filepath"

	"kanyin/issues/issue"
	"kanyin/issues/say"
)

// A Builder makes one edition of an issue.
type Builder interface {
	// Name is the edition's: epub, screen, print, archive.
	Name() string
	// Build writes the edition. The same issue gives the same bytes. It leaves the issue as it is.
	Build(w io.Writer, iss *issue.Issue) error
}

// WriteFile builds an edition beside path and renames it into place: whatever
// goes wrong, the old file stands or the new one does.
func WriteFile(path string, b Builder, iss *issue.Issue) error {
	err := replace(path, func(w io.Writer) error { return b.Build(w, iss) })
	if err != nil {
		return say.Errorf("build %s: %w", b.Name(), err)
	}
	return nil
}

func replace(path string, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if err = write(f); err != nil {
		return err
	}
	if err = f.Chmod(0o644); err != nil {
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
