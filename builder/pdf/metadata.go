package pdf

import (
	"strconv"
	"time"

	"kanyin/builder/pdf/finish"
	"kanyin/issues/issue"
	"kanyin/layout"
)

// program is what made the file.
const program = "kanyin"

// metadata tells the issue's data as a file does. The date is the given one or,
// where it is zero, the issue's own.
func metadata(doc *layout.Document, iss *issue.Issue, date time.Time) finish.Metadata {
	m := iss.Meta
	if date.IsZero() {
		date = m.Issued()
	}
	title := m.Name()
	if title == "" {
		title = doc.Title
	}
	if title == "" {
		title = iss.Source.File // PDF/UA-1, 7.1: a document has a title
	}
	return finish.Metadata{
		Title:       title,
		Authors:     authors(iss),
		Language:    doc.Language,
		Publisher:   m.Publisher,
		Date:        date,
		Program:     program,
		Publication: m.Title,
		ISSN:        m.ISSN,
		Volume:      positive(m.Year),
		Number:      positive(m.Number),
		Identifier:  "urn:uuid:" + iss.UUID(),
	}
}

// authors lists the authors of all articles once, in the order of reading.
func authors(iss *issue.Issue) []string {
	var list []string
	seen := map[string]bool{}
	for _, a := range iss.Articles {
		for _, name := range a.Authors {
			if !seen[name] {
				seen[name] = true
				list = append(list, name)
			}
		}
	}
	return list
}

func positive(n int) string {
	if n <= 0 {
		return ""
	}
	return strconv.Itoa(n)
}
