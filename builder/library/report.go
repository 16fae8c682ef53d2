package library

import (
	"bytes"
	"embed"
	"encoding/json"
	"html/template"
	"maps"
	"slices"
	"strings"

	"kanyin/builder/library/series"
	"kanyin/issues/say"
)

// A Status says what came of an issue.
type Status string

// The statuses.
const (
	Made      Status = "made"
	Unchanged Status = "unchanged"
	Failed    Status = "failed" // its former editions stay, where it had any
	Withdrawn Status = "withdrawn"
	Waiting   Status = "waiting" // for the index: another issue has its place
)

// An Outcome is what came of one issue.
type Outcome struct {
	Source   string   `json:"source"`
	Place    string   `json:"place,omitempty"`
	Status   Status   `json:"status"`
	Error    say.Text `json:"error,omitzero"`
	Findings int      `json:"findings"`

	Found []say.Text `json:"found,omitempty"` // each as "source:line: code: message"

	err error
}

func failed(s source, err error) Outcome {
	return Outcome{Source: s.Name, Status: Failed, Error: say.Because(err), err: err}
}

// A Report is what came of a run.
type Report struct {
	Issues []Outcome        `json:"issues"` // by source
	Series []series.Finding `json:"series"` // what only shows when issues are held together
}

func (r *run) report() *Report {
	rep := &Report{Issues: []Outcome{}, Series: append([]series.Finding{}, r.series...)}
	for _, name := range slices.Sorted(maps.Keys(r.outcomes)) {
		rep.Issues = append(rep.Issues, r.outcomes[name])
	}
	return rep
}

// With gives the issues of a status.
func (r *Report) With(s Status) []Outcome {
	var list []Outcome
	for _, o := range r.Issues {
		if o.Status == s {
			list = append(list, o)
		}
	}
	return list
}

// Findings counts those of all issues and of the series.
func (r *Report) Findings() int {
	n := len(r.Series)
	for _, o := range r.Issues {
		n += o.Findings
	}
	return n
}

// JSON gives the report for programs.
func (r *Report) JSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err := e.Encode(r)
	return b.Bytes(), err
}

//go:embed report.html
var reportFile embed.FS

var reportPage = template.Must(template.New("report.html").Funcs(template.FuncMap{
	"lines": func(s string) []string { return strings.Split(s, "\n") },
}).ParseFS(reportFile, "report.html"))

// HTML gives the report for people, as one page that needs nothing else.
func (r *Report) HTML() ([]byte, error) {
	var b bytes.Buffer
	err := reportPage.Execute(&b, r)
	return b.Bytes(), err
}
