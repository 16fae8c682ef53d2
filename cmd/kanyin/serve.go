package main

import (
	"fmt"
	"net"

	"github.com/urfave/cli/v2"

	libserve "kanyin/builder/library/serve"
	"kanyin/issues/say"
	"kanyin/issues/say/speak"
)

func serveCommand(v speak.Voice) *cli.Command {
	return &cli.Command{
		Name:      "serve",
		Usage:     v.Say("show a library to readers in the house"),
		ArgsUsage: "OUT",
		Description: v.Say("OUT is what \"kanyin library\" made. Reading apps subscribe to /opds/index.xml.\n" +
			"Without --addr nobody but this machine can read.\n\n" +
			"   kanyin serve OUT\n" +
			"   kanyin serve --addr :8080 OUT    for all machines of the network"),
		Flags:  []cli.Flag{&cli.StringFlag{Name: "addr", Value: "127.0.0.1:8080", Usage: v.Say("listen on `HOST:PORT`")}},
		Action: serveLibrary, BashComplete: offers(nil),
	}
}

func serveLibrary(c *cli.Context) error {
	args, err := operands(c)
	if err != nil {
		return err
	}
	if len(args) != 1 {
		return usagef("serve takes the library's folder")
	}
	handler, err := libserve.New(args[0])
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", c.String("addr"))
	if err != nil {
		return say.Errorf("%w; another --addr may be free", err)
	}
	fmt.Fprintf(c.App.Writer, "http://%s/\n", listener.Addr())
	return serve(listener, handler)
}
