package pdf

import (
	"crypto/sha1"
	"fmt"
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
		Identifier:  "urn:uuid:" + identity(m, iss.Source.SHA256),
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

// urlSpace is the name space of addresses (RFC 9562, 6.6).
var urlSpace = [16]byte{0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8}

// identity is a name-based UUID, version 5 (RFC 9562, 5.5), of the ISSN, the
// year and the number, or of the source where there is no ISSN.
func identity(m issue.Meta, source string) string {
	name := fmt.Sprintf("urn:issn:%s/%d/%d", m.ISSN, m.Year, m.Number)
	if m.ISSN == "" {
		name = "urn:sha256:" + source
	}
	h := sha1.New()
	h.Write(urlSpace[:])
	h.Write([]byte(name))
	u := h.Sum(nil)[:16]
	u[6] = u[6]&0x0F | 0x50
	u[8] = u[8]&0x3F | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:])
}
