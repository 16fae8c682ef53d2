package issue

import (
	"sort"

	"kanyin/issues/say"
)

// A Finding says that something in the issue deserves a look. The text it is
// about stands unchanged.
type Finding struct {
	Code       string   `json:"code"` // never changes: title-mismatch, seam-moved, …
	Severity   Severity `json:"severity"`
	Lines      []int    `json:"lines"`            // in the source, from 1; the first is where to look
	Page       string   `json:"page,omitempty"`   // the printed page, where layout found it
	Message    say.Text `json:"message"`          // one clause, lower case, without a full stop
	Values     []string `json:"values,omitempty"` // what disagrees, as it stands in the text
	Confidence float64  `json:"confidence"`       // from 0 to 1: how sure kanyin is that this is a slip
}

// A Severity ranks findings.
type Severity string

// The severities. None of them stops a build.
const (
	Warning Severity = "warning" // probably a slip that a reader would see
	Info    Severity = "info"    // something done or seen that may be looked at
)

// Format gives the finding as "file:line: code: message", the form that editors jump to.
func (f Finding) Format(file string) say.Text {
	if len(f.Lines) == 0 {
		return say.Of("%s: %s: %s", file, f.Code, f.Message)
	}
	return say.Of("%s:%d: %s: %s", file, f.Lines[0], f.Code, f.Message)
}

// SortFindings orders findings by line, then code, then message.
func SortFindings(fs []Finding) {
	first := func(f Finding) int {
		if len(f.Lines) == 0 {
			return 0
		}
		return f.Lines[0]
	}
	sort.SliceStable(fs, func(i, j int) bool {
		a, b := fs[i], fs[j]
		if first(a) != first(b) {
			return first(a) < first(b)
		}
		if a.Code != b.Code {
			return a.Code < b.Code
		}
		return a.Message.String() < b.Message.String()
	})
}
