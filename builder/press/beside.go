package press

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kanyin/issues/correct"
	"kanyin/issues/input"
)

// Beside gives the files that the input's settings name, which editions depend
// on as they do on the text. They need not exist.
func (in Input) Beside() []string {
	names := []string{in.Config.Cover, in.Config.Profile}
	if filepath.Ext(in.Config.Design) != "" { // a built-in design has a name alone
		names = append(names, in.Config.Design)
	}
	for _, f := range in.Config.Fonts {
		names = append(names, f.File)
	}
	var list []string
	for _, name := range names {
		if name != "" {
			list = append(list, in.beside(name))
		}
	}
	return list
}

// correctionsPath gives the file that an input's corrections stand in. A folder
// has one; so has its only text. Where several texts lie in one folder, each has
// a file of its name, so that no text is read with what was said of another.
func correctionsPath(folder, name string) string {
	shared := filepath.Join(folder, correct.Name)
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return shared
	}
	base := filepath.Base(name)
	own := filepath.Join(filepath.Dir(name), strings.TrimSuffix(base, filepath.Ext(base))+"."+correct.Name)
	if exists(own) || !exists(shared) && !alone(name) {
		return own
	}
	return shared
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// alone reports whether no other issue seems to lie in the file's folder: no file
// of another name that ends as texts, manuscripts and pages do.
func alone(name string) bool {
	entries, _ := os.ReadDir(filepath.Dir(name))
	stem := func(s string) string { return strings.TrimSuffix(s, filepath.Ext(s)) }
	return !slices.ContainsFunc(entries, func(e os.DirEntry) bool {
		return e.Type().IsRegular() && stem(e.Name()) != stem(filepath.Base(name)) && input.Readable(e.Name())
	})
}
