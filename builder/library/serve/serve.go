// Package serve shows a library over HTTP to the readers of a house: the static
// files as they are, with ranges, validators and compression, and what static
// files cannot do, search for reading apps.
//
// It only ever reads. Names are resolved by [os.Root], which does not let a
// path or a link lead out of the library; hidden files are not there for it.
package serve

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path"
	"strings"
	"sync"
	"time"

	"github.com/klauspost/compress/gzhttp"

	"kanyin/issues/say"
)

// types are the media types by ending: a system's own table differs from
// machine to machine.
var types = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".json": "application/json", ".xml": "application/xml; charset=utf-8", ".atom": "application/atom+xml; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".txt": "text/plain; charset=utf-8",
	".png": "image/png", ".jpeg": "image/jpeg", ".jpg": "image/jpeg", ".svg": "image/svg+xml",
	".epub": "application/epub+zip", ".pdf": "application/pdf", ".zip": "application/zip", ".tar": "application/x-tar",
}

// packed are files that compression makes no smaller; they are sent as they
// are, in ranges where the reader asks for some.
var packed = map[string]bool{".png": true, ".jpeg": true, ".jpg": true, ".epub": true, ".pdf": true, ".zip": true, ".tar": true}

// policy allows pages their own files and nothing else.
const policy = "default-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'; object-src 'none'"

// A library answers requests for the files below a folder.
type library struct {
	root *os.Root
	tags sync.Map // ETags by version of a file
}

// A version is a file as it was when its ETag was made.
type version struct {
	name string
	size int64
	time time.Time
}

// New gives the handler of a library's folder.
func New(dir string) (http.Handler, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	if _, err := root.Stat("inventory.json"); err != nil {
		root.Close()
		return nil, say.Errorf("%s: this is no library, or not a finished one; \"kanyin library\" makes it", dir)
	}
	l := &library{root: root}
	wrap, err := gzhttp.NewWrapper(gzhttp.MinSize(1000))
	if err != nil {
		return nil, err
	}
	compressed := wrap(l)
	catalogue := wrap(catalogue{l, dir})
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		switch {
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			h.Set("Allow", "GET, HEAD")
			http.Error(w, "this library is for reading", http.StatusMethodNotAllowed)
		case answered[r.URL.Path]:
			catalogue.ServeHTTP(w, r)
		case packed[path.Ext(r.URL.Path)]:
			l.ServeHTTP(w, r)
		default:
			compressed.ServeHTTP(w, r)
		}
	}), nil
}

// ServeHTTP sends the file that a path means; a folder means its first page.
func (l *library) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if name == "" {
		name = "."
	}
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") && part != "." {
			http.NotFound(w, r)
			return
		}
	}
	f, info, err := l.open(name)
	if err == nil && info.IsDir() {
		f.Close()
		if !strings.HasSuffix(r.URL.Path, "/") {
			to := url.URL{Path: "./" + path.Base(r.URL.Path) + "/"} // relative, so that it holds behind any address
			w.Header().Set("Location", to.String())
			w.WriteHeader(http.StatusMovedPermanently)
			return
		}
		name = path.Join(name, "index.html")
		f, info, err = l.open(name)
	}
	if err != nil || !info.Mode().IsRegular() {
		if f != nil {
			f.Close()
		}
		http.NotFound(w, r)
		return
	}
	defer f.Close()
	tag, err := l.tag(version{name, info.Size(), info.ModTime()}, f)
	if err != nil {
		http.Error(w, "the file cannot be read", http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", typeOf(name))
	h.Set("Cache-Control", "no-cache") // ask each time; a tag answers in no time
	h.Set("ETag", tag)
	http.ServeContent(w, r, "", time.Time{}, f)
}

func (l *library) open(name string) (*os.File, fs.FileInfo, error) {
	f, err := l.root.Open(name)
	if err != nil {
		return nil, nil, err
	}
	info, err := f.Stat()
	return f, info, err
}

// tag gives a file's ETag, made from its content once for each version. That
// of a file which may be sent compressed is weak: the bytes sent may differ.
func (l *library) tag(v version, f io.ReadSeeker) (string, error) {
	if tag, ok := l.tags.Load(v); ok {
		return tag.(string), nil
	}
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return "", err
	}
	tag := `"` + hex.EncodeToString(h.Sum(nil)[:16]) + `"`
	if !packed[path.Ext(v.name)] {
		tag = "W/" + tag
	}
	l.tags.Store(v, tag)
	return tag, nil
}

// typeOf gives a file's media type; feeds for reading apps have their own.
func typeOf(name string) string {
	if strings.HasPrefix(name, "opds/") {
		switch path.Ext(name) {
		case ".xml":
			return "application/atom+xml;profile=opds-catalog; charset=utf-8"
		case ".json":
			return "application/opds+json"
		}
	}
	if t, ok := types[path.Ext(name)]; ok {
		return t
	}
	return "application/octet-stream"
}
