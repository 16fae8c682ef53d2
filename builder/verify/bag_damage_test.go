package verify_test

import (
	"archive/tar"
	"bytes"
	"crypto/sha512"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kanyin/builder/verify"
)

// sealed writes a bag's manifests anew, as somebody would who hides a change.
func sealed(files map[string][]byte) map[string][]byte {
	var payload, tags strings.Builder
	for _, name := range slices.Sorted(maps.Keys(files)) {
		switch row := fmt.Sprintf("%x  %s\n", sha512.Sum512(files[name]), name); {
		case strings.HasPrefix(name, "data/"):
			payload.WriteString(row)
		case !strings.Contains(name, "manifest-"):
			tags.WriteString(row)
		}
	}
	files["manifest-sha512.txt"] = []byte(payload.String())
	fmt.Fprintf(&tags, "%x  manifest-sha512.txt\n", sha512.Sum512(files["manifest-sha512.txt"]))
	files["tagmanifest-sha512.txt"] = []byte(tags.String())
	return files
}

// rebuilt is a rebuild that gives what the bag was made with.
func rebuilt(t *testing.T) func(string, map[string][]byte, json.RawMessage) (map[string][]byte, error) {
	files := bag(t)
	return func(string, map[string][]byte, json.RawMessage) (map[string][]byte, error) {
		out := map[string][]byte{}
		for name, data := range files {
			if edition, ok := strings.CutPrefix(name, "data/editions/"); ok {
				out[edition] = data
			}
		}
		return out, nil
	}
}

func TestDamagedBags(t *testing.T) {
	swap := func(a, b string) func(map[string][]byte) {
		return func(f map[string][]byte) { f[a], f[b] = f[b], f[a] }
	}
	edit := func(name, old, new string) func(map[string][]byte) {
		return func(f map[string][]byte) { f[name] = bytes.Replace(f[name], []byte(old), []byte(new), 1) }
	}
	seal := func(do func(map[string][]byte)) func(map[string][]byte) {
		return func(f map[string][]byte) { do(f); sealed(f) }
	}
	const source = "data/source/sample.txt"
	for _, c := range []struct {
		name              string
		damage            func(map[string][]byte)
		code, place, text string
	}{
		{"swapped files", swap("data/text/a01.txt", "data/text/a02.txt"), "bag-manifest", "data/text/a01.txt", "has changed"},
		{"a byte of the source", edit(source, "1", "2"), "bag-manifest", source, "has changed"},
		{"a file that is gone", func(f map[string][]byte) { delete(f, "data/text/a02.txt") }, "bag-manifest", "manifest-sha512.txt:", "a02.txt is missing"},
		{"a file too many", func(f map[string][]byte) { f["data/extra"] = []byte("x") }, "bag-complete", "data/extra", "no manifest"},
		{"a changed paper", edit("bag-info.txt", "kanyin", "kanyim"), "bag-tagmanifest", "bag-info.txt", "has changed"},
		{"another version", edit("bagit.txt", "1.0", "0.97"), "bag-declaration", "bagit.txt", "0.97"},
		{"no declaration", func(f map[string][]byte) { delete(f, "bagit.txt") }, "bag-declaration", "bagit.txt", "missing"},
		{"a wrong size", edit("bag-info.txt", "Payload-Oxum: ", "Payload-Oxum: 1"), "bag-oxum", "bag-info.txt:", "the payload"},
		{"no size", edit("bag-info.txt", "Payload-Oxum", "Payload-Oxem"), "bag-oxum", "bag-info.txt", "no Payload-Oxum"},
		{"a path that leaves the bag", edit("manifest-sha512.txt", "  data/text/a01.txt", "  ../text/a01.txt"), "bag-manifest", "manifest-sha512.txt:", "no place"},
		{"a row that is none", edit("manifest-sha512.txt", "  data/text/a01.txt", ""), "bag-manifest", "manifest-sha512.txt:", "no row"},
		{"a source changed and sealed", seal(edit(source, "1", "2")), "bag-source", source, "SHA-256"},
		{"a line that is not in the ledger", seal(func(f map[string][]byte) {
			rows := strings.SplitAfter(string(f["data/ledger.csv"]), "\n")
			f["data/ledger.csv"] = []byte(strings.Join(slices.Delete(rows, 40, 41), ""))
		}), "bag-ledger", source + ":", "does not have the line"},
		{"a ledger that is none", seal(func(f map[string][]byte) { f["data/ledger.csv"] = []byte("a,b\n1\n") }), "bag-ledger", "data/ledger.csv", "no table"},
		{"metadata cut off", seal(func(f map[string][]byte) { f["data/mets.xml"] = f["data/mets.xml"][:900] }), "bag-metadata", "data/mets.xml:", "not well-formed"},
		{"an edition changed and sealed", seal(func(f map[string][]byte) {
			d := bytes.Clone(f["data/editions/a.print.pdf"])
			d[len(d)/2] ^= 1
			f["data/editions/a.print.pdf"] = d
		}), "bag-rebuild", "data/editions/a.print.pdf", "differs from byte"},
		{"an edition damaged", seal(func(f map[string][]byte) {
			d := f["data/editions/a.screen.pdf"]
			f["data/editions/a.screen.pdf"] = d[:len(d)/2]
		}), "bag-editions", "data/editions/a.screen.pdf: ", "pdf-structure"},
		{"an edition too many", seal(func(f map[string][]byte) { f["data/editions/b.txt"] = []byte("x") }), "bag-rebuild", "data/editions/b.txt", "does not make it"},
		{"an edition that is gone", seal(func(f map[string][]byte) { delete(f, "data/editions/a.epub") }), "bag-rebuild", "data/editions/a.epub", "does not have it"},
	} {
		t.Run(c.name, func(t *testing.T) {
			rebuild := rebuilt(t)
			files := bag(t)
			c.damage(files)
			r, err := verify.File(folder(t, files), verify.Options{Rebuild: rebuild})
			fails(t, r, err, c.code, c.place, c.text)
		})
	}
}

