// Package plainpdf writes the small PDFs that tests read: objects as they are given,
// with the table that finds them.
package plainpdf

import (
	"bytes"
	"fmt"
)

// File writes a PDF of those objects, numbered from 1; the first is the catalogue.
func File(objs ...string) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.6\n")
	offsets := make([]int, len(objs))
	for i, o := range objs {
		offsets[i] = out.Len()
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(objs)+1)
	for _, o := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&out, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF", len(objs)+1, start)
	return out.Bytes()
}

// Stream is an object that holds content; dict is what its dictionary says besides the length.
func Stream(dict, content string) string {
	return fmt.Sprintf("<<%s/Length %d>>stream\n%s\nendstream", dict, len(content), content)
}
