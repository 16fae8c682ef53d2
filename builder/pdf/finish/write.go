package finish

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"runtime"
	"slices"
	"sync"
)

// A Trailer says how a file is written and where reading it begins.
type Trailer struct {
	Version string // 1.4, 1.7
	Info    Ref
	// Compact packs the objects without streams together (7.5.7), which a
	// structure tree of thousands of small objects gains much by. It needs PDF 1.5.
	Compact bool
}

// effort is zlib's level. The highest gains one part in a hundred over this
// one and takes twice the time.
const effort = 6

// Bytes writes the file.
func (f *File) Bytes(t Trailer) []byte {
	f.compress()
	w := &writer{places: make([]place, len(f.objects)), packer: newPacker()}
	fmt.Fprintf(&w.buf, "%%PDF-%s\n%%\xe2\xe3\xcf\xd3\n", t.Version)
	if t.Compact {
		f.writeCompact(w, t)
	} else {
		f.writeClassic(w, t)
	}
	return w.buf.Bytes()
}

// compress packs all streams that wait for it, each for itself, so that the
// result does not depend on how many processors there are.
func (f *File) compress() {
	var wait sync.WaitGroup
	work := make(chan *object)
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			z := newPacker()
			for o := range work {
				o.stream = pack(z, o.stream)
				o.body = append(o.body, "/Filter/FlateDecode"...)
				o.kind = raw
			}
		})
	}
	for i := range f.objects {
		if f.objects[i].kind == packed {
			work <- &f.objects[i]
		}
	}
	close(work)
	wait.Wait()
}

// Pack compresses data with zlib, as the filter FlateDecode has it.
func Pack(data []byte) []byte { return pack(newPacker(), data) }

func newPacker() *zlib.Writer {
	z, _ := zlib.NewWriterLevel(nil, effort) // the level is one that zlib knows
	return z
}

// pack compresses data with a writer that served others before.
func pack(z *zlib.Writer, data []byte) []byte {
	var buf bytes.Buffer
	z.Reset(&buf)
	z.Write(data) // a bytes.Buffer takes everything
	z.Close()
	return buf.Bytes()
}

// A place is where an object stands in the file (7.5.8.3).
type place struct {
	kind  byte // 0 free, 1 at an offset, 2 in an object stream
	where int  // the offset, or the stream's number
	index int  // in the stream
}

type writer struct {
	buf    bytes.Buffer
	places []place
	packer *zlib.Writer
}

func (w *writer) object(r int, o object) {
	w.places[r] = place{kind: 1, where: w.buf.Len()}
	fmt.Fprintf(&w.buf, "%d 0 obj\n", r)
	if o.kind == raw {
		fmt.Fprintf(&w.buf, "<<%s/Length %d>>\nstream\n", o.body, len(o.stream))
		w.buf.Write(o.stream)
		w.buf.WriteString("\nendstream")
	} else {
		w.buf.Write(o.body)
	}
	w.buf.WriteString("\nendobj\n")
}

// id is a file identifier (14.4) made of all that was written so far.
func (w *writer) id() string {
	sum := sha256.Sum256(w.buf.Bytes())
	return fmt.Sprintf("[<%X><%X>]", sum[:16], sum[:16])
}

func (f *File) writeClassic(w *writer, t Trailer) {
	for r, o := range f.objects {
		if o.kind != free {
			w.object(r, o)
		}
	}
	id, start := w.id(), w.buf.Len()
	fmt.Fprintf(&w.buf, "xref\n0 %d\n", len(f.objects))
	next := f.freeList()
	for r, p := range w.places {
		if p.kind == 0 {
			generation := 0
			if r == 0 {
				generation = 65535
			}
			fmt.Fprintf(&w.buf, "%010d %05d f \n", next[r], generation)
			continue
		}
		fmt.Fprintf(&w.buf, "%010d 00000 n \n", p.where)
	}
	fmt.Fprintf(&w.buf, "trailer\n<</Size %d/Root %s/Info %s/ID%s>>\nstartxref\n%d\n%%%%EOF\n", len(f.objects), Catalog, t.Info, id, start)
}

// freeList links the numbers that no object has (7.5.4).
func (f *File) freeList() map[int]int {
	next, last := map[int]int{}, 0
	for r := len(f.objects) - 1; r >= 0; r-- {
		if f.objects[r].kind == free {
			next[r], last = last, r
		}
	}
	return next
}

// perStream is how many objects share an object stream: enough to compress
// well, few enough that a reader need not unpack all to find one.
const perStream = 200

func (f *File) writeCompact(w *writer, t Trailer) {
	var together []int
	for r, o := range f.objects {
		switch o.kind {
		case raw:
			w.object(r, o)
		case plain:
			together = append(together, r)
		}
	}
	for group := range slices.Chunk(together, perStream) {
		f.writeObjectStream(w, group)
	}
	f.writeXrefStream(w, t)
}

func (f *File) writeObjectStream(w *writer, group []int) {
	var heads, bodies []byte
	number := len(w.places)
	for i, r := range group {
		w.places[r] = place{2, number, i}
		heads = fmt.Appendf(heads, "%d %d ", r, len(bodies))
		bodies = append(append(bodies, f.objects[r].body...), '\n')
	}
	w.places = append(w.places, place{})
	entries := fmt.Sprintf("/Type/ObjStm/N %d/First %d/Filter/FlateDecode", len(group), len(heads))
	w.object(number, object{[]byte(entries), pack(w.packer, append(heads, bodies...)), raw})
}

func (f *File) writeXrefStream(w *writer, t Trailer) {
	number, start := len(w.places), w.buf.Len()
	w.places = append(w.places, place{kind: 1, where: start})
	next := f.freeList()
	var rows []byte
	for r, p := range w.places {
		second := p.where
		if p.kind == 0 {
			second = next[r]
		}
		rows = append(rows, p.kind, byte(second>>24), byte(second>>16), byte(second>>8), byte(second), byte(p.index>>8), byte(p.index))
	}
	entries := fmt.Sprintf("/Type/XRef/Size %d/W[1 4 2]/Root %s/Info %s/ID%s/Filter/FlateDecode", len(w.places), Catalog, t.Info, w.id())
	w.object(number, object{[]byte(entries), pack(w.packer, rows), raw})
	fmt.Fprintf(&w.buf, "startxref\n%d\n%%%%EOF\n", start)
}
