package press

import (
	"os"

	"kanyin/issues/say"
	"kanyin/layout"
	"kanyin/layout/designs"
)

// DesignNames gives the names of the built-in designs, the house's first.
func DesignNames() []string { return designs.Names() }

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
	if d, ok := designs.Named(name); ok {
		return d, nil
	}
	return ReadDesign(path)
}

// ReadDesign reads a design file. Its errors name the file, the line and the cure.
func ReadDesign(path string) (layout.Design, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return layout.Design{}, say.Errorf("design: %w; there are the designs %v, or give a TOML file", err, DesignNames())
	}
	return designs.Read(path, data)
}
