package library

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kanyin/builder/press"
	"kanyin/issues/correct"
)

// keyFormat is hashed into every key; it changes when what a key covers does.
const keyFormat = "kanyin.key/1"

// A keyer tells by content whether an issue must be made again: its key covers
// the program, the library's settings and every file that the issue may be
// made of. No clock is asked: a file that was touched, copied or checked out
// anew is the same file.
type keyer struct{ common string }

// newKeyer hashes what all issues depend on.
func newKeyer(program string, c Config) (keyer, error) {
	h := sha256.New()
	fmt.Fprintln(h, keyFormat, program, os.Getenv("SOURCE_DATE_EPOCH"))
	files := []string{filepath.Join(c.folder, ConfigName), c.beside(c.Profile), c.design(c.Design)}
	for _, t := range c.Title {
		files = append(files, c.beside(t.Profile), c.design(t.Design))
	}
	if c.Pages != "" {
		pages, err := filesIn(c.beside(c.Pages))
		if err != nil {
			return keyer{}, err
		}
		files = append(files, pages...)
	}
	for _, f := range files {
		if err := hashFile(h, c.folder, f); err != nil {
			return keyer{}, err
		}
	}
	return keyer{hex.EncodeToString(h.Sum(nil))}, nil
}

// key gives that of an issue.
func (k keyer) key(s source) (string, error) {
	h := sha256.New()
	fmt.Fprintln(h, k.common, s.Name)
	files, err := filesOf(s)
	if err != nil {
		return "", err
	}
	for _, f := range files {
		if err := hashFile(h, filepath.Dir(s.path), f); err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// filesOf gives all files that an issue may be made of: a folder's, or a file
// with the folder's corrections and the files beside it that share its name up
// to the first dot, such as pictures; and what the settings name elsewhere.
func filesOf(s source) ([]string, error) {
	var files []string
	var err error
	if s.dir {
		if files, err = filesIn(s.path); err != nil {
			return nil, err
		}
	} else {
		stem, _, _ := strings.Cut(filepath.Base(s.path), ".")
		entries, err := os.ReadDir(filepath.Dir(s.path))
		if err != nil {
			return nil, err
		}
		files = append(files, filepath.Join(filepath.Dir(s.path), correct.Name))
		for _, e := range entries {
			if other, _, _ := strings.Cut(e.Name(), "."); other == stem && !e.IsDir() {
				files = append(files, filepath.Join(filepath.Dir(s.path), e.Name()))
			}
		}
	}
	in, err := press.Open(s.path)
	if err != nil {
		return files, nil // making the issue tells it
	}
	return append(files, in.Beside()...), nil
}

// filesIn gives the files of a folder and those below, by name.
func filesIn(dir string) ([]string, error) {
	var files []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files = append(files, path)
		}
		return err
	})
	slices.Sort(files)
	return files, err
}

// hashFile takes in a file's name and content; one that is not there counts as
// such, and "" not at all.
func hashFile(h hash.Hash, root, path string) error {
	if path == "" {
		return nil
	}
	name, err := filepath.Rel(root, path)
	if err != nil {
		name = path
	}
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		fmt.Fprintf(h, "%q none\n", filepath.ToSlash(name))
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	sum := sha256.New()
	n, err := io.Copy(sum, f)
	if err != nil {
		return err
	}
	fmt.Fprintf(h, "%q %d %x\n", filepath.ToSlash(name), n, sum.Sum(nil))
	return nil
}
