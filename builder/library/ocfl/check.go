package ocfl

import (
	"bytes"
	"crypto/sha512"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"kanyin/issues/say"
)

// Is says whether a folder is a storage root.
func Is(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, rootName))
	return err == nil
}

// Objects gives the folders of a root's objects, with slashes, and what stands
// between them and should not. It changes nothing, as Check does not.
func (r *Root) Objects() (objects, strays []string, err error) {
	err = filepath.WalkDir(r.dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(r.dir, name)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		switch {
		case rel == "extensions":
			return fs.SkipDir
		case d.IsDir():
			if _, err := os.Stat(filepath.Join(name, objectName)); err == nil {
				objects = append(objects, rel)
				return fs.SkipDir
			}
			left, err := os.ReadDir(name)
			if err == nil && len(left) == 0 {
				strays = append(strays, rel)
			}
			return err
		case rel != rootName && rel != "ocfl_layout.json":
			strays = append(strays, rel)
		}
		return nil
	})
	return objects, strays, err
}

// Check holds the object in a folder of the root against its inventory and the
// rules of OCFL: every file that the inventory names is there with the digest
// told, no other is, and every version tells of itself what the newest one
// does. It gives the object's identifier and what does not hold.
func (r *Root) Check(folder string) (id string, faults []say.Text) {
	c := checker{root: filepath.Join(r.dir, filepath.FromSlash(folder))}
	inv := c.inventory("")
	if inv == nil {
		return "", c.faults
	}
	if want := r.path(inv.ID); c.root != want {
		c.fault("the object %s should lie in %s", inv.ID, want)
	}
	if text, err := os.ReadFile(filepath.Join(c.root, objectName)); err != nil || string(text) != objectText {
		c.fault("%s does not say %q", objectName, objectText)
	}
	c.versions(inv)
	c.content(inv)
	return inv.ID, c.faults
}

// A checker gathers what does not hold of one object.
type checker struct {
	root   string
	faults []say.Text
}

func (c *checker) fault(format string, args ...any) {
	c.faults = append(c.faults, say.Of(format, args...))
}

// inventory reads the inventory of a version, or with "" the object's, and
// holds it against the digest beside it; where it cannot be read, it gives nil.
func (c *checker) inventory(version string) *inventory {
	name := path.Join(version, inventoryName)
	data, err := os.ReadFile(filepath.Join(c.root, filepath.FromSlash(name)))
	if errors.Is(err, fs.ErrNotExist) {
		c.fault("%s is missing", name)
		return nil
	}
	if err != nil {
		c.fault("%v", err)
		return nil
	}
	sum := sha512.Sum512(data)
	sidecar, err := os.ReadFile(filepath.Join(c.root, filepath.FromSlash(path.Join(version, sidecarName))))
	if fields := strings.Fields(string(sidecar)); err != nil || len(fields) != 2 || fields[0] != hex.EncodeToString(sum[:]) || fields[1] != inventoryName {
		c.fault("%s has not the digest that stands beside it", name)
	}
	var inv inventory
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&inv); err != nil {
		c.fault("%s: %v", name, err)
		return nil
	}
	if inv.Type != inventoryType || inv.DigestAlgorithm != "sha512" || inv.ID == "" || inv.Head != fmt.Sprintf("v%d", len(inv.Versions)) || version != "" && inv.Head != version {
		c.fault("%s is no inventory of %d versions that kanyin wrote", name, len(inv.Versions))
		return nil
	}
	return &inv
}

// versions holds each version's own inventory against the object's.
func (c *checker) versions(inv *inventory) {
	for n := 1; n <= len(inv.Versions); n++ {
		name := fmt.Sprintf("v%d", n)
		v, ok := inv.Versions[name]
		if !ok {
			c.fault("the inventory has no version %s", name)
			continue
		}
		for digest := range v.State {
			if len(inv.Manifest[digest]) == 0 {
				c.fault("%s has a file of which no content is kept: %s", name, v.State[digest][0])
			}
		}
		own := c.inventory(name)
		if own == nil {
			continue
		}
		for older, is := range own.Versions {
			if own.ID != inv.ID || !maps.EqualFunc(is.State, inv.Versions[older].State, slices.Equal) {
				c.fault("%s tells of %s otherwise than the object does", name, older)
			}
		}
	}
}

// content reads every file of the object: those of the manifest have their
// digests, and no other stands there.
func (c *checker) content(inv *inventory) {
	expected := map[string]string{}
	for digest, paths := range inv.Manifest {
		for _, p := range paths {
			expected[p] = digest
		}
	}
	known := []string{objectName, inventoryName, sidecarName}
	for version := range inv.Versions {
		known = append(known, version+"/"+inventoryName, version+"/"+sidecarName)
	}
	err := filepath.WalkDir(c.root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(c.root, name)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		digest, named := expected[rel]
		delete(expected, rel)
		if !named {
			if !slices.Contains(known, rel) {
				c.fault("%s stands in no inventory", rel)
			}
			return nil
		}
		is, err := digestOf(name)
		if err == nil && is != digest {
			c.fault("%s has not the digest that the inventory tells", rel)
		}
		return err
	})
	if err != nil {
		c.fault("%v", err)
	}
	for _, p := range slices.Sorted(maps.Keys(expected)) {
		c.fault("%s is missing", p)
	}
}

func digestOf(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha512.New()
	_, err = io.Copy(h, f)
	return hex.EncodeToString(h.Sum(nil)), err
}
