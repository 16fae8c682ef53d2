package verify

import (
	"crypto/sha256"

	"kanyin/builder/verify/pdfread"
)

// wholeFile tells all damage to the file's frame.
func wholeFile(e *pdfEdition) []fault {
	var out []fault
	for _, f := range e.file.Faults {
		out = append(out, fault{f.Place(), f.Text})
	}
	if len(e.pages) == 0 {
		out = append(out, faultf("", "the file has no page"))
	}
	return out
}

// digest holds the identifier (ISO 32000-1, 14.4) against the bytes before the
// cross-reference: kanyin makes it of their SHA-256. It sees a flipped byte even
// where the file's frame and packing do not.
func digest(e *pdfEdition) []fault {
	id := e.file.Array(e.file.Trailer["ID"])
	if len(id) != 2 {
		return []fault{faultf("", "the trailer has no ID of two strings")}
	}
	sum := sha256.Sum256(e.file.Body())
	for _, half := range id {
		if s, _ := e.file.Resolve(half).(pdfread.String); string(s) != string(sum[:16]) {
			return []fault{faultf("", "the ID is %X, the content's %X: a byte between the header and byte %d has changed", string(s), sum[:16], e.file.Start)}
		}
	}
	return nil
}

func content(e *pdfEdition) []fault {
	var out []fault
	for i, s := range e.shown {
		for _, f := range s.Faults {
			out = append(out, fault{onPage(i), f.Text})
		}
	}
	return out
}
