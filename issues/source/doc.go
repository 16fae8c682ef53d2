// Package source turns bytes into numbered lines. It is the one place that
// knows bytes: encodings, byte order marks, line ends, form feeds and control
// characters.
//
// [Read] gives a [File], whose lines count from 1 as an editor counts them.
// What a line means is not its business. No visible character is dropped or
// changed; what the bytes were stays in [File.Bytes].
package source
