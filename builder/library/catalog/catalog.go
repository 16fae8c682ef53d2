// Package catalog is what a published library holds: a [Record] for every
// issue, which lies in the issue's folder as record.json, and the [Catalog]
// that all records make together: titles, years, issues.
//
// Feeds, pages, the inventory and the server are made from records alone, so
// an issue is never read again for them, and the parts of a library that were
// made on several machines need nothing but to be laid into one folder.
package catalog

import (
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/say"
)

// RecordName is the record's file in an issue's folder.
const RecordName = "record.json"

// Format is the name and version of a record.
const Format = "kanyin.record/1"

// A Record is what is known of a published issue.
type Record struct {
	Format    string    `json:"format"`
	ID        string    `json:"id"`              // urn:uuid:…, the same as in the editions
	Source    string    `json:"source"`          // in the tree that it came from, with slashes
	Place     string    `json:"place"`           // its folder in the library, with slashes: 河口/2025/03
	Claim     string    `json:"claim,omitempty"` // the place that its title, year and number mean, where another issue stands there
	Name      string    `json:"name"`            // 河口 2025年第3期
	Label     string    `json:"label"`           // 2025年第3期
	Title     string    `json:"title"`
	Year      int       `json:"year,omitempty"`
	Number    int       `json:"number,omitempty"`
	Variant   string    `json:"variant,omitempty"` // tells it from other issues of the number
	Total     int       `json:"total,omitempty"`
	ISSN      string    `json:"issn,omitempty"`
	CN        string    `json:"cn,omitempty"`
	Publisher string    `json:"publisher,omitempty"`
	Language  string    `json:"language,omitempty"`
	Issued    string    `json:"issued"` // 2025-03-01
	Cover     string    `json:"cover"`  // the picture's file
	Thumb     string    `json:"thumb"`
	Editions  []Edition `json:"editions"`
	Articles  []Article `json:"articles"`
	Findings  int       `json:"findings"` // in the text and the editions
}

// An Edition is a file that readers or archivists take away.
type Edition struct {
	Name   string `json:"name"` // epub, screen, print, archive
	File   string `json:"file"`
	Type   string `json:"type"` // its media type
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

// An Article is one row of an issue's contents.
type Article struct {
	ID         string   `json:"id"`
	Title      string   `json:"title"`
	Subtitle   string   `json:"subtitle,omitempty"`
	Authors    []string `json:"authors,omitempty"`
	Section    string   `json:"section,omitempty"`
	Page       int      `json:"page,omitempty"`
	Characters int      `json:"characters"`
	Opening    string   `json:"opening,omitempty"` // its first words, for lists
}

// Edition gives the edition of a name, or nil.
func (r *Record) Edition(name string) *Edition {
	for i := range r.Editions {
		if r.Editions[i].Name == name {
			return &r.Editions[i]
		}
	}
	return nil
}

// TitleFolder is the first part of the place.
func (r *Record) TitleFolder() string { return strings.SplitN(r.Place, "/", 2)[0] }

// Script is how the issue is written.
func (r *Record) Script() issue.Script { return issue.Meta{Language: r.Language}.Script() }

// JSON gives the record's file.
func (r *Record) JSON() ([]byte, error) {
	data, err := json.MarshalIndent(r, "", " ")
	return append(data, '\n'), err
}

// A Catalog is all of a library.
type Catalog struct {
	Titles []*Title // by name
}

// A Title is a periodical with all its issues.
type Title struct {
	Name   string
	Folder string // in the library
	ISSN   string
	Years  []*Year // newest first
}

// A Year is a year's issues, newest first.
type Year struct {
	Year   int // 0 for issues that name none
	Issues []*Record
}

// Newest gives the title's newest issue.
func (t *Title) Newest() *Record { return t.Years[0].Issues[0] }

// Issues gives all of a title's issues, newest first.
func (t *Title) Issues() []*Record {
	var list []*Record
	for _, y := range t.Years {
		list = append(list, y.Issues...)
	}
	return list
}

// Issues gives all issues, newest first.
func (c *Catalog) Issues() []*Record {
	var list []*Record
	for _, t := range c.Titles {
		list = append(list, t.Issues()...)
	}
	slices.SortStableFunc(list, func(a, b *Record) int { return strings.Compare(b.Issued, a.Issued) })
	return list
}

// New orders records into titles, years and issues. The same records give the
// same catalog, in whatever order they come.
func New(records []*Record) *Catalog {
	sorted := slices.Clone(records)
	slices.SortFunc(sorted, func(a, b *Record) int {
		if c := strings.Compare(a.TitleFolder(), b.TitleFolder()); c != 0 {
			return c
		}
		if c := strings.Compare(b.Issued, a.Issued); c != 0 {
			return c
		}
		return strings.Compare(b.Place, a.Place)
	})
	c := &Catalog{}
	for _, r := range sorted {
		c.add(r)
	}
	return c
}

// add takes in the next record of a title, newest first.
func (c *Catalog) add(r *Record) {
	if n := len(c.Titles); n == 0 || c.Titles[n-1].Folder != r.TitleFolder() {
		c.Titles = append(c.Titles, &Title{Name: r.Title, Folder: r.TitleFolder()})
	}
	t := c.Titles[len(c.Titles)-1]
	if t.ISSN == "" {
		t.ISSN = r.ISSN
	}
	i := slices.IndexFunc(t.Years, func(y *Year) bool { return y.Year == r.Year })
	if i < 0 {
		t.Years = append(t.Years, &Year{Year: r.Year})
		i = len(t.Years) - 1
	}
	t.Years[i].Issues = append(t.Years[i].Issues, r)
}

// Load reads the records of a library's folder. A folder that is no issue's is
// passed over; a record that cannot be read is an error that names it.
func Load(root string) ([]*Record, error) {
	found, err := fs.Glob(os.DirFS(root), "*/*/*/"+RecordName)
	if err != nil {
		return nil, err
	}
	var list []*Record
	for _, name := range found {
		r, err := Read(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil {
			return nil, err
		}
		if place := path.Dir(name); r.Place != place {
			return nil, say.Errorf("%s: the record is of %s; the folder was moved or copied: put it back", name, r.Place)
		}
		list = append(list, r)
	}
	return list, nil
}

// Read reads one record.
func Read(file string) (*Record, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	r := &Record{}
	if err := json.Unmarshal(data, r); err != nil {
		return nil, say.Errorf("%s: %w; delete the file, and the next run makes the issue again", file, err)
	}
	if r.Format != Format {
		return nil, say.Errorf("%s: %w: %q, not %q", file, errFormat, r.Format, Format)
	}
	return r, nil
}

var errFormat = say.Errorf("the record is of another format")
