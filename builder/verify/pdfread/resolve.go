package pdfread

import (
	"bytes"
	"compress/zlib"
	"image/jpeg"
	"io"
	"strings"
	"unicode/utf16"

	"kanyin/issues/say"
)

// Resolve follows references until something else is found. An object that is
// not there is nil, and a fault.
func (f *File) Resolve(o Object) Object {
	for range 32 {
		r, ok := o.(Ref)
		if !ok {
			return o
		}
		o = f.object(r)
	}
	f.fault(-1, "references lead in a circle")
	return nil
}

func (f *File) object(r Ref) Object {
	if o, ok := f.objects[r]; ok {
		return o
	}
	f.objects[r] = nil // what refers to itself finds nothing
	e, ok := f.entries[r]
	if !ok {
		f.fault(-1, "object %d is referred to, but is not there", r)
		return nil
	}
	if e.pack != 0 {
		o, ok := f.pack(e.pack)[r]
		if !ok {
			f.fault(f.Place(e.pack), "object %d is not in the object stream %d", r, e.pack)
		}
		f.objects[r] = o
		return o
	}
	number, o, err := f.indirect(e.at)
	switch {
	case err != nil:
		f.fault(e.at, "object %d: %v", r, err)
		return nil
	case number != r:
		f.fault(e.at, "object %d should stand here, but %d does", r, number)
		return nil
	}
	f.objects[r] = o
	return o
}

// indirect reads "12 0 obj … endobj".
func (f *File) indirect(at int) (Ref, Object, error) {
	if at < 0 || at >= len(f.data) {
		return 0, nil, say.Errorf("the file ends before byte %d", at)
	}
	l := f.lexer(at)
	n, ok := l.float()
	_, ok2 := l.float()
	word, err := l.next(0)
	if err != nil || !ok || !ok2 || word != operator("obj") {
		return 0, nil, say.Errorf("no object begins at byte %d", at)
	}
	o, err := l.next(0)
	if err != nil {
		return 0, nil, say.Errorf("byte %d: %w", l.pos, err)
	}
	word, err = l.next(0)
	if d, ok := o.(Dict); ok && word == operator("stream") {
		o, err = f.stream(l, d)
		if err == nil {
			word, err = l.next(0)
		}
	}
	if err != nil || word != operator("endobj") {
		return 0, nil, say.Errorf("byte %d: it is not closed by endobj", l.pos)
	}
	return Ref(n), o, nil
}

// stream takes the data behind the word stream (7.3.8).
func (f *File) stream(l *lexer, d Dict) (Object, error) {
	if l.pos < len(l.data) && l.data[l.pos] == '\r' {
		l.pos++
	}
	if l.pos < len(l.data) && l.data[l.pos] == '\n' {
		l.pos++
	}
	size, ok := f.Resolve(d["Length"]).(float64)
	if !ok || size < 0 || int(size) > len(l.data)-l.pos {
		return nil, say.Errorf("byte %d: the stream has no length, or one beyond the file", l.pos)
	}
	s := &Stream{d, l.pos, l.data[l.pos : l.pos+int(size)]}
	l.pos += int(size)
	if word, err := l.next(0); err != nil || word != operator("endstream") {
		return nil, say.Errorf("byte %d: the stream does not end where its length says", l.pos)
	}
	return s, nil
}

// Data gives a stream's data, unpacked.
func (f *File) Data(s *Stream) ([]byte, error) {
	filter := f.Resolve(s.Dict["Filter"])
	if a, ok := filter.(Array); ok && len(a) == 1 {
		filter = f.Resolve(a[0])
	}
	switch {
	case filter == nil:
		return s.raw, nil
	case filter == Name("DCTDecode"): // a photograph, as it came
		if _, err := jpeg.DecodeConfig(bytes.NewReader(s.raw)); err != nil {
			return nil, say.Errorf("byte %d: %w", s.At, err)
		}
		return s.raw, nil
	case filter != Name("FlateDecode") || s.Dict["DecodeParms"] != nil:
		return nil, say.Errorf("packed as %v, which editions are not", filter)
	}
	src := &counter{data: s.raw}
	z, err := zlib.NewReader(src)
	if err != nil {
		return nil, say.Errorf("byte %d: %w", s.At, err)
	}
	var out bytes.Buffer
	limit := int64(min(maxStream, maxUnpacked-f.unpacked))
	n, err := io.Copy(&out, io.LimitReader(z, limit+1))
	f.unpacked += int(n)
	if err != nil {
		return out.Bytes(), say.Errorf("byte %d: %w", s.At+src.at, err)
	}
	if n > limit {
		return nil, say.Errorf("byte %d: it unpacks to more than %d bytes", s.At, limit)
	}
	return out.Bytes(), nil
}

