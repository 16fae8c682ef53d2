// Package issues reads an issue of a periodical from whatever it comes as.
//
//	bytes ─input─▶ numbered lines ─reconstruct─▶ issue.Issue ─check─▶ findings
//
// [Read] is nearly all there is; [Of] takes lines that were read already. The package has no type and no rule of its own: what
// it gives is an [issue.Issue], and every stage can be called alone.
package issues

import (
	"io"
	"slices"

	"kanyin/issues/check"
	"kanyin/issues/correct"
	"kanyin/issues/figures"
	"kanyin/issues/gloss"
	"kanyin/issues/input"
	"kanyin/issues/issue"
	"kanyin/issues/reader"
	"kanyin/issues/say"
	"kanyin/issues/settle"
	"kanyin/issues/source"
)

// errBlank is what a text without any line says.
var errBlank = say.Errorf("the text is empty; there is no issue in it")

// Read reads one issue. Odd text is no error: it becomes a finding, and the
// findings are sorted by line. An error is a text that cannot be read or
// decoded, and one that holds nothing. A line that reading placed twice or nowhere
// is mended and said.
func Read(name string, r io.Reader) (*issue.Issue, error) {
	f, err := input.Options{}.Read(name, r)
	if err != nil {
		return nil, err
	}
	return Of(name, f)
}

// Of gives the issue of a file that was read; the name is what errors call it.
func Of(name string, f *source.File) (*issue.Issue, error) { return Corrected(name, f, nil) }

// Corrected gives the issue of a file as an editor says that it is. Corrections
// that fit nothing or contradict each other are findings.
func Corrected(name string, f *source.File, list []correct.Correction) (*issue.Issue, error) {
	if f.Blank() {
		return nil, say.Errorf("%s: %w", name, errBlank)
	}
	fit, found := correct.Fit(list, f)
	known := fit.Told()
	iss := reader.Issue(fit.Mended(), known)
	if titled, ok := fit.Titled(iss, known); ok {
		iss = reader.Issue(titled, known)
	}
	settle.Lines(iss)
	found = append(found, fit.Settle(iss)...)
	settle.Structure(iss)
	if err := figures.Place(iss, f); err != nil {
		return nil, say.Errorf("%s: %w", name, err)
	}
	gloss.Place(iss, f)
	if err := iss.Ledger(); err != nil {
		return nil, say.Errorf("%s: reconstruct: %w", name, err)
	}
	iss.Findings = slices.Concat(iss.Findings, found, troubles(f), check.Issue(iss))
	iss.Findings = slices.DeleteFunc(iss.Findings, iss.Aside)
	issue.SortFindings(iss.Findings)
	return iss, nil
}

// troubles gives what the reader of the file could not read or show as findings.
func troubles(f *source.File) []issue.Finding {
	var out []issue.Finding
	for _, t := range f.Troubles {
		found := issue.Finding{Code: t.Code, Severity: issue.Warning, Message: t.Message, Values: t.Values, Confidence: 1}
		if t.Line > 0 {
			found.Lines = []int{t.Line}
		}
		out = append(out, found)
	}
	return out
}
