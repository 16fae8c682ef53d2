package epub

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"slices"
	"strings"

	"kanyin/issues/say"
)

// Cover gives the cover picture of a finished e-book, as a file that stands
// beside the book: its bytes and its media type.
func Cover(book []byte) (picture []byte, mediaType string, err error) {
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		return nil, "", say.Errorf("cover: %w", err)
	}
	opf := slices.IndexFunc(z.File, func(f *zip.File) bool { return path.Ext(f.Name) == ".opf" })
	if opf < 0 {
		return nil, "", say.Errorf("cover: the e-book has no package document")
	}
	data, err := inflate(z.File[opf])
	if err != nil {
		return nil, "", say.Errorf("cover: %w", err)
	}
	var pkg struct {
		Items []struct {
			Href       string `xml:"href,attr"`
			Type       string `xml:"media-type,attr"`
			Properties string `xml:"properties,attr"`
		} `xml:"manifest>item"`
	}
	if err := xml.Unmarshal(data, &pkg); err != nil {
		return nil, "", say.Errorf("cover: %w", err)
	}
	for _, item := range pkg.Items {
		if !slices.Contains(strings.Fields(item.Properties), "cover-image") {
			continue
		}
		f, err := z.Open(path.Join(path.Dir(z.File[opf].Name), item.Href))
		if err != nil {
			return nil, "", say.Errorf("cover: %w", err)
		}
		defer f.Close()
		picture, err = io.ReadAll(f)
		return picture, item.Type, err
	}
	return nil, "", say.Errorf("cover: the e-book has none")
}

func inflate(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}
