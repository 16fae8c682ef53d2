package press

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"kanyin/builder"
	"kanyin/issues"
	"kanyin/issues/correct"
	"kanyin/issues/input"
	"kanyin/issues/issue"
	"kanyin/issues/pages/pdf"
	"kanyin/issues/say"
	"kanyin/issues/source"
)

// An Input is what an issue comes as and what its folder says besides.
type Input struct {
	Name   string // of the file or the folder, as messages name it
	Arg    string // what the user calls it; "" for a text that has no file
	Folder string // that the config's paths start from
	Config Config
	TOML   []byte // the config's file, for the archive

	Corrections     []correct.Correction // what an editor put right
	CorrectionsTOML []byte               // their file, for the archive
	CorrectionsPath string               // where it is, or will be
	given           map[string][]byte    // the files beside an archive's text, nil where there is a folder

	Limits input.Options
	open   func(input.Options) (name string, f *source.File, err error)
}

// Open finds the input that a path means: a file, or a folder of files that are
// one issue, with the issue.toml beside it.
func Open(path string) (Input, error) {
	info, err := os.Stat(path)
	var broken *fs.PathError
	if errors.As(err, &broken) {
		err = say.Errorf("%s: %w", path, broken.Err)
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
	if info.IsDir() && in.Config.Text != "" {
		in.Name = filepath.Join(path, in.Config.Text)
	}
	if err := in.readCorrections(); err != nil {
		return Input{}, err
	}
	switch {
	case info.IsDir() && in.Config.Text != "":
		if named, err := os.Stat(in.Name); err == nil && named.IsDir() {
			in.open = func(o input.Options) (string, *source.File, error) { return o.Folder(in.Name) }
			return in, nil
		}
	case info.IsDir():
		in.open = func(o input.Options) (string, *source.File, error) { return o.Folder(path) }
		return in, nil
	}
	in.open = func(o input.Options) (string, *source.File, error) { return o.File(in.Name) }
	return in, nil
}

// Reader is an input without a file, such as standard input; it is read once.
func Reader(name string, r io.Reader) Input {
	return Input{Name: name, Folder: ".", CorrectionsPath: correct.Name, open: func(o input.Options) (string, *source.File, error) {
		f, err := o.Read(name, r)
		return name, f, err
	}}
}

// A Job is an issue that was read, and the name that its editions will have.
type Job struct {
	Input  Input
	Source []byte // the input as it came; a folder's files in one zip
	Issue  *issue.Issue
	Facts  []source.Fact // what pages say of the lines, one a line, or none
	Name   string        // of the editions' files, without their endings

	given    Meta
	pictures []builder.File // that an editor gave to captions
}

// Give says something of the issue that neither it nor its folder says, as a
// library does of all issues of a title. The archive records it.
func (j *Job) Give(m Meta) {
	m.Apply(&j.Issue.Meta)
	j.given = m
	j.Name = FileName(j.Issue)
}

// Read reads an issue and puts its folder's settings over what it says of
// itself. All reading of inputs goes through here.
func Read(in Input) (Job, error) {
	name, f, err := in.File()
	if err != nil {
		return Job{}, err
	}
	in.Name = name // of a folder: the one file in it that was read
	return ReadFile(in, f)
}

// ReadFile reads the issue of an input whose file was read already: with other
// corrections or settings it need not be read again.
func ReadFile(in Input, f *source.File) (Job, error) {
	f, pictures, err := in.withPictures(f)
	if err != nil {
		return Job{}, say.Errorf("%s: %w", in.Name, err)
	}
	iss, err := issues.Corrected(in.Name, f, in.Corrections)
	if err != nil {
		return Job{}, err
	}
	in.Config.Meta.Apply(&iss.Meta)
	return Job{Input: in, Source: f.Bytes, Issue: iss, Facts: f.Facts, Name: FileName(iss), pictures: pictures}, nil
}

// File reads the input's file; the name is that of the one that was read.
func (in Input) File() (name string, f *source.File, err error) {
	o := in.Limits
	if o.Pages, err = pdf.ParseRanges(in.Config.Input.Pages); err != nil {
		return "", nil, say.Errorf("%s: pages: %w", ConfigName, err)
	}
	o.Skip = in.Config.Input.Skip
	o.Columns = in.Config.Input.Columns
	return in.open(o)
}

// readCorrections reads the input's corrections, where there are any.
func (in *Input) readCorrections() error {
	in.CorrectionsPath = correctionsPath(in.Folder, in.Name)
	data, err := os.ReadFile(in.CorrectionsPath)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return in.SetCorrections(in.CorrectionsPath, data)
}

// SetCorrections takes a corrections.toml; name is how errors call it.
func (in *Input) SetCorrections(name string, data []byte) error {
	book, err := correct.Parse(name, data)
	if err != nil {
		return err
	}
	in.Corrections, in.CorrectionsTOML = book.Corrections(), data
	return nil
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
			return nil, say.Errorf("%s and %s would both write %s.*; build them into two folders, or set title, year or number in %s", other, in.Name, j.Name, ConfigName)
		}
		taken[j.Name] = in.Name
		jobs = append(jobs, j)
	}
	return jobs, nil
}
