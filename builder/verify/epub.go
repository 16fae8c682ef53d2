package verify

import (
	"archive/zip"
	"bytes"
	"fmt"
	"net/url"
	"path"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/say"
)

// What an e-book may unpack to: forty times a real one.
const (
	maxEntry    = 64 << 20
	maxUnpacked = 256 << 20
	maxEntries  = 20_000
	maxNodes    = 1_000_000
)

// A book is an e-book's container, unpacked.
type book struct {
	zip    *zip.Reader
	data   []byte
	files  map[string][]byte
	order  []string // names as they stand in the container
	broken []fault  // files that do not unpack
	docs   map[string]*document
	opf    string // the package document's path
	pkg    *document
	items  []item // of the manifest
	byID   map[string]item
	issue  *issue.Issue
}

// An item is a row of the manifest.
type item struct {
	id, href, mediaType, properties string
	line                            int
}

func judgeEPUB(data []byte, o Options) (Report, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return Report{}, err
	}
	b := &book{zip: z, data: data, files: map[string][]byte{}, docs: map[string]*document{}, byID: map[string]item{}, issue: o.Issue}
	if err := b.unpack(); err != nil {
		return Report{}, err
	}
	b.findPackage()
	return Report{Kind: "epub", Results: judge(epubRules(), b)}, nil
}

func (b *book) unpack() error {
	if len(b.zip.File) > maxEntries {
		return say.Errorf("it holds %d files", len(b.zip.File))
	}
	total, nodes := int64(0), 0
	for _, f := range b.zip.File {
		b.order = append(b.order, f.Name)
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		if _, twice := b.files[f.Name]; twice {
			b.broken = append(b.broken, faultf(f.Name, "the container holds the file twice"))
		}
		data, err := unzip(f, min(maxEntry, maxUnpacked-total))
		total += int64(len(data))
		if err != nil {
			b.broken = append(b.broken, faultf(f.Name, "it does not unpack: %v", err))
		}
		b.files[f.Name] = data
		switch path.Ext(f.Name) {
		case ".xhtml", ".html", ".opf", ".ncx", ".xml", ".svg":
			if nodes < maxNodes {
				b.docs[f.Name] = parse(data)
				nodes += len(b.docs[f.Name].list)
			}
		}
	}
	return nil
}

func unzip(f *zip.File, limit int64) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return read(r, limit)
}

// findPackage follows META-INF/container.xml to the package document and reads
// its manifest.
func (b *book) findPackage() {
	if c := b.docs["META-INF/container.xml"]; c != nil {
		for _, r := range c.all("rootfile") {
			if b.opf == "" {
				b.opf = r.attr["full-path"]
			}
		}
	}
	b.pkg = b.docs[b.opf]
	if b.pkg == nil {
		b.pkg = &document{}
	}
	for _, i := range b.pkg.all("item") {
		it := item{i.attr["id"], b.resolve(b.opf, i.attr["href"]), i.attr["media-type"], i.attr["properties"], i.line}
		b.items = append(b.items, it)
		b.byID[it.id] = it
	}
}

// resolve gives the file (and fragment) that a link in a file leads to.
func (b *book) resolve(from, link string) string {
	file, fragment, has := strings.Cut(link, "#")
	if plain, err := url.PathUnescape(file); err == nil {
		file = plain
	}
	if file == "" {
		file = from
	} else {
		file = path.Join(path.Dir(from), file)
	}
	if has {
		return file + "#" + fragment
	}
	return file
}

// withProperty gives the first item with a property of the manifest.
func (b *book) withProperty(p string) (item, bool) {
	for _, i := range b.items {
		if strings.Contains(" "+i.properties+" ", " "+p+" ") {
			return i, true
		}
	}
	return item{}, false
}

// spine gives the items in reading order.
func (b *book) spine() []item {
	var out []item
	for _, r := range b.pkg.all("itemref") {
		if i, ok := b.byID[r.attr["idref"]]; ok {
			out = append(out, i)
		}
	}
	return out
}

// line names a line of a file.
func inFile(file string, line int) string { return fmt.Sprintf("%s:%d", file, line) }

// epubRules are the rules for e-books.
func epubRules() []rule[*book] {
	type r = rule[*book]
	return []r{
		{Rule{"epub-zip", say.Of("every file of the container unpacks, once")}, nil, func(b *book) []fault { return append(b.broken[:len(b.broken):len(b.broken)], localHeaders(b)...) }},
		{Rule{"epub-mimetype", say.Of("the media type stands first, stored as it is")}, nil, mimetype},
		{Rule{"epub-container", say.Of("the container names a package document")}, nil, container},
		{Rule{"epub-manifest", say.Of("the manifest lists every file, and no other")}, nil, bookManifest},
		{Rule{"epub-spine", say.Of("the reading order is made of documents, each once")}, nil, spine},
		{Rule{"epub-xhtml", say.Of("documents are well-formed, and say their language and title")}, nil, wellFormed},
		{Rule{"epub-ids", say.Of("an id stands once in a file")}, nil, ids},
		{Rule{"epub-links", say.Of("links inside the book lead somewhere")}, nil, bookLinks},
		{Rule{"epub-nav", say.Of("contents, landmarks and NCX are there and agree")}, nil, nav},
		{Rule{"epub-pages", say.Of("the page list and the page breaks are the same pages")}, nil, pages},
		{Rule{"epub-metadata", say.Of("the package says what the issue is")}, nil, bookMetadata},
		{Rule{"epub-languages", say.Of("every language is named by a tag that is one")}, nil, languages},
		{Rule{"epub-images", say.Of("every picture can be seen")}, nil, images},
		{Rule{"epub-cover", say.Of("the cover can be seen on a shelf, and opens at once")}, nil, cover},
		{Rule{"epub-accessibility", say.Of("accessibility metadata are there and true")}, nil, accessibility},
		{Rule{"epub-text", say.Of("the text is the issue's")}, func(b *book) bool { return b.issue != nil }, bookText},
	}
}
