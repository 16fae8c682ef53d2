package pdfread

import (
	"bytes"
	"slices"

	"kanyin/issues/say"
)

// A File is the objects of a PDF file.
type File struct {
	Version string // of the header: 1.7
	Trailer Dict
	Start   int // the byte that the cross-reference begins at
	Faults  []Fault

	data     []byte
	entries  map[Ref]entry
	objects  map[Ref]Object
	packs    map[Ref]map[Ref]Object // what object streams hold
	unpacked int                    // bytes unpacked so far
	told     map[string]bool
}

// An entry says where an object is (7.5.4, 7.5.8.3).
type entry struct {
	at   int // a byte of the file, or
	pack Ref // the object stream that holds it
}

// Limits that no edition comes near: they keep a hostile file from taking the
// machine's memory.
const (
	maxObjects  = 2_000_000
	maxStream   = 128 << 20
	maxUnpacked = 512 << 20
	maxFaults   = 200
)

// ErrNoPDF says that the bytes are no PDF file at all.
var ErrNoPDF = say.Errorf("no PDF file: it does not begin with %%PDF-")

// Open reads the cross-reference of a file. Objects are read when they are asked for.
func Open(data []byte) (*File, error) {
	at := bytes.Index(data[:min(len(data), 1024)], []byte("%PDF-"))
	if at < 0 || len(data) < at+8 {
		return nil, ErrNoPDF
	}
	f := &File{Version: string(data[at+5 : at+8]), Trailer: Dict{}, data: data,
		entries: map[Ref]entry{}, objects: map[Ref]Object{}, packs: map[Ref]map[Ref]Object{}, told: map[string]bool{}}
	if at > 0 {
		f.fault(0, "%d bytes stand before the header", at)
	}
	if !f.crossReference() {
		f.search()
	}
	return f, nil
}

func (f *File) fault(at int, format string, args ...any) {
	text := say.Of(format, args...)
	if len(f.Faults) < maxFaults && !f.told[text.String()] {
		f.told[text.String()] = true
		f.Faults = append(f.Faults, Fault{at, text})
	}
}

// crossReference follows startxref and the sections before it; it says false
// where objects have to be searched for.
func (f *File) crossReference() bool {
	tail := max(0, len(f.data)-2048)
	i := bytes.LastIndex(f.data[tail:], []byte("startxref"))
	if i < 0 {
		f.fault(len(f.data), "the file ends without startxref: it is cut off")
		return false
	}
	l := f.lexer(tail + i + len("startxref"))
	o, err := l.next(0)
	start, ok := o.(float64)
	if err != nil || !ok || start < 0 || int(start) >= len(f.data) {
		f.fault(tail+i, "startxref names no byte of the file")
		return false
	}
	l.skip()
	if !bytes.Contains(f.data[tail+i:], []byte("%%EOF")) {
		f.fault(tail+i, "no end-of-file mark follows startxref")
	}
	f.Start = int(start)
	seen := map[int]bool{}
	for at := f.Start; at >= 0 && !seen[at]; {
		seen[at] = true
		dict, fine := f.section(at)
		if !fine {
			return false
		}
		for key, value := range dict {
			if _, newer := f.Trailer[key]; !newer {
				f.Trailer[key] = value
			}
		}
		at = -1
		if prev, ok := dict["Prev"].(float64); ok && prev >= 0 && int(prev) < len(f.data) {
			at = int(prev)
		}
	}
	return true
}

func (f *File) lexer(at int) *lexer { return &lexer{data: f.data, pos: at, refs: true} }

// section reads one section of the cross-reference, a table or a stream.
func (f *File) section(at int) (Dict, bool) {
	l := f.lexer(at)
	l.skip()
	if bytes.HasPrefix(f.data[l.pos:], []byte("xref")) {
		l.pos += 4
		return f.table(l)
	}
	_, o, err := f.indirect(at)
	if err != nil {
		f.fault(at, "startxref leads to no cross-reference: %v", err)
		return nil, false
	}
	s, ok := o.(*Stream)
	if !ok || s.Dict["Type"] != Name("XRef") {
		f.fault(at, "startxref leads to no cross-reference")
		return nil, false
	}
	return s.Dict, f.rows(s)
}

// table reads a cross-reference table (7.5.4) and its trailer.
func (f *File) table(l *lexer) (Dict, bool) {
	for {
		l.skip()
		at := l.pos
		o, err := l.next(0)
		if o == operator("trailer") {
			break
		}
		first, ok := o.(float64)
		count, ok2 := l.float()
		if err != nil || !ok || !ok2 || first < 0 || count < 0 || count > maxObjects {
			f.fault(at, "the cross-reference table breaks off")
			return nil, false
		}
		for n := range int(count) {
			l.skip()
			at = l.pos
			offset, ok := l.float()
			_, ok2 := l.float()
			kind, _ := l.next(0)
			if !ok || !ok2 || kind != operator("n") && kind != operator("f") {
				f.fault(at, "row %d of the cross-reference table is none", int(first)+n)
				return nil, false
			}
			r := Ref(int(first) + n)
			if _, newer := f.entries[r]; kind == operator("n") && !newer {
				f.entries[r] = entry{at: int(offset)}
			}
		}
	}
	at := l.pos
	o, err := l.next(0)
	dict, ok := o.(Dict)
	if err != nil || !ok {
		f.fault(at, "the trailer is no dictionary")
		return nil, false
	}
	return dict, true
}

