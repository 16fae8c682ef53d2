package main

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/urfave/cli/v2"

	"kanyin/issues/say"
	"kanyin/issues/say/speak"
)

// inLanguage gives the words of the command line's library in a voice: it keeps
// its templates and its two flags in variables.
func inLanguage(app *cli.App, v speak.Voice) {
	cli.HelpFlag = &cli.BoolFlag{Name: "help", Aliases: []string{"h"}, Usage: v.Say("show help"), DisableDefaultText: true}
	cli.VersionFlag = &cli.BoolFlag{Name: "version", Aliases: []string{"v"}, Usage: v.Say("print the version"), DisableDefaultText: true}
	cli.VersionPrinter = func(c *cli.Context) { v.Print(c.App.Writer, "%s version %s\n", c.App.Name, c.App.Version) }
	cli.FlagStringer = flagStringer(v)
	app.CustomAppHelpTemplate = template(v, cli.AppHelpTemplate)
	app.Setup()
	help := app.Command("help")
	help.Usage = v.Say("show the commands, or the help of one")
	show := help.Action
	help.Action = func(c *cli.Context) error {
		if name := c.Args().First(); name != "" && app.Command(name) == nil {
			return usagef("there is no command %q", name)
		}
		return show(c)
	}
	for _, c := range app.Commands {
		helpIn(v, c)
	}
}

func helpIn(v speak.Voice, c *cli.Command) {
	c.CustomHelpTemplate = template(v, cli.CommandHelpTemplate)
	if len(c.Subcommands) > 0 {
		c.CustomHelpTemplate = template(v, cli.SubcommandHelpTemplate)
	}
	for _, sub := range c.Subcommands {
		helpIn(v, sub)
	}
}

// usageLine is how the library writes a command's use; its own is out of reach.
const usageLine = `{{.HelpName}}{{if .VisibleFlags}} [command options]{{end}}{{if .ArgsUsage}} {{.ArgsUsage}}{{end}}`

// template is one of the library's with its words said in a voice.
func template(v speak.Voice, text string) string {
	return strings.NewReplacer(
		`{{template "usageTemplate" .}}`, strings.ReplaceAll(usageLine, "command options", v.Say("command options")),
		"[global options]", "["+v.Say("global options")+"]", "command [command options]", v.Say("command")+" ["+v.Say("command options")+"]",
		"[arguments...]", "["+v.Say("arguments...")+"]",
		"GLOBAL OPTIONS:", v.Say("GLOBAL OPTIONS:"), "OPTIONS:", v.Say("OPTIONS:"), "NAME:", v.Say("NAME:"), "USAGE:", v.Say("USAGE:"),
		"VERSION:", v.Say("VERSION:"), "DESCRIPTION:", v.Say("DESCRIPTION:"), "COMMANDS:", v.Say("COMMANDS:"),
	).Replace(text)
}

// english is how the library itself writes a flag.
var english = cli.FlagStringer

var defaults = regexp.MustCompile(` \(default: (.*)\)$`)

func flagStringer(v speak.Voice) func(cli.Flag) string {
	return func(f cli.Flag) string {
		text := english(f)
		m := defaults.FindStringSubmatch(text)
		switch {
		case m == nil:
		case strings.TrimSpace(m[1]) == "": // its usage says it
			return strings.TrimSuffix(text, m[0])
		default:
			return defaults.ReplaceAllLiteralString(text, v.Say(" (default: %s)", m[1]))
		}
		return text
	}
}

// What the library says of wrong flags.
var (
	noFlag   = regexp.MustCompile(`^flag provided but not defined: -(.*)$`)
	noValue  = regexp.MustCompile(`^flag needs an argument: -(.*)$`)
	badValue = regexp.MustCompile(`^invalid (?:boolean )?value (".*") for (?:flag )?-(\S+): .*$`)
)

// wrongFlag says it in the words of this program.
func wrongFlag(_ *cli.Context, err error, _ bool) error {
	words := err.Error()
	if m := noFlag.FindStringSubmatch(words); m != nil {
		return usagef("flag provided but not defined: -%s", m[1])
	}
	if m := noValue.FindStringSubmatch(words); m != nil {
		return usagef("flag needs an argument: -%s", m[1])
	}
	if m := badValue.FindStringSubmatch(words); m != nil {
		return usagef("invalid value %s for flag -%s", m[1], m[2])
	}
	return usageError{say.Verbatim(fmt.Sprint(err))}
}
