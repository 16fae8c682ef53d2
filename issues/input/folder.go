package input

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"kanyin/issues/manuscript"
	"kanyin/issues/say"
	"kanyin/issues/source"
)

// folder is what the lines of a folder's files go by: they are no lines of the
// zip that it is kept as.
const folder Kind = "folder"

// A part is a file of a folder or a zip.
type part struct {
	name string // a path below the folder
	data []byte
	kind Kind
}

// File reads the file at a path, which errors name.
func (o Options) File(path string) (name string, f *source.File, err error) {
	r, err := os.Open(path)
	if err != nil {
		return "", nil, err
	}
	defer r.Close()
	if info, err := r.Stat(); err == nil && info.Mode().IsRegular() && info.Size() > o.maxSize() {
		return "", nil, say.Errorf("%s: %w", path, o.tooLarge()) // not a byte of it need be read
	}
	data, err := o.readAll(r)
	if err == nil {
		o.near = beside(filepath.Dir(path), o.maxSize())
		f, err = o.one(filepath.Base(path), data)
	}
	if err != nil {
		return "", nil, say.Errorf("%s: %w", path, err)
	}
	return path, f, nil
}

// one reads a file. Where it refers to pictures beside it, what is kept is a zip
// of all.
func (o Options) one(name string, data []byte) (*source.File, error) {
	f, err := o.file(name, data)
	if err != nil || o.near == nil || len(o.near.used) == 0 {
		return f, err
	}
	f.Keep(name+".zip", pack(append([]part{{name: name, data: data}}, o.near.used...)))
	return f, nil
}

// Folder reads the issue that a folder holds: its one text, PDF or manuscript;
// the pages of an OCR program, a file each; or manuscripts and texts, an article
// each. Files come in the natural order of their names. What else lies there,
// pictures and settings and editions that were made before, is passed over. The
// name is that of the folder, or of the one file in it that was read.
func (o Options) Folder(dir string) (name string, f *source.File, err error) {
	parts, err := o.partsIn(dir)
	if err != nil {
		return "", nil, err
	}
	o.near = beside(dir, o.maxSize())
	if len(parts) == 1 {
		name = filepath.Join(dir, parts[0].name)
		if f, err = o.one(parts[0].name, parts[0].data); err != nil {
			return "", nil, say.Errorf("%s: %w", name, err)
		}
		return name, f, nil
	}
	// "." has a name, too, and the archive's file goes by it.
	full := dir
	if abs, err := filepath.Abs(dir); err == nil {
		full = abs
	}
	if f, err = o.together(parts); err != nil {
		return "", nil, say.Errorf("%s: %w", dir, err)
	}
	f.Keep(filepath.Base(full)+".zip", pack(append(parts, o.near.used...)))
	return dir, f, nil
}

// partsIn gives the files of a folder that can be read.
func (o Options) partsIn(dir string) ([]part, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	left := o.maxSize()
	var parts []part
	for _, e := range entries {
		if !e.Type().IsRegular() || passedOver(e.Name()) {
			continue
		}
		path := filepath.Join(dir, e.Name())
		file, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		data, err := Options{MaxSize: left}.readAll(file)
		file.Close()
		if err != nil {
			if int64(len(data)) > left || errors.Is(err, errTooLarge) {
				err = o.tooLarge()
			}
			return nil, say.Errorf("%s: %w", path, err)
		}
		left = max(1, left-int64(len(data)))
		parts = add(parts, e.Name(), data)
	}
	slices.SortFunc(parts, func(a, b part) int { return natural(a.name, b.name) })
	return parts, nil
}

// passedOver tells files that no issue is read from: hidden ones, pictures,
// which the settings may name, and editions with their papers, which "kanyin
// build" may have left in the same folder. A picture is told by its name: an empty
// one, or a drawing, would be taken for a text.
func passedOver(name string) bool {
	if strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") { // ~$ is Word's mark of an open file
		return true
	}
	for _, end := range []string{".toml", ".epub", ".screen.pdf", ".print.pdf", ".booklet.pdf", ".archive.zip", ".archive.tar", ".ticket.txt", ".ticket.json", ".proof.html",
		".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".webp", ".svg", ".bmp", ".avif", ".heic"} {
		if strings.HasSuffix(strings.ToLower(name), end) {
			return true
		}
	}
	return false
}

