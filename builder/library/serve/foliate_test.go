package serve_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"

	"kanyin/builder/internal/tools"
	"kanyin/builder/library/serve"
)

// walk goes with foliate-js from a catalogue's root to an e-book, always by the
// first title and year, opens the book, and searches.
const walk = `(async () => {
	const { getFeed, getOpenSearch } = await import('/foliate/opds.js');
	const { makeBook } = await import('/foliate/view.js');
	const get = async url => new DOMParser().parseFromString(await (await fetch(url)).text(), 'application/xml');
	const root = new URL('/opds/index.xml', location.href);
	const met = [];
	let url = root, feed;
	for (;;) {
		feed = getFeed(await get(url));
		met.push(feed.metadata.title);
		if (feed.publications) break;
		url = new URL(feed.navigation.find(l => l.rel.includes('subsection')).href, url);
	}
	const first = feed.publications[0];
	const link = first.links.find(l => l.type === 'application/epub+zip' && l.rel.some(r => r.startsWith('http://opds-spec.org/acquisition')));
	const cover = await fetch(new URL(first.images[0].href, url));
	const book = await makeBook(new File([await (await fetch(new URL(link.href, url))).blob()], 'book.epub'));
	const how = new URL(getFeed(await get(root)).links.find(l => l.rel.includes('search')).href, root);
	const found = new URL(getOpenSearch(await get(how)).search(new Map([[null, new Map([['searchTerms', '渡口']])]])), how);
	const name = t => typeof t === 'string' ? t : Object.values(t)[0];
	return JSON.stringify({
		Met: met, Title: first.metadata.title, Cover: cover.headers.get('content-type'), Book: name(book.metadata.title), Sections: book.sections.length,
		Found: getFeed(await get(found)).publications.map(p => p.metadata.title),
	});
})()`

// foliate-js, which the reader Foliate is made of, finds its way from the root
// of a served catalogue to an e-book that it can open, and searches.
func TestFoliateReadsTheCatalogue(t *testing.T) {
	foliate := filepath.Dir(tools.File(t, "node_modules/foliate-js/opds.js"))
	dir, _ := serving(t)
	h, err := serve.New(dir)
	if err != nil {
		t.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.Handle("/", h)
	mux.Handle("/foliate/", http.StripPrefix("/foliate/", http.FileServer(http.Dir(foliate))))
	s := httptest.NewServer(mux)
	defer s.Close()
	ctx := browser(t, s.URL+"/foliate/package.json", 360)
	text, err := chromedp.Run(ctx, chromedp.Evaluate[string](walk, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Met, Found         []string
		Title, Cover, Book string
		Sections           int
	}
	if err := json.Unmarshal([]byte(text), &got); err != nil {
		t.Fatal(err)
	}
	const first = "河上风物 2016年第1期"
	if want := []string{"文库", "河上风物", "河上风物 2016"}; !slices.Equal(got.Met, want) {
		t.Errorf("the way was %v, want %v", got.Met, want)
	}
	if got.Title != first || got.Book != first || got.Sections < 3 || got.Cover != "image/png" {
		t.Errorf("fetched %+v", got)
	}
	if want := []string{"渡口 2016年第1期"}; !slices.Contains(got.Found, want[0]) {
		t.Errorf("a search found %v, want %v among them", got.Found, want)
	}
}
