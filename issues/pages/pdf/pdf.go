// Package pdf reads the pages of PDF files: their runs of text with places and
// faces, rules and grounds, pictures, and what their structure trees say.
//
// PDFium does the reading, as a WebAssembly module in a sandbox of its own: it
// sees no file of the machine, so the same PDF gives the same pages everywhere,
// and a hostile one can harm nothing but its own reading. Faces that a PDF names
// and does not bring are found among those of package fonts and nowhere else.
package pdf

import (
	"time"

	"kanyin/issues/pages"
	"kanyin/issues/say"
)

// Options say how to read. The zero value reads all pages and keeps no cache.
type Options struct {
	// Cache is a folder for the compiled module: 20 MB that save two seconds on
	// every run but the first. Where it cannot be used, reading goes on without.
	Cache string

	Pages Ranges // the sheets to read; none means all
	Skip  []int  // sheets to leave out of them

	// Interpreted runs the module without compiling it, as machines do for
	// which there is no compiler: slower by far, the same pages.
	Interpreted bool
}

// What one issue may come to. A dictionary in a thousand volumes is no issue,
// and a file made to fill the memory stops here.
const (
	mostPages    = 2000
	mostPageText = 200_000 // characters; a newspaper's page has 15,000
	stall        = 60 * time.Second
)

// Reasons for which nothing of a file can be read; errors wrap them.
var (
	ErrLocked  = say.Errorf("the PDF is locked with a password; save a copy without one, as with \"qpdf --decrypt --password=… in.pdf out.pdf\"")
	ErrDamaged = say.Errorf("the PDF is damaged or cut off; fetch it again, or have \"qpdf in.pdf out.pdf\" mend it")
	ErrNoText  = say.Errorf("recognise them first: \"pdftoppm -r 300 -png in.pdf page\", then \"tesseract page-01.png page-01 -l chi_sim hocr\" for each, and give the folder of .hocr files")
	ErrStalled = say.Errorf("no page of the PDF came within %v; have \"qpdf in.pdf out.pdf\" or \"gs -sDEVICE=pdfwrite -o out.pdf in.pdf\" write it anew", stall)
	ErrEngine  = say.Errorf("the PDF reader cannot start")
)

// Read reads the document. A page that cannot be read, and text that no face shows, are notes of the document, since the rest
// can be published; a document without any text is an error that wraps
// [ErrNoText].
func Read(data []byte, o Options) (*pages.Document, error) {
	type result struct {
		doc *pages.Document
		err error
	}
	done, alive := make(chan result, 1), make(chan struct{}, 1)
	go func() {
		doc, err := read(data, o, alive)
		done <- result{doc, err}
	}()
	// A module that hangs cannot be stopped without slowing all others down
	// six times, so it is left behind: the program ends soon after.
	for {
		select {
		case r := <-done:
			return r.doc, r.err
		case <-alive:
		case <-time.After(stall):
			return nil, ErrStalled
		}
	}
}

// read reads the document's pages, with two instances of the module where it has many.
func read(data []byte, o Options, alive chan<- struct{}) (*pages.Document, error) {
	rt, err := start(o)
	if err != nil {
		return nil, err
	}
	defer rt.close()
	f, err := rt.open(data)
	if err != nil {
		return nil, err
	}
	numbers, err := o.Pages.of(f.count, o.Skip)
	if err == nil && len(numbers) > mostPages {
		err = say.Errorf("the PDF has %d pages, and an issue at most %d; say which to read with \"pages\" under [input] in issue.toml", len(numbers), mostPages)
	}
	if err != nil {
		f.close()
		return nil, err
	}
	doc, err := rt.readParts(data, f, halves(numbers, len(data)), alive)
	if err != nil {
		return nil, err
	}
	choosePictures(doc)
	if err := judge(doc); err != nil {
		return nil, err
	}
	return doc, nil
}

// judge refuses a document that gave nothing to read.
func judge(doc *pages.Document) error {
	if len(doc.Pages) == 0 {
		return ErrDamaged
	}
	pictures := 0
	for _, p := range doc.Pages {
		if len(p.Runs) > 0 {
			return nil
		}
		if len(p.Pictures) > 0 {
			pictures++
		}
	}
	for _, n := range doc.Notes {
		if n.Code == "text-missing" {
			return say.Errorf("none of the PDF's text can be read: it names faces that it does not bring; save it again with its fonts embedded")
		}
	}
	if pictures > 0 {
		return say.Errorf("no text on the PDF's pages, which are %s; %w", say.Count(len(doc.Pages), "1 scan", "%d scans"), ErrNoText)
	}
	return say.Errorf("no text on the PDF's %s; %w", say.Count(len(doc.Pages), "1 page", "%d pages"), ErrNoText)
}
