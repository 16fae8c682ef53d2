package main

import (
	"fmt"
	"os"

	"kanyin/layout"
)

// designs are the page designs that have a name; the first is the house's.
func designs() []layout.Design { return []layout.Design{layout.House(), layout.Book()} }

func designNames() []string {
	var names []string
	for _, d := range designs() {
		names = append(names, d.Name)
	}
	return names
}

// findDesign gives the design that the command line or the config asks for: a
// name, or a TOML file, which the config means beside the issue.
func findDesign(w wishes, in input) (layout.Design, error) {
	name, path := w.design, w.design
	if name == "" {
		name, path = in.Config.Design, in.beside(in.Config.Design)
	}
	if name == "" {
		return layout.House(), nil
	}
	for _, d := range designs() {
		if d.Name == name {
			return d, nil
		}
	}
	return readDesign(path)
}

func readDesign(path string) (layout.Design, error) {
	var d layout.Design
	data, err := os.ReadFile(path)
	if err != nil {
		return d, fmt.Errorf("design: %w; there are the designs %v, or give a TOML file", err, designNames())
	}
	if err := decodeTOML(path, data, &d); err != nil {
		return d, err
	}
	if err := d.Validate(); err != nil {
		return d, fmt.Errorf("%s: %w", path, err)
	}
	return d, nil
}
