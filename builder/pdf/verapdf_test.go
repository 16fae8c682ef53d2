package pdf_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"kanyin/builder/internal/tools"
	"kanyin/builder/pdf"
)

// A verdict is what veraPDF says of a file and one of the standards that it claims.
type verdict struct {
	passed bool
	broken []string // rules: clause and number
}

// examine has veraPDF hold files against the standards that they claim, all in
// one run: to start it costs more than to look at a file. It gives the verdicts
// by path and standard.
func examine(t *testing.T, paths ...string) map[string]map[string]verdict {
	t.Helper()
	run := tools.VeraPDF(t, append([]string{"--flavour", "0", "--format", "text", "-v"}, paths...)...)
	report, _ := run.CombinedOutput() // its exit code is not 0 where a file fails: the report tells
	verdicts := map[string]map[string]verdict{}
	var path, standard string
	for line := range strings.Lines(string(report)) {
		fields := strings.Fields(line)
		switch {
		case len(fields) == 3 && (fields[0] == "PASS" || fields[0] == "FAIL"):
			path, standard = fields[1], fields[2]
			if verdicts[path] == nil {
				verdicts[path] = map[string]verdict{}
			}
			verdicts[path][standard] = verdict{passed: fields[0] == "PASS"}
		case len(fields) == 2 && fields[0] == "FAIL" && path != "":
			v := verdicts[path][standard]
			v.broken = append(v.broken, fields[1])
			verdicts[path][standard] = v
		default:
			t.Logf("veraPDF: %s", line)
		}
	}
	return verdicts
}

// untagged gives a print edition, which has no tags, the metadata of one that
// claims to be tagged.
func untagged(t *testing.T) []byte {
	t.Helper()
	data, _ := printed(t, pdf.Print{})
	const begin, end = "<x:xmpmeta", "</x:xmpmeta>"
	claim := `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">` +
		`<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta>`
	from, to := bytes.Index(data, []byte(begin)), bytes.Index(data, []byte(end))+len(end)
	if from < 0 || to-from < len(claim) {
		t.Fatal("the metadata leave no room for the claim")
	}
	copy(data[from:to], claim+strings.Repeat(" ", to-from-len(claim)))
	return data
}

// The screen editions keep PDF/A-2a and PDF/UA-1. That the examiner sees what is
// missing shows in a file without tags that says the same of itself.
func TestVeraPDFAcceptsTheScreenEdition(t *testing.T) {
	t.Parallel()
	data, _, _ := screen(t)
	names := map[string]string{file(t, data): "two articles"}
	down, _ := upright(t)
	names[file(t, down)] = "vertical text"
	all, err := wholes()
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range all {
		names[file(t, w.screen)] = w.name
	}
	control := file(t, untagged(t))
	paths := []string{control}
	for path := range names {
		paths = append(paths, path)
	}
	slices.Sort(paths)
	verdicts := examine(t, paths...)
	for path, name := range names {
		for _, standard := range []string{"2a", "ua1"} {
			if v, ok := verdicts[path][standard]; !ok || !v.passed {
				t.Errorf("%s, %s: examined %v, breaks rules %v", name, standard, ok, v.broken)
			}
		}
	}
	for standard, rule := range map[string]string{"2a": "6.7.3.3-1", "ua1": "7.1-11"} { // there is a structure tree
		if v := verdicts[control][standard]; v.passed || !slices.Contains(v.broken, rule) {
			t.Errorf("a file without tags passes as %s, or fails for another reason: %v", standard, v.broken)
		}
	}
}
