// Package issues reads an issue of a periodical from its raw text: decode,
// reconstruct, prove that nothing was lost.
//
//	bytes ─source─▶ numbered lines ─reconstruct─▶ issue.Issue
//
// It has no type and no rule of its own.
package issues

import (
	"errors"
	"fmt"
	"io"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct"
	"kanyin/issues/source"
)

// errBlank is what a text without any line says.
var errBlank = errors.New("the text is empty; there is no issue in it")

// Read reads one issue. Odd text is no error; a text that cannot be read or
// decoded is one, and so is one that holds nothing, and an issue whose ledger
// does not balance.
func Read(name string, r io.Reader) (*issue.Issue, error) {
	f, err := source.Read(name, r)
	if err != nil {
		return nil, err
	}
	if f.Blank() {
		return nil, fmt.Errorf("%s: %w", name, errBlank)
	}
	iss := reconstruct.Issue(f)
	if err := iss.Ledger(); err != nil {
		return nil, fmt.Errorf("%s: reconstruct: %w", name, err)
	}
	issue.SortFindings(iss.Findings)
	return iss, nil
}
