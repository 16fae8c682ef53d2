package builder

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"kanyin/issues/say"
)

// A File is a path with slashes inside a folder edition, and its content.
type File struct {
	Path string
	Data []byte
}

// WriteFolder writes an edition that is a folder beside its place and renames
// it into place. An older folder there stands until the new one is whole. What
// a killed run left beside it is swept away.
func WriteFolder(dir string, files []File) (err error) {
	temp, err := os.MkdirTemp(filepath.Dir(dir), "."+filepath.Base(dir)+".*")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(temp)) }()
	fresh := filepath.Join(temp, "new")
	for _, f := range files {
		if err := writeInto(fresh, f); err != nil {
			return err
		}
	}
	sweep(dir)
	return swap(dir, fresh, filepath.Join(temp, "old"))
}

// swap puts the folder fresh in dir's place and dir, where there is one, in
// old's. When that fails, dir is where it was: nothing may be lost.
func swap(dir, fresh, old string) error {
	err := os.Rename(dir, old)
	stood := err == nil
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Rename(fresh, dir); err != nil {
		if stood {
			err = errors.Join(err, os.Rename(old, dir))
		}
		return err
	}
	return nil
}

func writeInto(dir string, f File) error {
	if !filepath.IsLocal(filepath.FromSlash(f.Path)) {
		return say.Errorf("%q leads out of the folder", f.Path)
	}
	path := filepath.Join(dir, filepath.FromSlash(f.Path))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, f.Data, 0o644)
}
