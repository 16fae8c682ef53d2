// Package ocfl lays objects into a storage root of the Oxford Common File
// Layout, version 1.1 (https://ocfl.io/1.1/spec/), as archives keep them for
// decades: every version of an object stays, a file that did not change is
// stored once, and an inventory with the SHA-512 of each lies beside them.
//
// An object's folder has its identifier for a name and lies below three folders
// of the SHA-256 of that (OCFL community extension 0003, with its usual
// parameters): people can read it, and no folder holds too many.
package ocfl

import (
	"bytes"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"kanyin/builder"
	"kanyin/issues/say"
)

const (
	rootName, rootText     = "0=ocfl_1.1", "ocfl_1.1\n"
	objectName, objectText = "0=ocfl_object_1.1", "ocfl_object_1.1\n"
	inventoryName          = "inventory.json"
	sidecarName            = "inventory.json.sha512"
	inventoryType          = "https://ocfl.io/1.1/spec/#inventory"
	layout                 = "0003-hash-and-id-n-tuple-storage-layout"
)

// A Root is a storage root.
type Root struct{ dir string }

// Open opens the storage root in a folder. One that is not there yet, or
// empty, becomes one; a folder of other things is left alone.
func Open(dir string) (*Root, error) {
	text, err := os.ReadFile(filepath.Join(dir, rootName))
	switch {
	case err == nil && string(text) == rootText:
		return &Root{dir}, nil
	case err == nil:
		return nil, say.Errorf("%s: %q is not what OCFL 1.1 has there", filepath.Join(dir, rootName), text)
	case !errors.Is(err, fs.ErrNotExist):
		return nil, err
	}
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if len(entries) > 0 {
		return nil, say.Errorf("%s: the folder holds other things than an OCFL 1.1 storage root; give one that is empty or not there yet", dir)
	}
	config := filepath.Join(dir, "extensions", layout, "config.json")
	for _, f := range []struct{ name, text string }{
		{filepath.Join(dir, "ocfl_layout.json"), `{
 "extension": "` + layout + `",
 "description": "Objects lie under their identifiers, below three folders of three digits each of their SHA-256"
}
`},
		{config, `{
 "extensionName": "` + layout + `",
 "digestAlgorithm": "sha256",
 "tupleSize": 3,
 "numberOfTuples": 3
}
`},
		{filepath.Join(dir, rootName), rootText}, // last: now it is one
	} {
		if err := os.MkdirAll(filepath.Dir(f.name), 0o755); err != nil {
			return nil, err
		}
		if err := os.WriteFile(f.name, []byte(f.text), 0o644); err != nil {
			return nil, err
		}
	}
	return &Root{dir}, nil
}

// An inventory is an object's.
type inventory struct {
	DigestAlgorithm string              `json:"digestAlgorithm"`
	Head            string              `json:"head"`
	ID              string              `json:"id"`
	Manifest        map[string][]string `json:"manifest"`
	Type            string              `json:"type"`
	Versions        map[string]version  `json:"versions"`
}

type version struct {
	Created string              `json:"created"`
	Message string              `json:"message,omitempty"`
	State   map[string][]string `json:"state"`
	User    *user               `json:"user,omitempty"`
}

type user struct {
	Address string `json:"address,omitempty"`
	Name    string `json:"name"`
}

// A Note is what a version says of itself.
type Note struct {
	Created time.Time
	Message string
	User    string
	Address string // the user's, a URI
}

// longestName is how long an object's folder may be named before its digest
// stands for the rest, as the layout says.
const longestName = 100

// path is where an object lies.
func (r *Root) path(id string) string {
	sum := sha256.Sum256([]byte(id))
	h := hex.EncodeToString(sum[:])
	var name strings.Builder
	for _, b := range []byte(id) {
		if b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '-' || b == '_' {
			name.WriteByte(b)
		} else {
			fmt.Fprintf(&name, "%%%02x", b)
		}
	}
	folder := name.String()
	if len(folder) > longestName {
		folder = folder[:longestName] + "-" + h
	}
	return filepath.Join(r.dir, h[:3], h[3:6], h[6:9], folder)
}

