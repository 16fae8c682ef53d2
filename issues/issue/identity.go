package issue

import (
	"crypto/sha1"
	"fmt"
)

// UUID names the issue among all issues, in every edition alike: a name-based
// UUID (RFC 9562, version 5) of ISSN, year and number. A periodical without an
// ISSN goes by its title, an issue that says too little of itself by the bytes
// of its source as well, and one of several of one number by its variant.
func (iss *Issue) UUID() string {
	m := iss.Meta
	serial := "urn:issn:" + m.ISSN
	if m.ISSN == "" {
		serial = "urn:kanyin:" + m.Title
	}
	name := fmt.Sprintf("%s/%d/%d", serial, m.Year, m.Number)
	if m.Year == 0 && m.Number == 0 || m.ISSN == "" && m.Title == "" {
		name += "/" + iss.Source.SHA256
	}
	if m.Variant != "" {
		name += "/" + m.Variant
	}
	// The name space of addresses (RFC 9562, 6.6).
	space := []byte{0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8}
	sum := sha1.Sum(append(space, name...))
	u := sum[:16]
	u[6] = u[6]&0x0F | 0x50 // the version
	u[8] = u[8]&0x3F | 0x80 // the variant
	return fmt.Sprintf("%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:])
}
