package epub

import (
	"fmt"
	"strings"

	"kanyin/issues/issue"
)

// metadata is what the package document says of the issue.
type metadata struct {
	Identifier  string // urn:uuid:…
	Title       string
	FileAs      string // the title as shelves sort it: 河口 2025-03
	Language    string
	Publisher   string
	Date        string // 2025-03-01
	Modified    string // 2025-03-01T00:00:00Z
	Description string
	Rights      string
	Citation    string // with ISSN, CN number and total number
	Subjects    []string
	People      []person
	Series      string
	Position    string // in the series: 2025.03; with one figure, number 10 would sort before number 2
	Index       string // the same as calibre has it: 2025.03
	ISSN, CN    string
	Summary     string // of the accessibility
	Conforms    string // the standard that the publisher says the book keeps to
	Certifier   string // who says so
	Paged       bool   // a page list is there
	PageSource  string
	Pictures    bool // beside the cover
	Generator   string
}

func (b Builder) metadata(iss *issue.Issue, w words) metadata {
	m := iss.Meta
	modified := b.Modified
	if modified.IsZero() {
		modified = iss.Changed()
	}
	md := metadata{
		Identifier:  "urn:uuid:" + iss.UUID(),
		Title:       m.Name(),
		Language:    languageOf(iss),
		Publisher:   m.Publisher,
		Date:        m.Issued().Format("2006-01-02T15:04:05Z"), // without a time shelves show the day before or after, by their time zone
		Modified:    modified.UTC().Format("2006-01-02T15:04:05Z"),
		Description: describe(iss, w),
		Rights:      rights(iss),
		Citation:    cite(m, w),
		Subjects:    subjects(iss),
		People:      peopleOf(iss),
		Series:      m.Title,
		ISSN:        m.ISSN,
		CN:          strings.TrimSpace(strings.TrimPrefix(m.CN, "CN")),
		Summary:     w.summary,
		Paged:       len(b.Pages) > 0,
		Conforms:    b.Conforms,
		Certifier:   b.Certifier,
		Pictures:    len(iss.Pictures) > 0,
		Generator:   strings.TrimSpace("kanyin " + b.Version),
	}
	if md.Title == "" {
		md.Title = w.untitled
	}
	if md.Pictures {
		md.Summary = w.summaryPictures
	}
	if md.Paged {
		md.Summary += w.summaryPages
		md.PageSource = md.Title + " (PDF)"
	}
	if !issue.ValidISSN(md.ISSN) {
		md.ISSN = "" // catalogues would file the book under another periodical, or none
	}
	md.number(m)
	return md
}

// number says where the issue stands among the others.
func (md *metadata) number(m issue.Meta) {
	switch {
	case m.Year != 0 && m.Number != 0:
		md.Position, md.Index = fmt.Sprintf("%d.%02d", m.Year, m.Number), fmt.Sprintf("%d.%02d", m.Year, m.Number)
		md.FileAs = strings.TrimSpace(fmt.Sprintf("%s %d-%02d", m.Title, m.Year, m.Number))
	case m.Total != 0:
		md.Position, md.Index = fmt.Sprint(m.Total), fmt.Sprint(m.Total)
	}
}

// maxDescribed is how many articles a description names: libraries show it
// whole, and past this many nobody reads on.
const maxDescribed = 60

// describe lists the contents.
func describe(iss *issue.Issue, w words) string {
	var rows []string
	for i := range iss.Articles {
		a := &iss.Articles[i]
		if i == maxDescribed {
			rows = append(rows, w.ellipsis)
			break
		}
		s := labelOf(a, w)
		if a.Section != "" {
			s = a.Section + w.colon + s
		}
		if len(a.Authors) > 0 {
			s += " / " + strings.Join(a.Authors, w.comma)
		}
		rows = append(rows, s)
	}
	return strings.Join(rows, "\n")
}

// rights is the masthead's own word on copying, where it has one.
func rights(iss *issue.Issue) string {
	for _, k := range iss.Front {
		for _, sign := range []string{"版权", "版權", "转载", "轉載", "©", "opyright"} {
			if k.Kind == issue.Masthead && strings.Contains(k.Text, sign) {
				return k.Text
			}
		}
	}
	holder := iss.Meta.Publisher
	if holder == "" {
		holder = iss.Meta.Title
	}
	if holder == "" || iss.Meta.Year == 0 {
		return ""
	}
	return fmt.Sprintf("© %d %s", iss.Meta.Year, holder)
}

func cite(m issue.Meta, w words) string {
	parts := []string{m.Name()}
	if m.Total != 0 {
		parts = append(parts, fmt.Sprintf(w.total, m.Total))
	}
	if m.ISSN != "" {
		parts = append(parts, "ISSN "+m.ISSN)
	}
	if m.CN != "" {
		parts = append(parts, "CN "+strings.TrimSpace(strings.TrimPrefix(m.CN, "CN")))
	}
	return strings.TrimSpace(strings.Join(parts, w.comma))
}

// subjects are the names of the columns.
func subjects(iss *issue.Issue) []string {
	var out []string
	seen := map[string]bool{"": true}
	for _, a := range iss.Articles {
		if !seen[a.Section] {
			seen[a.Section] = true
			out = append(out, a.Section)
		}
	}
	return out
}
