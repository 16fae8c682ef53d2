package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"kanyin/issues/say/speak"
)

func manCommand(v speak.Voice) *cli.Command {
	return &cli.Command{
		Name: "man", Usage: v.Say("print the manual page"), BashComplete: offers(nil),
		Description: v.Say("   kanyin man > kanyin.1"),
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
