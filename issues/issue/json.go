package issue

import "encoding/json"

// Format is the name and version of the issue JSON.
const Format = "kanyin.issue/2"

// MarshalJSON gives the issue JSON: format, source, meta, toc, articles, front,
// dropped, pictures (not their bytes), findings and house. Lists are never null.
func (iss *Issue) MarshalJSON() ([]byte, error) {
	type source struct {
		File     string `json:"file"`
		SHA256   string `json:"sha256"`
		Encoding string `json:"encoding"`
		Lines    int    `json:"lines"`
	}
	m := iss.Meta
	return json.Marshal(struct {
		Format   string        `json:"format"`
		Source   source        `json:"source"`
		Meta     metaJSON      `json:"meta"`
		Toc      []entryJSON   `json:"toc"`
		Articles []articleJSON `json:"articles"`
		Front    []Block       `json:"front"`
		Dropped  []Block       `json:"dropped"`
		Pictures []pictureJSON `json:"pictures"`
		Findings []Finding     `json:"findings"`
		House    []Habit       `json:"house"`

		Corrections []Correction `json:"corrections,omitempty"`
	}{
		Format:   Format,
		Source:   source{iss.Source.File, iss.Source.SHA256, iss.Source.Encoding, len(iss.Source.Lines)},
		Meta:     metaJSON{m.Title, m.Year, m.Number, m.Variant, m.Total, m.ISSN, m.CN, m.Publisher, m.Price, m.Date, m.Language, list(m.Staff)},
		Toc:      each(iss.Toc, entryToJSON),
		Articles: each(iss.Articles, articleToJSON),
		Front:    list(iss.Front),
		Dropped:  list(iss.Dropped),
		Pictures: each(iss.Pictures, pictureToJSON),
		Findings: list(iss.Findings),
		House:    list(iss.House),

		Corrections: iss.Corrections,
	})
}

type metaJSON struct {
	Title     string  `json:"title"`
	Year      int     `json:"year"`
	Number    int     `json:"number"`
	Variant   string  `json:"variant,omitempty"`
	Total     int     `json:"total"`
	ISSN      string  `json:"issn"`
	CN        string  `json:"cn"`
	Publisher string  `json:"publisher"`
	Price     string  `json:"price"`
	Date      string  `json:"date"`
	Language  string  `json:"language"`
	Staff     []Staff `json:"staff"`
}

type entryJSON struct {
	Page       int      `json:"page"`
	Section    string   `json:"section"`
	Subsection string   `json:"subsection"`
	Title      string   `json:"title"`
	Authors    []string `json:"authors"`
	Lines      []int    `json:"lines"`
	Article    string   `json:"article"`        // the first of Articles
	Also       []string `json:"also,omitempty"` // the others
}

type articleJSON struct {
	ID         string   `json:"id"`
	Section    string   `json:"section"`
	Subsection string   `json:"subsection"`
	Kicker     string   `json:"kicker,omitempty"`
	Title      string   `json:"title"`
	Subtitle   string   `json:"subtitle"`
	Authors    []string `json:"authors"`
	Page       int      `json:"page"`
	Blocks     []Block  `json:"blocks"`
}

func entryToJSON(e Entry) entryJSON {
	j := entryJSON{Page: e.Page, Section: e.Section, Subsection: e.Subsection, Title: e.Title, Authors: list(e.Authors), Lines: list(e.Lines)}
	if len(e.Articles) > 0 {
		j.Article, j.Also = e.Articles[0], e.Articles[1:]
	}
	return j
}

func articleToJSON(a Article) articleJSON {
	return articleJSON{a.ID, a.Section, a.Subsection, a.Kicker, a.Title, a.Subtitle, list(a.Authors), a.Page, list(a.Blocks)}
}

// list gives s, or an empty list for a nil one, so that JSON readers need not know null.
func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

func each[T, U any](s []T, f func(T) U) []U {
	out := make([]U, len(s))
	for i, v := range s {
		out[i] = f(v)
	}
	return out
}
