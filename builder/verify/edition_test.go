package verify_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"kanyin/builder"
	"kanyin/builder/archive"
	"kanyin/builder/epub"
	"kanyin/builder/pdf"
	"kanyin/builder/verify"
	"kanyin/fonts"
	"kanyin/issues"
	"kanyin/issues/issue"
	"kanyin/issues/sample"
	"kanyin/layout"
)

// A published is an issue with all its editions, by file name.
type published struct {
	issue *issue.Issue
	files map[string][]byte
	bag   []builder.File
}

// publish makes every edition of a text.
func publish(name string, text []byte) (*published, error) {
	lib, err := fonts.Open()
	if err != nil {
		return nil, err
	}
	iss, err := issues.Read(name, bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	p := &published{issue: iss, files: map[string][]byte{}}
	doc := layout.Compose(iss, layout.Design{}, lib)
	book := epub.Builder{Fonts: lib, Version: "0"}
	for _, k := range doc.Breaks {
		book.Pages = append(book.Pages, epub.PageBreak{Label: k.Label, Article: k.Article, Block: k.Block, Rune: k.Rune})
	}
	bag := archive.Builder{Source: text, Version: "0"}
	print := pdf.Print{Doc: doc, Fonts: lib}
	for _, e := range []struct {
		b    builder.Builder
		file string
	}{{book, "a.epub"}, {pdf.Screen{Doc: doc, Fonts: lib}, "a.screen.pdf"}, {print, "a.print.pdf"}, {pdf.Booklet{Print: print}, "a.booklet.pdf"}} {
		made, err := builder.Make(e.b, iss)
		if err != nil {
			return nil, err
		}
		p.files[e.file] = made.Bytes
		if e.file != "a.booklet.pdf" {
			bag.Editions = append(bag.Editions, archive.Edition{Made: made, File: e.file})
		}
	}
	p.bag, err = bag.Files(iss)
	return p, err
}

var sampled = sync.OnceValues(func() (*published, error) { return publish(sample.Name, sample.Text()) })

// edition gives the sample's issue and one of its editions, to be damaged.
func edition(t testing.TB, file string) (*issue.Issue, []byte) {
	t.Helper()
	p, err := sampled()
	if err != nil {
		t.Fatal(err)
	}
	return p.issue, bytes.Clone(p.files[file])
}

// bag gives the sample's bag by path.
func bag(t testing.TB) map[string][]byte {
	t.Helper()
	p, err := sampled()
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, f := range p.bag {
		files[f.Path] = f.Data
	}
	return files
}

// folder writes a bag and gives its path.
func folder(t testing.TB, files map[string][]byte) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// passes says that every rule holds.
func passes(t *testing.T, r verify.Report, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range r.Results {
		if !x.Pass {
			t.Errorf("%s: %s: %s", x.Code, x.Place, x.Text)
		}
	}
	if len(r.Results) == 0 {
		t.Error("nothing was judged")
	}
}

// fails says that a rule fails at a place, and gives the result. The place is
// the beginning of what is expected.
func fails(t *testing.T, r verify.Report, err error, code, place, text string) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range r.Results {
		if strings.HasPrefix(x.Code, code) && !x.Pass && strings.HasPrefix(x.Place.String(), place) && strings.Contains(x.Text.String(), text) {
			return
		}
	}
	for _, x := range r.Results {
		if !x.Pass {
			t.Logf("%s: %s: %s", x.Code, x.Place, x.Text)
		}
	}
	t.Errorf("%s does not fail at %q with %q", code, place, text)
}

// texts are the sample and the issues of the corpus, where there is one.
func texts(t testing.TB) map[string][]byte {
	t.Helper()
	out := map[string][]byte{sample.Name: sample.Text()}
	files, err := filepath.Glob(filepath.Join(os.Getenv("KANYIN_CORPUS"), "issues", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if out[filepath.Base(f)], err = os.ReadFile(f); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func TestGoodEditionsPass(t *testing.T) {
	all := texts(t)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		p, err := publish(name, all[name])
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range slices.Sorted(maps.Keys(p.files)) {
			t.Run(name+"/"+file, func(t *testing.T) {
				r, err := verify.Bytes(file, p.files[file], verify.Options{Issue: p.issue})
				passes(t, r, err)
			})
		}
		t.Run(name+"/bag", func(t *testing.T) {
			files := map[string][]byte{}
			for _, f := range p.bag {
				files[f.Path] = f.Data
			}
			again := func(name string, sources map[string][]byte, _ json.RawMessage) (map[string][]byte, error) {
				fresh, err := publish(name, sources[name])
				if err != nil {
					return nil, err
				}
				delete(fresh.files, "a.booklet.pdf")
				return fresh.files, nil
			}
			r, err := verify.File(folder(t, files), verify.Options{Rebuild: again})
			passes(t, r, err)
		})
	}
}

// What could not be decoded is told to readers as what it is, in every edition.
func TestAnUndecodedCharacterIsNoFault(t *testing.T) {
	p, err := publish("town.txt", []byte("渡口\n\n船\uFFFD到了。\n"))
	if err != nil {
		t.Fatal(err)
	}
	for file, data := range p.files {
		r, err := verify.Bytes(file, data, verify.Options{Issue: p.issue})
		passes(t, r, err)
	}
}

// Marks that meet but for a raised reference between them are not squeezed.
func TestAReferenceBetweenMarksIsNoFault(t *testing.T) {
	p, err := publish("town.txt", []byte(`渡口的方言

林小河

渡口的老人说话不分“念”与“唱”。凡是一条一条往下数的都叫“唱”[1]。年轻人觉得好笑，他们只会用“念”[2]。老人把船撑开，隔着水面又唱了一遍。

[1]江声：《渡口方言考》，渡口文史第三辑。

[2]同上，第二十页。
`))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{"a.screen.pdf", "a.print.pdf"} {
		r, err := verify.Bytes(file, p.files[file], verify.Options{Issue: p.issue})
		passes(t, r, err)
	}
}

// Paragraphs of two lines say nothing of a grid.
func TestAShortIssueIsNoFault(t *testing.T) {
	p, err := publish("town.txt", []byte(`渡口

第1封信

林小河

石阶一共四十一级，最下面三级常年在水里，长着青苔，走的时候要扶着绳。

第2封信

周小满

灯在桥东，桥西的人来借，借去了第二天一早就还，灯里的油总是满的。

第3封信

何渡

老人把船撑开，隔着水面又唱了一遍，唱的是去年的调子，词换成了新的。
`))
	if err != nil {
		t.Fatal(err)
	}
	for file, data := range p.files {
		r, err := verify.Bytes(file, data, verify.Options{Issue: p.issue})
		passes(t, r, err)
	}
}