// float reads a number.
func (l *lexer) float() (float64, bool) {
	o, err := l.next(0)
	n, ok := o.(float64)
	return n, ok && err == nil
}

// rows reads a cross-reference stream (7.5.8).
func (f *File) rows(s *Stream) bool {
	data, err := f.Data(s)
	if err != nil {
		f.fault(s.At, "the cross-reference stream: %v", err)
		return false
	}
	var w [3]int
	widths, _ := s.Dict["W"].(Array)
	for i := range w {
		n, ok := at(widths, i).(float64)
		if !ok || n < 0 || n > 8 {
			f.fault(s.At, "the cross-reference stream has no widths")
			return false
		}
		w[i] = int(n)
	}
	index, _ := s.Dict["Index"].(Array)
	if index == nil {
		index = Array{0.0, s.Dict["Size"]}
	}
	for i := 0; i+1 < len(index); i += 2 {
		first, ok := index[i].(float64)
		count, ok2 := index[i+1].(float64)
		if size := w[0] + w[1] + w[2]; !ok || !ok2 || size == 0 || count > maxObjects || int(count)*size > len(data) {
			f.fault(s.At, "the cross-reference stream is shorter than it says")
			return false
		}
		for n := range int(count) {
			var v [3]int
			for k := range v {
				v[k], data = big(data[:w[k]]), data[w[k]:]
			}
			if w[0] == 0 {
				v[0] = 1
			}
			r := Ref(int(first) + n)
			if _, newer := f.entries[r]; newer {
				continue
			}
			switch v[0] {
			case 1:
				f.entries[r] = entry{at: v[1]}
			case 2:
				f.entries[r] = entry{pack: Ref(v[1])}
			}
		}
	}
	return true
}

func at(a Array, i int) Object {
	if i < len(a) {
		return a[i]
	}
	return nil
}

func big(b []byte) int {
	n := 0
	for _, c := range b {
		n = n<<8 | int(c)
	}
	return n
}

// search finds the objects by their heads where the cross-reference does not
// tell. Of two with one number the later counts.
func (f *File) search() {
	f.entries, f.objects = map[Ref]entry{}, map[Ref]Object{}
	var packs []Ref
	for from := 0; len(f.entries) < maxObjects; {
		i := bytes.Index(f.data[from:], []byte(" obj"))
		if i < 0 {
			break
		}
		end := from + i
		from = end + 4
		if head, r, ok := f.headBefore(end); ok {
			f.entries[r] = entry{at: head}
			if bytes.Contains(f.data[end:min(len(f.data), end+200)], []byte("/Type/ObjStm")) {
				packs = append(packs, r)
			}
		}
	}
	for _, p := range packs {
		for r := range f.pack(p) {
			if _, own := f.entries[r]; !own {
				f.entries[r] = entry{pack: p}
			}
		}
	}
	for i := bytes.LastIndex(f.data, []byte("trailer")); i >= 0; i = -1 {
		if d, _ := f.lexer(i + len("trailer")).next(0); d != nil {
			f.Trailer, _ = d.(Dict)
		}
	}
	if f.Trailer == nil || f.Trailer["Root"] == nil {
		f.Trailer = f.findRoot()
	}
}

// headBefore reads "12 0" backwards from the byte behind it.
func (f *File) headBefore(end int) (at int, r Ref, ok bool) {
	i := end
	for range 2 {
		last := i
		for i > 0 && f.data[i-1] >= '0' && f.data[i-1] <= '9' && last-i < 10 {
			i--
		}
		if i == last {
			return 0, 0, false
		}
		n, _ := number(f.data[i:last])
		r, at = Ref(n), i
		if i > 0 && f.data[i-1] == ' ' {
			i--
		}
	}
	return at, r, true
}

func (f *File) findRoot() Dict {
	for _, r := range f.Refs() {
		switch d := f.Dict(r); {
		case d["Type"] == Name("XRef"):
			return d
		case d["Type"] == Name("Catalog"):
			return Dict{"Root": r}
		}
	}
	return Dict{}
}

// Refs gives the numbers of all objects, in order.
func (f *File) Refs() []Ref {
	refs := make([]Ref, 0, len(f.entries))
	for r := range f.entries {
		refs = append(refs, r)
	}
	slices.Sort(refs)
	return refs
}

// Place is the byte where an object stands, or -1 for one that is packed or missing.
func (f *File) Place(r Ref) int {
	if e, ok := f.entries[r]; ok && e.pack == 0 {
		return e.at
	}
	return -1
}
