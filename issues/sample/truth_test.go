package sample_test

import (
	"bytes"
	"testing"

	"kanyin/issues"
	"kanyin/issues/internal/damage"
	"kanyin/issues/issue"
	"kanyin/issues/sample"
)

func read(t *testing.T) *issue.Issue {
	t.Helper()
	iss, err := issues.Read(sample.Name, bytes.NewReader(sample.Text()))
	if err != nil {
		t.Fatal(err)
	}
	return iss
}

// The sample comes together nearly as its annotation says. What is missing is in the figures that are logged.
func TestReconstructionIsNearTheTruth(t *testing.T) {
	m, err := damage.Open(sample.Name, "testdata")
	if err != nil {
		t.Fatal(err)
	}
	got := m.Measure(read(t))
	t.Logf("%+v", got)
	if got.Overall() < 0.94 || !got.Ledger {
		t.Errorf("overall %.3f, was at least 0.94", got.Overall())
	}
	if got.Mismatch < 1 {
		t.Errorf("the slips between contents and articles are not all reported: %.3f", got.Mismatch)
	}
}