// A counter reads data byte by byte, so that damage is found at its byte.
type counter struct {
	data []byte
	at   int
}

func (c *counter) Read(p []byte) (int, error) {
	if c.at >= len(c.data) {
		return 0, io.EOF
	}
	n := copy(p, c.data[c.at:])
	c.at += n
	return n, nil
}

func (c *counter) ReadByte() (byte, error) {
	if c.at >= len(c.data) {
		return 0, io.EOF
	}
	c.at++
	return c.data[c.at-1], nil
}

// pack gives the objects of an object stream (7.5.7).
func (f *File) pack(r Ref) map[Ref]Object {
	if p, ok := f.packs[r]; ok {
		return p
	}
	out := map[Ref]Object{}
	f.packs[r] = out
	if f.entries[r].pack != 0 {
		f.fault(-1, "the object stream %d stands in another", r)
		return out
	}
	s, ok := f.object(r).(*Stream)
	if !ok {
		return out
	}
	data, err := f.Data(s)
	if err != nil {
		f.fault(s.At, "object stream %d: %v", r, err)
		return out
	}
	n, _ := f.Resolve(s.Dict["N"]).(float64)
	first, _ := f.Resolve(s.Dict["First"]).(float64)
	if first < 0 || int(first) > len(data) || n > maxObjects {
		f.fault(s.At, "object stream %d ends before its first object", r)
		return out
	}
	heads := &lexer{data: data[:int(first)]}
	for range int(n) {
		number, ok := heads.float()
		from, ok2 := heads.float()
		if !ok || !ok2 || from < 0 || int(first+from) > len(data) {
			f.fault(s.At, "object stream %d has fewer objects than it says", r)
			break
		}
		body := &lexer{data: data, pos: int(first + from), refs: true}
		o, err := body.next(0)
		if err != nil {
			f.fault(s.At, "object %d in the object stream %d: %v", int(number), r, err)
			continue
		}
		out[Ref(number)] = o
	}
	return out
}

// Dict gives an object as a dictionary, a stream's own where it is one; nil for anything else.
func (f *File) Dict(o Object) Dict {
	switch v := f.Resolve(o).(type) {
	case Dict:
		return v
	case *Stream:
		return v.Dict
	}
	return nil
}

// Array gives an object as an array, or nil.
func (f *File) Array(o Object) Array {
	a, _ := f.Resolve(o).(Array)
	return a
}

// Number gives an object as a number, or 0.
func (f *File) Number(o Object) float64 {
	n, _ := f.Resolve(o).(float64)
	return n
}

// Name gives an object as a name, or "".
func (f *File) Name(o Object) string {
	n, _ := f.Resolve(o).(Name)
	return string(n)
}

// Stream gives an object as a stream, or nil.
func (f *File) Stream(o Object) *Stream {
	s, _ := f.Resolve(o).(*Stream)
	return s
}

// Text gives an object as a text string (7.9.2.2).
func (f *File) Text(o Object) string {
	s, _ := f.Resolve(o).(String)
	if rest, ok := strings.CutPrefix(string(s), "\xFE\xFF"); ok {
		return decodeUTF16(rest)
	}
	return string(s)
}

func decodeUTF16(s string) string {
	units := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}

// Catalog gives the root of the file.
func (f *File) Catalog() Dict { return f.Dict(f.Trailer["Root"]) }

// Whole reads every object and unpacks every stream, so that Faults tells all damage.
func (f *File) Whole() {
	for _, r := range f.Refs() {
		if s, ok := f.object(r).(*Stream); ok {
			if _, err := f.Data(s); err != nil {
				f.fault(s.At, "the stream of object %d: %v", r, err)
			}
		}
	}
}

// Body gives the bytes before the cross-reference.
func (f *File) Body() []byte { return f.data[:f.Start] }
