package verify

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"kanyin/issues/say"
)

// A bag is an archive package, read whole.
type bag struct {
	files   map[string][]byte
	paths   []string // sorted
	broken  []fault
	payload map[string]string // the manifest: checksum by path
	tags    map[string]string // the tag manifest
	options Options
}

// maxBag bounds what a bag may hold in memory; a real one has some megabytes.
const maxBag = 1 << 30

func newBag() *bag { return &bag{files: map[string][]byte{}} }

// add takes in a file. A path that leads out of the bag is a fault and not read.
func (b *bag) add(name string, data []byte, err error) {
	switch _, twice := b.files[name]; {
	case !filepath.IsLocal(name) || strings.Contains(name, "\\"):
		b.broken = append(b.broken, faultf(name, "the path leads out of the bag"))
		return
	case twice:
		b.broken = append(b.broken, faultf(name, "the file stands twice in the package"))
	case err != nil:
		b.broken = append(b.broken, faultf(name, "it cannot be read: %v", err))
	}
	b.files[name] = data
}

// openFolder reads a bag that is a folder. Links are not followed.
func openFolder(dir string) (*bag, error) {
	b := newBag()
	left := int64(maxBag)
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(dir, p)
		if err != nil {
			return err
		}
		name := filepath.ToSlash(rel)
		if !d.Type().IsRegular() {
			b.broken = append(b.broken, faultf(name, "it is no plain file"))
			return nil
		}
		f, err := os.Open(p)
		if err != nil {
			b.add(name, nil, err)
			return nil
		}
		defer f.Close()
		data, err := read(f, left)
		left -= int64(len(data))
		b.add(name, data, err)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return b.opened()
}

func openZip(data []byte) (*bag, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	b := newBag()
	left := int64(maxBag)
	if len(z.File) > maxEntries {
		return nil, say.Errorf("it holds %d files", len(z.File))
	}
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		content, err := unzip(f, left)
		left -= int64(len(content))
		b.add(f.Name, content, err)
	}
	return b.opened()
}

func openTar(data []byte) (*bag, error) {
	b := newBag()
	t := tar.NewReader(bytes.NewReader(data))
	left := int64(maxBag)
	for n := 0; ; n++ {
		h, err := t.Next()
		if err == io.EOF {
			return b.opened()
		}
		if err == nil && n > maxEntries {
			err = say.Errorf("it holds more than %d files", maxEntries)
		}
		if err != nil {
			if len(b.files) == 0 {
				return nil, say.Errorf("it is no tar file: %w", err)
			}
			b.broken = append(b.broken, faultf("", "the tar file is read to here only: %v", err))
			return b.opened()
		}
		switch h.Typeflag {
		case tar.TypeReg:
			content, err := read(t, left)
			left -= int64(len(content))
			b.add(h.Name, content, err)
		case tar.TypeDir, tar.TypeXGlobalHeader:
		default:
			b.broken = append(b.broken, faultf(h.Name, "it is no plain file"))
		}
	}
}

// opened finds the bag's folder, where the package has one around it.
func (b *bag) opened() (*bag, error) {
	if b.files["bagit.txt"] == nil {
		for name := range b.files {
			if path.Base(name) == "bagit.txt" && strings.Count(name, "/") == 1 {
				b.strip(path.Dir(name) + "/")
				break
			}
		}
	}
	for name := range b.files {
		b.paths = append(b.paths, name)
	}
	if len(b.paths) == 0 {
		return nil, errKind
	}
	slices.Sort(b.paths)
	return b, nil
}

func (b *bag) strip(prefix string) {
	inner := map[string][]byte{}
	for name, data := range b.files {
		if rest, ok := strings.CutPrefix(name, prefix); ok {
			inner[rest] = data
		} else {
			b.broken = append(b.broken, faultf(name, "it lies beside the bag %s", prefix))
		}
	}
	slices.SortFunc(b.broken, func(x, y fault) int { return strings.Compare(x.place.String(), y.place.String()) })
	b.files = inner
}

func judgeBag(b *bag, o Options) Report {
	b.options = o
	results := judge(bagRules(), b)
	if maker := b.stranger(); maker != "" {
		results = append(results, Result{Code: rebuildRule.Code, Title: rebuildRule.Title, Skipped: true,
			Text: say.Of("kanyin %s made the bag, and this is %s: the editions were not built again, since another version need not give the same bytes", maker, o.Version)})
	}
	return Report{Kind: "archive", Results: results}
}

var rebuildRule = Rule{"bag-rebuild", say.Of("the source gives the same editions again, byte for byte")}

// bagRules are the rules for bags.
func bagRules() []rule[*bag] {
	type r = rule[*bag]
	return []r{
		{Rule{"bag-files", say.Of("every file can be read and lies inside the bag")}, nil, func(b *bag) []fault { return b.broken }},
		{Rule{"bag-declaration", say.Of("bagit.txt declares BagIt 1.0 in UTF-8")}, nil, declaration},
		{Rule{"bag-manifest", say.Of("the payload has the checksums of its manifest")}, nil, payloadManifest},
		{Rule{"bag-tagmanifest", say.Of("the bag's papers have the checksums of the tag manifest")}, nil, tagManifest},
		{Rule{"bag-complete", say.Of("every file stands in a manifest")}, nil, complete},
		{Rule{"bag-oxum", say.Of("bag-info.txt gives the payload's size and number")}, nil, oxum},
		{Rule{"bag-metadata", say.Of("METS, PREMIS and the JSON files can be read; METS names every file")}, nil, papers},
		{Rule{"bag-source", say.Of("the source is the one that was bagged")}, nil, source},
		{Rule{"bag-ledger", say.Of("the ledger has every line of the source, once")}, nil, ledger},
		{Rule{"bag-editions", say.Of("the editions in the bag keep their own rules")}, nil, editions},
		{rebuildRule, func(b *bag) bool { return b.options.Rebuild != nil && b.stranger() == "" }, rebuild},
	}
}
