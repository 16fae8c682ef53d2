package main

import (
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"kanyin/builder/press"
	"kanyin/issues/input"
	"kanyin/issues/say/speak"
)

func buildCommand(v speak.Voice) *cli.Command {
	return &cli.Command{
		Name:      "build",
		Usage:     v.Say("publish issues"),
		ArgsUsage: "ISSUE...",
		Description: v.Say("ISSUE is a text, a manuscript or the file of an OCR program; a folder of such files that\n" +
			"are one issue; or - for standard input. What it is, its content tells. Each edition is written beside its place and renamed into it.\n\n" +
			"   kanyin build issue.txt                        all editions, into the current folder\n" +
			"   kanyin build -o dist --edition epub issue.txt\n" +
			"   kanyin build --profile press.icc issue.txt    PDF/X-4 for that press\n" +
			"   pdftotext old.pdf - | kanyin build -          from standard input\n\n" +
			"An issue.toml beside the text says what the text does not say, or says wrongly."),
		Flags:  append(publishFlags(v, "."), toggle("strict", v.Say("exit with 3 when there are findings")), maxSize(v)),
		Action: build, BashComplete: publishOffers,
	}
}

// publishFlags are those of build and demo.
func publishFlags(v speak.Voice, dir string) []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Value: dir, Usage: v.Say("write the editions into `DIR`")},
		&cli.StringFlag{Name: "edition", Value: strings.Join(press.Editions, ","), Usage: v.Say("which editions, a `LIST` of %s", strings.Join(press.Editions, ", "))},
		&cli.StringFlag{Name: "design", Usage: v.Say("the pages' `DESIGN`: %s, or a TOML file", strings.Join(press.DesignNames(), ", "))},
		&cli.StringFlag{Name: "profile", Usage: v.Say("the printer's ICC profile, a `FILE`: makes the print edition PDF/X-4")},
		&cli.StringFlag{Name: "condition", Usage: v.Say("the printing `CONDITION` by its registered name, where there is no profile (default: FOGRA39)")},
		&cli.StringFlag{Name: "cover", Usage: v.Say("an image `FILE` for the e-book's cover")},
		toggle("no-fonts", v.Say("embed no fonts in the e-book")),
		toggle("colour", v.Say("keep the pictures' colours in print; needs --profile")),
		toggle("crop-marks", v.Say("draw crop marks outside the print edition's bleed")),
		toggle("hidden-folio", v.Say("set folios very small at the gutter, where the printer folds")),
		toggle("geta", v.Say("print 〓 for characters that no face has, instead of refusing")),
		toggle("booklet", v.Say("also write an imposed saddle-stitch file of the print edition")),
		&cli.Float64Flag{Name: "creep", Value: 0.1, Usage: v.Say("how far each inner sheet of the booklet pushes out, in `MM`")},
		&cli.StringFlag{Name: "archive", Value: "folder", Usage: v.Say("write the archive as `FORM`: folder, zip or tar")},
	}
}

// toggle is a flag without a value. Its help does not say that it is off, as all are.
func toggle(name, usage string) cli.Flag {
	return &cli.BoolFlag{Name: name, Usage: usage, DisableDefaultText: true}
}

func build(c *cli.Context) error {
	args, err := operands(c)
	if err != nil {
		return err
	}
	if len(args) == 0 {
		return usagef("build takes the issues to publish")
	}
	w, err := wishesFrom(c)
	if err != nil {
		return err
	}
	inputs, err := openAll(c, args)
	if err != nil {
		return err
	}
	jobs, err := press.ReadAll(inputs)
	if err != nil {
		return err
	}
	pr, err := press.New(version)
	if err != nil {
		return err
	}
	findings := 0
	for _, j := range jobs {
		n, err := publish(c, pr, w, j)
		if err != nil {
			return err
		}
		findings += n
	}
	if c.Bool("strict") && findings > 0 {
		return errFindings
	}
	return nil
}

// openAll finds the texts that the arguments mean.
func openAll(c *cli.Context, args []string) ([]press.Input, error) {
	var list []press.Input
	for _, arg := range args {
		in, err := openInput(c, arg)
		if err != nil {
			return nil, err
		}
		list = append(list, in)
	}
	return list, nil
}

// openInput finds the text that an argument means; "-" is standard input.
func openInput(c *cli.Context, arg string) (press.Input, error) {
	in, err := press.Reader("stdin", c.App.Reader), error(nil)
	if arg != "-" {
		in, err = press.Open(arg)
	}
	in.Arg = arg
	limits, wrong := limitsFrom(c)
	if wrong != nil {
		return in, wrong
	}
	in.Limits = limits
	return in, err
}

// limitsFrom gives what the flag allows inputs to be.
func limitsFrom(c *cli.Context) (input.Options, error) {
	n := c.Int64("max-size")
	if n < 0 || n > 1<<20 {
		return input.Options{}, usagef("--max-size is from 1 to %d MiB, not %d", 1<<20, n)
	}
	return input.Options{MaxSize: n << 20}, nil
}

// maxSize is the flag that allows larger inputs.
func maxSize(v speak.Voice) cli.Flag {
	return &cli.Int64Flag{Name: "max-size", Usage: v.Say("read inputs of up to `MIB`"), DefaultText: strconv.Itoa(input.DefaultMaxSize >> 20)}
}

// progress says on a terminal what is being done; elsewhere it is silent.
type progress struct {
	w    io.Writer
	term bool
}

func newProgress(w io.Writer) progress {
	f, ok := w.(*os.File)
	if !ok {
		return progress{w, false}
	}
	info, err := f.Stat()
	return progress{w, err == nil && info.Mode()&os.ModeCharDevice != 0}
}

func (p progress) say(words string) {
	if p.term {
		io.WriteString(p.w, "\r\x1b[K"+words)
	}
}

func (p progress) done() { p.say("") }
