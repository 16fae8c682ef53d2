package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"kanyin/issues/check"
)

func explainCommand() *cli.Command {
	return &cli.Command{
		Name:        "explain",
		Usage:       "explain a finding's code",
		ArgsUsage:   "[CODE]",
		Description: "Without a code: the list of all codes.\n\n   kanyin explain title-mismatch",
		Action:      explain, BashComplete: offers(nil, codes()...),
	}
}

// codes are those of all findings.
func codes() []string {
	var list []string
	for _, r := range check.Catalogue() {
		list = append(list, r.Code)
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
		for _, r := range check.Catalogue() {
			fmt.Fprintf(c.App.Writer, "%-20s %s\n", r.Code, r.Title)
		}
		return nil
	case 1:
		for _, r := range check.Catalogue() {
			if r.Code == args[0] {
				fmt.Fprintf(c.App.Writer, "%s: %s\n\n%s\n", r.Code, r.Title, strings.TrimSpace(r.Explanation))
				return nil
			}
		}
		return usagef("there is no finding %q; \"kanyin explain\" lists them", args[0])
	}
	return usagef("explain takes one code")
}
