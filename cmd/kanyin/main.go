// Kanyin publishes an issue of a periodical from its raw text: an e-book, a
// typeset PDF for the screen, one for the print shop, and a package for the
// archive.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"kanyin/issues/say"
	"kanyin/issues/say/speak"
)

// version is the program's. It stands in every edition, so it changes when
// editions may. A release stamps its own (tools/release.sh).
var version = "0.1.0"

// The exit codes.
const (
	exitDone     = 0
	exitFailed   = 1 // it could not be done
	exitUsage    = 2 // the command line is wrong
	exitFindings = 3 // done, with findings, under --strict
)

// errFindings ends a run under --strict that found something.
var errFindings = say.Errorf("there are findings")

func main() {
	os.Exit(run(os.Args, os.Stdin, os.Stdout, os.Stderr))
}

// run is the whole program: arguments and streams in, exit code out.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	v, args, err := chooseVoice(args)
	if err != nil {
		return exitCode(err, v, stderr)
	}
	app := &cli.App{
		Name:                 "kanyin",
		Usage:                v.Say("publish an issue of a periodical from its raw text"),
		Version:              version,
		Description:          v.Say("kanyin demo             publishes the sample issue into ./dist\nkanyin build issue.txt  publishes yours\n\nResults go to standard output, messages to standard error.\nExit codes: 0 done, 1 could not be done, 2 wrong use, 3 done with findings under --strict."),
		EnableBashCompletion: true,
		Flags:                []cli.Flag{langFlag(v)},
		Metadata:             map[string]any{"voice": v},
		Reader:               stdin,
		Writer:               stdout,
		ErrWriter:            stderr,
		ExitErrHandler:       func(*cli.Context, error) {},
		OnUsageError:         wrongFlag,
		Action:               unknownCommand,
		Commands: []*cli.Command{
			demoCommand(v), buildCommand(v), inspectCommand(v), correctCommand(v), deskCommand(v), proofCommand(v), explainCommand(v), designCommand(v),
			verifyCommand(v), libraryCommand(v), serveCommand(v), doctorCommand(v), completionCommand(v), manCommand(v),
		},
	}
	for _, c := range app.Commands {
		c.OnUsageError = wrongFlag
	}
	inLanguage(app, v)
	return exitCode(app.Run(flagsFirst(app, args)), v, stderr)
}

// flagsFirst puts the flags of "kanyin library IN -o OUT" before its folders,
// where the flag parser wants them. Other commands say that flags stand first.
func flagsFirst(app *cli.App, args []string) []string {
	if len(args) < 2 || args[1] != "library" || slices.Contains(args, "--generate-bash-completion") {
		return args
	}
	command, rest := app.Command("library"), args[2:]
	head := args[:2:2]
	if len(rest) > 0 {
		for _, sub := range command.Subcommands {
			if sub.Name == rest[0] {
				command, head, rest = sub, append(head, rest[0]), rest[1:]
				break
			}
		}
	}
	var flags, others []string
	for i := 0; i < len(rest); i++ {
		word := rest[i]
		if len(word) < 2 || word[0] != '-' || word == "--" {
			others = append(others, word)
			continue
		}
		flags = append(flags, word)
		if takesValue(command, strings.TrimLeft(word, "-")) && i+1 < len(rest) {
			i++
			flags = append(flags, rest[i])
		}
	}
	return slices.Concat(head, flags, others)
}

// takesValue says whether a flag's value is the word after it.
func takesValue(command *cli.Command, name string) bool {
	for _, f := range command.Flags {
		if _, toggle := f.(*cli.BoolFlag); !toggle && slices.Contains(f.Names(), name) {
			return true
		}
	}
	return false
}

func unknownCommand(c *cli.Context) error {
	if c.NArg() == 0 {
		return cli.ShowAppHelp(c)
	}
	return usagef("there is no command %q", c.Args().First())
}

func exitCode(err error, v speak.Voice, stderr io.Writer) int {
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.As(err, &usage):
		v.Print(stderr, "kanyin: %v\nkanyin: \"kanyin help\" tells the commands, \"kanyin help COMMAND\" the flags\n", err)
		return exitUsage
	}
	for _, line := range strings.Split(v.Error(err), "\n") {
		fmt.Fprintf(stderr, "kanyin: %s\n", line)
	}
	return exitFailed
}

// operands gives a command's arguments. A flag among them is a mistake that
// would otherwise be taken for a file's name.
func operands(c *cli.Context) ([]string, error) {
	args := c.Args().Slice()
	for _, a := range args {
		if len(a) > 1 && a[0] == '-' {
			return nil, usagef("flags stand before the issues: %s", a)
		}
	}
	return args, nil
}
