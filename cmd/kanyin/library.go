package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/urfave/cli/v2"

	"kanyin/builder/library"
	"kanyin/builder/press"
	"kanyin/issues/say"
	"kanyin/issues/say/speak"
)

func libraryCommand(v speak.Voice) *cli.Command {
	return &cli.Command{
		Name:      "library",
		Usage:     v.Say("publish a tree of issues as a library for readers and archives"),
		ArgsUsage: "IN",
		Description: v.Say("IN is a folder of issues, at any depth: texts, PDF files, manuscripts, and folders with\n" +
			"an issue.toml. A library.toml at its root says what holds for all. What has not changed\n" +
			"is not made again; an issue that cannot be made stops no other.\n\n" +
			"   kanyin library IN -o OUT                 bring OUT up to date\n" +
			"   kanyin library IN -o OUT --report r.html what was made, skipped, failed, found\n" +
			"   kanyin library IN -o OUT --shard 2/4     one share of four, on one of several machines\n" +
			"   kanyin library index IN -o OUT           shelves and feeds of what all shares made\n" +
			"   kanyin library verify OUT                judge every edition\n\n" +
			"State lies in OUT.state and may be deleted at any time."),
		Flags:  libraryFlags(v),
		Action: publishLibrary, BashComplete: offers(nil, "index", "verify"),
		Subcommands: []*cli.Command{{
			Name: "index", Usage: v.Say("make shelves, feeds and search of what all shares made"), ArgsUsage: "IN",
			Flags: libraryFlags(v), Action: publishLibrary, BashComplete: offers(nil), OnUsageError: wrongFlag,
		}, libraryVerifyCommand(v)},
	}
}

func libraryFlags(v speak.Voice) []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: v.Say("the library's folder, `OUT`")},
		&cli.StringFlag{Name: "state", Usage: v.Say("keep the states in `DIR` (default: OUT.state)")},
		&cli.StringFlag{Name: "report", Usage: v.Say("write what came of every issue into `FILE`, .json or .html")},
		&cli.StringFlag{Name: "ocfl", Usage: v.Say("also lay the archives into the OCFL 1.1 storage root `DIR`, a version for each change")},
		&cli.StringFlag{Name: "shard", Usage: v.Say("make one share of the tree alone, `I/N`")},
		&cli.StringFlag{Name: "shard-index", Usage: v.Say("the same, `I/N` counted from 0, as Kubernetes counts")},
		&cli.IntFlag{Name: "jobs", Aliases: []string{"j"}, Usage: v.Say("make `N` issues at the same time (default: one a processor)")},
		maxSize(v),
		toggle("strict", v.Say("exit with 3 when there are findings")),
		toggle("quiet", v.Say("tell failures alone")),
	}
}

func publishLibrary(c *cli.Context) error {
	args, err := operands(c)
	if err != nil {
		return err
	}
	if len(args) != 1 || c.String("output") == "" {
		return usagef("library takes the tree of issues and -o with the library's folder")
	}
	o := library.Options{In: args[0], Out: c.String("output"), State: c.String("state"), Workers: c.Int("jobs"), Index: c.Command.Name == "index"}
	if o.OCFL = c.String("ocfl"); o.OCFL != "" {
		if o.Now, err = now(); err != nil {
			return err
		}
	}
	if o.Shard, err = library.ParseShard(c.String("shard"), 1); c.String("shard") == "" {
		o.Shard, err = library.ParseShard(c.String("shard-index"), 0)
	}
	if err != nil {
		return usagef("%v", err)
	}
	if o.Limits, err = limitsFrom(c); err != nil {
		return err
	}
	if c.String("report") != "" && reportForm(voice(c), c.String("report")) == nil {
		return usagef("a report is a .json or a .html file, not %q", c.String("report"))
	}
	if o.Program, err = ownDigest(); err != nil {
		return err
	}
	p, err := press.New(version)
	if err != nil {
		return err
	}
	trade()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	teller := newTeller(c)
	o.Step, o.Say = teller.step, teller.say
	report, err := library.Run(ctx, p, o)
	teller.finish()
	if report == nil {
		return err
	}
	if writeErr := writeReport(voice(c), c.String("report"), report); writeErr != nil {
		return writeErr
	}
	tellLibrary(c, report)
	switch {
	case err != nil:
		return err
	case len(report.With(library.Failed)) > 0:
		return say.Errorf("%s", say.Count(len(report.With(library.Failed)), "1 issue could not be made", "%d issues could not be made"))
	case c.Bool("strict") && report.Findings() > 0:
		return errFindings
	}
	return nil
}

const (
	// garbage lets the heap grow to five times what is in use before it is
	// cleared: a sixth less work for the processors, for a hundred MiB.
	garbage = 400
	// memory is where clearing becomes eager again, whatever the issues are:
	// with the program itself it stays below 400 MiB.
	memory = 300 << 20
)

// trade gives memory for time, within bounds, unless the user's environment
// says otherwise.
func trade() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbage)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memory)
	}
}

// now is the time, or SOURCE_DATE_EPOCH where it is set.
func now() (time.Time, error) {
	epoch := os.Getenv("SOURCE_DATE_EPOCH")
	if epoch == "" {
		return time.Now(), nil
	}
	n, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil {
		return time.Time{}, say.Errorf("SOURCE_DATE_EPOCH is %q, not a number of seconds", epoch)
	}
	return time.Unix(n, 0), nil
}

// ownDigest tells this program from any other by its bytes: a version would
// not change with each build.
func ownDigest() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", err
	}
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	_, err = io.Copy(h, f)
	return hex.EncodeToString(h.Sum(nil)), err
}

// reportForm is how a report is written into a file of such a name, or nil.
func reportForm(v speak.Voice, path string) func(*library.Report) ([]byte, error) {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".json":
		return (*library.Report).JSON
	case ".html", ".htm":
		return func(r *library.Report) ([]byte, error) { return r.HTML(v) }
	}
	return nil
}

func writeReport(v speak.Voice, path string, r *library.Report) error {
	if path == "" {
		return nil
	}
	data, err := reportForm(v, path)(r)
	if err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o644)
}

// tellLibrary tells what came of a run: failures and the findings across
// issues one by one, all else in numbers.
func tellLibrary(c *cli.Context, r *library.Report) {
	v, w := voice(c), c.App.ErrWriter
	for _, o := range r.With(library.Failed) {
		for _, line := range strings.Split(v.Text(o.Error), "\n") {
			fmt.Fprintf(w, "kanyin: %s: %s\n", o.Source, line)
		}
	}
	if c.Bool("quiet") {
		return
	}
	for _, f := range r.Series[:min(len(r.Series), shownFindings)] {
		v.Print(w, "kanyin: %s\n", f.Format())
	}
	if more := len(r.Series) - shownFindings; more > 0 {
		v.Print(w, "kanyin: %s; --report tells all\n", say.Count(more, "and 1 more finding across issues", "and %d more findings across issues"))
	}
	s := say.Of("%d made, %d unchanged, %d failed, %d withdrawn", len(r.With(library.Made)), len(r.With(library.Unchanged)), len(r.With(library.Failed)), len(r.With(library.Withdrawn)))
	if n := len(r.With(library.Waiting)); n > 0 {
		s = say.Of("%s, %d left to the index", s, n)
	}
	v.Print(c.App.Writer, "%s; %s\n", s, findings(r.Findings()))
}
