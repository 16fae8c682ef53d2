package main

import (
	"fmt"
	"os"

	"github.com/urfave/cli/v2"

	"kanyin/builder/press"
	"kanyin/issues/say/speak"
)

func completionCommand(v speak.Voice) *cli.Command {
	return &cli.Command{
		Name:      "completion",
		Usage:     v.Say("print the shell's completion script"),
		ArgsUsage: "bash|zsh|fish",
		Description: v.Say("   bash:  source <(kanyin completion bash)      in ~/.bashrc\n" +
			"   zsh:   source <(kanyin completion zsh)       in ~/.zshrc\n" +
			"   fish:  kanyin completion fish | source       in ~/.config/fish/config.fish"),
		Action: completion, BashComplete: offers(nil, "bash", "zsh", "fish"),
	}
}

func completion(c *cli.Context) error {
	args, err := operands(c)
	if err != nil {
		return err
	}
	if len(args) != 1 {
		return usagef("completion takes a shell: bash, zsh or fish")
	}
	script, ok := completionScripts[args[0]]
	if !ok {
		return usagef("there is no completion for %q; bash, zsh and fish have one", args[0])
	}
	_, err = fmt.Fprint(c.App.Writer, script)
	return err
}

// offers gives a command's words to the shell: its flags where the word in hand
// begins one, else what a flag's value may be, else its arguments. Where it has
// none, the shell offers files. The scripts below pass the words before the one
// in hand, and a lone "-" where that begins a flag.
func offers(values map[string][]string, arguments ...string) cli.BashCompleteFunc {
	return func(c *cli.Context) {
		before := os.Args[len(os.Args)-2] // the last is --generate-bash-completion
		list := arguments
		if v, ok := values[before]; ok {
			list = v
		} else if before == "-" {
			list = flagNames(c.Command)
		}
		for _, word := range list {
			fmt.Fprintln(c.App.Writer, word)
		}
	}
}

func flagNames(command *cli.Command) []string {
	var list []string
	for _, f := range command.Flags {
		for _, name := range f.Names() {
			if len(name) > 1 {
				list = append(list, "--"+name)
			}
		}
	}
	return list
}

// publishOffers are the words of build and demo.
func publishOffers(c *cli.Context) {
	offers(map[string][]string{"--edition": press.Editions, "--archive": press.ArchiveForms, "--design": press.DesignNames()})(c)
}

// completionScripts ask kanyin itself for the words that may come next, so that
// they never grow old.
var completionScripts = map[string]string{
	"bash": `_kanyin() {
  local word=${COMP_WORDS[COMP_CWORD]} asked=("${COMP_WORDS[@]:0:COMP_CWORD}")
  [[ $word != -* ]] || asked+=(-)
  COMPREPLY=($(compgen -W "$("${asked[@]}" --generate-bash-completion 2>/dev/null)" -- "$word"))
}
complete -o default -F _kanyin kanyin
`,
	"zsh": `_kanyin() {
  local -a asked offers
  asked=(${words[1,CURRENT-1]})
  [[ ${words[CURRENT]} != -* ]] || asked+=(-)
  offers=(${(f)"$(${asked} --generate-bash-completion 2>/dev/null)"})
  (( ${#offers} )) && compadd -- ${offers%%:*} || _files
}
compdef _kanyin kanyin
`,
	"fish": `complete -c kanyin -a '(set -l asked (commandline -opc); string match -q -- "-*" (commandline -ct); and set -a asked -; $asked --generate-bash-completion 2>/dev/null | string split -f1 :)'
`,
}
