package main

import (
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"kanyin/builder/press"
	"kanyin/builder/verify"
	"kanyin/issues/say"
	"kanyin/issues/say/speak"
)

func verifyCommand(v speak.Voice) *cli.Command {
	return &cli.Command{
		Name:      "verify",
		Usage:     v.Say("judge finished editions"),
		ArgsUsage: "FILE|DIR...",
		Description: v.Say("A PDF, an EPUB, an archive (folder, .zip or .tar), or a folder that holds editions.\n" +
			"Needs no other program. An archive's editions are built again from its source and compared.\n\n" +
			"   kanyin verify dist\n" +
			"   kanyin verify --issue issue.txt magazine.epub   also that its text is the issue's\n" +
			"   kanyin verify --external dist                   also what veraPDF, EPUBCheck, Ace, qpdf say"),
		Flags: []cli.Flag{
			toggle("json", v.Say("print every rule's verdict as JSON")),
			&cli.StringFlag{Name: "issue", Usage: v.Say("hold the editions' text against that of `ISSUE`")},
			toggle("external", v.Say("also ask the validators that are installed")),
			toggle("no-rebuild", v.Say("do not build an archive's editions again")),
			maxSize(v),
		},
		Action: verifyEditions, BashComplete: offers(nil),
	}
}

// errFaulty ends a run that found an edition wanting.
var errFaulty = say.Errorf("not every edition passed")

func verifyEditions(c *cli.Context) error {
	args, err := operands(c)
	if err != nil {
		return err
	}
	if len(args) == 0 {
		return usagef("verify takes the editions to judge")
	}
	o, err := demands(c)
	if err != nil {
		return err
	}
	var reports []verify.Report
	for _, arg := range args {
		paths, err := editionsIn(arg)
		if err != nil {
			return err
		}
		for _, path := range paths {
			r, err := verify.File(path, o)
			if err != nil {
				return err
			}
			reports = append(reports, r)
		}
	}
	if err := tellReports(c, reports); err != nil {
		return err
	}
	if slices.ContainsFunc(reports, verify.Report.Failed) {
		return errFaulty
	}
	return nil
}

func demands(c *cli.Context) (verify.Options, error) {
	var o verify.Options
	if !c.Bool("no-rebuild") {
		p, err := press.New(version)
		if err != nil {
			return o, err
		}
		o.Rebuild, o.Version = p.Rebuild, version
	}
	if c.Bool("external") {
		o.External = []string{filepath.Join(projectRoot(), "tools")}
	}
	if c.String("issue") == "" {
		return o, nil
	}
	in, err := openInput(c, c.String("issue"))
	if err != nil {
		return o, err
	}
	j, err := press.Read(in)
	o.Issue = j.Issue
	return o, err
}

// editionsIn gives the editions that an argument means: itself, or those in a
// folder that is no archive.
func editionsIn(arg string) ([]string, error) {
	info, err := os.Stat(arg)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() || isBag(arg) {
		return []string{arg}, nil
	}
	entries, err := os.ReadDir(arg)
	if err != nil {
		return nil, err
	}
	var found []string
	for _, e := range entries {
		path := filepath.Join(arg, e.Name())
		switch filepath.Ext(path) {
		case ".epub", ".pdf", ".zip", ".tar":
			found = append(found, path)
		case ".archive":
			if isBag(path) {
				found = append(found, path)
			}
		}
	}
	if found == nil {
		return nil, say.Errorf("%s: the folder holds no edition", arg)
	}
	return found, nil
}

func isBag(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "bagit.txt"))
	return err == nil
}

func tellReports(c *cli.Context, reports []verify.Report) error {
	v, w := voice(c), c.App.Writer
	if c.Bool("json") {
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		e.SetIndent("", " ")
		return e.Encode(reports)
	}
	var b strings.Builder
	for _, r := range reports {
		var passed, failed, skipped int
		for _, x := range r.Results {
			switch {
			case x.Pass:
				passed++
				continue
			case x.Skipped:
				skipped++
			default:
				failed++
			}
			v.Print(&b, "%s: %s\n", r.File, x.Said())
		}
		sum := say.Of("%s, %s", say.Count(passed, "1 rule passed", "%d rules passed"), say.Count(failed, "1 fault", "%d faults"))
		if skipped > 0 {
			sum = say.Of("%s, %d skipped", sum, skipped)
		}
		v.Print(&b, "%s: %s: %s\n", r.File, r.Kind, sum)
	}
	_, err := io.WriteString(w, b.String())
	return err
}
