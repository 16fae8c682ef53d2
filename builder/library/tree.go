package library

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kanyin/builder/press"
)

// A source is an issue in the tree: a folder with an issue.toml, or a file
// elsewhere.
type source struct {
	Name string // its path in the tree, with slashes; it is known by this
	path string
	dir  bool
	err  error // why it cannot be looked into
}

// endings are the files that are an issue each where they lie in a folder
// without an issue.toml. Pages of an OCR program, and articles that are a
// manuscript each, are one issue together and say so by an issue.toml, even an
// empty one.
var endings = []string{".txt", ".pdf", ".docx", ".odt"}

// made are the endings of what kanyin itself writes: editions that lie in the
// tree are no issues.
var made = []string{".screen.pdf", ".print.pdf", ".booklet.pdf", ".ticket.txt"}

// find gives the issues of a tree, by name. Hidden files, bags and the folders
// in skip are passed over. A folder that cannot be read is a source with an
// error: the others shall not suffer for it.
func find(root string, skip ...string) ([]source, error) {
	var list []source
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		name, _ := filepath.Rel(root, path)
		s := source{Name: filepath.ToSlash(name), path: path}
		switch {
		case err != nil && path == root:
			return err
		case err != nil:
			s.err = err
			list = append(list, s)
			return fs.SkipDir
		case path != root && strings.HasPrefix(d.Name(), "."), slices.ContainsFunc(skip, func(p string) bool { return same(p, path) }):
			return skipped(d)
		case d.IsDir():
			if exists(filepath.Join(path, "bagit.txt")) {
				return fs.SkipDir
			}
			if !exists(filepath.Join(path, press.ConfigName)) {
				return nil
			}
			s.dir = true
			list = append(list, s)
			return fs.SkipDir
		case isIssue(path):
			list = append(list, s)
		}
		return nil
	})
	slices.SortFunc(list, func(a, b source) int { return strings.Compare(a.Name, b.Name) })
	return list, err
}

func skipped(d fs.DirEntry) error {
	if d.IsDir() {
		return fs.SkipDir
	}
	return nil
}

// isIssue says whether a file by itself is an issue.
func isIssue(path string) bool {
	name := strings.ToLower(filepath.Base(path))
	has := func(ending string) bool { return strings.HasSuffix(name, ending) }
	if !slices.ContainsFunc(endings, has) || slices.ContainsFunc(made, has) {
		return false
	}
	info, err := os.Stat(path) // a link to a file is one, too
	return err == nil && info.Mode().IsRegular()
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func same(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}
