package archive_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"kanyin/builder/archive"
	"kanyin/builder/internal/tools"
	"kanyin/issues/issue"
)

func series() archive.Series {
	shared := issue.Meta{Title: "河口", ISSN: "1234-5679", CN: "99-9999/I", Publisher: "河口社", Language: "zh-Hans"}
	s := archive.Series{Meta: shared}
	for n := 1; n <= 3; n++ {
		m := shared
		m.Year, m.Number, m.Total = 2025, n, 100+n
		s.Issues = append(s.Issues, archive.Member{Meta: m, ID: "urn:uuid:00000000-0000-5000-8000-00000000000" + string(rune('0'+n))})
	}
	return s
}

func TestASeriesIsDescribed(t *testing.T) {
	mods, dc := string(series().MODS()), string(series().DublinCore())
	for _, want := range []string{"<mods:dateIssued encoding=\"w3cdtf\">2025-01/2025-03</mods:dateIssued>", "<mods:identifier type=\"issn\">1234-5679</mods:identifier>", "urn:uuid:00000000-0000-5000-8000-000000000003"} {
		if !strings.Contains(mods, want) {
			t.Errorf("the MODS lack %s:\n%s", want, mods)
		}
	}
	for _, want := range []string{"<dc:title>河口</dc:title>", "<dc:identifier>urn:issn:1234-5679</dc:identifier>", "<dcterms:issued>2025-01/2025-03</dcterms:issued>", "<dcterms:hasPart>urn:uuid:00000000-0000-5000-8000-000000000001</dcterms:hasPart>"} {
		if !strings.Contains(dc, want) {
			t.Errorf("the Dublin Core lacks %s:\n%s", want, dc)
		}
	}
}

func TestASeriesMODSIsValidByItsSchema(t *testing.T) {
	xmllint, schema := tools.Program(t, "xmllint"), schemas(t)
	file := filepath.Join(t.TempDir(), "series.xml")
	if err := os.WriteFile(file, series().MODS(), 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(xmllint, "--noout", "--nonet", "--schema", schema, file).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
