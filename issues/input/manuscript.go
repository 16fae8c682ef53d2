package input

import (
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"

	"kanyin/issues/manuscript/docx"
	"kanyin/issues/manuscript/html"
	"kanyin/issues/manuscript/markdown"
	"kanyin/issues/manuscript/odt"
	"kanyin/issues/source"
)

// packed reads a manuscript that is a zip.
func (o Options) packed(kind Kind, name string, data []byte) (*source.File, error) {
	read := docx.Read
	if kind == ODT {
		read = odt.Read
	}
	d, err := read(data, o.maxSize())
	if err != nil {
		return nil, err
	}
	return d.File(name, string(kind), data), nil
}

// marked reads a manuscript that is text with marks, and the pictures beside it.
func (o Options) marked(kind Kind, name, text string, data []byte) (*source.File, error) {
	if kind == Markdown {
		return markdown.Read(text, o.near.of(name)).File(name, string(kind), data), nil
	}
	d, err := html.Read(text, o.near.of(name))
	if err != nil {
		return nil, err
	}
	return d.File(name, string(kind), data), nil
}

// A nearby gives the files that lie beside an input, and remembers which were
// asked for: the archive has to keep them.
type nearby struct {
	open func(name string) []byte // a path below the folder, with slashes
	used []part
}

// beside gives the files of a folder, none larger than what is left.
func beside(dir string, left int64) *nearby {
	return &nearby{open: func(name string) []byte {
		path := filepath.Join(dir, filepath.FromSlash(name))
		info, err := os.Stat(path)
		if err != nil || !info.Mode().IsRegular() || info.Size() > left {
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return nil
		}
		left -= info.Size()
		return data
	}}
}

// of gives the files that the named one may refer to: those below its folder.
func (n *nearby) of(file string) func(string) []byte {
	if n == nil {
		return nil
	}
	return func(name string) []byte {
		if plain, err := url.PathUnescape(name); err == nil {
			name = plain
		}
		name = path.Join(path.Dir(filepath.ToSlash(file)), filepath.ToSlash(name))
		if !filepath.IsLocal(filepath.FromSlash(name)) || strings.HasPrefix(path.Base(name), ".") {
			return nil
		}
		for _, p := range n.used {
			if p.name == name {
				return p.data
			}
		}
		data := n.open(name)
		if data != nil {
			n.used = append(n.used, part{name: name, data: data})
		}
		return data
	}
}
