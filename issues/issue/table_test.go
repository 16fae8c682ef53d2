package issue

import (
	"strings"
	"testing"
)

// Letters stand for blocks: R a row of data, H one that names the columns, W a
// row of three cells, T a whole table, C a table's caption, F a picture, P prose.
// What belongs to one table stands in brackets, its caption marked by which side it is on.
func TestTableAt(t *testing.T) {
	for _, c := range []struct{ blocks, want string }{
		{"PRRP", "P[RR]P"},
		{"PCRRP", "P[C/RR]P"},
		{"PHRRCP", "P[HRR/C]P"},
		{"PTCP", "P[T/C]P"},
		{"CTCT", "[C/T][C/T]"},
		{"TCTC", "[T/C][T/C]"},
		{"HRCHRC", "[HR/C][HR/C]"},
		{"RRCRR", "[RR][C/RR]"}, // a caption stands over its table, where nothing speaks against it
		{"FCRR", "FC[RR]"},      // it is the picture's
		{"HRHR", "[HR][HR]"},
		{"RRWW", "[RR][WW]"},
		{"TRT", "[T][R][T]"},
		{"CP", "CP"},
		{"", ""},
	} {
		if got := spans(t, c.blocks); got != c.want {
			t.Errorf("%s is read as %s, want %s", c.blocks, got, c.want)
		}
	}
}

func spans(t *testing.T, letters string) string {
	var blocks []Block
	for _, l := range letters {
		blocks = append(blocks, map[rune]Block{
			'R': {Kind: Data, Rows: [][]string{{"一月", "1"}}},
			'H': {Kind: Data, Rows: [][]string{{"月", "船"}}, Head: true},
			'W': {Kind: Data, Rows: [][]string{{"一月", "1", "2"}}},
			'T': {Kind: Table, Rows: [][]string{{"一月", "1"}, {"二月", "3"}}},
			'C': {Kind: Caption, Text: "表一　过船"},
			'F': {Kind: Figure},
			'P': {Kind: Paragraph, Text: "水到了。"},
		}[l])
	}
	var b strings.Builder
	for i := 0; i < len(blocks); {
		s, ok := TableAt(blocks, i)
		if !ok {
			b.WriteByte(letters[i])
			i++
			continue
		}
		b.WriteString("[")
		if s.Caption >= 0 && !s.Under() {
			b.WriteString(letters[s.Caption:s.From] + "/")
		}
		b.WriteString(letters[s.From:s.To])
		if s.Under() {
			b.WriteString("/" + letters[s.Caption:s.End()])
		}
		b.WriteString("]")
		if s.End() <= i {
			t.Fatalf("%s: a table that begins at %d ends at %d", letters, i, s.End())
		}
		i = s.End()
	}
	return b.String()
}
