// Package opds makes the catalogues that reading apps subscribe to: OPDS 1.2
// (Atom) and OPDS 2.0 (JSON, with the Readium Web Publication Manifest's
// metadata). Both lead from the root over titles and years to the issues, each
// with its cover and the editions that readers take away, and by a shorter way
// to the newest.
//
// The feeds are static files with relative links, so that they need no address
// and work wherever they lie. Search needs a server: a catalogue that is served
// by one says so ([Options.Search]).
package opds

import (
	"net/url"
	"strings"

	"kanyin/builder/library/catalog"
)

// Options say how a catalogue is called and found.
type Options struct {
	Name     string
	Language string
	ID       string // of the root among all feeds; the others' begin with it
	Search   bool   // somebody answers opds/search.xml and opds/search.json
}

// newest is how many issues the feed of the newest has: one screen of an app.
const newest = 30

// A feed is one of the catalogue's, in neither form yet: folders, or issues.
type feed struct {
	Path    string // in the library, without its ending: opds/index
	Up      string // the feed that leads here, likewise
	Title   string
	Folders []folder
	Issues  []*catalog.Record
}

// A folder is a feed as another one names it.
type folder struct {
	Title   string
	Summary string
	Path    string
	Newest  *catalog.Record // what its date is told from
	Count   int
	Kind    string // opds: subsection, or http://opds-spec.org/sort/new
}

const (
	subsection = "subsection"
	sortNew    = "http://opds-spec.org/sort/new"
)

// words are what feeds say of themselves, in the library's language.
func words(language string) (newest, issues string) {
	if strings.HasPrefix(strings.ToLower(language), "zh") {
		return "最新", "%d 期"
	}
	return "Newest", "%d issues"
}

// feeds gives all feeds of a catalogue.
func feeds(c *catalog.Catalog, o Options) []feed {
	newestName, _ := words(o.Language)
	issues := acquirable(c.Issues())
	root := feed{Path: "opds/index", Title: o.Name}
	list := []feed{}
	if len(issues) > 0 {
		root.Folders = append(root.Folders, folder{newestName, "", "opds/newest", issues[0], min(newest, len(issues)), sortNew})
		list = append(list, feed{Path: "opds/newest", Up: root.Path, Title: newestName, Issues: issues[:min(newest, len(issues))]})
	}
	for _, t := range c.Titles {
		at := "opds/" + t.Folder
		of := feed{Path: at + "/index", Up: root.Path, Title: t.Name}
		for _, y := range t.Years {
			of.year(&list, t, acquirable(y.Issues))
		}
		if of.Folders != nil {
			root.Folders = append(root.Folders, folder{t.Name, issn(t.ISSN), of.Path, t.Newest(), len(acquirable(t.Issues())), subsection})
			list = append(list, of)
		}
	}
	return append(list, root)
}

// year adds a year's feed to a list, and to the title's feed the way there.
func (f *feed) year(list *[]feed, t *catalog.Title, issues []*catalog.Record) {
	if len(issues) == 0 {
		return
	}
	place := strings.Split(issues[0].Place, "/")[1]
	y := feed{Path: "opds/" + t.Folder + "/" + place, Up: f.Path, Title: t.Name + " " + place, Issues: issues}
	f.Folders = append(f.Folders, folder{y.Title, "", y.Path, issues[0], len(issues), subsection})
	*list = append(*list, y)
}

// acquirable are the issues that a reading app can take: an entry of a feed
// must have something to fetch.
func acquirable(issues []*catalog.Record) []*catalog.Record {
	var list []*catalog.Record
	for _, r := range issues {
		if len(acquired(r)) > 0 {
			list = append(list, r)
		}
	}
	return list
}

func issn(n string) string {
	if n == "" {
		return ""
	}
	return "ISSN " + n
}

// Write writes the whole catalogue, by put, under its paths in the library.
func Write(c *catalog.Catalog, o Options, put func(name string, data []byte) error) error {
	for _, f := range feeds(c, o) {
		if err := f.put(o, put); err != nil {
			return err
		}
	}
	return nil
}

// Root gives the two files of the root feed.
func Root(c *catalog.Catalog, o Options) (xml, json []byte, err error) {
	all := feeds(c, o)
	err = all[len(all)-1].put(o, func(name string, data []byte) error {
		if strings.HasSuffix(name, ".xml") {
			xml = data
		} else {
			json = data
		}
		return nil
	})
	return xml, json, err
}

// Found gives the two forms of what was found for a query.
func Found(query string, issues []*catalog.Record, o Options) (xml, json []byte, err error) {
	f := feed{Path: "opds/search", Up: "opds/index", Title: query, Issues: acquirable(issues)}
	if xml, err = f.atom(o); err == nil {
		json, err = f.manifest(o)
	}
	return xml, json, err
}

func (f feed) put(o Options, put func(string, []byte) error) error {
	data, err := f.atom(o)
	if err != nil {
		return err
	}
	if err := put(f.Path+".xml", data); err != nil {
		return err
	}
	if data, err = f.manifest(o); err != nil {
		return err
	}
	return put(f.Path+".json", data)
}

// updated is the date of a feed's newest issue: feeds carry no clock.
func (f feed) updated() string {
	day := ""
	for _, r := range f.Issues {
		day = max(day, r.Issued)
	}
	for _, d := range f.Folders {
		day = max(day, d.Newest.Issued)
	}
	if day == "" {
		day = "1970-01-01"
	}
	return day + "T00:00:00Z"
}

// id names the feed of a path among all feeds.
func (o Options) id(path string) string { return o.ID + ":" + escape(path) }

// to gives the link from the feed to a path in the library.
func (f feed) to(path string) string {
	return strings.Repeat("../", strings.Count(f.Path, "/")) + escape(path)
}

// escape writes a path as addresses have it.
func escape(path string) string {
	parts := strings.Split(path, "/")
	for i := range parts {
		parts[i] = url.PathEscape(parts[i])
	}
	return strings.Join(parts, "/")
}

// acquired are the editions that reading apps take.
func acquired(r *catalog.Record) []catalog.Edition {
	var list []catalog.Edition
	for _, name := range []string{"epub", "screen"} {
		if e := r.Edition(name); e != nil {
			list = append(list, *e)
		}
	}
	return list
}

// summary tells an issue by its first articles.
func summary(r *catalog.Record) string {
	var titles []string
	for _, a := range r.Articles {
		if a.Title != "" && len(titles) < 8 {
			titles = append(titles, a.Title)
		}
	}
	return strings.Join(titles, "；")
}

// pictureType is the media type of a cover's file.
func pictureType(file string) string {
	if strings.HasSuffix(file, ".png") {
		return "image/png"
	}
	return "image/jpeg"
}
