package verify_test

import (
	"maps"
	"slices"
	"testing"

	"kanyin/builder/verify"
)

// BenchmarkEditions judges the editions of the sample and of the corpus.
func BenchmarkEditions(b *testing.B) {
	all := texts(b)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		p, err := publish(name, all[name])
		if err != nil {
			b.Fatal(err)
		}
		for _, file := range slices.Sorted(maps.Keys(p.files)) {
			b.Run(name+"/"+file, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := verify.Bytes(file, p.files[file], verify.Options{Issue: p.issue}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
		files := map[string][]byte{}
		for _, f := range p.bag {
			files[f.Path] = f.Data
		}
		dir := folder(b, files)
		b.Run(name+"/bag", func(b *testing.B) {
			for b.Loop() {
				if _, err := verify.File(dir, verify.Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
