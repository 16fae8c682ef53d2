package desk

import (
	"crypto/rand"
	"crypto/subtle"
	"embed"
	"encoding/hex"
	"encoding/json"
	"errors"
	"html/template"
	"net"
	"net/http"
	"path"
	"strconv"
	"strings"

	"kanyin/issues/say"
)

//go:embed page
var files embed.FS

var index = template.Must(template.ParseFS(files, "page/index.html"))

// NewToken gives an address part that nobody guesses.
func NewToken() string {
	b := make([]byte, 24)
	rand.Read(b)
	return hex.EncodeToString(b)
}

// Handler serves the desk below /TOKEN/ to who knows the token, under the
// addresses of this machine alone.
func Handler(d *Desk, token string) http.Handler {
	mux := http.NewServeMux()
	s := server{d}
	mux.HandleFunc("GET /{$}", s.index)
	mux.HandleFunc("GET /page/{file}", s.file)
	mux.HandleFunc("GET /font/{name}", s.font)
	mux.HandleFunc("GET /source", s.source)
	mux.HandleFunc("GET /leaf", s.leaf)
	mux.HandleFunc("GET /view", s.view)
	mux.HandleFunc("GET /whole", s.whole)
	mux.HandleFunc("GET /version", s.version)
	mux.HandleFunc("GET /why", s.why)
	mux.HandleFunc("GET /sheet", s.sheet)
	mux.HandleFunc("GET /chapter", s.chapter)
	mux.HandleFunc("GET /book/{name...}", s.book)
	mux.HandleFunc("GET /picture/{name...}", s.showPicture)
	mux.HandleFunc("POST /say", s.take)
	mux.HandleFunc("POST /picture", s.picture)
	return guard(token, mux)
}

// policy lets the page run its own modules and nothing else.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; frame-src 'self'; " +
	"frame-ancestors 'self'; form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'"

// bookPolicy lets a chapter of the e-book be seen, and do nothing.
const bookPolicy = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; font-src 'self'; frame-ancestors 'self'; sandbox allow-same-origin"

// guard refuses whom the desk is not for: who does not know the token, who comes
// by a name that is not this machine's (a name that was turned to this address
// by its owner, "DNS rebinding"), and pages of other origins.
func guard(token string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		given, rest, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
		switch {
		case !local(r.Host):
			http.Error(w, spoken(r).Say("this is not the desk's address"), http.StatusMisdirectedRequest)
			return
		case subtle.ConstantTimeCompare([]byte(given), []byte(token)) != 1:
			http.Error(w, spoken(r).Say("the address lacks its token; kanyin desk prints it whole"), http.StatusForbidden)
			return
		case !sameOrigin(r):
			http.Error(w, spoken(r).Say("the desk is not for other sites"), http.StatusForbidden)
			return
		}
		inner := r.Clone(r.Context())
		inner.URL.Path, inner.URL.RawPath = "/"+rest, ""
		next.ServeHTTP(w, inner)
	})
}

// local reports whether the host is an address or the name of this machine alone.
func local(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = host
	}
	return name == "127.0.0.1" || name == "localhost"
}

// sameOrigin reports whether the request comes from the desk's own page, or from
// who typed its address. What changes something says where it comes from.
func sameOrigin(r *http.Request) bool {
	origin := r.Header.Get("Origin")
	if origin != "" && origin != "http://"+r.Host {
		return false
	}
	site := r.Header.Get("Sec-Fetch-Site")
	if site != "" && site != "same-origin" && site != "none" {
		return false
	}
	return r.Method == http.MethodGet || r.Method == http.MethodHead || origin != ""
}

type server struct{ *Desk }

func (s server) index(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	v := spoken(r)
	index.Execute(w, struct{ Lang, Name, Words, Needs string }{v.Tag(), s.Name(), spokenWords(v), v.Say("kanyin desk needs JavaScript.")})
}

var types = map[string]string{
	".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".xhtml": "application/xhtml+xml", ".html": "text/html; charset=utf-8",
	".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml", ".woff2": "font/woff2",
}

func (s server) file(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("file")
	data, err := files.ReadFile("page/" + name)
	if err != nil || path.Ext(name) == ".html" {
		http.NotFound(w, r)
		return
	}
	send(w, types[path.Ext(name)], data)
}

func (s server) font(w http.ResponseWriter, r *http.Request) {
	data := s.Font(r.PathValue("name"))
	if data == nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Cache-Control", "private, max-age=86400, immutable") // megabytes that a program never changes
	send(w, "font/ttf", data)
}

