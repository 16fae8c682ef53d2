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
	"kanyin/issues/say/speak"
)

// A Status says what came of an issue.
type Status string

// The statuses.
//
//say:words
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

// HTML gives the report for people, in their language, as one page that needs
// nothing else.
func (r *Report) HTML(v speak.Voice) ([]byte, error) {
	sheet := struct {
		*Report
		Lang, Name, Heading, Sum, FailedHeading, Stay, Issue, Why, Across, Title, Finding, Issues, All, Place, Came, Findings string
		Text                                                                                                                  func(say.Text) string
		Status                                                                                                                func(Status) string
	}{
		Report: r, Lang: v.Tag(), Name: v.Say("kanyin library: report"), Heading: v.Say("Report"),
		Sum: v.Say("%d made, %d unchanged, %d failed, %d withdrawn, %d findings.",
			len(r.With(Made)), len(r.With(Unchanged)), len(r.With(Failed)), len(r.With(Withdrawn)), r.Findings()),
		FailedHeading: v.Say("Failed"), Stay: v.Say("The former editions of these issues stay as they are."), Issue: v.Say("Issue"), Why: v.Say("Why"),
		Across: v.Say("Across issues"), Title: v.Say("Title"), Finding: v.Say("Finding"), Issues: v.Say("Issues"), All: v.Say("All issues"),
		Place: v.Say("Place"), Came: v.Say("What came of it"), Findings: v.Say("Findings"),
		Text: v.Text, Status: func(s Status) string { return v.Text(say.Word(s)) },
	}
	var b bytes.Buffer
	err := reportPage.Execute(&b, sheet)
	return b.Bytes(), err
}
