package library

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"kanyin/builder"
	"kanyin/builder/library/catalog"
	"kanyin/builder/press"
	"kanyin/issues/issue"
	"kanyin/issues/say"
)

// A reading is an issue that was read, with the place that it means.
type reading struct {
	job   press.Job
	title Title
	given press.Meta // what the library says of it
	claim string
}

// at says of an issue that stands beside another one of its number what tells
// the two apart.
func (r reading) at(place string) reading {
	if beside, ok := strings.CutPrefix(place, r.claim+"-"); ok {
		r.given.Variant = beside
		r.job.Give(r.given)
	}
	return r
}

// read reads an issue and says of it what library.toml says of its title.
func (r *run) read(s source) (reading, error) {
	if s.err != nil {
		return reading{}, s.err
	}
	in, err := press.Open(s.path)
	if err != nil {
		return reading{}, err
	}
	in.Limits = r.o.Limits
	j, err := press.Read(in)
	if err != nil {
		return reading{}, err
	}
	t := r.config.title(j.Issue.Meta.Title)
	given := t.given(j.Issue.Meta)
	j.Give(given)
	return reading{j, t, given, claimOf(j.Issue.Meta, s.Name)}, nil
}

// make makes all files of an issue beside the library and moves them to their
// place. It gives what was found and the files.
func (r *run) make(s source, read reading, place string) (found []say.Text, files map[string]int64, err error) {
	stage, err := os.MkdirTemp(r.stage, "issue-*")
	if err != nil {
		return nil, nil, err
	}
	defer os.RemoveAll(stage)
	rec := r.record(s, read, place)
	findings, err := r.editions(stage, read, rec)
	if err != nil {
		return nil, nil, err
	}
	rec.Findings = len(findings)
	for _, f := range findings {
		found = append(found, f.Format(s.Name))
	}
	pages, err := r.site.Issue(rec, read.job.Issue)
	if err != nil {
		return nil, nil, say.Errorf("build pages: %w", err)
	}
	data, err := rec.JSON()
	if err != nil {
		return nil, nil, err
	}
	for _, f := range append(pages, builder.File{Path: catalog.RecordName, Data: data}) {
		to := filepath.Join(stage, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return nil, nil, err
		}
		if err := os.WriteFile(to, f.Data, 0o644); err != nil {
			return nil, nil, err
		}
	}
	files, err = move(stage, filepath.Join(r.o.Out, filepath.FromSlash(place)), catalog.RecordName, indexName)
	return found, files, err
}

// editions makes an issue's editions and covers in the folder stage and says
// in the record what they are. It gives the findings of the text and of its
// pages.
func (r *run) editions(stage string, read reading, rec *catalog.Record) ([]issue.Finding, error) {
	w := r.config.wishes(stage, read.title)
	if own := read.job.Input.Config; own.Design != "" {
		w.Design = "" // the issue's own word is stronger than the library's
	}
	if own := read.job.Input.Config; own.Profile != "" {
		w.Profile = ""
	}
	forme, err := r.press.Compose(w, read.job)
	if err != nil {
		return nil, err
	}
	made, err := forme.Make()
	if err != nil {
		return nil, err
	}
	paths, err := forme.Write(made)
	if err != nil {
		return nil, err
	}
	for _, p := range paths {
		if e, ok := editionOf(p); ok {
			if err := measure(p, &e); err != nil {
				return nil, err
			}
			rec.Editions = append(rec.Editions, e)
		}
	}
	cover, mediaType, err := forme.Cover(made)
	if err != nil {
		return nil, err
	}
	thumb, err := thumbnail(cover)
	if err != nil {
		return nil, err
	}
	rec.Cover, rec.Thumb = "cover."+strings.TrimPrefix(mediaType, "image/"), "thumb.jpeg"
	if err := os.WriteFile(filepath.Join(stage, rec.Cover), cover, 0o644); err != nil {
		return nil, err
	}
	return slices.Concat(read.job.Issue.Findings, forme.Findings()), os.WriteFile(filepath.Join(stage, rec.Thumb), thumb, 0o644)
}

// editionOf tells from a file's name what edition it is; a job ticket is none.
func editionOf(file string) (catalog.Edition, bool) {
	for ending, e := range map[string]catalog.Edition{
		".epub":        {Name: "epub", Type: "application/epub+zip"},
		".screen.pdf":  {Name: "screen", Type: "application/pdf"},
		".print.pdf":   {Name: "print", Type: "application/pdf"},
		".archive.zip": {Name: "archive", Type: "application/zip"},
		".archive.tar": {Name: "archive", Type: "application/x-tar"},
		".archive":     {Name: "archive"},
	} {
		if strings.HasSuffix(file, ending) {
			e.File = filepath.Base(file)
			return e, true
		}
	}
	return catalog.Edition{}, false
}

// measure fills in an edition's size and digest. An archive that is a folder
// has the size of its files, and the digest of its manifest, which covers them.
func measure(file string, e *catalog.Edition) error {
	sized := file
	if e.Type == "" {
		files, err := sizes(file)
		if err != nil {
			return err
		}
		for _, n := range files {
			e.Size += n
		}
		sized = filepath.Join(file, "tagmanifest-sha512.txt")
	}
	data, err := os.ReadFile(sized)
	if err != nil {
		return err
	}
	if e.Type != "" {
		e.Size = int64(len(data))
	}
	sum := sha256.Sum256(data)
	e.SHA256 = hex.EncodeToString(sum[:])
	return nil
}

// record says what is known of an issue but for its editions.
func (r *run) record(s source, read reading, place string) *catalog.Record {
	iss := read.job.Issue
	m := iss.Meta
	rec := &catalog.Record{
		Format: catalog.Format, ID: "urn:uuid:" + strings.TrimPrefix(iss.UUID(), "urn:uuid:"), Source: s.Name, Place: place,
		Name: m.Name(), Label: m.Numbering(), Title: m.Title, Year: m.Year, Number: m.Number, Variant: m.Variant, Total: m.Total, ISSN: m.ISSN, CN: m.CN,
		Publisher: m.Publisher, Language: m.Language, Issued: m.Issued().Format("2006-01-02"), Editions: []catalog.Edition{}, Articles: []catalog.Article{},
	}
	switch {
	case place != read.claim:
		rec.Claim = read.claim
	case m.Variant != "":
		rec.Name, rec.Label = rec.Name+" "+m.Variant, rec.Label+" "+m.Variant
	}
	if rec.Name == "" {
		rec.Name = stem(s.Name)
	}
	if rec.Title == "" {
		rec.Title = path.Dir(path.Dir(place))
	}
	if rec.Label == "" {
		rec.Label = path.Base(place)
	}
	for _, a := range iss.Articles {
		rec.Articles = append(rec.Articles, articleOf(a))
	}
	return rec
}

// openingLength is how much of an article a list tells: a sentence or two.
const openingLength = 60

func articleOf(a issue.Article) catalog.Article {
	row := catalog.Article{ID: a.ID, Title: a.Title, Subtitle: a.Subtitle, Authors: a.Authors, Section: a.Section, Page: a.Page}
	if a.Subsection != "" {
		row.Section = strings.TrimPrefix(a.Section+" · "+a.Subsection, " · ")
	}
	for _, b := range a.Blocks {
		row.Characters += issue.Characters(b.Text)
		if row.Opening == "" && b.Kind == issue.Paragraph {
			row.Opening = b.Text
		}
	}
	if text := []rune(row.Opening); len(text) > openingLength {
		row.Opening = string(text[:openingLength]) + "…"
	}
	return row
}
