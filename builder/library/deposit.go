package library

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"kanyin/builder"
	"kanyin/builder/library/catalog"
	"kanyin/builder/library/ocfl"
	"kanyin/issues/say"
)

// deposit lays every archive that is new or changed into the OCFL storage
// root, unpacked: an issue's bag is an object, and a corrected issue its next
// version. Issues that left the tree stay there, as archives are kept.
func (r *run) deposit(ctx context.Context, c *catalog.Catalog) error {
	if r.o.OCFL == "" {
		return nil
	}
	root, err := ocfl.Open(r.o.OCFL)
	if err != nil {
		return err
	}
	const noteName = "ocfl.json"
	laid := map[string]string{} // digest of the archive by object
	json.Unmarshal([]byte(r.store.noted(noteName)), &laid)
	dir, err := filepath.Abs(r.o.OCFL)
	if err != nil {
		return err
	}
	for _, rec := range c.Issues() {
		e := rec.Edition("archive")
		if e == nil || ctx.Err() != nil {
			continue
		}
		id := rec.ID
		if laid[dir+" "+id] == e.SHA256 {
			continue
		}
		files, err := unpack(filepath.Join(r.o.Out, filepath.FromSlash(rec.Place), e.File))
		if err == nil {
			_, _, err = root.Add(id, files, ocfl.Note{Created: r.o.Now, Message: "published from " + rec.Source, User: "kanyin", Address: r.config.owner()})
		}
		if err != nil {
			return say.Errorf("lay %s into OCFL: %w", rec.Place, err)
		}
		laid[dir+" "+id] = e.SHA256
		note, err := json.Marshal(laid)
		if err != nil {
			return err
		}
		if err := r.store.note(noteName, string(note)); err != nil {
			return err
		}
	}
	return nil
}

// owner is who lays objects down: the library, by its address.
func (c Config) owner() string {
	if c.Address != "" {
		return c.Address
	}
	return "urn:kanyin:library"
}

// unpack gives a bag's files, from a folder, a .zip or a .tar, without the
// folder that a packed one may stand in.
func unpack(file string) ([]builder.File, error) {
	switch filepath.Ext(file) {
	case ".zip":
		return unzip(file)
	case ".tar":
		return untar(file)
	}
	names, err := sizes(file)
	if err != nil {
		return nil, err
	}
	var list []builder.File
	for name := range names {
		data, err := os.ReadFile(filepath.Join(file, filepath.FromSlash(name)))
		if err != nil {
			return nil, err
		}
		list = append(list, builder.File{Path: name, Data: data})
	}
	return list, nil
}

func unzip(file string) ([]builder.File, error) {
	z, err := zip.OpenReader(file)
	if err != nil {
		return nil, err
	}
	defer z.Close()
	var list []builder.File
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		data, err := io.ReadAll(r)
		if err = errors.Join(err, r.Close()); err != nil {
			return nil, err
		}
		list = append(list, builder.File{Path: f.Name, Data: data})
	}
	return inBag(list), nil
}

func untar(file string) ([]builder.File, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var list []builder.File
	for r := tar.NewReader(bytes.NewReader(data)); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return inBag(list), nil
		}
		if err != nil {
			return nil, err
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		content, err := io.ReadAll(r)
		if err != nil {
			return nil, err
		}
		list = append(list, builder.File{Path: h.Name, Data: content})
	}
}

// inBag takes the bag's own folder off its files' paths.
func inBag(list []builder.File) []builder.File {
	for _, f := range list {
		if path.Base(f.Path) != "bagit.txt" {
			continue
		}
		for i := range list {
			list[i].Path = strings.TrimPrefix(list[i].Path, strings.TrimSuffix(f.Path, "bagit.txt"))
		}
		break
	}
	return list
}
