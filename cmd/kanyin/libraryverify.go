package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"kanyin/builder/library"
	"kanyin/builder/press"
	"kanyin/issues/say/speak"
)

func libraryVerifyCommand(v speak.Voice) *cli.Command {
	return &cli.Command{
		Name: "verify", Usage: v.Say("judge every edition of a library, or every object of an OCFL root"), ArgsUsage: v.Say("OUT|ROOT"),
		Description: v.Say("That each file is there, has the bytes that its record tells, and keeps the rules of its kind.\nWhat was judged before and has not changed is not judged again.\n" +
			"Of an OCFL storage root every byte is read each time."),
		Flags: []cli.Flag{
			toggle("full", v.Say("judge again what was judged before")),
			&cli.StringFlag{Name: "rebuild", Value: library.RebuildSample, Usage: v.Say("make archives' editions again and compare, of `WHICH`: none, sample or all")},
			&cli.StringFlag{Name: "state", Usage: v.Say("keep the judgements in `DIR` (default: OUT.state)")},
			&cli.IntFlag{Name: "jobs", Aliases: []string{"j"}, Usage: v.Say("judge `N` editions at the same time (default: one a processor)")},
			toggle("json", v.Say("print every verdict as JSON")),
			toggle("quiet", v.Say("tell faults alone")),
		},
		Action: verifyLibrary, OnUsageError: wrongFlag,
		BashComplete: offers(map[string][]string{"--rebuild": {library.RebuildNone, library.RebuildSample, library.RebuildAll}}),
	}
}

func verifyLibrary(c *cli.Context) error {
	args, err := operands(c)
	if err != nil {
		return err
	}
	if len(args) != 1 {
		return usagef("library verify takes the library's folder")
	}
	o := library.VerifyOptions{Out: args[0], State: c.String("state"), Version: version, Full: c.Bool("full"), Rebuild: c.String("rebuild"), Workers: c.Int("jobs")}
	if o.Program, err = ownDigest(); err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	teller := newTeller(c)
	o.Step = func(done, total int) { teller.step(library.Step{Done: done, Total: total}) }
	verdicts, err := judgeLibrary(ctx, o)
	teller.finish()
	if err != nil {
		return err
	}
	if err := tellVerdicts(c, verdicts); err != nil {
		return err
	}
	for _, v := range verdicts {
		if !v.Holds {
			return errFaulty
		}
	}
	return nil
}

// judgeLibrary judges a library, or an OCFL root, whichever it is given.
func judgeLibrary(ctx context.Context, o library.VerifyOptions) ([]library.Verdict, error) {
	if library.IsOCFL(o.Out) {
		return library.VerifyOCFL(ctx, o)
	}
	p, err := press.New(version)
	if err != nil {
		return nil, err
	}
	return library.Verify(ctx, p, o)
}

// tellVerdicts prints every fault, and a table of how many files of each kind hold.
func tellVerdicts(c *cli.Context, verdicts []library.Verdict) error {
	if c.Bool("json") {
		e := json.NewEncoder(c.App.Writer)
		e.SetEscapeHTML(false)
		e.SetIndent("", " ")
		return e.Encode(verdicts)
	}
	v := voice(c)
	var b strings.Builder
	type sums struct{ hold, before, faulty int }
	table := map[string]*sums{}
	for _, x := range verdicts {
		for _, f := range x.Faults {
			fmt.Fprintf(&b, "%s: %s\n", strings.TrimSuffix(x.Place+"/"+x.File, "/"), v.Text(f))
		}
		s := table[x.Edition]
		if s == nil {
			s = &sums{}
			table[x.Edition] = s
		}
		switch {
		case !x.Holds:
			s.faulty++
		case x.Before:
			s.before++
		default:
			s.hold++
		}
	}
	if !c.Bool("quiet") {
		fmt.Fprintf(&b, "%-8s %s %s %s\n", "", right(v.Say("holds")), right(v.Say("before")), right(v.Say("faulty")))
		for _, kind := range slices.Concat(press.Editions, []string{"pages", "object", "other"}) {
			if s := table[kind]; s != nil {
				fmt.Fprintf(&b, "%-8s %8d %8d %8d\n", kind, s.hold, s.before, s.faulty)
			}
		}
	}
	_, err := io.WriteString(c.App.Writer, b.String())
	return err
}

// right sets a heading over a column of eight, to the right; an ideograph takes
// two places of a terminal.
func right(word string) string {
	wide := 0
	for _, r := range word {
		wide++
		if r >= 0x2E80 {
			wide++
		}
	}
	return strings.Repeat(" ", max(0, 8-wide)) + word
}
