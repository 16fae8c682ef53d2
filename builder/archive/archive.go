// Package archive packs an issue for decades: a BagIt bag (RFC 8493) that holds
// the source as it came, what was read from it, every edition, and the papers
// that let an archivist understand and check all that without kanyin.
//
// [Builder.Files] gives the whole bag as paths and bytes; [Builder.Build]
// writes it as one .zip whose bytes depend on nothing but the issue. The bag's
// metadata are METS with MODS for the issue and each article, and PREMIS for
// what was done.
//
// The package makes no edition of its own: it holds those that it is given.
package archive

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"path"
	"slices"
	"strings"
	"time"

	"kanyin/builder"
	"kanyin/issues/issue"
	"kanyin/issues/say"
)

// A Builder packs an issue and its editions. It is itself a builder.Builder.
type Builder struct {
	Source      []byte          // the text as it came
	Config      []byte          // the issue's settings file, or nil
	Corrections []byte          // what an editor put right, or nil
	Inputs      []builder.File  // what else the editions were made from: a cover, a profile, faces
	Editions    []Edition       // in the order the README tells them
	Licences    []builder.File  // of the fonts that the editions embed
	Settings    any             // what the editions were built with; JSON
	Findings    []issue.Finding // of the pages and the e-book, beside the issue's own
	Version     string          // the program's
}

// An Edition is a finished edition and the name of its file.
type Edition struct {
	builder.Made
	File string // such as 河口-2025-03.epub
}

// Name is the edition's.
func (b Builder) Name() string { return "archive" }

// Build writes the bag as a .zip: paths sorted, times the issue's, so that the
// same issue gives the same bytes.
func (b Builder) Build(w io.Writer, iss *issue.Issue) error {
	files, err := b.Files(iss)
	if err != nil {
		return err
	}
	z := zip.NewWriter(w)
	for _, f := range files {
		h := &zip.FileHeader{Name: f.Path, Method: method(f.Path), Modified: dosTime(iss.Meta.Issued())}
		h.SetMode(0o644)
		fw, err := z.CreateHeader(h)
		if err != nil {
			return err
		}
		if _, err := fw.Write(f.Data); err != nil {
			return err
		}
	}
	return z.Close()
}

// method stores what is compressed already.
func method(name string) uint16 {
	switch path.Ext(name) {
	case ".epub", ".pdf", ".jpg", ".png":
		return zip.Store
	}
	return zip.Deflate
}

// dosTime lifts a date to the first one that a .zip can hold.
func dosTime(t time.Time) time.Time {
	if first := time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC); t.Before(first) {
		return first
	}
	return t
}

// Files gives the bag, sorted by path.
func (b Builder) Files(iss *issue.Issue) ([]builder.File, error) {
	payload, err := b.payload(iss)
	if err != nil {
		return nil, err
	}
	sortFiles(payload)
	tags := []builder.File{
		{Path: "bagit.txt", Data: []byte("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")},
		{Path: "bag-info.txt", Data: bagInfo(iss, payload, b.Version)},
		{Path: "manifest-sha512.txt", Data: manifest(payload)},
	}
	sortFiles(tags)
	tags = append(tags, builder.File{Path: "tagmanifest-sha512.txt", Data: manifest(tags)})
	files := append(tags, payload...)
	sortFiles(files)
	return files, nil
}

func sortFiles(files []builder.File) {
	slices.SortFunc(files, func(x, y builder.File) int { return strings.Compare(x.Path, y.Path) })
}

// payload gives all that the bag is for, under data/.
func (b Builder) payload(iss *issue.Issue) ([]builder.File, error) {
	read, err := indented(iss)
	if err != nil {
		return nil, err
	}
	found, err := indented(b.findings(iss))
	if err != nil {
		return nil, err
	}
	settings, err := indented(map[string]any{"program": "kanyin", "version": b.Version, "settings": b.Settings})
	if err != nil {
		return nil, err
	}
	files := []builder.File{
		{Path: "data/source/" + sourceName(iss), Data: b.Source},
		{Path: "data/issue.json", Data: read},
		{Path: "data/ledger.csv", Data: ledger(iss)},
		{Path: "data/findings.json", Data: found},
		{Path: "data/kanyin.json", Data: settings},
	}
	if len(b.Config) > 0 {
		files = append(files, builder.File{Path: "data/source/issue.toml", Data: b.Config})
	}
	if len(b.Corrections) > 0 {
		files = append(files, builder.File{Path: correctionsPath, Data: b.Corrections})
	}
	for _, f := range b.Inputs {
		files = append(files, builder.File{Path: "data/source/" + f.Path, Data: f.Data})
	}
	for _, p := range iss.Pictures {
		files = append(files, builder.File{Path: "data/pictures/" + p.Name, Data: p.Bytes})
	}
	for _, a := range iss.Articles {
		files = append(files, builder.File{Path: "data/text/" + a.ID + ".txt", Data: plainText(a)})
	}
	for _, e := range b.Editions {
		files = append(files, builder.File{Path: "data/editions/" + e.File, Data: e.Bytes})
	}
	for _, l := range b.Licences {
		files = append(files, builder.File{Path: "data/fonts/" + l.Path, Data: l.Data})
	}
	files = append(files, builder.File{Path: "data/README.txt", Data: b.readme(iss)})
	sortFiles(files)
	events := premis(iss, b, files)
	files = append(files, builder.File{Path: "data/premis.xml", Data: events})
	return append(files, builder.File{Path: "data/mets.xml", Data: mets(iss, b.Version, files)}), nil
}

// correctionsPath is where the bag has what an editor put right.
const correctionsPath = "data/source/corrections.toml"

// findings are the issue's and the editions', by line.
func (b Builder) findings(iss *issue.Issue) []issue.Finding {
	all := slices.Concat([]issue.Finding{}, iss.Findings, b.Findings) // an empty list is no null
	issue.SortFindings(all)
	return all
}

// sourceName is the source's name inside the bag: the one that it came with,
// unless that name has no place in a bag.
func sourceName(iss *issue.Issue) string {
	name := path.Base(path.Clean("/" + iss.Source.File))
	if name == "/" || name == "." || name == "issue.toml" || name == path.Base(correctionsPath) {
		return "issue.txt"
	}
	return name
}

func indented(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(v); err != nil {
		return nil, say.Errorf("write JSON: %w", err)
	}
	return b.Bytes(), nil
}
