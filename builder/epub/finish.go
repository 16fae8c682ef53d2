package epub

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"sort"
	"strings"

	"kanyin/issues/say"
	"kanyin/issues/script"
)

const (
	packageDir  = "EPUB/"
	packageFile = packageDir + "package.opf"
	navFile     = packageDir + "nav.xhtml"
	ncxFile     = packageDir + "toc.ncx"
)

// appleOptions tells Apple Books to use the embedded fonts.
const appleOptions = `<?xml version="1.0" encoding="UTF-8"?>
<display_options><platform name="*"><option name="specified-fonts">true</option></platform></display_options>
`

// finish rewrites the container that go-epub made: its package document, its
// navigation and its NCX are too poor, its dates and order differ from run to
// run, and it only logs what it could not write. Hence everything is looked at.
func finish(w io.Writer, bk *book, raw []byte) error {
	files, err := unzip(raw)
	if err != nil {
		return err
	}
	for _, d := range bk.documents {
		name := packageDir + documentsDir + d.name
		if !bytes.Contains(files[name], []byte(held)) {
			return say.Errorf("%s: go-epub has not written the document", name)
		}
		files[name] = bk.dress(d)
	}
	for _, r := range bk.resources {
		files[packageDir+r.path] = r.data
	}
	if bk.specified {
		files["META-INF/com.apple.ibooks.display-options.xml"] = []byte(appleOptions)
	}
	if err := bk.navigation(files); err != nil {
		return err
	}
	if err := check(files); err != nil {
		return err
	}
	return writeZip(w, files, bk.meta.Modified)
}

func unzip(raw []byte) (map[string][]byte, error) {
	r, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, f := range r.File {
		rc, err := f.Open()
		if err != nil {
			return nil, err
		}
		data, err := io.ReadAll(rc)
		if err = errors.Join(err, rc.Close()); err != nil {
			return nil, say.Errorf("%s: %w", f.Name, err)
		}
		files[f.Name] = data
	}
	return files, nil
}

// dress makes a document that names its language and its part of the book.
func (bk *book) dress(d document) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="%s" xml:lang="%[1]s"%[6]s>
<head><title%[7]s>%[2]s</title><link rel="stylesheet" href="../css/%[3]s"/></head>
<body epub:type="%[4]s">
%[5]s
</body>
</html>
`, escape(bk.meta.Language), escape(d.title), styleName, d.typ, strings.TrimSpace(d.body), otherWay(bk.direction), inWhich(script.Of(d.title, bk.direction), bk.direction))
	return b.Bytes()
}

// check reads every XML file back: well-formed, ids unique, and every link
// inside the book leading somewhere.
func check(files map[string][]byte) error {
	ids, links := map[string]bool{}, map[string]string{}
	for _, name := range sorted(files) {
		if !slices.Contains([]string{".xhtml", ".opf", ".ncx", ".xml"}, path.Ext(name)) {
			continue
		}
		ids[name] = true
		if err := scan(name, files[name], ids, links); err != nil {
			return say.Errorf("%s: %w", name, err)
		}
	}
	for _, target := range sorted(links) {
		file, _, _ := strings.Cut(target, "#")
		if _, there := files[file]; !there || strings.Contains(target, "#") && !ids[target] {
			return say.Errorf("%s: a link leads to %s, which is not there", links[target], target)
		}
	}
	return nil
}

// scan gathers the ids and the links of one file, as file#id.
func scan(name string, data []byte, ids map[string]bool, links map[string]string) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.RawToken()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		for _, a := range start.Attr {
			switch a.Name.Local {
			case "id":
				if ids[name+"#"+a.Value] {
					return say.Errorf("the id %s stands twice", a.Value)
				}
				ids[name+"#"+a.Value] = true
			case "href", "src":
				if !strings.Contains(a.Value, ":") {
					links[resolve(name, a.Value)] = name
				}
			}
		}
	}
}

// resolve gives the file and fragment that a link in file from leads to.
func resolve(from, link string) string {
	if strings.HasPrefix(link, "#") {
		return from + link
	}
	return path.Join(path.Dir(from), link)
}

func sorted[T any](m map[string]T) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
