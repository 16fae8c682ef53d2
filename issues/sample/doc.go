// Package sample holds a made-up issue of a monthly, 芦津月刊, that "kanyin
// demo" publishes: the raw text of a dump, as broken as real ones are. README.md
// beside it lists every damage with the line where it stands.
//
// Town, people, books and numbers are invented for this project. The ISSN and
// the CN number lie outside what is assigned, the addresses in domains that
// nobody can own.
package sample

import _ "embed"

// Name is the file name that messages about the sample use.
const Name = "sample.txt"

//go:embed sample.txt
var text []byte

// Text gives the dump. The caller may keep and change it.
func Text() []byte {
	return append([]byte(nil), text...)
}