// What another version made is no damage when this one makes it otherwise. It
// says so, of which versions it speaks, and judges everything else.
func TestABagOfAnotherVersionIsNotRebuilt(t *testing.T) {
	other := func(string, map[string][]byte, json.RawMessage) (map[string][]byte, error) {
		return map[string][]byte{"a.epub": []byte("made by another version")}, nil
	}
	o := verify.Options{Rebuild: other, Version: "7.2"} // the bag is made by version 0
	r, err := verify.File(folder(t, bag(t)), o)
	if err != nil || r.Failed() {
		t.Errorf("a good bag fails: %v, %+v", err, r.Results)
	}
	last := r.Results[len(r.Results)-1]
	if last.Code != "bag-rebuild" || last.Pass || !last.Skipped || !strings.Contains(last.Text.String(), "kanyin 0 made the bag, and this is 7.2") {
		t.Errorf("the last result is %+v", last)
	}
	damaged := bag(t)
	damaged["data/text/a01.txt"] = nil
	r, err = verify.File(folder(t, damaged), o)
	fails(t, r, err, "bag-manifest", "data/text/a01.txt", "has changed")
	o.Version = "0"
	r, err = verify.File(folder(t, bag(t)), o)
	fails(t, r, err, "bag-rebuild", "data/editions/a.epub", "differs from byte")
}

func TestABagPassesInEveryForm(t *testing.T) {
	files := bag(t)
	var entries []entry
	var tarred bytes.Buffer
	w := tar.NewWriter(&tarred)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		entries = append(entries, entry{"issue/" + name, string(files[name]), 8})
		if err := w.WriteHeader(&tar.Header{Typeflag: tar.TypeReg, Name: "issue/" + name, Size: int64(len(files[name])), Mode: 0o644}); err != nil {
			t.Fatal(err)
		}
		w.Write(files[name])
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, data := range map[string][]byte{"a.zip": zipped(t, entries), "a.tar": tarred.Bytes()} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		r, err := verify.File(path, verify.Options{Rebuild: rebuilt(t)})
		passes(t, r, err)
	}
}

func TestAZipThatLeavesItsFolderIsFound(t *testing.T) {
	var entries []entry
	for name, data := range bag(t) {
		entries = append(entries, entry{name, string(data), 8})
	}
	entries = append(entries, entry{"../outside", "x", 8})
	r, err := verify.Bytes("a.zip", zipped(t, entries), verify.Options{})
	fails(t, r, err, "bag-files", "../outside", "leads out")
}

func TestARebuildThatFailsIsAResult(t *testing.T) {
	no := func(string, map[string][]byte, json.RawMessage) (map[string][]byte, error) {
		return nil, errors.New("no such face")
	}
	r, err := verify.File(folder(t, bag(t)), verify.Options{Rebuild: no})
	fails(t, r, err, "bag-rebuild", "", "no such face")
}

func TestWhatIsNoBag(t *testing.T) {
	if _, err := verify.File(t.TempDir(), verify.Options{}); err == nil {
		t.Error("an empty folder was judged")
	}
	if _, err := verify.File(filepath.Join(t.TempDir(), "none"), verify.Options{}); err == nil {
		t.Error("a folder that is not there was judged")
	}
	for _, name := range []string{"a.zip", "a.tar", "a.epub", "a.txt"} {
		if _, err := verify.Bytes(name, []byte("a market by the river"), verify.Options{}); err == nil {
			t.Errorf("%s was judged", name)
		}
	}
}
