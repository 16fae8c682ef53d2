package serve_test

import (
	"compress/gzip"
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"kanyin/builder/library"
	"kanyin/builder/library/internal/backlog"
	"kanyin/builder/library/serve"
	"kanyin/builder/press"
)

// serving makes a small library and serves it; secret.txt lies beside it.
func serving(t *testing.T) (dir, address string) {
	t.Helper()
	root := t.TempDir()
	in := filepath.Join(root, "in")
	dir = filepath.Join(root, "out")
	if err := backlog.Write(in, 3, backlog.Short); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(in, library.ConfigName), []byte("name = \"文库\"\neditions = [\"epub\"]\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	p, err := press.New("test")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := library.Run(context.Background(), p, library.Options{In: in, Out: dir}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(root, "secret.txt"), []byte("secret"), 0o644); err != nil {
		t.Fatal(err)
	}
	h, err := serve.New(dir)
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return dir, s.URL
}

func ask(t *testing.T, method, address string, header ...string) (*http.Response, string) {
	t.Helper()
	r, err := http.NewRequest(method, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	// The transport neither asks for compression nor follows redirections.
	answer, err := (&http.Transport{DisableCompression: true}).RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	var body io.Reader = answer.Body
	if answer.Header.Get("Content-Encoding") == "gzip" {
		if body, err = gzip.NewReader(answer.Body); err != nil {
			t.Fatal(err)
		}
	}
	data, err := io.ReadAll(body)
	if err != nil {
		t.Fatal(err)
	}
	return answer, string(data)
}

const book = "/渡口/2016/01/渡口-2016-01.epub"

func TestFilesComeInRangesWithTags(t *testing.T) {
	dir, at := serving(t)
	want, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(book)))
	if err != nil {
		t.Fatal(err)
	}
	a, body := ask(t, "GET", at+book, "Accept-Encoding", "gzip")
	tag := a.Header.Get("ETag")
	if a.StatusCode != 200 || body != string(want) || a.Header.Get("Content-Type") != "application/epub+zip" || a.Header.Get("Content-Encoding") != "" || !strings.HasPrefix(tag, `"`) {
		t.Errorf("the e-book: %d %v, %d bytes", a.StatusCode, a.Header, len(body))
	}
	a, body = ask(t, "GET", at+book, "Range", "bytes=10-19", "If-Range", tag)
	if a.StatusCode != 206 || body != string(want[10:20]) {
		t.Errorf("a range: %d %q", a.StatusCode, body)
	}
	if a, _ = ask(t, "GET", at+book, "If-None-Match", tag); a.StatusCode != 304 {
		t.Errorf("the same again: %d", a.StatusCode)
	}
	if a, body = ask(t, "HEAD", at+book); a.StatusCode != 200 || body != "" || a.ContentLength != int64(len(want)) {
		t.Errorf("HEAD: %d, %d bytes", a.StatusCode, a.ContentLength)
	}
}

func TestPagesAreCompressed(t *testing.T) {
	_, at := serving(t)
	a, body := ask(t, "GET", at+"/", "Accept-Encoding", "gzip")
	if a.Header.Get("Content-Encoding") != "gzip" || !strings.Contains(body, "<h1>文库</h1>") || !strings.Contains(a.Header.Get("Content-Security-Policy"), "default-src 'self'") {
		t.Errorf("the first page: %v\n%s", a.Header, body)
	}
	if again, _ := ask(t, "GET", at+"/", "Accept-Encoding", "gzip", "If-None-Match", a.Header.Get("ETag")); again.StatusCode != 304 {
		t.Errorf("the same page again: %d, tag %s", again.StatusCode, a.Header.Get("ETag"))
	}
	if plain, text := ask(t, "GET", at+"/"); plain.Header.Get("Content-Encoding") != "" || text != body {
		t.Errorf("the page without compression: %v", plain.Header)
	}
	if a, _ := ask(t, "GET", at+"/渡口/2016"); a.StatusCode != 301 || a.Header.Get("Location") != "./2016/" {
		t.Errorf("a folder without its slash: %d %s", a.StatusCode, a.Header.Get("Location"))
	}
}

func TestNothingButTheLibraryIsShown(t *testing.T) {
	dir, at := serving(t)
	if runtime.GOOS != "windows" {
		if err := os.Symlink(filepath.Join(dir, "..", "secret.txt"), filepath.Join(dir, "link.txt")); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.MkdirAll(filepath.Join(dir, ".new"), 0o755); err != nil {
		t.Fatal(err)
	}
	os.WriteFile(filepath.Join(dir, ".new", "half.txt"), []byte("secret"), 0o644)
	host := strings.TrimPrefix(at, "http://")
	for _, path := range []string{"/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/渡口/../../secret.txt", "/..\\secret.txt", "//../secret.txt", "/link.txt", "/.new/half.txt", "/%2enew/half.txt", "/secret.txt", "/渡口/2016/", "/index.html/x", "/a\x00b"} {
		c, err := net.Dial("tcp", host)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(c, "GET "+path+" HTTP/1.0\r\nHost: "+host+"\r\n\r\n")
		answer, _ := io.ReadAll(c)
		c.Close()
		if first, _, _ := strings.Cut(string(answer), "\r\n"); strings.Contains(string(answer), "secret\n") || strings.HasSuffix(string(answer), "secret") || strings.Contains(first, " 200 ") {
			t.Errorf("%s: %s", path, answer)
		}
	}
	for _, method := range []string{"POST", "PUT", "DELETE", "PATCH", "OPTIONS"} {
		if a, _ := ask(t, method, at+book); a.StatusCode != 405 || a.Header.Get("Allow") != "GET, HEAD" {
			t.Errorf("%s: %d", method, a.StatusCode)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(book))); err != nil {
		t.Error(err)
	}
}

func TestAppsCanSearch(t *testing.T) {
	_, at := serving(t)
	a, body := ask(t, "GET", at+"/opds/index.xml")
	if !strings.Contains(body, `rel="search"`) || !strings.Contains(a.Header.Get("Content-Type"), "opds-catalog") {
		t.Errorf("the root: %v\n%s", a.Header, body)
	}
	if _, body = ask(t, "GET", at+"/opds/opensearch.xml"); !strings.Contains(body, "{searchTerms}") {
		t.Errorf("how to search: %s", body)
	}
	for query, want := range map[string]int{"渡口 1234-5679": 1, "2016年": 3, "没有的": 0, "": 0} {
		a, body := ask(t, "GET", at+"/opds/search.xml?q="+url.QueryEscape(query))
		if n := strings.Count(body, "<entry>"); a.StatusCode != 200 || n != want {
			t.Errorf("%q finds %d issues, want %d", query, n, want)
		}
		if _, body = ask(t, "GET", at+"/opds/search.json?query="+url.QueryEscape(query)); strings.Count(body, "PublicationIssue") != want {
			t.Errorf("%q finds otherwise as JSON: %s", query, body)
		}
	}
}

func TestAFolderThatIsNoLibraryIsNotServed(t *testing.T) {
	if _, err := serve.New(t.TempDir()); err == nil || !strings.Contains(err.Error(), "this is no library") {
		t.Errorf("error %v", err)
	}
}
