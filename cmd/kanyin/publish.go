package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"kanyin/builder/press"
	"kanyin/issues/issue"
	"kanyin/issues/say"
	"kanyin/issues/say/speak"
)

func wishesFrom(c *cli.Context) (press.Wishes, error) {
	if c.IsSet("profile") && c.String("profile") == "" {
		return press.Wishes{}, usagef("--profile takes the printer's ICC profile, a file, and was given none; leave it out to print without one")
	}
	w := press.Wishes{
		Dir: c.String("output"), Design: c.String("design"), Profile: c.String("profile"), Condition: c.String("condition"),
		Cover: c.String("cover"), NoFonts: c.Bool("no-fonts"), CropMarks: c.Bool("crop-marks"), Colour: c.Bool("colour"), HiddenFolio: c.Bool("hidden-folio"),
		Geta: c.Bool("geta"), Booklet: c.Bool("booklet"), Creep: c.Float64("creep"), Form: c.String("archive"),
	}
	for _, name := range strings.Split(c.String("edition"), ",") {
		w.Editions = append(w.Editions, strings.TrimSpace(name))
	}
	if err := w.Check(); err != nil {
		return w, usagef("%v", err)
	}
	return w, nil
}

// publish makes an issue's editions and tells of them; it gives the number of findings.
func publish(c *cli.Context, pr *press.Press, w press.Wishes, j press.Job) (int, error) {
	p := newProgress(c.App.ErrWriter)
	defer p.done()
	result, err := pr.Publish(w, j, func(step say.Text) { p.say(j.Name + ": " + voice(c).Text(step)) })
	p.done()
	for _, path := range result.Paths {
		fmt.Fprintln(c.App.Writer, path)
	}
	if err != nil {
		return 0, err
	}
	tellFindings(voice(c), c.App.ErrWriter, j, result.Findings)
	return len(j.Issue.Findings) + len(result.Findings), nil
}

// shownFindings is how many findings of the editions are told one by one: a
// text that no face fits has one on every line.
const shownFindings = 20

// tellFindings tells what was found while the editions were made, which nothing
// else tells, and counts what "kanyin inspect" tells of the text.
func tellFindings(v speak.Voice, w io.Writer, j press.Job, found []issue.Finding) {
	for _, f := range found[:min(len(found), shownFindings)] {
		v.Print(w, "kanyin: %s\n", f.Format(j.Input.Name))
	}
	if more := len(found) - shownFindings; more > 0 {
		v.Print(w, "kanyin: %s: %s\n", j.Input.Name, say.Count(more, "and 1 more finding of the editions", "and %d more findings of the editions"))
	}
	if n := len(j.Issue.Findings); n > 0 {
		told := say.Count(n, "1 finding in the text", "%d findings in the text")
		if j.Input.Arg != "" {
			told = say.Of("%s; \"kanyin inspect %s\" tells them", told, j.Input.Arg)
		}
		v.Print(w, "kanyin: %s: %s\n", j.Input.Name, told)
	}
}
