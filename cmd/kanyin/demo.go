package main

import (
	"bytes"
	"io"

	"github.com/urfave/cli/v2"

	"kanyin/issues/sample"
)

func demoCommand() *cli.Command {
	return &cli.Command{
		Name:   "demo",
		Usage:  "publish the embedded sample issue",
		Flags:  publishFlags("dist"),
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
	in := input{Name: sample.Name, Folder: ".", open: func() (io.ReadCloser, error) {
		return io.NopCloser(bytes.NewReader(sample.Text())), nil
	}}
	source, iss, err := readIssue(in)
	if err != nil {
		return err
	}
	_, err = publish(c, w, job{in, source, iss, fileName(iss)})
	return err
}
