package press

import (
	"fmt"
	"os"

	"kanyin/layout"
)

// designs are the page designs that have a name; the first is the house's.
func designs() []layout.Design { return []layout.Design{layout.House(), layout.Book()} }

// DesignNames gives the names of the built-in designs, the house's first.
func DesignNames() []string {
	var names []string
	for _, d := range designs() {
		names = append(names, d.Name)
	}
	return names
}

// findDesign gives the design that the wishes or the config ask for: a name,
// or a TOML file, which the config means beside the issue.
func findDesign(w Wishes, in Input) (layout.Design, error) {
	name, path := w.Design, w.Design
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
		return d, fmt.Errorf("design: %w; there are the designs %v, or give a TOML file", err, DesignNames())
	}
	if err := DecodeTOML(path, data, &d); err != nil {
		return d, err
	}
	if err := d.Validate(); err != nil {
		return d, fmt.Errorf("%s: %w", path, err)
	}
	return d, nil
}
