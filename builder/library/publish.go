package library

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"kanyin/issues/say"
)

// stageName is the folder in the library where a run makes things before they
// have their places: on the same file system, so that they are renamed there,
// and hidden from web servers. No finished run leaves it.
const stageName = ".new"

// move renames every file of the folder stage into the folder place, record
// last, and removes what stood there under other names, but for what keep
// names. No file that a reader may be fetching is missing for a moment, and a
// run that is killed between two leaves a place that the next run makes again.
func move(stage, place string, last string, keep ...string) (map[string]int64, error) {
	files, err := sizes(stage)
	if err != nil {
		return nil, err
	}
	names := make([]string, 0, len(files))
	for name := range files {
		if name != last {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range append(names, last) {
		to := filepath.Join(place, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return nil, err
		}
		if err := os.Rename(filepath.Join(stage, filepath.FromSlash(name)), to); err != nil {
			return nil, err
		}
	}
	standing, err := sizes(place)
	if err != nil {
		return nil, err
	}
	for name := range standing {
		if _, ok := files[name]; !ok && !slices.Contains(keep, name) {
			if err := os.Remove(filepath.Join(place, filepath.FromSlash(name))); err != nil {
				return nil, err
			}
			prune(place, path.Dir(name))
		}
	}
	return files, nil
}

// sizes gives the files of a folder, with slashes, and their sizes.
func sizes(dir string) (map[string]int64, error) {
	files := map[string]int64{}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, p)
		files[filepath.ToSlash(name)] = info.Size()
		return err
	})
	return files, err
}

// prune removes the folder below root at the end of a path, and those above
// it, as long as they are empty.
func prune(root, name string) {
	for ; name != "." && name != "/"; name = path.Dir(name) {
		if os.Remove(filepath.Join(root, filepath.FromSlash(name))) != nil {
			return // it holds something
		}
	}
}

// removePlace takes an issue's folder out of the library.
func removePlace(out, place string) error {
	if !filepath.IsLocal(filepath.FromSlash(place)) || strings.Count(place, "/") != 2 {
		return say.Errorf("%q is no place of an issue", place)
	}
	if err := os.RemoveAll(filepath.Join(out, filepath.FromSlash(place))); err != nil {
		return err
	}
	prune(out, path.Dir(place))
	return nil
}

// checkOut sees to it that the library is not written into a folder of other
// things, of which a run might then replace some.
func checkOut(out string) error {
	entries, err := os.ReadDir(out)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0 {
		return os.MkdirAll(out, 0o755)
	}
	if err != nil {
		return err
	}
	if exists(filepath.Join(out, stageName)) || exists(filepath.Join(out, markName)) {
		return nil
	}
	records, err := fs.Glob(os.DirFS(out), "*/*/*/record.json")
	if err == nil && records == nil {
		err = say.Errorf("%s: the folder holds other things than a library; give one that is empty or not there yet", out)
	}
	return err
}
