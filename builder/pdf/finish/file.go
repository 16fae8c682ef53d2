package finish

import (
	"fmt"
	"strconv"
	"unicode/utf16"
)

// A Ref is the number of an indirect object (7.3.10).
type Ref int

// String gives the reference as it is written: 12 0 R.
func (r Ref) String() string { return strconv.Itoa(int(r)) + " 0 R" }

// A File is the objects of a PDF file by their numbers.
type File struct {
	objects []object // objects[0] is never used
}

// An object is a dictionary or another value, and a stream's data behind it.
type object struct {
	body   []byte // of a stream, the entries of its dictionary without << >> and Length
	stream []byte
	kind   kind
}

type kind int

const (
	free   kind = iota // no object has the number
	plain              // no stream
	packed             // a stream to be compressed when the file is written
	raw                // a stream to be written as it is
)

// Reserve keeps a number for an object that comes later.
func (f *File) Reserve() Ref {
	f.objects = append(f.objects, object{})
	return Ref(len(f.objects) - 1)
}

// Set puts an object without a stream in the place of another.
func (f *File) Set(r Ref, body string) { f.objects[r] = object{body: []byte(body), kind: plain} }

// SetBytes is Set for a long body; the file keeps it.
func (f *File) SetBytes(r Ref, body []byte) { f.objects[r] = object{body: body, kind: plain} }

// Add adds an object without a stream.
func (f *File) Add(body string) Ref {
	r := f.Reserve()
	f.Set(r, body)
	return r
}

// SetStream puts a stream in an object's place. The entries are those of its
// dictionary, without Length and Filter; the data are compressed when the file is written.
func (f *File) SetStream(r Ref, entries string, data []byte) {
	f.objects[r] = object{body: []byte(entries), stream: data, kind: packed}
}

// AddStream adds a stream, to be compressed when the file is written.
func (f *File) AddStream(entries string, data []byte) Ref {
	r := f.Reserve()
	f.SetStream(r, entries, data)
	return r
}

// SetReadyStream puts in a stream that is written as it is: metadata, which
// must stay readable (PDF/A-2, 6.6.2.1 asks it of no one, every scanner is
// glad of it), or data compressed before, with their Filter among the entries.
func (f *File) SetReadyStream(r Ref, entries string, data []byte) {
	f.objects[r] = object{body: []byte(entries), stream: data, kind: raw}
}

// Remove takes an object out of the file.
func (f *File) Remove(r Ref) { f.objects[r] = object{} }

// Text writes a text string (7.9.2.2): as plain characters where all are ASCII,
// else as UTF-16 with a byte order mark, in hexadecimal.
func Text(s string) string {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return string(appendUTF16([]byte("<FEFF"), s)) + ">"
		}
	}
	return Literal(s)
}

// Literal writes a literal string (7.3.4.2) of any bytes.
func Literal(s string) string { return string(AppendLiteral(nil, s)) }

// AppendLiteral appends a literal string. A carriage return is escaped, since
// readers take a bare one for a line feed.
func AppendLiteral(b []byte, s string) []byte {
	b = append(b, '(')
	for i := range len(s) {
		switch c := s[i]; c {
		case '(', ')', '\\':
			b = append(b, '\\', c)
		case '\r':
			b = append(b, '\\', 'r')
		default:
			b = append(b, c)
		}
	}
	return append(b, ')')
}

// appendUTF16 appends s in UTF-16, big end first, in hexadecimal.
func appendUTF16(b []byte, s string) []byte {
	for _, u := range utf16.Encode([]rune(s)) {
		b = fmt.Appendf(b, "%04X", u)
	}
	return b
}

// Name writes a name (7.3.5).
func Name(s string) string {
	b := []byte{'/'}
	for i := range len(s) {
		c := s[i]
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
		if letter || c == '-' || c == '+' || c == '_' || c == '.' {
			b = append(b, c)
		} else {
			b = fmt.Appendf(b, "#%02X", c)
		}
	}
	return string(b)
}
