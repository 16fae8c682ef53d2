package finish

import (
	"bytes"
	"fmt"
	"strconv"

	"kanyin/issues/say"
)

// The objects that gopdf always writes first.
const (
	Catalog   Ref = 1
	PageTree  Ref = 2
	Outlines  Ref = 3 // empty: gopdf's own bookmarks do not nest
	Resources Ref = 4 // shared by all pages
)

var errXref = say.Errorf("gopdf's file has no cross-reference table where it should")

// Read takes gopdf's file apart.
func Read(data []byte) (*File, error) {
	table, start, err := crossReferences(data)
	if err != nil {
		return nil, err
	}
	if len(table) <= int(Resources) {
		return nil, say.Errorf("gopdf's file lacks the objects that it begins with")
	}
	f := &File{objects: make([]object, len(table))}
	for i := 1; i < len(table); i++ {
		end := start
		if i+1 < len(table) {
			end = table[i+1]
		}
		if table[i] > end || end > len(data) {
			return nil, errXref
		}
		if f.objects[i], err = readObject(data[table[i]:end], i); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// crossReferences gives the place of every object and of the table itself.
func crossReferences(data []byte) (table []int, start int, err error) {
	at := bytes.LastIndex(data, []byte("startxref\n"))
	if at < 0 {
		return nil, 0, errXref
	}
	start, ok := number(data[at+len("startxref\n"):])
	if !ok || start > at {
		return nil, 0, errXref
	}
	rest, ok := bytes.CutPrefix(data[start:at], []byte("xref\n0 "))
	size, sized := number(rest)
	if !ok || !sized {
		return nil, 0, errXref
	}
	rest = rest[bytes.IndexByte(rest, '\n')+1:]
	const row = 20 // bytes, 7.5.4
	if size < 1 || size > len(rest)/row {
		return nil, 0, errXref
	}
	table = make([]int, size)
	for i := 1; i < size; i++ {
		if table[i], err = strconv.Atoi(string(rest[row*i : row*i+10])); err != nil {
			return nil, 0, errXref
		}
	}
	return table, start, nil
}

// number reads the figures that b begins with.
func number(b []byte) (n int, ok bool) {
	end := 0
	for end < len(b) && b[end] >= '0' && b[end] <= '9' {
		end++
	}
	n, err := strconv.Atoi(string(b[:end]))
	return n, err == nil
}

func readObject(b []byte, i int) (object, error) {
	b, headed := bytes.CutPrefix(b, fmt.Appendf(nil, "%d 0 obj\n", i))
	b, tailed := bytes.CutSuffix(b, []byte("endobj\n\n"))
	if !headed || !tailed {
		return object{}, say.Errorf("gopdf's object %d has not the shape it should", i)
	}
	dict, stream, ok := bytes.Cut(b, []byte("stream\n"))
	if !ok {
		return object{body: bytes.TrimSpace(b), kind: plain}, nil
	}
	size, ok := valueAfter(dict, "/Length")
	if !ok || size > len(stream) {
		return object{}, say.Errorf("gopdf's object %d has a stream of no length", i)
	}
	return object{body: bytes.TrimSpace(dict), stream: stream[:size], kind: raw}, nil
}

// valueAfter reads the number, or the number of the object, behind a key.
func valueAfter(dict []byte, key string) (int, bool) {
	_, after, ok := bytes.Cut(dict, []byte(key))
	if !ok {
		return 0, false
	}
	return number(bytes.TrimLeft(after, " [\n"))
}

// follow gives the object that an entry of another's dictionary leads to.
func (f *File) follow(r Ref, key string) (Ref, error) {
	n, ok := valueAfter(f.objects[r].body, key)
	if !ok || n < 1 || n >= len(f.objects) {
		return 0, say.Errorf("gopdf's object %d leads nowhere by %s", r, key)
	}
	return Ref(n), nil
}

// A Page is a page that gopdf wrote.
type Page struct {
	Ref     Ref
	Content Ref
}

// Pages lists the pages in their order.
func (f *File) Pages() ([]Page, error) {
	_, kids, _ := bytes.Cut(f.objects[PageTree].body, []byte("/Kids ["))
	kids, _, _ = bytes.Cut(kids, []byte("]"))
	var pages []Page
	fields := bytes.Fields(kids)
	for i := 0; i+2 < len(fields); i += 3 {
		n, ok := number(fields[i])
		if !ok || n >= len(f.objects) {
			return nil, say.Errorf("gopdf's page tree is not flat")
		}
		content, err := f.follow(Ref(n), "/Contents")
		if err != nil {
			return nil, err
		}
		pages = append(pages, Page{Ref(n), content})
	}
	return pages, nil
}

// Content gives the operators of a page, without what gopdf puts around a
// rectangle: they were handed to it as the way to paint one of no size.
func (f *File) Content(p Page) ([]byte, error) {
	_, ops, head := bytes.Cut(f.objects[p.Content].stream, []byte(ContentHead))
	ops, tail := bytes.CutSuffix(ops, []byte(ContentTail+"\nQ\n"))
	if !head || !tail {
		return nil, say.Errorf("the content of gopdf's page %d is not what was drawn", p.Ref)
	}
	return ops, nil
}

// ContentHead and ContentTail stand before and after a page's operators in the
// paint style that is handed to gopdf: they close the rectangle's own path and
// state, and open a state for gopdf to close.
const (
	ContentHead = "n Q\n"
	ContentTail = "\nq"
)