// endings are those of the files that an issue comes as.
var endings = []string{".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".odt", ".pdf", ".hocr", ".xml", ".zip"}

// Readable reports whether a file's name says that an issue may come as it.
func Readable(name string) bool {
	return !passedOver(name) && slices.Contains(endings, strings.ToLower(filepath.Ext(name)))
}

// add adds a file if it is of a kind that an issue can come as.
func add(parts []part, name string, data []byte) []part {
	kind := kindOf(data)
	if kind == Text {
		text, _, err := source.Decode(data)
		if err != nil {
			return parts // a picture, a font: told by no head of ours
		}
		kind = textKind(name, text)
	}
	if kind == Zip || kind == XML || kind == EPUB {
		return parts
	}
	return append(parts, part{name, data, kind})
}

// pack puts the files of a folder into one, stored as they are and without
// dates: the same files give the same bytes, and an archive that holds it can
// be read again.
func pack(parts []part) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: filepath.ToSlash(p.name), Method: zip.Store})
		if err == nil {
			_, err = w.Write(p.data)
		}
		if err != nil {
			panic(err) // a buffer takes everything
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// zipped reads a zip as the folder that it was.
func (o Options) zipped(name string, data []byte) (*source.File, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, say.Errorf("it is a damaged zip (%w)", err)
	}
	left := o.maxSize()
	var parts []part
	all := map[string][]byte{}
	for _, f := range z.File {
		if f.FileInfo().IsDir() {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, say.Errorf("%s: %w", f.Name, err)
		}
		unpacked, err := io.ReadAll(io.LimitReader(r, left+1))
		r.Close()
		if err != nil {
			return nil, say.Errorf("%s: %w", f.Name, err)
		}
		if left -= int64(len(unpacked)); left < 0 {
			return nil, o.tooLarge()
		}
		all[f.Name] = unpacked // a manuscript may show a picture that lies there
		if !passedOver(filepath.Base(f.Name)) {
			parts = add(parts, f.Name, unpacked)
		}
	}
	if len(parts) == 0 {
		return nil, refusal(Zip)
	}
	slices.SortStableFunc(parts, func(a, b part) int { return natural(a.name, b.name) })
	o.near = &nearby{open: func(name string) []byte { return all[name] }}
	f, err := o.together(parts)
	if err == nil {
		f.Keep(name, data)
	}
	return f, err
}

// together makes one file of several. All are pages, or each is an article.
func (o Options) together(parts []part) (*source.File, error) {
	if len(parts) == 0 {
		return nil, say.Errorf("the folder holds no issue; put its text there, or its PDF, its manuscripts or the files of an OCR program")
	}
	if one, other, ok := mixed(parts); ok {
		return nil, say.Errorf("the folder holds %d files that can be read, and not of one kind: %s is %s, %s is %s; name one in issue.toml: text = %q",
			len(parts), one.name, say.Word(one.kind), other.name, say.Word(other.kind), one.name)
	}
	if p, line, ok := whole(parts); ok {
		return nil, say.Errorf("the folder holds %d texts (%s, %s, …), and %s is a whole issue: it has contents on line %d; name one in issue.toml: text = %q",
			len(parts), parts[0].name, parts[1].name, p.name, line, p.name)
	}
	if _, ok := formats[parts[0].kind]; ok {
		return o.sheets(parts)
	}
	out := &source.File{Encoding: string(folder)}
	for i, p := range parts {
		f, err := o.file(p.name, p.data)
		if err != nil {
			return nil, say.Errorf("%s: %w", p.name, err)
		}
		if p.kind == Text { // an article, whose lines are to be told like those of the others
			troubles := f.Troubles
			f = manuscript.OfText(f.Lines).File(p.name, f.Encoding, p.data)
			f.Troubles = append(f.Troubles, troubles...)
		}
		for k := range f.Pictures { // names of one article may be those of another
			f.Pictures[k].Name = fmt.Sprintf("%02d-%s", i+1, f.Pictures[k].Name)
		}
		out.Append(f)
	}
	return out, nil
}

// contentsHead heads the contents of an issue, spaces left out.
var contentsHead = regexp.MustCompile(`(?i)^(本期)?(目录|目錄|要目|目次)(contents)?$|^contents$`)

// whole finds a text that is an issue and no article: it has contents. Several
// dumps of one issue lie in one folder often enough, and must not be published
// one behind the other.
func whole(parts []part) (p part, line int, ok bool) {
	if len(parts) < 2 {
		return part{}, 0, false
	}
	for _, p := range parts {
		if p.kind != Text {
			continue
		}
		text, _, _ := source.Decode(p.data)
		for i, l := range source.Of(p.name, text, "", nil).Lines {
			if contentsHead.MatchString(strings.Join(strings.Fields(l), "")) {
				return p, i + 1, true
			}
		}
	}
	return part{}, 0, false
}

// mixed finds two files that do not make one issue together.
func mixed(parts []part) (one, other part, ok bool) {
	for _, p := range parts[1:] {
		if group(p.kind) != group(parts[0].kind) || group(p.kind) == "" {
			return parts[0], p, true
		}
	}
	return part{}, part{}, false
}

// group tells which kinds stand together: those of manuscripts do, whatever
// each was written with; pages are of one program. Two PDFs are two issues.
func group(k Kind) string {
	switch k {
	case Text, Markdown, HTML, DOCX, ODT:
		return "manuscripts"
	case HOCR, ALTO, ABBYY, BBox, SText:
		return string(k)
	}
	return ""
}
