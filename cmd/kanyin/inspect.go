package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"kanyin/builder/press"
	"kanyin/issues/issue"
	"kanyin/issues/say"
	"kanyin/issues/say/speak"
)

func inspectCommand(v speak.Voice) *cli.Command {
	return &cli.Command{
		Name:      "inspect",
		Usage:     v.Say("show what was found in an issue"),
		ArgsUsage: "[LINE] ISSUE",
		Description: v.Say("Without a flag: the contents as a tree with the lines each article came from,\n" +
			"a line of figures, and the findings.\n\n" +
			"   kanyin inspect issue.txt\n" +
			"   kanyin inspect --why issue.txt         the house style that was observed\n" +
			"   kanyin inspect --why 1456 issue.txt    why line 1456 stands where it stands\n" +
			"   kanyin inspect --json issue.txt        the issue JSON"),
		Flags: []cli.Flag{
			toggle("json", v.Say("print the issue JSON")),
			toggle("text", v.Say("print the clean text, article by article")),
			toggle("why", v.Say("explain the house style that was observed, or why a line stands where it stands")),
			toggle("dump", v.Say("print every block with its source lines")),
			toggle("strict", v.Say("exit with 3 when there are findings")),
			maxSize(v),
		},
		Action: inspect, BashComplete: offers(nil),
	}
}

func inspect(c *cli.Context) error {
	args, err := operands(c)
	if err != nil {
		return err
	}
	line := 0
	if c.Bool("why") && len(args) == 2 {
		if line, err = strconv.Atoi(args[0]); err != nil || line < 1 {
			return usagef("--why takes a line number from 1, not %q", args[0])
		}
		args = args[1:]
	}
	if len(args) != 1 {
		return usagef("inspect takes one issue")
	}
	in, err := openInput(c, args[0])
	if err != nil {
		return err
	}
	j, err := press.Read(in)
	if err != nil {
		return err
	}
	if err := show(c, j, line); err != nil {
		return err
	}
	if c.Bool("strict") && len(j.Issue.Findings) > 0 {
		return errFindings
	}
	return nil
}

// show prints what the flags ask for; messages about lines name the text as the
// command line did.
func show(c *cli.Context, j press.Job, line int) error {
	w, file, iss := c.App.Writer, j.Input.Name, j.Issue
	switch {
	case c.Bool("json"):
		return printJSON(w, iss)
	case c.Bool("dump"):
		return iss.Dump(w)
	case c.Bool("text"):
		return printText(w, iss)
	case line > len(iss.Source.Lines):
		return say.Errorf("%s: there is no line %d; the last is %d", file, line, len(iss.Source.Lines))
	case line > 0:
		return printWhy(voice(c), w, j, line)
	case c.Bool("why"):
		return printHouse(voice(c), w, iss)
	}
	return printTree(voice(c), w, file, iss)
}

func printJSON(w io.Writer, iss *issue.Issue) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(iss)
}

// printText prints each article's blocks as paragraphs, articles apart by a rule.
func printText(w io.Writer, iss *issue.Issue) error {
	var b strings.Builder
	for i, a := range iss.Articles {
		if i > 0 {
			b.WriteString("\n* * *\n\n")
		}
		for _, k := range a.Blocks {
			b.WriteString(k.Text + "\n")
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func printHouse(v speak.Voice, w io.Writer, iss *issue.Issue) error {
	var b strings.Builder
	for _, h := range iss.House {
		v.Print(&b, "%-16s %-32s seen %d times", h.Name, v.Text(h.Value), h.Count)
		if len(h.Lines) > 0 {
			v.Print(&b, ", lines %s", numbers(h.Lines))
		}
		b.WriteString("\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// printWhy prints a line, what its page says of it, the block that it stands in and every decision about it.
func printWhy(v speak.Voice, w io.Writer, j press.Job, line int) error {
	file, iss := j.Input.Name, j.Issue
	var b strings.Builder
	var decided []issue.Decision
	for _, d := range iss.Decisions {
		if slices.Contains(d.Lines, line) {
			decided = append(decided, d)
		}
	}
	// What a decision says already is not said again.
	told := func(why say.Text) bool {
		return slices.ContainsFunc(decided, func(d issue.Decision) bool { return strings.Contains(v.Text(d.Text), v.Text(why)) })
	}
	fmt.Fprintf(&b, "%s:%d: %s\n", file, line, strings.TrimSpace(iss.Source.Line(line)))
	if line <= len(j.Facts) {
		if said := tellFact(j.Facts[line-1]); !said.IsZero() {
			fmt.Fprintln(&b, v.Text(said))
		}
	}
	placed := false
	iss.EachBlock(func(place string, k *issue.Block) {
		if slices.Contains(k.Lines, line) {
			placed = true
			v.Print(&b, "stands in %s, lines %s\n", k.At(place), numbers(k.Lines))
			if !k.Why.IsZero() && !told(k.Why) {
				v.Print(&b, "because %s\n", k.Why)
			}
		}
	})
	if !placed {
		v.Print(&b, "is blank\n")
	}
	for _, d := range decided {
		v.Print(&b, "%s: %s", say.Word(d.Pass), d.Text)
		if d.Margin != 0 {
			v.Print(&b, " (margin %.2f)", d.Margin)
		}
		b.WriteString("\n")
	}
	for _, f := range iss.Findings {
		if slices.Contains(f.Lines, line) {
			v.Print(&b, "finding: %s\n", f.Format(file))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func numbers(lines []int) string {
	s := make([]string, len(lines))
	for i, n := range lines {
		s[i] = strconv.Itoa(n)
	}
	return strings.Join(s, ", ")
}
