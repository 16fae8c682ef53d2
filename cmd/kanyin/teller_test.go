package main

import (
	"bytes"
	"strings"
	"testing"

	"kanyin/builder/library"
	"kanyin/issues/say"
)

// A run is told by a bar with its rate on a terminal, by a few lines elsewhere,
// and not at all when it shall be quiet.
func TestARunIsTold(t *testing.T) {
	told := func(tell *teller) string {
		var b bytes.Buffer
		tell.w = &b
		const total = 200
		for done := range total + 1 {
			tell.step(library.Step{Done: done, Total: total})
		}
		tell.say(say.Of("making shelves, feeds and search"))
		tell.finish()
		return b.String()
	}
	bar := told(&teller{term: true})
	for _, want := range []string{"%", "(", "/200", "issues/", "making shelves"} {
		if !strings.Contains(bar, want) {
			t.Errorf("on a terminal %q is not told: %q", want, bar)
		}
	}
	plain := told(&teller{})
	if n := strings.Count(plain, "\n"); n != plainSteps+1 || !strings.Contains(plain, "kanyin: 200 of 200\n") || strings.Contains(plain, "\r") {
		t.Errorf("elsewhere %d lines are told:\n%s", n, plain)
	}
	if quiet := told(&teller{quiet: true, term: true}); quiet != "" {
		t.Errorf("a quiet run tells %q", quiet)
	}
}
