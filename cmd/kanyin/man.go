package main

import (
	"fmt"

	"github.com/urfave/cli/v2"
)

func manCommand() *cli.Command {
	return &cli.Command{
		Name: "man", Usage: "print the manual page", BashComplete: offers(nil),
		Description: "   kanyin man > kanyin.1",
		Action: func(c *cli.Context) error {
			if args, err := operands(c); err != nil || len(args) > 0 {
				return usagef("man takes nothing")
			}
			page, err := c.App.ToManWithSection(1)
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(c.App.Writer, page)
			return err
		},
	}
}