// Add makes the files an object's newest version, and gives that; where the
// newest one has the same files already, nothing is written. A version stands
// whole or not at all.
func (r *Root) Add(id string, files []builder.File, n Note) (head string, added bool, err error) {
	at := r.path(id)
	inv, err := r.load(id)
	if err != nil {
		return "", false, err
	}
	state := map[string][]string{}
	content := map[string][]byte{}
	for _, f := range files {
		if !fs.ValidPath(f.Path) {
			return "", false, say.Errorf("%q is no path of a file in an object", f.Path)
		}
		sum := sha512.Sum512(f.Data)
		digest := hex.EncodeToString(sum[:])
		state[digest] = append(state[digest], f.Path)
		content[digest] = f.Data
	}
	for _, paths := range state {
		slices.Sort(paths)
	}
	if inv.Head != "" && maps.EqualFunc(inv.Versions[inv.Head].State, state, slices.Equal) {
		return inv.Head, false, nil
	}
	inv.Head = fmt.Sprintf("v%d", len(inv.Versions)+1)
	inv.Versions[inv.Head] = version{Created: n.Created.UTC().Format(time.RFC3339), Message: n.Message, State: state, User: &user{n.Address, n.User}}
	fresh := []builder.File{}
	for _, digest := range slices.Sorted(maps.Keys(state)) {
		if _, stored := inv.Manifest[digest]; !stored {
			name := inv.Head + "/content/" + state[digest][0]
			inv.Manifest[digest] = []string{name}
			fresh = append(fresh, builder.File{Path: name, Data: content[digest]})
		}
	}
	data, sidecar, err := inv.encode()
	if err != nil {
		return "", false, err
	}
	fresh = append(fresh, builder.File{Path: inv.Head + "/" + inventoryName, Data: data}, builder.File{Path: inv.Head + "/" + sidecarName, Data: sidecar})
	return inv.Head, true, r.place(at, inv.Head, fresh, data, sidecar)
}

func (inv inventory) encode() (data, sidecar []byte, err error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(inv); err != nil {
		return nil, nil, err
	}
	sum := sha512.Sum512(b.Bytes())
	return b.Bytes(), []byte(hex.EncodeToString(sum[:]) + " " + inventoryName + "\n"), nil
}

// load reads an object's inventory; of one that is not there it gives an empty
// one. What a killed run left behind, a version that no inventory names, goes.
func (r *Root) load(id string) (inventory, error) {
	at := r.path(id)
	inv := inventory{DigestAlgorithm: "sha512", ID: id, Type: inventoryType, Manifest: map[string][]string{}, Versions: map[string]version{}}
	data, err := os.ReadFile(filepath.Join(at, inventoryName))
	if errors.Is(err, fs.ErrNotExist) {
		return inv, nil
	}
	if err != nil {
		return inv, err
	}
	if err := json.Unmarshal(data, &inv); err != nil {
		return inv, say.Errorf("%s: %w", filepath.Join(at, inventoryName), err)
	}
	if inv.ID != id || inv.Type != inventoryType || inv.DigestAlgorithm != "sha512" || len(inv.Versions) == 0 || inv.Head != fmt.Sprintf("v%d", len(inv.Versions)) {
		return inv, say.Errorf("%s: this is no inventory of %s that kanyin wrote", filepath.Join(at, inventoryName), id)
	}
	sum := sha512.Sum512(data)
	sidecar := hex.EncodeToString(sum[:]) + " " + inventoryName + "\n"
	if is, err := os.ReadFile(filepath.Join(at, sidecarName)); err != nil || string(is) != sidecar {
		// A run may have been killed between the two; then the version's own
		// copy agrees. Otherwise the inventory was damaged.
		if own, err := os.ReadFile(filepath.Join(at, inv.Head, inventoryName)); err != nil || !bytes.Equal(own, data) {
			return inv, say.Errorf("%s: the inventory has not the digest that stands beside it; the object was damaged", at)
		}
		if err := r.replace(filepath.Join(at, sidecarName), []byte(sidecar)); err != nil {
			return inv, err
		}
	}
	return inv, os.RemoveAll(filepath.Join(at, fmt.Sprintf("v%d", len(inv.Versions)+1)))
}

// place writes a version beside the root and renames it in, the first one with
// its whole object.
func (r *Root) place(at, head string, fresh []builder.File, data, sidecar []byte) (err error) {
	stage, err := os.MkdirTemp(filepath.Dir(filepath.Clean(r.dir)), "."+filepath.Base(r.dir)+".*")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(stage)) }()
	object := filepath.Join(stage, "object")
	if head == "v1" {
		fresh = append(fresh, builder.File{Path: objectName, Data: []byte(objectText)}, builder.File{Path: inventoryName, Data: data}, builder.File{Path: sidecarName, Data: sidecar})
	}
	for _, f := range fresh {
		name := filepath.Join(object, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			return err
		}
	}
	if head == "v1" {
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			return err
		}
		return os.Rename(object, at)
	}
	if err := os.Rename(filepath.Join(object, head), filepath.Join(at, head)); err != nil {
		return err
	}
	if err := r.replace(filepath.Join(at, inventoryName), data); err != nil {
		return err
	}
	return r.replace(filepath.Join(at, sidecarName), sidecar)
}

// replace writes a file beside the root and renames it in.
func (r *Root) replace(name string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(filepath.Clean(r.dir)), "."+filepath.Base(r.dir)+".*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Chmod(0o644), f.Close()); err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}
