// Package designs holds the designs that have a name and reads those that
// designers write: TOML files of the keys that [Keys] lists.
package designs

import (
	"embed"
	"slices"

	"kanyin/issues/say"
	"kanyin/layout"
)

//go:embed *.toml
var files embed.FS

// names are those of the files, in the order that they are told: the house's first.
var names = []string{"house", "book", "newspaper", "journal", "vertical"}

// Names gives the names of the built-in designs, the house's first.
func Names() []string { return slices.Clone(names) }

// Source is a built-in design's TOML file; nil where there is none of that name.
func Source(name string) []byte {
	if !slices.Contains(names, name) {
		return nil
	}
	data, err := files.ReadFile(name + ".toml")
	if err != nil {
		panic(err) // it is embedded
	}
	return data
}

// Named gives a built-in design.
func Named(name string) (layout.Design, bool) {
	data := Source(name)
	if data == nil {
		return layout.Design{}, false
	}
	d, err := Read(name+".toml", data)
	if err != nil {
		panic(err) // a test reads every one
	}
	return d, true
}

// Read reads a design file. The errors name the file, the line, the key and
// what it takes; there is one for each fault that is found.
func Read(path string, data []byte) (layout.Design, error) {
	var d layout.Design
	if err := decode(path, data, &d); err != nil {
		return d, err
	}
	if err := d.Validate(); err != nil {
		return d, located(path, data, err)
	}
	return d.Filled(), nil
}

// Summary says in a line what pages a design makes.
func Summary(d layout.Design) say.Text {
	d = d.Filled()
	columns := say.Count(d.Columns.Count, "one column", "%d columns")
	return say.Of("%g × %g mm, %s of %g characters and %d lines, %g on %g points",
		d.Paper.Width, d.Paper.Height, columns, d.Columns.Measure, d.Body.Lines, d.Body.Size, d.Body.Leading)
}
