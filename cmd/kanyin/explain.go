package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"kanyin/builder/library/series"
	"kanyin/builder/verify"
	"kanyin/issues/check"
	"kanyin/issues/say"
	"kanyin/issues/say/speak"
)

func explainCommand(v speak.Voice) *cli.Command {
	return &cli.Command{
		Name:      "explain",
		Usage:     v.Say("explain a code of a finding or of a rule of verify"),
		ArgsUsage: "[CODE]",
		Description: v.Say("Without a code: the list of all codes, findings first.\n\n" +
			"   kanyin explain title-mismatch\n" +
			"   kanyin explain pdf-boxes"),
		Action:       explain,
		BashComplete: offers(nil, codes()...),
	}
}

// An entry is what is told of a code. A rule of verify needs no more than its title.
type entry struct {
	code               string
	title, explanation say.Text
}

func entries() []entry {
	var list []entry
	for _, r := range check.Catalogue() {
		list = append(list, entry{r.Code, r.Title, r.Explanation})
	}
	for _, r := range series.Catalogue() {
		list = append(list, entry{r.Code, r.Title, r.Explanation})
	}
	for _, r := range verify.Catalogue() {
		list = append(list, entry{r.Code, r.Title, say.Text{}})
	}
	return list
}

func codes() []string {
	var list []string
	for _, e := range entries() {
		list = append(list, e.code)
	}
	return list
}

func explain(c *cli.Context) error {
	args, err := operands(c)
	if err != nil {
		return err
	}
	switch len(args) {
	case 0:
		return printCodes(voice(c), c.App.Writer)
	case 1:
		return printCode(voice(c), c.App.Writer, args[0])
	}
	return usagef("explain takes one code")
}

func printCodes(v speak.Voice, w io.Writer) error {
	var b strings.Builder
	for _, e := range entries() {
		fmt.Fprintf(&b, "%-20s %s\n", e.code, v.Text(e.title))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func printCode(v speak.Voice, w io.Writer, code string) error {
	for _, e := range entries() {
		if e.code != code {
			continue
		}
		text := e.code + ": " + v.Text(e.title) + "\n"
		if !e.explanation.IsZero() {
			text += "\n" + v.Text(e.explanation) + "\n"
		}
		_, err := io.WriteString(w, text)
		return err
	}
	return usagef("there is no code %q; \"kanyin explain\" lists them", code)
}
