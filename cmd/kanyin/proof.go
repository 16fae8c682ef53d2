package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"kanyin/builder"
	"kanyin/builder/press"
	"kanyin/builder/proof"
	"kanyin/issues/say"
	"kanyin/issues/say/speak"
)

func proofCommand(v speak.Voice) *cli.Command {
	return &cli.Command{
		Name:      "proof",
		Usage:     v.Say("write an issue beside its source, for the mail or the printer"),
		ArgsUsage: "ISSUE",
		Description: v.Say("One HTML file that holds all it needs: the issue as read beside the lines it was read from, the\n" +
			"findings, the corrections that were made, and figures. It opens without network and prints well.\n\n" +
			"   kanyin proof issue.txt          writes <name>.proof.html into the current folder\n" +
			"   kanyin proof -o dist issue.txt"),
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Value: ".", Usage: v.Say("write the file into `DIR`")},
			maxSize(v),
		},
		Action: writeProof, BashComplete: offers(nil),
	}
}

func writeProof(c *cli.Context) error {
	args, err := operands(c)
	if err != nil {
		return err
	}
	if len(args) != 1 {
		return usagef("proof takes one issue")
	}
	in, err := openInput(c, args[0])
	if err != nil {
		return err
	}
	j, err := press.Read(in)
	if err != nil {
		return err
	}
	p, err := press.New(version)
	if err != nil {
		return err
	}
	f, err := p.Compose(press.Wishes{Geta: true}, j)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(c.String("output"), 0o755); err != nil {
		return say.Errorf("the output folder cannot be made: %w", err)
	}
	path := filepath.Join(c.String("output"), j.Name+".proof.html")
	if err := builder.WriteFile(path, proof.Builder{Findings: f.Findings()}, j.Issue); err != nil {
		return err
	}
	_, err = fmt.Fprintln(c.App.Writer, path)
	return err
}
