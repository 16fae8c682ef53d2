package library

import (
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kanyin/builder/library/catalog"
	"kanyin/builder/library/opds"
	"kanyin/builder/library/site"
	"kanyin/builder/press"
	"kanyin/issues/issue"
	"kanyin/issues/say"
)

// ConfigName is the file at the tree's root that says what holds for all of
// its issues.
const ConfigName = "library.toml"

// A Config is a library.toml. The zero value is a library without a name or
// an address, with all editions in the house's design.
type Config struct {
	Name        string   `toml:"name"`        // of the library, on its pages and in its feeds
	Description string   `toml:"description"` // one sentence
	Address     string   `toml:"address"`     // where it will be found: https://example.org/library/
	Language    string   `toml:"language"`    // of the pages' own words; zh-Hans where it is empty
	Editions    []string `toml:"editions"`    // empty: all
	Archive     string   `toml:"archive"`     // the archives' form; zip where it is empty
	Pages       string   `toml:"pages"`       // a folder with templates that replace the built-in ones
	Title       []Title  `toml:"title"`

	Design      string `toml:"design"` // a design's name or its TOML file
	Profile     string `toml:"profile"`
	Condition   string `toml:"condition"`
	NoFonts     bool   `toml:"no-fonts"`
	CropMarks   bool   `toml:"crop-marks"`
	Colour      bool   `toml:"colour"`
	HiddenFolio bool   `toml:"hidden-folio"`
	Geta        bool   `toml:"geta"`

	folder string // where library.toml lies
}

// A Title says what holds for all issues of one periodical. An issue's own
// issue.toml wins, and so does its text, but for the spelling of the name.
type Title struct {
	Name      string   `toml:"name"`
	Also      []string `toml:"also"` // other spellings of the name
	ISSN      string   `toml:"issn"`
	CN        string   `toml:"cn"`
	Publisher string   `toml:"publisher"`
	Language  string   `toml:"language"`
	Design    string   `toml:"design"`
	Profile   string   `toml:"profile"`
}

// readConfig reads the tree's library.toml; where there is none, the zero
// value holds.
func readConfig(root string) (Config, error) {
	c := Config{folder: root}
	file := filepath.Join(root, ConfigName)
	data, err := os.ReadFile(file)
	if errors.Is(err, os.ErrNotExist) {
		return c.defaults(), nil
	}
	if err != nil {
		return c, err
	}
	if err := press.DecodeTOML(file, data, &c); err != nil {
		return c, err
	}
	c = c.defaults()
	if err := c.check(); err != nil {
		return c, say.Errorf("%s: %w", file, err)
	}
	return c, nil
}

func (c Config) defaults() Config {
	if len(c.Editions) == 0 {
		c.Editions = press.Editions
	}
	if c.Archive == "" {
		c.Archive = "zip"
	}
	if c.Language == "" {
		c.Language = "zh-Hans"
	}
	return c
}

func (c Config) check() error {
	if err := c.wishes("", Title{}).Check(); err != nil {
		return err
	}
	if c.Address != "" {
		u, err := url.Parse(c.Address)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
			return say.Errorf("address = %q is no address of a website; write it as https://example.org/library/", c.Address)
		}
	}
	seen := map[string]string{}
	for _, t := range c.Title {
		if t.Name == "" {
			return say.Errorf("a [[title]] has no name")
		}
		for _, spelling := range append([]string{t.Name}, t.Also...) {
			if other, ok := seen[spelling]; ok {
				return say.Errorf("%q stands in the [[title]] of %s and of %s", spelling, other, t.Name)
			}
			seen[spelling] = t.Name
		}
	}
	return nil
}

// beside gives the path of a file that library.toml names.
func (c Config) beside(name string) string {
	if name == "" || filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(c.folder, name)
}

// design gives a design's name as it is, and its file's path.
func (c Config) design(name string) string {
	if slices.Contains(press.DesignNames(), name) {
		return name
	}
	return c.beside(name)
}

// wishes are what is asked of the editions of an issue of a title.
func (c Config) wishes(dir string, t Title) press.Wishes {
	w := press.Wishes{
		Dir: dir, Editions: c.Editions, Form: c.Archive, Design: c.design(c.Design), Profile: c.beside(c.Profile), Condition: c.Condition,
		NoFonts: c.NoFonts, CropMarks: c.CropMarks, Colour: c.Colour, HiddenFolio: c.HiddenFolio, Geta: c.Geta,
	}
	if t.Design != "" {
		w.Design = c.design(t.Design)
	}
	if t.Profile != "" {
		w.Profile = c.beside(t.Profile)
	}
	return w
}

// title gives what is said of a periodical, by any of its spellings.
func (c Config) title(name string) Title {
	for _, t := range c.Title {
		if t.Name == name || slices.Contains(t.Also, name) {
			return t
		}
	}
	return Title{}
}

// given is what the title says of an issue that the issue does not say.
func (t Title) given(m issue.Meta) press.Meta {
	missing := func(have, said string) string {
		if have != "" {
			return ""
		}
		return said
	}
	g := press.Meta{ISSN: missing(m.ISSN, t.ISSN), CN: missing(m.CN, t.CN), Publisher: missing(m.Publisher, t.Publisher), Language: missing(m.Language, t.Language)}
	if t.Name != m.Title {
		g.Title = t.Name
	}
	return g
}

// site is what the pages need to know of the library.
func (c Config) site() site.Config {
	s := site.Config{Name: c.Name, Description: c.Description, Address: c.Address, Language: c.Language}
	if s.Address != "" && !strings.HasSuffix(s.Address, "/") {
		s.Address += "/"
	}
	if c.Pages != "" {
		s.Pages = os.DirFS(c.beside(c.Pages))
	}
	return s
}

// opds is what the feeds for reading apps need to know of the library.
func (c Config) opds(all *catalog.Catalog) opds.Options {
	s := c.site()
	return opds.Options{Name: s.Named(), Language: c.Language, ID: site.FeedID(s.Address, all, "opds")}
}
