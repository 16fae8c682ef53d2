package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"kanyin/builder/press"
	"kanyin/issues/say/speak"
	"kanyin/layout"
	"kanyin/layout/designs"
)

func designCommand(v speak.Voice) *cli.Command {
	return &cli.Command{
		Name:      "design",
		Usage:     v.Say("show the pages' designs, and check one of your own"),
		ArgsUsage: "show|check",
		Description: v.Say("A design is a TOML file. Begin with one that is there, alter it, check it, build with it:\n\n" +
			"   kanyin design                            the designs that have a name\n" +
			"   kanyin design show book >ours.toml       all keys of one, and what they do\n" +
			"   kanyin design check ours.toml            is it fit to print with?\n" +
			"   kanyin build --design ours.toml issue.txt"),
		Action: listDesigns, BashComplete: offers(nil, "show", "check"),
		Subcommands: []*cli.Command{
			{Name: "show", Usage: v.Say("print a design with all its keys, as a file to begin with"), ArgsUsage: "NAME|FILE",
				Action: showDesign, BashComplete: offers(nil, press.DesignNames()...), OnUsageError: wrongFlag},
			{Name: "check", Usage: v.Say("say whether design files are fit to print with, and what to mend"), ArgsUsage: "FILE...",
				Action: checkDesigns, BashComplete: offers(nil), OnUsageError: wrongFlag},
		},
	}
}

func listDesigns(c *cli.Context) error {
	if c.NArg() > 0 {
		return usagef("design knows show and check, not %q", c.Args().First())
	}
	for _, name := range designs.Names() {
		d, _ := designs.Named(name)
		voice(c).Print(c.App.Writer, "%-10s %s\n", name, designs.Summary(d))
	}
	return nil
}

func showDesign(c *cli.Context) error {
	args, err := operands(c)
	if err != nil {
		return err
	}
	if len(args) != 1 {
		return usagef("design show takes one design: %s, or a TOML file", strings.Join(designs.Names(), ", "))
	}
	d, err := designOf(args[0])
	if err != nil {
		return err
	}
	_, err = fmt.Fprint(c.App.Writer, designs.Show(d))
	return err
}

// designOf is the design of a name or a file.
func designOf(name string) (layout.Design, error) {
	if d, ok := designs.Named(name); ok {
		return d, nil
	}
	return press.ReadDesign(name)
}

// checkDesigns looks at every file, whatever is wrong with the others.
func checkDesigns(c *cli.Context) error {
	args, err := operands(c)
	if err != nil {
		return err
	}
	if len(args) == 0 {
		return usagef("design check takes design files")
	}
	var faults []error
	for _, path := range args {
		data, err := os.ReadFile(path)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		d, err := designs.Read(path, data)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		voice(c).Print(c.App.Writer, "%s: fit to print with: %s\n", path, designs.Summary(d))
	}
	return errors.Join(faults...)
}
