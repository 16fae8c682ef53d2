package press

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"kanyin/issues"
	"kanyin/issues/issue"
)

// An Input is an issue's text and what its folder says besides.
type Input struct {
	Name   string // of the text's file, as messages name it
	Arg    string // what the user calls it; "" for a text that has no file
	Folder string // that the config's paths start from
	Config Config
	TOML   []byte // the config's file, for the archive
	open   func() (io.ReadCloser, error)
}

// Open finds the text that a path means: a file, or a folder that holds one,
// with the issue.toml beside it.
func Open(path string) (Input, error) {
	info, err := os.Stat(path)
	var broken *fs.PathError
	if errors.As(err, &broken) {
		err = fmt.Errorf("%s: %w", path, broken.Err)
	}
	if err != nil {
		return Input{}, err
	}
	in := Input{Name: path, Arg: path, Folder: filepath.Dir(path)}
	if info.IsDir() {
		in.Folder = path
	}
	if in.Config, in.TOML, err = readConfig(filepath.Join(in.Folder, ConfigName)); err != nil {
		return Input{}, err
	}
	if info.IsDir() {
		if in.Name, err = textIn(path, in.Config.Text); err != nil {
			return Input{}, err
		}
	}
	in.open = func() (io.ReadCloser, error) { return os.Open(in.Name) }
	return in, nil
}

// Reader is an input without a file, such as standard input; it is read once.
func Reader(name string, r io.Reader) Input {
	return Input{Name: name, Folder: ".", open: func() (io.ReadCloser, error) { return io.NopCloser(r), nil }}
}

// textIn names the text of an issue's folder: the one the config names, or the
// only .txt there.
func textIn(dir, named string) (string, error) {
	if named != "" {
		return filepath.Join(dir, named), nil
	}
	found, err := filepath.Glob(filepath.Join(escapeGlob(dir), "*.txt"))
	if err != nil {
		return "", err
	}
	sort.Strings(found)
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return "", fmt.Errorf("%s: the folder holds no issue; put its text there as a .txt file", dir)
	}
	return "", fmt.Errorf("%s: the folder holds %d texts (%s, %s, …); name one in %s: text = %q",
		dir, len(found), filepath.Base(found[0]), filepath.Base(found[1]), ConfigName, filepath.Base(found[0]))
}

// escapeGlob keeps a folder's own name from being read as a pattern.
func escapeGlob(dir string) string {
	return strings.NewReplacer(`\`, `\\`, `[`, `\[`, `*`, `\*`, `?`, `\?`).Replace(dir)
}

// A Job is an issue that was read, and the name that its editions will have.
type Job struct {
	Input  Input
	Source []byte // the text as it came
	Issue  *issue.Issue
	Name   string // of the editions' files, without their endings
}

// Read reads an issue and puts its folder's settings over what it says of
// itself. All reading of inputs goes through here.
func Read(in Input) (Job, error) {
	r, err := in.open()
	if err != nil {
		return Job{}, err
	}
	defer r.Close()
	text, err := io.ReadAll(r)
	if err != nil {
		return Job{}, fmt.Errorf("%s: %w", in.Name, err)
	}
	iss, err := issues.Read(in.Name, bytes.NewReader(text))
	if err != nil {
		return Job{}, err
	}
	in.Config.Meta.Apply(&iss.Meta)
	return Job{in, text, iss, FileName(iss)}, nil
}

// ReadAll reads every issue before the first is published: two that would
// write the same files are found while nothing is written yet.
func ReadAll(inputs []Input) ([]Job, error) {
	var jobs []Job
	taken := map[string]string{}
	for _, in := range inputs {
		j, err := Read(in)
		if err != nil {
			return nil, err
		}
		if other, ok := taken[j.Name]; ok {
			return nil, fmt.Errorf("%s and %s would both write %s.*; build them into two folders, or set title, year or number in %s", other, in.Name, j.Name, ConfigName)
		}
		taken[j.Name] = in.Name
		jobs = append(jobs, j)
	}
	return jobs, nil
}
