package desk_test

import (
	"encoding/json"
	"html"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"kanyin/builder/desk"
	"kanyin/issues/correct"
)

// pageWords gives what the page is told to say in a language.
func pageWords(t *testing.T, h http.Handler, language string) (words, kinds map[string]string) {
	t.Helper()
	r := httptest.NewRequest("GET", "http://127.0.0.1/token/", nil)
	r.Header.Set("Accept-Language", language)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	m := regexp.MustCompile(`data-words="([^"]*)"`).FindStringSubmatch(w.Body.String())
	if m == nil {
		t.Fatalf("the page has no words: %s", w.Body)
	}
	var said struct{ Words, Kinds map[string]string }
	if err := json.Unmarshal([]byte(html.UnescapeString(m[1])), &said); err != nil {
		t.Fatal(err)
	}
	return said.Words, said.Kinds
}

// What the modules of the page ask for is there, in the reader's language; so is a
// name for every kind. That all of it is translated is the catalogue's check.
func TestThePageHasItsWords(t *testing.T) {
	h := desk.Handler(open(t, folder(t)), "token")
	en, _ := pageWords(t, h, "en-GB,en;q=0.9,zh;q=0.5")
	zh, kinds := pageWords(t, h, "zh-CN,zh;q=0.9,en;q=0.5")
	modules, err := filepath.Glob("page/*.js")
	if err != nil {
		t.Fatal(err)
	}
	asked := regexp.MustCompile(`\bt\('([^']+)'|\bt\([a-z]+ \? '([^']+)' : '([^']+)'`)
	n := 0
	for _, module := range modules {
		text, err := os.ReadFile(module)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range asked.FindAllStringSubmatch(string(text), -1) {
			for _, key := range m[1:] {
				if key == "" {
					continue
				}
				n++
				if en[key] == "" || zh[key] == "" || en[key] == zh[key] {
					t.Errorf("%s asks for %s, which is %q and %q", module, key, en[key], zh[key])
				}
			}
		}
	}
	if n < 50 {
		t.Errorf("only %d words are asked for", n)
	}
	for _, k := range correct.Kinds {
		if kinds[k] == "" || strings.ContainsAny(kinds[k], "abcdefghijklmnopqrstuvwxyz") {
			t.Errorf("the kind %s is called %q in Chinese", k, kinds[k])
		}
	}
}
