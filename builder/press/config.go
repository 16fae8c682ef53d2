package press

import (
	"errors"
	"os"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"kanyin/issues/issue"
	"kanyin/issues/say"
)

// ConfigName is the file in an issue's folder that says what the text does
// not say, or says wrongly.
const ConfigName = "issue.toml"

// A Config is an issue.toml. What it leaves out is taken from the text.
type Config struct {
	Text     string    `toml:"text"`    // the text's file, where the folder holds several
	Cover    string    `toml:"cover"`   // an image for the e-book's cover
	Design   string    `toml:"design"`  // a design's name or its TOML file
	Profile  string    `toml:"profile"` // the printer's ICC profile
	Fonts    []Font    `toml:"font"`    // faces for characters that kanyin's have not
	Pictures []Picture `toml:"picture"` // that the issue's own file does not hold
	Input    Pages     `toml:"input"`   // what of a PDF is read
	Meta     Meta      `toml:"meta"`
	Revised  string    `toml:"revised"` // when the editions were last changed, where content alone shall not say

	Accessibility Accessibility `toml:"accessibility"`
}

// Accessibility is what the publisher says of the e-book, who has had it looked
// at: kanyin claims nothing of its own accord.
type Accessibility struct {
	Conforms  string `toml:"conforms"`  // such as "EPUB Accessibility 1.1 - WCAG 2.1 Level AA"
	Certifier string `toml:"certifier"` // who says so
}

// Pages say what of a PDF is read, all of it without them, and how pages are set.
type Pages struct {
	Pages string `toml:"pages"` // such as "3-66" or "1,5-8", counted from 1
	Skip  []int  `toml:"skip"`  // sheets to leave out, such as advertisements

	Columns int `toml:"columns"` // how many columns of one width all pages have; 0 is for the reader to find out
}

// A Meta is what an issue.toml says of the issue; what is "" or 0 is left to
// the text.
type Meta struct {
	Title     string `toml:"title" json:"title,omitempty"`
	Year      int    `toml:"year" json:"year,omitempty"`
	Number    int    `toml:"number" json:"number,omitempty"`
	Variant   string `toml:"variant" json:"variant,omitempty"`
	Total     int    `toml:"total" json:"total,omitempty"`
	ISSN      string `toml:"issn" json:"issn,omitempty"`
	CN        string `toml:"cn" json:"cn,omitempty"`
	Publisher string `toml:"publisher" json:"publisher,omitempty"`
	Price     string `toml:"price" json:"price,omitempty"`
	Date      string `toml:"date" json:"date,omitempty"`
	Language  string `toml:"language" json:"language,omitempty"`
}

// A Font is a face that an issue brings: its name and its file.
type Font struct {
	Name string `toml:"name" json:"name"`
	File string `toml:"file" json:"file"`
}

// readConfig reads an issue.toml; where there is none, the text decides all.
func readConfig(path string) (Config, []byte, error) {
	var c Config
	data, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		return c, nil, nil
	}
	if err != nil {
		return c, nil, err
	}
	if err := DecodeTOML(path, data, &c); err != nil {
		return c, nil, err
	}
	return c, data, c.validate(path, data)
}

// DecodeTOML reads a settings file strictly: a key that it does not know is an
// error with its line, since a misspelt key would be a wish unheard.
func DecodeTOML(path string, data []byte, into any) error {
	err := toml.NewDecoder(strings.NewReader(string(data))).DisallowUnknownFields().Decode(into)
	var unknown *toml.StrictMissingError
	var wrong *toml.DecodeError
	switch {
	case errors.As(err, &unknown) && len(unknown.Errors) > 0:
		first := unknown.Errors[0]
		line, _ := first.Position()
		return say.Errorf("%s:%d: there is no setting %q", path, line, strings.Join(first.Key(), "."))
	case errors.As(err, &wrong):
		line, _ := wrong.Position()
		return say.Errorf("%s:%d: the TOML is wrong: %s", path, line, strings.TrimPrefix(wrong.Error(), "toml: "))
	}
	return err
}

// Apply puts the values over what an issue says of itself.
func (c Meta) Apply(m *issue.Meta) {
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
	str(&m.Title, c.Title)
	num(&m.Year, c.Year)
	num(&m.Number, c.Number)
	num(&m.Total, c.Total)
	str(&m.ISSN, c.ISSN)
	str(&m.CN, c.CN)
	str(&m.Publisher, c.Publisher)
	str(&m.Variant, c.Variant)
	str(&m.Price, c.Price)
	str(&m.Date, c.Date)
	str(&m.Language, c.Language)
}