func send(w http.ResponseWriter, kind string, data []byte) {
	if kind == "" {
		kind = "application/octet-stream"
	}
	w.Header().Set("Content-Type", kind)
	w.Write(data)
}

func (s server) source(w http.ResponseWriter, r *http.Request) { answer(w, r, s.Source(), nil) }

// leaf gives the picture of a page of the source, which stays as it is.
func (s server) leaf(w http.ResponseWriter, r *http.Request) {
	data, err := s.Leaf(number(r, "n"))
	if err != nil || data == nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Cache-Control", "private, max-age=86400, immutable")
	send(w, http.DetectContentType(data), data)
}

// whole answers when the pages are made.
func (s server) whole(w http.ResponseWriter, r *http.Request) {
	v, err := s.Whole()
	answer(w, r, v.In(spoken(r)), err)
}

func (s server) view(w http.ResponseWriter, r *http.Request) {
	v, err := s.View()
	answer(w, r, v.In(spoken(r)), err)
}

// version answers in few bytes whether anything has changed.
func (s server) version(w http.ResponseWriter, r *http.Request) {
	v, err := s.Version()
	answer(w, r, v, err)
}

func (s server) why(w http.ResponseWriter, r *http.Request) {
	told, v := []string{}, spoken(r)
	for _, t := range s.Why(number(r, "line")) {
		told = append(told, v.Text(t))
	}
	answer(w, r, told, nil)
}

func (s server) sheet(w http.ResponseWriter, r *http.Request) {
	sheet, err := s.Sheet(number(r, "n"), r.URL.Query().Get("article"), number(r, "block"))
	answer(w, r, sheet, err)
}

func number(r *http.Request, name string) int {
	n, _ := strconv.Atoi(r.URL.Query().Get(name))
	return n
}

// chapter answers where the chapter of an article is.
func (s server) chapter(w http.ResponseWriter, r *http.Request) {
	name, _, err := s.Book("", r.URL.Query().Get("article"))
	answer(w, r, name, err)
}

func (s server) book(w http.ResponseWriter, r *http.Request) {
	name, data, err := s.Book(r.PathValue("name"), "")
	if err != nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Security-Policy", bookPolicy)
	send(w, types[path.Ext(name)], data)
}

func (s server) showPicture(w http.ResponseWriter, r *http.Request) {
	name, data, err := s.PictureOf(r.PathValue("name"))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	send(w, types[path.Ext(name)], data)
}

// A step is what the page asks for: one of its fields besides the version.
type step struct {
	Version  string   `json:"version"`
	Say      []string `json:"say"`
	Line     int      `json:"line"`
	Text     *string  `json:"text"`
	Cut      *int     `json:"cut"` // the line is cut behind so many characters
	Withdraw *int     `json:"withdraw"`
	Undo     bool     `json:"undo"`
	Redo     bool     `json:"redo"`
}

func (s server) take(w http.ResponseWriter, r *http.Request) {
	var x step
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<20)).Decode(&x); err != nil {
		answer(w, r, nil, say.Errorf("what was sent cannot be read: %v", err))
		return
	}
	var err error
	switch {
	case x.Undo:
		err = s.Undo(x.Version)
	case x.Redo:
		err = s.Redo(x.Version)
	case x.Withdraw != nil:
		err = s.Withdraw(x.Version, *x.Withdraw)
	case x.Cut != nil:
		err = s.Cut(x.Version, x.Line, *x.Cut)
	case x.Text != nil:
		err = s.Reword(x.Version, x.Line, *x.Text)
	default:
		err = s.Say(x.Version, x.Say)
	}
	s.settled(w, r, err)
}

func (s server) picture(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	s.settled(w, r, s.Picture(q.Get("version"), number(r, "line"), q.Get("name"), r.Body))
}

// settled answers with the issue as it stands after a step, whatever came of it.
func (s server) settled(w http.ResponseWriter, r *http.Request, err error) {
	v, failed := s.View()
	if failed != nil {
		answer(w, r, nil, failed)
		return
	}
	status := http.StatusOK
	if err != nil {
		v.Error, status = spoken(r).Error(err), http.StatusUnprocessableEntity
	}
	if errors.Is(err, errStale) {
		status = http.StatusConflict
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(v.In(spoken(r)))
}

func answer(w http.ResponseWriter, r *http.Request, v any, err error) {
	w.Header().Set("Content-Type", "application/json")
	if err != nil {
		w.WriteHeader(http.StatusUnprocessableEntity)
		v = map[string]string{"error": spoken(r).Error(err)}
	}
	json.NewEncoder(w).Encode(v)
}
