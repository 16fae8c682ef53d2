package verify_test

import (
	"bytes"
	"maps"
	"reflect"
	"slices"
	"testing"

	"kanyin/builder/verify"
)

// FuzzBytes: whatever the bytes are, they are judged or refused, twice alike.
func FuzzBytes(f *testing.F) {
	p, err := sampled()
	if err != nil {
		f.Fatal(err)
	}
	for i, file := range []string{"a.epub", "a.print.pdf", "a.screen.pdf"} {
		f.Add(byte(i), p.files[file][:min(len(p.files[file]), 60_000)])
	}
	f.Add(byte(1), []byte("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>\nendobj\n3 0 obj\n<</Type/Page/Contents 4 0 R>>\nendobj\ntrailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF"))
	f.Add(byte(3), []byte("PK\x05\x06"+string(make([]byte, 18))))
	f.Add(byte(4), make([]byte, 1024))
	f.Fuzz(func(t *testing.T, kind byte, data []byte) {
		name := []string{"a.epub", "a.pdf", "b.pdf", "a.zip", "a.tar"}[kind%5]
		first, err := verify.Bytes(name, bytes.Clone(data), verify.Options{Issue: p.issue})
		again, err2 := verify.Bytes(name, data, verify.Options{Issue: p.issue})
		if (err == nil) != (err2 == nil) || !reflect.DeepEqual(first.Results, again.Results) {
			t.Errorf("two verdicts on the same bytes: %v, %v", err, err2)
		}
	})
}

// FuzzBag: a folder of any files is judged or refused.
func FuzzBag(f *testing.F) {
	p, err := sampled()
	if err != nil {
		f.Fatal(err)
	}
	files := map[string][]byte{}
	for _, x := range p.bag {
		files[x.Path] = x.Data
	}
	for _, name := range []string{"bagit.txt", "bag-info.txt", "manifest-sha512.txt", "data/ledger.csv", "data/issue.json", "data/kanyin.json", "data/mets.xml"} {
		f.Add(name, files[name])
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		all := maps.Clone(files)
		for _, e := range []string{"a.epub", "a.print.pdf", "a.screen.pdf"} { // these have a target of their own
			delete(all, "data/editions/"+e)
		}
		var entries []entry
		all[name] = data
		for _, n := range slices.Sorted(maps.Keys(all)) {
			entries = append(entries, entry{n, string(all[n]), 0})
		}
		if _, err := verify.Bytes("a.zip", zipped(t, entries), verify.Options{}); err != nil {
			t.Skip(err) // a name that no zip can hold
		}
	})
}
