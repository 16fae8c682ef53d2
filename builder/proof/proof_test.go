package proof_test

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"kanyin/builder/proof"
	"kanyin/issues"
	"kanyin/issues/correct"
	"kanyin/issues/issue"
	"kanyin/issues/sample"
	"kanyin/issues/source"
)

func build(t *testing.T, text string, list ...correct.Correction) (string, *issue.Issue) {
	t.Helper()
	f, err := source.Read("issue.txt", strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	iss, err := issues.Corrected("issue.txt", f, list)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := (proof.Builder{}).Build(&out, iss); err != nil {
		t.Fatal(err)
	}
	return out.String(), iss
}

// A proof has every line of the source once, beside what was read of it, every
// finding and every correction.
func TestAProofHasEverything(t *testing.T) {
	place := correct.Place{Number: 234, Text: "会场里安静了一会儿。"}
	html, iss := build(t, string(sample.Text()), correct.Correction{Line: place, Kind: "caption", Editor: "温故", Note: "见纸本"})
	for n, l := range iss.Source.Lines {
		want := 1
		if strings.TrimSpace(l) == "" {
			want = 0
		}
		if got := strings.Count(html, `<p id="l`+strconv.Itoa(n+1)+`"`); got != want {
			t.Errorf("line %d stands %d times", n+1, got)
		}
	}
	for _, f := range iss.Findings {
		if !strings.Contains(html, "<code>"+f.Code+"</code>") {
			t.Errorf("the finding %s is missing", f.Code)
		}
	}
	if !strings.Contains(html, "is caption (见纸本) — 温故") {
		t.Error("the correction is missing")
	}
	if again, _ := build(t, string(sample.Text()), correct.Correction{Line: place, Kind: "caption", Editor: "温故", Note: "见纸本"}); again != html {
		t.Error("the same issue gives other bytes")
	}
}

// Nothing is loaded, nothing runs, and the text is no markup.
func TestAProofStandsAlone(t *testing.T) {
	html, _ := build(t, "渡口\n\n<script>alert(1)</script>船到了。\n\n\" onload=x 人也到了 </style><img src=http://evil.example>\n")
	if m := regexp.MustCompile(`(?i)<(script|link|iframe|object)|<[a-z][^<>]*(src|href)="?(https?:|//)|@import|url\(`).FindString(html); m != "" {
		t.Errorf("it has %s", m)
	}
	if !strings.Contains(html, "&lt;script&gt;") {
		t.Error("the text is not there as text")
	}
}
