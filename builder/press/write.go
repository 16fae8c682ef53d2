package press

import (
	"bytes"
	"os"
	"path/filepath"

	"kanyin/builder"
	"kanyin/builder/archive"
	"kanyin/issues/say"
)

// Write writes what was asked for and gives the paths that were written.
func (f *Forme) Write(made []builder.Made) ([]string, error) {
	if err := os.MkdirAll(f.wishes.Dir, 0o755); err != nil {
		return nil, say.Errorf("the output folder cannot be made: %w", err)
	}
	var paths []string
	put := func(path string, b builder.Builder) error {
		if err := builder.WriteFile(path, b, f.job.Issue); err != nil {
			return err
		}
		paths = append(paths, path)
		return nil
	}
	for _, m := range made {
		if m.Edition != "booklet" && !f.wishes.wants(m.Edition) {
			continue
		}
		if err := put(f.path(m.Edition), m); err != nil {
			return paths, err
		}
		if m.Edition != "print" {
			continue
		}
		tickets, err := f.tickets()
		if err != nil {
			return paths, err
		}
		for _, t := range tickets {
			if err := put(filepath.Join(f.wishes.Dir, f.job.Name+t.Edition), t); err != nil {
				return paths, err
			}
		}
	}
	if !f.wishes.wants("archive") {
		return paths, nil
	}
	path, err := f.writeArchive(made)
	if err != nil {
		return paths, say.Errorf("build archive: %w", err)
	}
	return append(paths, path), nil
}

func (f *Forme) path(edition string) string {
	return filepath.Join(f.wishes.Dir, f.job.Name+endings[edition])
}

// tickets gives the printer's job ticket, for a machine and for a person; each
// is named by the ending of its file.
func (f *Forme) tickets() ([]builder.Made, error) {
	t, err := f.print(nil).Ticket(f.job.Issue)
	if err != nil {
		return nil, say.Errorf("job ticket: %w", err)
	}
	data, err := t.JSON()
	if err != nil {
		return nil, say.Errorf("job ticket: %w", err)
	}
	return []builder.Made{{Edition: ".ticket.json", Bytes: data}, {Edition: ".ticket.txt", Bytes: t.Text()}}, nil
}

// writeArchive packs the editions. The archive is a folder unless one file was
// asked for.
func (f *Forme) writeArchive(made []builder.Made) (string, error) {
	a := archive.Builder{
		Source: f.job.Source, Config: f.job.Input.TOML, Corrections: f.job.Input.CorrectionsTOML, Inputs: append(f.assets.files(), f.job.pictures...), Licences: f.licences(),
		Settings: f.settings(), Findings: f.Findings(), Version: f.version,
	}
	for _, m := range made {
		if m.Edition != "booklet" {
			a.Editions = append(a.Editions, archive.Edition{Made: m, File: f.job.Name + endings[m.Edition]})
		}
	}
	path := f.path("archive")
	if f.wishes.Form == "zip" {
		return path + ".zip", builder.WriteFile(path+".zip", a, f.job.Issue)
	}
	files, err := a.Files(f.job.Issue)
	if err != nil {
		return "", err
	}
	if f.wishes.Form == "tar" {
		var out bytes.Buffer
		if err := archive.Tar(&out, files, f.job.Issue); err != nil {
			return "", err
		}
		return path + ".tar", builder.WriteFile(path+".tar", builder.Made{Edition: "archive", Bytes: out.Bytes()}, f.job.Issue)
	}
	return path, builder.WriteFolder(path, files)
}

// licences gives those of the faces that the editions embed, each once.
func (f *Forme) licences() []builder.File {
	var list []builder.File
	seen := map[string]bool{}
	for _, face := range f.fonts.Faces() {
		if face.Licence == "" || seen[face.Licence] {
			continue
		}
		seen[face.Licence] = true
		list = append(list, builder.File{Path: "OFL-" + CleanName(face.Family) + ".txt", Data: []byte(face.Licence)})
	}
	return list
}
