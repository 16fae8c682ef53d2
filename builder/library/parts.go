package library

import (
	"os"
	"path/filepath"

	"kanyin/builder/library/catalog"
	"kanyin/builder/library/opds"
)

// A put writes a file of the index.
type put func(name string, data []byte) error

// parts are what the index is made of, from top to bottom.
var parts = []struct {
	name string
	make func(*run, *catalog.Catalog, put) error
}{
	{"site", func(r *run, c *catalog.Catalog, p put) error { return r.site.Library(c, r.readFile, p) }},
	{"OPDS", func(r *run, c *catalog.Catalog, p put) error { return opds.Write(c, r.config.opds(c), p) }},
	{"inventory", writeInventory},
	{"records of the series", writeRecords},
}

// readFile reads a file of the library.
func (r *run) readFile(name string) ([]byte, error) {
	return os.ReadFile(filepath.Join(r.o.Out, filepath.FromSlash(name)))
}
