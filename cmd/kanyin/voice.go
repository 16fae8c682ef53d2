package main

import (
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"kanyin/issues/say"
	"kanyin/issues/say/speak"
)

// voice gives what the program speaks with. Commands are made with it, actions
// find it here.
func voice(c *cli.Context) speak.Voice {
	v, _ := c.App.Metadata["voice"].(speak.Voice)
	return v
}

// chooseVoice takes --lang out of the arguments, wherever it stands before "--",
// since even the help of a wrong command line is said in some language.
func chooseVoice(args []string) (v speak.Voice, rest []string, err error) {
	v = speak.FromEnvironment(os.Getenv)
	for i := 0; i < len(args); i++ {
		name, value, given := strings.Cut(args[i], "=")
		switch {
		case args[i] == "--":
			return v, append(rest, args[i:]...), err
		case i == 0 || name != "--lang" && name != "-lang":
			rest = append(rest, args[i])
			continue
		case !given && i+1 == len(args):
			return v, rest, usagef("--lang takes a language: en or zh")
		case !given:
			i++
			value = args[i]
		}
		named, wrong := speak.Named(value)
		if wrong != nil {
			err = usagef("%v", wrong)
			continue
		}
		v = named
	}
	return v, rest, err
}

func langFlag(v speak.Voice) cli.Flag {
	return &cli.StringFlag{Name: "lang", Usage: v.Say("speak `LANGUAGE`: en or zh (default: that of LC_ALL, LC_MESSAGES or LANG)"), DefaultText: " "}
}

// A usageError is a command line that cannot be meant.
type usageError struct{ text say.Text }

func (e usageError) Error() string { return e.text.String() }

// Text gives the message.
func (e usageError) Text() say.Text { return e.text }

func usagef(format string, args ...any) error { return usageError{say.Of(format, args...)} }
