package press

import (
	"os"
	"path/filepath"
	"strings"
	"sync"

	"kanyin/issues/input"
	"kanyin/issues/pages/pdf"
	"kanyin/issues/source"
)

// A Facsimile gives the pictures of an input's pages, for who compares them with
// what was read: pages of a PDF are drawn, of a scan the pictures beside it are
// given.
type Facsimile struct {
	in   Input
	file *source.File

	mu     sync.Mutex
	drawer *pdf.Drawer
}

// Facsimile gives the pictures of the pages of an input's file, which was read.
func (in Input) Facsimile(f *source.File) *Facsimile { return &Facsimile{in: in, file: f} }

// Close gives back what drawing needs.
func (x *Facsimile) Close() {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.drawer != nil {
		x.drawer.Close()
		x.drawer = nil
	}
}

// Has reports whether there is a picture of page n, from 1.
func (x *Facsimile) Has(n int) bool {
	if n < 1 || n > len(x.file.Sheets) || x.file.Sheets[n-1].Width == 0 {
		return false
	}
	return x.drawn() || x.scan(n) != ""
}

func (x *Facsimile) drawn() bool { return x.file.Encoding == string(input.PDF) }

// fine is how finely a page is drawn, in dots an inch: small type can be read on a
// screen that shows the page as large as it is.
const fine = 144

// Page gives the picture of page n, a PNG or a JPEG; nil where there is none.
func (x *Facsimile) Page(n int) ([]byte, error) {
	if !x.Has(n) {
		return nil, nil
	}
	if !x.drawn() {
		return os.ReadFile(x.scan(n))
	}
	d, err := x.open()
	if err != nil {
		return nil, err
	}
	return d.Page(n, fine)
}

func (x *Facsimile) open() (*pdf.Drawer, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.drawer != nil {
		return x.drawer, nil
	}
	d, err := pdf.NewDrawer(x.file.Bytes, pdf.Options{Cache: input.Cache()})
	x.drawer = d
	return d, err
}

// scan finds the picture that page n was recognised from: the one that the page
// names, or one beside its file that is called as that is; "" where there is none.
func (x *Facsimile) scan(n int) string {
	name := filepath.Base(filepath.FromSlash(strings.ReplaceAll(x.file.Sheets[n-1].Image, "\\", "/")))
	if x.file.Sheets[n-1].Image == "" && len(x.file.Sheets) == 1 {
		name = filepath.Base(x.in.Name)
	}
	stem := strings.TrimSuffix(name, filepath.Ext(name))
	for _, c := range []string{name, stem + ".png", stem + ".jpg", stem + ".jpeg"} {
		path := filepath.Join(x.in.Folder, c)
		if isPicture(path) {
			return path
		}
	}
	return ""
}

// isPicture reports whether the file begins as a PNG or a JPEG does.
func isPicture(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 8)
	n, _ := f.Read(head)
	return strings.HasPrefix(string(head[:n]), "\xFF\xD8\xFF") || string(head[:n]) == "\x89PNG\r\n\x1a\n"
}
