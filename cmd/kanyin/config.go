package main

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

	"github.com/pelletier/go-toml/v2"

	"kanyin/issues"
	"kanyin/issues/issue"
)

// configName is the file in an issue's folder that says what the text does
// not say, or says wrongly.
const configName = "issue.toml"

// A config is an issue.toml. What it leaves out is taken from the text.
type config struct {
	Text    string `toml:"text"`    // the text's file, where the folder holds several
	Cover   string `toml:"cover"`   // an image for the e-book's cover
	Design  string `toml:"design"`  // a design's name or its TOML file
	Profile string `toml:"profile"` // the printer's ICC profile
	Fonts   []font `toml:"font"`    // faces for characters that kanyin's have not
	Meta    struct {
		Title     string `toml:"title"`
		Year      int    `toml:"year"`
		Number    int    `toml:"number"`
		Total     int    `toml:"total"`
		ISSN      string `toml:"issn"`
		CN        string `toml:"cn"`
		Publisher string `toml:"publisher"`
		Price     string `toml:"price"`
		Date      string `toml:"date"`
		Language  string `toml:"language"`
	} `toml:"meta"`
}

type font struct {
	Name string `toml:"name" json:"name"`
	File string `toml:"file" json:"file"`
}

// readConfig reads an issue.toml strictly: a key it does not know is an error
// with its line, since a misspelt key would be a wish unheard.
func readConfig(path string) (config, []byte, error) {
	var c config
	data, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		return c, nil, nil
	}
	if err != nil {
		return c, nil, err
	}
	if err := decodeTOML(path, data, &c); err != nil {
		return c, nil, err
	}
	return c, data, nil
}

func decodeTOML(path string, data []byte, into any) error {
	err := toml.NewDecoder(strings.NewReader(string(data))).DisallowUnknownFields().Decode(into)
	var unknown *toml.StrictMissingError
	var wrong *toml.DecodeError
	switch {
	case errors.As(err, &unknown) && len(unknown.Errors) > 0:
		first := unknown.Errors[0]
		line, _ := first.Position()
		return fmt.Errorf("%s:%d: there is no setting %q", path, line, strings.Join(first.Key(), "."))
	case errors.As(err, &wrong):
		line, _ := wrong.Position()
		return fmt.Errorf("%s:%d: %s", path, line, strings.TrimPrefix(wrong.Error(), "toml: "))
	}
	return err
}

// apply puts the config's values over what the text says of the issue.
func (c config) apply(m *issue.Meta) {
	str := func(to *string, v string) {
		if v != "" {
			*to = v
		}
	}
	num := func(to *int, v int) {
		if v != 0 {
			*to = v
		}
	}
	str(&m.Title, c.Meta.Title)
	num(&m.Year, c.Meta.Year)
	num(&m.Number, c.Meta.Number)
	num(&m.Total, c.Meta.Total)
	str(&m.ISSN, c.Meta.ISSN)
	str(&m.CN, c.Meta.CN)
	str(&m.Publisher, c.Meta.Publisher)
	str(&m.Price, c.Meta.Price)
	str(&m.Date, c.Meta.Date)
	str(&m.Language, c.Meta.Language)
}

// An input is an issue's text and what its folder says besides.
type input struct {
	Name   string // of the text's file, as messages name it
	Arg    string // what the command line calls it; "" for the sample
	Folder string // that the config's paths start from
	Config config
	TOML   []byte // the config's file, for the archive
	open   func() (io.ReadCloser, error)
}

// openInput finds the text that an argument means: a file, a folder that holds
// one, or standard input for "-".
func openInput(arg string, stdin io.Reader) (input, error) {
	if arg == "-" {
		return input{Name: "stdin", Arg: arg, Folder: ".", open: func() (io.ReadCloser, error) { return io.NopCloser(stdin), nil }}, nil
	}
	info, err := os.Stat(arg)
	var broken *fs.PathError
	if errors.As(err, &broken) {
		err = fmt.Errorf("%s: %w", arg, broken.Err)
	}
	if err != nil {
		return input{}, err
	}
	in := input{Name: arg, Arg: arg, Folder: filepath.Dir(arg)}
	if info.IsDir() {
		in.Folder = arg
	}
	if in.Config, in.TOML, err = readConfig(filepath.Join(in.Folder, configName)); err != nil {
		return input{}, err
	}
	if info.IsDir() {
		if in.Name, err = textIn(arg, in.Config.Text); err != nil {
			return input{}, err
		}
	}
	in.open = func() (io.ReadCloser, error) { return os.Open(in.Name) }
	return in, nil
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
		dir, len(found), filepath.Base(found[0]), filepath.Base(found[1]), configName, filepath.Base(found[0]))
}

// escapeGlob keeps a folder's own name from being read as a pattern.
func escapeGlob(dir string) string {
	return strings.NewReplacer(`\`, `\\`, `[`, `\[`, `*`, `\*`, `?`, `\?`).Replace(dir)
}

// readIssue reads an issue and puts its folder's settings over what it says of
// itself. It gives the text as it came, too.
func readIssue(in input) ([]byte, *issue.Issue, error) {
	r, err := in.open()
	if err != nil {
		return nil, nil, err
	}
	defer r.Close()
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", in.Name, err)
	}
	iss, err := issues.Read(in.Name, bytes.NewReader(text))
	if err != nil {
		return nil, nil, err
	}
	in.Config.apply(&iss.Meta)
	return text, iss, nil
}
