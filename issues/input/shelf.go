package input

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"path"
	"strings"

	_ "golang.org/x/image/tiff" // scanners write it

	"kanyin/issues/pages/pdf"
	"kanyin/issues/say"
)

const (
	// mostPixels is of one scan: a tabloid page at 600 dpi has 70 million, and a file
	// of a few bytes may claim any number.
	mostPixels = 200_000_000

	// drawnDPI is how fine the page of a scanned PDF is drawn: what a printer asks of
	// a photograph, and what most scans have.
	drawnDPI = 300
)

// A sheet is a page whose scan is looked for.
type sheet struct {
	noted  string // the name of its picture, as the recogniser gave it
	file   string // the recogniser's own, which speaks of the page
	nth    int    // which of that file's pages it is, from 0
	single bool   // it is the only one
}

// names are those that its scan may go by, the likeliest first: the noted one, without
// the folders of the recogniser's own machine, and that of the file, with the page's
// number behind it where there are several, or as one file of all the scans.
func (s sheet) names() []string {
	var names []string
	if noted := path.Base(strings.ReplaceAll(s.noted, `\`, "/")); noted != "." && noted != "/" && noted != path.Base(s.file) {
		names = append(names, noted)
	}
	stem := strings.TrimSuffix(path.Base(s.file), path.Ext(s.file))
	stems := []string{stem}
	for width := 1; width <= 4 && !s.single; width++ {
		for _, between := range []string{"-", "_"} {
			stems = append(stems, fmt.Sprintf("%s%s%0*d", stem, between, width, s.nth+1))
		}
	}
	for _, stem := range stems {
		for _, ending := range []string{".png", ".jpg", ".jpeg", ".tif", ".tiff", ".pdf"} {
			names = append(names, stem+ending)
		}
	}
	return names
}

// A shelf holds the scanned PDFs that are open, by their names. It must be closed.
type shelf map[string]*pdf.Drawer

func (s shelf) close() {
	for _, d := range s {
		d.Close()
	}
}

var errNoScan = say.Errorf("no folder is known that it could lie in")

// scan finds the picture of a page among the files that lie beside its own.
func (s shelf) scan(open func(string) []byte, of sheet) (scan, error) {
	if open == nil {
		return scan{}, errNoScan
	}
	names := of.names()
	for _, name := range names {
		if data := open(name); data != nil {
			return s.decode(name, data, of.nth)
		}
	}
	return scan{}, say.Errorf("%s does not lie beside %s", names[0], path.Base(of.file))
}

// decode gives the picture in a file, or that of the nth page where it has several.
func (s shelf) decode(name string, data []byte, nth int) (scan, error) {
	if bytes.HasPrefix(data, []byte("%PDF-")) {
		img, err := s.drawn(name, data, nth+1)
		if err != nil {
			return scan{}, say.Errorf("%s: %w", name, err)
		}
		return img, nil
	}
	data = tiffOf(data, nth)
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case err != nil:
		return scan{}, say.Errorf("%s is no JPEG, PNG or TIFF (%w)", name, err)
	case config.Width > mostPixels/max(config.Height, 1):
		return scan{}, say.Errorf("%s has %d × %d pixels, more than any page", name, config.Width, config.Height)
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return scan{}, say.Errorf("%s is damaged (%w)", name, err)
	}
	return scan{img, format}, nil
}

// tiffOf gives a TIFF of the nth page of one that has several, and anything else as it
// is. A TIFF's pages are a chain of directories, and the file's head names the first
// of them (TIFF 6.0, section 2): here it names the nth.
func tiffOf(data []byte, nth int) []byte {
	var order binary.ByteOrder
	switch {
	case len(data) < 8:
		return data
	case string(data[:4]) == "II*\x00":
		order = binary.LittleEndian
	case string(data[:4]) == "MM\x00*":
		order = binary.BigEndian
	default:
		return data
	}
	at := uint64(order.Uint32(data[4:]))
	for ; nth > 0; nth-- {
		if at+2 > uint64(len(data)) {
			return data[:8] // it has no such page: a head alone, which is read as damaged
		}
		next := at + 2 + 12*uint64(order.Uint16(data[at:]))
		if next+4 > uint64(len(data)) {
			return data[:8]
		}
		if at = uint64(order.Uint32(data[next:])); at == 0 {
			return data[:8]
		}
	}
	one := bytes.Clone(data)
	order.PutUint32(one[4:], uint32(at))
	return one
}
