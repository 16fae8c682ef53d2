// Gather finds every message in the project's source and brings the catalogue
// of translations up to date with it: what is new is added without a
// translation, what nobody says any more is taken out and told.
//
//	go run ./issues/say/gather
//
// A message is the constant that a function of issues/say or issues/say/speak
// is given, or one that hands its own "format string, args ...any" on to such
// a function; and every word of a declaration under "//say:words".
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// cataloguePath is where the translations are, from the project's root.
const cataloguePath = "issues/say/speak/chinese.toml"

func main() {
	if err := run("."); err != nil {
		fmt.Fprintln(os.Stderr, "gather:", err)
		os.Exit(1)
	}
}

func run(root string) error {
	said, err := gather(os.DirFS(root))
	if err != nil {
		return err
	}
	path := filepath.Join(root, cataloguePath)
	old, err := readCatalogue(path)
	if err != nil {
		return err
	}
	list, orphans := old.renewed(said.messages)
	for _, m := range orphans {
		fmt.Printf("taken out: %q = %q\n", m.En, m.Zh)
	}
	for _, f := range said.faults {
		fmt.Println(f)
	}
	return os.WriteFile(path, list.format(), 0o644)
}
