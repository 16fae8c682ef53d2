package main

import (
	"io"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/urfave/cli/v2"

	"kanyin/builder/library"
	"kanyin/issues/say"
	"kanyin/issues/say/speak"
)

// plainSteps is how many lines a run tells where there is no terminal: a log
// shows that it goes on and stays readable.
const plainSteps = 20

// A teller tells how far a library is: by a bar on a terminal, by a few lines
// elsewhere, not at all when it shall be quiet.
type teller struct {
	v           speak.Voice
	w           io.Writer
	quiet, term bool
	bar         *progressbar.ProgressBar
	total       int
}

func newTeller(c *cli.Context) *teller {
	p := newProgress(c.App.ErrWriter)
	return &teller{v: voice(c), w: c.App.ErrWriter, quiet: c.Bool("quiet"), term: p.term}
}

func (t *teller) step(s library.Step) {
	switch {
	case t.quiet:
	case t.term:
		if t.bar == nil || t.total != s.Total {
			t.finish()
			t.total = s.Total
			t.bar = progressbar.NewOptions(s.Total, progressbar.OptionSetWriter(t.w), progressbar.OptionShowCount(), progressbar.OptionShowIts(),
				progressbar.OptionSetItsString(t.v.Say("issues")), progressbar.OptionSetPredictTime(true), progressbar.OptionFullWidth(),
				progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish())
		}
		if s.Done > 0 {
			t.bar.Add(1)
		}
	case s.Done == 0:
	case s.Done*plainSteps/s.Total != (s.Done-1)*plainSteps/s.Total && s.Total >= plainSteps || s.Done == s.Total:
		t.v.Print(t.w, "kanyin: %d of %d\n", s.Done, s.Total)
	}
}

func (t *teller) say(what say.Text) {
	if !t.quiet {
		t.finish()
		t.v.Print(t.w, "kanyin: %s\n", what)
	}
}

func (t *teller) finish() {
	if t.bar != nil {
		t.bar.Finish()
		t.bar = nil
	}
}
