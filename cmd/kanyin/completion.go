package main

import (
	"fmt"

	"github.com/urfave/cli/v2"
)

func completionCommand() *cli.Command {
	return &cli.Command{
		Name:      "completion",
		Usage:     "print the shell's completion script",
		ArgsUsage: "bash|zsh|fish",
		Description: "   bash:  source <(kanyin completion bash)      in ~/.bashrc\n" +
			"   zsh:   source <(kanyin completion zsh)       in ~/.zshrc\n" +
			"   fish:  kanyin completion fish | source       in ~/.config/fish/config.fish",
		Action: completion,
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

// completionScripts ask kanyin itself for the words that may come next, so that
// they never grow old; where it has none, the shell offers files.
var completionScripts = map[string]string{
	"bash": `_kanyin() {
  local word=${COMP_WORDS[COMP_CWORD]}
  COMPREPLY=($(compgen -W "$("${COMP_WORDS[@]:0:COMP_CWORD}" --generate-bash-completion 2>/dev/null)" -- "$word"))
}
complete -o default -F _kanyin kanyin
`,
	"zsh": `_kanyin() {
  local -a offers
  offers=(${(f)"$(${words[1,CURRENT-1]} --generate-bash-completion 2>/dev/null)"})
  (( ${#offers} )) && compadd -- ${offers%%:*} || _files
}
compdef _kanyin kanyin
`,
	"fish": `complete -c kanyin -a '(set -l words (commandline -opc); $words --generate-bash-completion 2>/dev/null | string split -f1 :)'
`,
}
