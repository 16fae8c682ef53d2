package verify

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/say"
)

// A Result is a rule's verdict on an edition, or on one place in it.
type Result struct {
	Code  string   `json:"code"` // never changes
	Title say.Text `json:"title"`
	Pass  bool     `json:"pass"`
	Place say.Text `json:"place,omitzero"` // "page 12, 88.0 422.5 pt", "EPUB/xhtml/a01.xhtml:17", "byte 1800"
	Text  say.Text `json:"text,omitzero"`  // what is wrong

	// Skipped says that the edition could not be held to the rule, and Text why:
	// it has neither passed nor failed.
	Skipped bool `json:"skipped,omitempty"`
}

// Failed says whether the edition does not keep the rule.
func (r Result) Failed() bool { return !r.Pass && !r.Skipped }

// Said gives the verdict as "place: code: title: what is wrong".
func (r Result) Said() say.Text {
	if r.Place.IsZero() {
		return say.Of("%s: %s: %s", r.Code, r.Title, r.Text)
	}
	return say.Of("%s: %s: %s: %s", r.Place, r.Code, r.Title, r.Text)
}

// A Report is all results on an edition.
type Report struct {
	File    string   `json:"file"`
	Kind    string   `json:"kind"` // screen, print, booklet, epub, archive
	Results []Result `json:"results"`
}

// Failed says whether any rule failed.
func (r Report) Failed() bool {
	return slices.ContainsFunc(r.Results, Result.Failed)
}

// Options say what an edition is held against besides the rules. The zero value is none.
type Options struct {
	// Issue is what the edition was made from; nil does not compare text.
	Issue *issue.Issue

	// Rebuild makes the editions again from the files of a bag's source folder, of
	// which name is the text, and from the settings that kanyin.json records, and
	// gives their bytes by file name; nil skips the rebuild.
	Rebuild func(name string, files map[string][]byte, settings json.RawMessage) (map[string][]byte, error)

	// Version is the running program's. A bag that another version made is not
	// rebuilt: only the same program gives the same bytes. Empty rebuilds any.
	Version string

	// External are folders with validators, beside those on the PATH, for
	// External to ask; nil asks none.
	External []string
}

// largest is the size over which no edition is read; a real one has a megabyte.
const largest = 1 << 30

// File judges the edition at path: a .pdf, an .epub, or a bag as a folder, a
// .zip or a .tar. An error says that it cannot be read at all.
func File(path string, o Options) (Report, error) {
	report, err := file(path, o)
	if err != nil {
		return Report{}, say.Errorf("verify %s: %w", path, err)
	}
	report.File = path
	if o.External != nil {
		report.Results = append(report.Results, External(path, report.Kind, o.External)...)
	}
	return report, nil
}

func file(path string, o Options) (Report, error) {
	info, err := os.Stat(path)
	if err != nil {
		return Report{}, err
	}
	if info.IsDir() {
		b, err := openFolder(path)
		if err != nil {
			return Report{}, err
		}
		return judgeBag(b, o), nil
	}
	if info.Size() > largest {
		return Report{}, say.Errorf("it has %d bytes; no edition has more than %d", info.Size(), int64(largest))
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return Report{}, err
	}
	return Bytes(filepath.Base(path), data, o)
}

// errKind says that a file is of no kind that an edition has.
var errKind = say.Errorf("it is no PDF file, no e-book and no bag")

// Bytes judges an edition that is in memory. The name tells its kind where the
// bytes do not: a damaged .epub is still one.
func Bytes(name string, data []byte, o Options) (Report, error) {
	ext := strings.ToLower(filepath.Ext(name))
	switch {
	case ext == ".pdf" || bytes.HasPrefix(data, []byte("%PDF-")):
		return judgePDF(data, o)
	case ext == ".epub":
		return judgeEPUB(data, o)
	case ext == ".tar":
		b, err := openTar(data)
		if err != nil {
			return Report{}, err
		}
		return judgeBag(b, o), nil
	case ext == ".zip" || bytes.HasPrefix(data, []byte("PK")):
		b, err := openZip(data)
		if err != nil {
			return Report{}, err
		}
		return judgeBag(b, o), nil
	}
	return Report{}, errKind
}

// read reads at most limit bytes, and says where there are more.
func read(r io.Reader, limit int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err == nil && int64(len(data)) > limit {
		return nil, say.Errorf("it unpacks to more than %d bytes", limit)
	}
	return data, err
}
