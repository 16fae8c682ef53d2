package library

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"kanyin/issues/say"
)

// A state is what was done for one issue. It is kept beside the library, never
// in it, and may be deleted at any time: then everything is made again, to the
// same bytes.
type state struct {
	Source string           `json:"source"`
	Key    string           `json:"key,omitempty"`   // of what it was made from; "" where it is still to be made
	Claim  string           `json:"claim,omitempty"` // the place that its title, year and number mean
	Place  string           `json:"place,omitempty"` // the place that it has; "" where it has none yet
	Files  map[string]int64 `json:"files,omitempty"` // in that place, with their sizes

	Found []say.Kept `json:"found,omitempty"` // each as "source:line: code: message", to be said in the language of who asks
}

// whole says whether the state's files are all there.
func (s state) whole(out string) bool {
	for name, size := range s.Files {
		info, err := os.Stat(filepath.Join(out, filepath.FromSlash(s.Place), filepath.FromSlash(name)))
		if err != nil || info.Size() != size {
			return false
		}
	}
	return len(s.Files) > 0
}

// A store keeps states in a folder, a file each, so that runs on several
// machines share it without waiting for each other.
type store struct{ dir string }

func (st store) file(source string) string {
	sum := sha256.Sum256([]byte(source))
	return filepath.Join(st.dir, "issues", hex.EncodeToString(sum[:12])+".json")
}

// load gives all states by source. One that cannot be read is as if it were
// not there: its issue is made again.
func (st store) load() (map[string]state, error) {
	states := map[string]state{}
	entries, err := os.ReadDir(filepath.Join(st.dir, "issues"))
	if errors.Is(err, fs.ErrNotExist) {
		return states, nil
	}
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue // another run is writing it, or a killed one was
		}
		var s state
		data, err := os.ReadFile(filepath.Join(st.dir, "issues", e.Name()))
		if err == nil && json.Unmarshal(data, &s) == nil && s.Source != "" {
			states[s.Source] = s
		}
	}
	return states, nil
}

// sweep removes what killed runs left; no other run may be at work.
func (st store) sweep() error {
	var errs []error
	for _, pattern := range []string{".*", filepath.Join("issues", ".*")} {
		left, err := fs.Glob(os.DirFS(st.dir), filepath.ToSlash(pattern))
		errs = append(errs, err)
		for _, name := range left {
			errs = append(errs, os.Remove(filepath.Join(st.dir, filepath.FromSlash(name))))
		}
	}
	return errors.Join(errs...)
}

func (st store) save(s state) error {
	data, err := json.Marshal(s)
	if err != nil {
		return err
	}
	return writeWhole(st.file(s.Source), data)
}

func (st store) drop(source string) error {
	err := os.Remove(st.file(source))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// note and noted keep one string, such as the key of the last index.
func (st store) note(name, text string) error {
	return writeWhole(filepath.Join(st.dir, name), []byte(text))
}

func (st store) noted(name string) string {
	data, err := os.ReadFile(filepath.Join(st.dir, name))
	if err != nil {
		return ""
	}
	return string(data)
}

// writeWhole writes a file of the state beside its place and renames it in.
func writeWhole(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return say.Errorf("the state's folder cannot be made: %w", err)
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}
