package verify

import (
	"archive/zip"
	"strings"
)

const epubType = "application/epub+zip"

// mimetype judges the container's first bytes (OCF 3.3, 4.3.3): a reader tells an
// e-book by them without unpacking it.
func mimetype(b *book) []fault {
	const (
		name   = "mimetype"
		header = 30 // bytes of a local file header before the name (APPNOTE, 4.3.7)
	)
	if len(b.order) == 0 || b.order[0] != name {
		return []fault{faultf(name, "it is not the first file of the container")}
	}
	f := b.zip.File[0]
	switch at, err := f.DataOffset(); {
	case f.Method != zip.Store:
		return []fault{faultf(name, "it is compressed")}
	case string(b.files[name]) != epubType:
		return []fault{faultf(name, "it says %.40q", b.files[name])}
	case err != nil || at != int64(header+len(name)):
		return []fault{faultf(name, "an extra field stands before its content")}
	}
	return nil
}

func container(b *book) []fault {
	const name = "META-INF/container.xml"
	c := b.docs[name]
	switch {
	case c == nil:
		return []fault{faultf(name, "it is missing")}
	case c.err != nil:
		return []fault{faultf(inFile(name, c.line), "%v", c.err)}
	case b.opf == "":
		return []fault{faultf(name, "it names no package document")}
	case b.docs[b.opf] == nil:
		return []fault{faultf(name, "the package document %s is not there", b.opf)}
	}
	return nil
}

// bookManifest holds the manifest against the container, both ways.
func bookManifest(b *book) []fault {
	var out []fault
	listed := map[string]bool{b.opf: true}
	seen := map[string]bool{}
	for _, i := range b.items {
		place := inFile(b.opf, i.line)
		switch {
		case i.id == "" || seen[i.id]:
			out = append(out, faultf(place, "the id %q is not an item's own", i.id))
		case listed[i.href]:
			out = append(out, faultf(place, "%s is listed twice", i.href))
		case b.files[i.href] == nil && !strings.Contains(i.href, "://"):
			out = append(out, faultf(place, "%s is not in the container", i.href))
		case i.mediaType == "":
			out = append(out, faultf(place, "%s has no media type", i.href))
		}
		seen[i.id], listed[i.href] = true, true
	}
	for _, name := range b.order {
		if name != "mimetype" && !strings.HasPrefix(name, "META-INF/") && !strings.HasSuffix(name, "/") && !listed[name] {
			out = append(out, faultf(name, "the manifest does not list it"))
		}
	}
	return out
}

func spine(b *book) []fault {
	var out []fault
	seen := map[string]bool{}
	refs := b.pkg.all("itemref")
	for _, r := range refs {
		id, place := r.attr["idref"], inFile(b.opf, r.line)
		i, ok := b.byID[id]
		switch {
		case !ok:
			out = append(out, faultf(place, "the manifest has no item %q", id))
		case seen[id]:
			out = append(out, faultf(place, "%s is read twice", i.href))
		case i.mediaType != xhtmlType:
			out = append(out, faultf(place, "%s is no document but %s", i.href, i.mediaType))
		}
		seen[id] = true
	}
	for _, i := range b.items {
		if nav := strings.Contains(i.properties, "nav"); i.mediaType == xhtmlType && !nav && !seen[i.id] {
			out = append(out, faultf(inFile(b.opf, i.line), "the reading order does not have %s", i.href))
		}
	}
	if len(refs) == 0 {
		out = append(out, faultf(b.opf, "there is no reading order"))
	}
	return out
}
