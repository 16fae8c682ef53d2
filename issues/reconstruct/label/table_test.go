package label

import (
	"strings"
	"testing"

	"kanyin/issues/reconstruct/evidence"
)

func TestATableComesBackAsItWasWritten(t *testing.T) {
	const table = "full\t0\tI-paragraph=40\n" +
		"short\t-1\tB-paragraph=9\n" +
		"short\t0\tI-heading=-3 B-heading=70\n" +
		"step\t29\tI-paragraph=12\n"
	c, err := ReadTable(strings.NewReader(table))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := c.WriteTable(&b); err != nil {
		t.Fatal(err)
	}
	if b.String() != table {
		t.Errorf("got\n%s\nwant\n%s", b.String(), table)
	}
}

func TestABadTableIsToldByRow(t *testing.T) {
	for table, want := range map[string]string{
		"full\t0\tI-paragraph=1\nfull\n":     "row 2",
		"full\t0\tI-nothing=1\n":             "row 1",
		"full\t3\tI-paragraph=1\n":           "3 rows away",
		"full\t0\tI-paragraph=one\n":         "is no tag and weight",
		"full\tzero\tI-paragraph=1\n":        "row 1",
		"full\t0\tB-paragraph=1 paragraph\n": "is no tag and weight",
	} {
		if _, err := ReadTable(strings.NewReader(table)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", table, err, want)
		}
	}
}

// A chain that reads by two words: what is short begins a heading, what is not is text.
func small(t *testing.T) *Chain {
	t.Helper()
	c, err := ReadTable(strings.NewReader("full\t0\tI-paragraph=256\nshort\t0\tB-heading=256 B-title=200\nfull\t1\tB-heading=64\n"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestReadTellsTheKindAndTheRunnerUp(t *testing.T) {
	seen := []evidence.Seen{{Near: []string{"short"}}, {Near: []string{"full"}}}
	got := small(t).Read(seen, nil)
	if got[0].Kind != Heading || !got[0].Begins || got[0].RunnerUp != Title {
		t.Errorf("the short row: %+v", got[0])
	}
	// 256+64 against 200, in grains
	if want := 120 * grain; got[0].Margin != want {
		t.Errorf("margin %v, want %v", got[0].Margin, want)
	}
	if got[1].Kind != Paragraph || got[1].Begins {
		t.Errorf("the full row: %+v", got[1])
	}
}

func TestAPinHolds(t *testing.T) {
	seen := []evidence.Seen{{Near: []string{"short"}}, {Near: []string{"full"}}}
	got := small(t).Read(seen, map[int]Pin{0: {Kind: Byline, Begins: true}, 1: {Kind: Heading, Either: true}})
	if got[0].Kind != Byline || !got[0].Begins || got[1].Kind != Heading {
		t.Errorf("got %+v", got)
	}
}

func TestWhyNamesTheEvidence(t *testing.T) {
	seen := []evidence.Seen{{Near: []string{"short"}}, {Near: []string{"full"}}}
	c := small(t)
	if got, want := c.Why(seen, c.Read(seen, nil))[0].String(), "heading before title: +1 full (as wide as the column), short (ems to a full row)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// The embedded tables name no kind that is not there, and every word in
// them is told to people in a sentence.
func TestTheEmbeddedTablesAreSound(t *testing.T) {
	for name, c := range map[string]*Chain{"text": Text(), "page": Page()} {
		for w := range c.words {
			if evidence.Tells(w).IsZero() {
				t.Errorf("%s: nobody knows what %s means", name, w)
			}
		}
	}
}
