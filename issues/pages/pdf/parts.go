package pdf

import (
	"kanyin/issues/pages"
	"kanyin/issues/say"
)

const (
	manyPages = 16       // fewer are read before another instance has started
	largeFile = 64 << 20 // bytes: each instance holds the file, and a larger one is held once
)

// halves parts the pages among instances. It looks at the document alone, so
// that every machine reads it the same way.
func halves(numbers []int, size int) [][]int {
	if len(numbers) < manyPages || size > largeFile {
		return [][]int{numbers}
	}
	half := (len(numbers) + 1) / 2
	return [][]int{numbers[:half], numbers[half:]}
}

// A part is some of a document's pages as one instance read them.
type part struct {
	pages    []pages.Page
	notes    []pages.Note
	elements int // structure elements that were numbered
	err      error
}

// readParts reads the parts side by side, the first from the open file, and puts
// them together.
func (e *engine) readParts(data []byte, f *file, numbers [][]int, alive chan<- struct{}) (*pages.Document, error) {
	done := make([]chan part, len(numbers))
	for i, n := range numbers {
		done[i] = make(chan part, 1)
		go func() {
			in := f
			if i > 0 {
				var err error
				if in, err = e.open(data); err != nil {
					done[i] <- part{err: err}
					return
				}
			}
			done[i] <- e.readPart(data, in, n, mostBytes/len(numbers), alive)
		}()
	}
	doc, elements := new(pages.Document), 0
	var err error
	for i := range done {
		p := <-done[i] // all of them, so that none is left at work
		if p.err != nil {
			err = p.err
		}
		for k := range p.pages {
			renumber(&p.pages[k], elements)
		}
		doc.Pages, doc.Notes = append(doc.Pages, p.pages...), append(doc.Notes, p.notes...)
		elements += p.elements
	}
	if err != nil {
		return nil, err
	}
	return doc, nil
}

// readPart reads pages with one instance after another: PDFium keeps a handle of
// all that it was asked for, so an instance is exchanged after some pages, and
// after one that broke it.
func (e *engine) readPart(data []byte, f *file, numbers []int, bytes int, alive chan<- struct{}) part {
	var out part
	f.most = bytes
	for _, n := range numbers {
		select {
		case alive <- struct{}{}:
		default:
		}
		if f.worn() {
			f.close()
			fresh, err := e.open(data)
			if err != nil {
				return part{err: err}
			}
			fresh.elements, fresh.taken, fresh.most = f.elements, f.taken, f.most
			f = fresh
		}
		p, notes, err := f.page(n)
		if err != nil {
			f.broken = true
			out.notes = append(out.notes, pages.Note{Code: "page-unreadable", Page: n, Text: say.Of("page %d cannot be read: %v", n, err)})
			continue
		}
		out.pages, out.notes = append(out.pages, p), append(out.notes, notes...)
	}
	out.elements = f.elements
	f.close()
	return out
}

// renumber counts the page's structure elements on after those of the part before.
func renumber(p *pages.Page, by int) {
	for i := range p.Runs {
		if r := &p.Runs[i]; r.Element > 0 {
			r.Element += by
		}
	}
	for i := range p.Pictures {
		if r := &p.Pictures[i]; r.Element > 0 {
			r.Element += by
		}
	}
}
