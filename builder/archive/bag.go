package archive

import (
	"bytes"
	"crypto/sha512"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"

	"kanyin/builder"
	"kanyin/issues/issue"
)

// manifest gives the lines of a BagIt manifest: the checksum, two spaces, the
// path with the characters that would break a line encoded (RFC 8493, 2.1.3).
func manifest(files []builder.File) []byte {
	encode := strings.NewReplacer("%", "%25", "\n", "%0A", "\r", "%0D")
	var b bytes.Buffer
	for _, f := range files {
		fmt.Fprintf(&b, "%x  %s\n", sha512.Sum512(f.Data), encode.Replace(f.Path))
	}
	return b.Bytes()
}

// bagInfo gives bag-info.txt (RFC 8493, 2.2.2). The bagging date is the
// issue's, so that a bag made again is the same bag.
func bagInfo(iss *issue.Issue, payload []builder.File, version string) []byte {
	size := 0
	for _, f := range payload {
		size += len(f.Data)
	}
	m := iss.Meta
	var b strings.Builder
	field := func(name, value string) {
		if value = strings.Join(strings.Fields(value), " "); value != "" {
			fmt.Fprintf(&b, "%s: %s\n", name, value)
		}
	}
	field("Source-Organization", m.Publisher)
	field("External-Description", m.Name())
	field("External-Identifier", identifier(m))
	field("Internal-Sender-Identifier", iss.Source.SHA256)
	field("Bagging-Date", m.Issued().Format("2006-01-02"))
	field("Payload-Oxum", fmt.Sprintf("%d.%d", size, len(payload)))
	field("Bag-Software-Agent", "kanyin "+version)
	return []byte(b.String())
}

// identifier names the issue among all issues: ISSN:1234-5679;2025;3.
func identifier(m issue.Meta) string {
	if m.ISSN == "" {
		return ""
	}
	id := "ISSN:" + m.ISSN
	for _, n := range []int{m.Year, m.Number} {
		if n != 0 {
			id += ";" + strconv.Itoa(n)
		}
	}
	return id
}

// ledger gives the table that proves nothing was lost: a row for every source
// line that is not blank, with the block it went into.
func ledger(iss *issue.Issue) []byte {
	rows := make([][]string, len(iss.Source.Lines)+1)
	iss.EachBlock(func(place string, b *issue.Block) {
		where, kind, _ := strings.Cut(place, " ")
		for i, n := range b.Lines {
			if r := rows[n]; r != nil { // an editor cut the line: it stands in two blocks
				r[1], r[2] = r[1]+" + "+where, r[2]+" + "+kind
				continue
			}
			rows[n] = []string{strconv.Itoa(n), where, kind, strconv.Itoa(i + 1), strconv.Itoa(len(b.Lines)), b.Why.String(), iss.Source.Line(n)}
		}
	})
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	w.Write([]string{"line", "place", "kind", "part", "parts", "why", "source"})
	for _, r := range rows {
		if r != nil {
			w.Write(r)
		}
	}
	w.Flush()
	return out.Bytes()
}

// plainText gives an article's text, a block a paragraph.
func plainText(a issue.Article) []byte {
	var b bytes.Buffer
	for i, k := range a.Blocks {
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString(k.Text + "\n")
	}
	return b.Bytes()
}
