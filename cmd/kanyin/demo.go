package main

import (
	"bytes"

	"github.com/urfave/cli/v2"

	"kanyin/builder/press"
	"kanyin/issues/sample"
	"kanyin/issues/say/speak"
)

func demoCommand(v speak.Voice) *cli.Command {
	return &cli.Command{
		Name:   "demo",
		Usage:  v.Say("publish the embedded sample issue"),
		Flags:  publishFlags(v, "dist"),
		Action: demo, BashComplete: publishOffers,
	}
}

func demo(c *cli.Context) error {
	args, err := operands(c)
	if err != nil {
		return err
	}
	if len(args) != 0 {
		return usagef("demo takes no issue; it has its own")
	}
	w, err := wishesFrom(c)
	if err != nil {
		return err
	}
	j, err := press.Read(press.Reader(sample.Name, bytes.NewReader(sample.Text())))
	if err != nil {
		return err
	}
	p, err := press.New(version)
	if err != nil {
		return err
	}
	_, err = publish(c, p, w, j)
	return err
}
