package pdf

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"strings"
	"time"

	"kanyin/fonts"
)

// fontFolder is one of those that PDFium looks for faces in.
const fontFolder = "usr/share/fonts"

// A fontFS is a file system that holds the faces of package fonts and nothing
// else. Without it, PDFium drops vertical text whose face a PDF does not bring;
// with the machine's own, a PDF would read differently on another machine.
type fontFS map[string][]byte

func mountFonts() (fontFS, error) {
	library, err := fonts.Open()
	if err != nil {
		return nil, err
	}
	out := fontFS{}
	for _, f := range library.Faces() {
		out[fontFolder+"/"+f.Name+".ttf"] = library.Data(f.Name)
	}
	return out, nil
}

// Open opens a face, or a folder on the way to the faces.
func (f fontFS) Open(name string) (fs.File, error) {
	if data, ok := f[name]; ok {
		return &fontFile{bytes.NewReader(data), entry{path.Base(name), int64(len(data)), 0o444}}, nil
	}
	if name == "." || name == fontFolder || strings.HasPrefix(fontFolder, name+"/") {
		return &fontDir{entry: entry{path.Base(name), 0, fs.ModeDir | 0o555}, entries: f.list(name)}, nil
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// list gives what stands in a folder, in the order of names.
func (f fontFS) list(dir string) []fs.DirEntry {
	if dir != fontFolder {
		rest := fontFolder
		if dir != "." {
			rest = strings.TrimPrefix(fontFolder, dir+"/")
		}
		next, _, _ := strings.Cut(rest, "/")
		return []fs.DirEntry{fs.FileInfoToDirEntry(entry{next, 0, fs.ModeDir | 0o555})}
	}
	var out []fs.DirEntry
	for _, name := range sortedKeys(f) {
		out = append(out, fs.FileInfoToDirEntry(entry{path.Base(name), int64(len(f[name])), 0o444}))
	}
	return out
}

// An entry is what a folder says of a file.
type entry struct {
	name string
	size int64
	mode fs.FileMode
}

func (e entry) Name() string       { return e.name }
func (e entry) Size() int64        { return e.size }
func (e entry) Mode() fs.FileMode  { return e.mode }
func (e entry) ModTime() time.Time { return time.Time{} }
func (e entry) IsDir() bool        { return e.mode.IsDir() }
func (e entry) Sys() any           { return nil }

type fontFile struct {
	*bytes.Reader
	entry entry
}

func (f *fontFile) Stat() (fs.FileInfo, error) { return f.entry, nil }
func (f *fontFile) Close() error               { return nil }

type fontDir struct {
	entry   entry
	entries []fs.DirEntry
}

func (d *fontDir) Stat() (fs.FileInfo, error) { return d.entry, nil }
func (d *fontDir) Close() error               { return nil }
func (d *fontDir) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.entry.name, Err: fs.ErrInvalid}
}

// ReadDir gives the next n entries, or all that are left where n is not above 0.
func (d *fontDir) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 || n > len(d.entries) {
		if n > 0 && len(d.entries) == 0 {
			return nil, io.EOF
		}
		n = len(d.entries)
	}
	out := d.entries[:n]
	d.entries = d.entries[n:]
	return out, nil
}
