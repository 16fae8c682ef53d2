package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"syscall"
	"time"

	"github.com/urfave/cli/v2"

	"kanyin/builder/desk"
	"kanyin/builder/press"
	"kanyin/issues/say/speak"
)

func deskCommand(v speak.Voice) *cli.Command {
	return &cli.Command{
		Name:      "desk",
		Usage:     v.Say("correct an issue in the browser"),
		ArgsUsage: "ISSUE",
		Description: v.Say("Opens a page of this machine alone: the source on one side, the issue as read on the other, and\n" +
			"the doubts one by one, worst first. Every step is kept in corrections.toml at once. Ctrl-C ends it.\n\n" +
			"   kanyin desk issue.txt\n" +
			"   kanyin desk --no-open --editor 温故 issue.txt"),
		Flags: []cli.Flag{
			toggle("no-open", v.Say("print the address and open no browser")),
			&cli.StringFlag{Name: "editor", Usage: v.Say("`WHO` corrects; it is kept with every correction")},
			&cli.IntFlag{Name: "port", Usage: v.Say("listen on that `PORT` of 127.0.0.1 (default: a free one)"), DefaultText: " "},
			maxSize(v),
		},
		Action: openDesk, BashComplete: offers(nil),
	}
}

func openDesk(c *cli.Context) error {
	args, err := operands(c)
	if err != nil {
		return err
	}
	if len(args) != 1 || args[0] == "-" {
		return usagef("desk takes one issue that has a place of its own")
	}
	in, err := openInput(c, args[0])
	if err != nil {
		return err
	}
	p, err := press.New(version)
	if err != nil {
		return err
	}
	d, err := desk.Open(p, in, c.String("editor"))
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", c.Int("port")))
	if err != nil {
		return err
	}
	token := desk.NewToken()
	address := fmt.Sprintf("http://%s/%s/", listener.Addr(), token)
	fmt.Fprintln(c.App.Writer, address)
	if !c.Bool("no-open") {
		if err := browse(address); err != nil {
			voice(c).Print(c.App.ErrWriter, "kanyin: no browser could be opened (%v); open the address yourself\n", err)
		}
	}
	return serve(listener, desk.Handler(d, token))
}

// serve serves until the program is told to end.
func serve(l net.Listener, h http.Handler) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	s := &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second}
	go func() {
		<-ctx.Done()
		end, cancel := context.WithTimeout(context.Background(), 3*time.Second)
		defer cancel()
		s.Shutdown(end)
	}()
	if err := s.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// browse opens an address in the user's browser.
func browse(address string) error {
	switch runtime.GOOS {
	case "darwin":
		return exec.Command("open", address).Start()
	case "windows":
		return exec.Command("rundll32", "url.dll,FileProtocolHandler", address).Start()
	}
	return exec.Command("xdg-open", address).Start()
}
