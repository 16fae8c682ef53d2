package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"kanyin/builder"
	"kanyin/builder/archive"
)

// write writes what was asked for and gives the paths that were written.
func (p *press) write(made []builder.Made) ([]string, error) {
	if err := os.MkdirAll(p.wishes.dir, 0o755); err != nil {
		return nil, fmt.Errorf("the output folder cannot be made: %w", err)
	}
	var paths []string
	put := func(path string, b builder.Builder) error {
		if err := builder.WriteFile(path, b, p.job.issue); err != nil {
			return err
		}
		paths = append(paths, path)
		return nil
	}
	for _, m := range made {
		if m.Edition != "booklet" && !p.wishes.editions[m.Edition] {
			continue
		}
		if err := put(p.path(m.Edition), m); err != nil {
			return paths, err
		}
		if m.Edition != "print" {
			continue
		}
		tickets, err := p.tickets()
		if err != nil {
			return paths, err
		}
		for _, t := range tickets {
			if err := put(filepath.Join(p.wishes.dir, p.job.name+t.Edition), t); err != nil {
				return paths, err
			}
		}
	}
	if !p.wishes.editions["archive"] {
		return paths, nil
	}
	path, err := p.writeArchive(made)
	if err != nil {
		return paths, fmt.Errorf("build archive: %w", err)
	}
	return append(paths, path), nil
}

func (p *press) path(edition string) string {
	return filepath.Join(p.wishes.dir, p.job.name+endings[edition])
}

// tickets gives the printer's job ticket, for a machine and for a person; each
// is named by the ending of its file.
func (p *press) tickets() ([]builder.Made, error) {
	t, err := p.print(nil).Ticket(p.job.issue)
	if err != nil {
		return nil, fmt.Errorf("job ticket: %w", err)
	}
	data, err := t.JSON()
	if err != nil {
		return nil, fmt.Errorf("job ticket: %w", err)
	}
	return []builder.Made{{Edition: ".ticket.json", Bytes: data}, {Edition: ".ticket.txt", Bytes: t.Text()}}, nil
}

// writeArchive packs the editions. The archive is a folder unless one file was
// asked for.
func (p *press) writeArchive(made []builder.Made) (string, error) {
	a := archive.Builder{
		Source: p.job.source, Config: p.job.input.TOML, Inputs: p.assets.files(), Licences: p.licences(),
		Settings: p.settings(), Findings: p.found(), Version: version,
	}
	for _, m := range made {
		if m.Edition != "booklet" {
			a.Editions = append(a.Editions, archive.Edition{Made: m, File: p.job.name + endings[m.Edition]})
		}
	}
	path := p.path("archive")
	if p.wishes.form == "zip" {
		return path + ".zip", builder.WriteFile(path+".zip", a, p.job.issue)
	}
	files, err := a.Files(p.job.issue)
	if err != nil {
		return "", err
	}
	if p.wishes.form == "tar" {
		var out bytes.Buffer
		if err := archive.Tar(&out, files, p.job.issue); err != nil {
			return "", err
		}
		return path + ".tar", builder.WriteFile(path+".tar", builder.Made{Edition: "archive", Bytes: out.Bytes()}, p.job.issue)
	}
	return path, builder.WriteFolder(path, files)
}

// licences gives those of the faces that the editions embed, each once.
func (p *press) licences() []builder.File {
	var list []builder.File
	seen := map[string]bool{}
	for _, f := range p.fonts.Faces() {
		if f.Licence == "" || seen[f.Licence] {
			continue
		}
		seen[f.Licence] = true
		list = append(list, builder.File{Path: "OFL-" + cleanName(f.Family) + ".txt", Data: []byte(f.Licence)})
	}
	return list
}
