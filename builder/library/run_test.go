package library_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"kanyin/builder/library"
	"kanyin/builder/library/internal/backlog"
	"kanyin/builder/press"
)

func TestOnlyWhatChangedIsMadeAgain(t *testing.T) {
	d := newDesk(t, 10)
	count(t, d.run(d.options()), map[library.Status]int{library.Made: 10})
	first := files(t, d.out)
	if first["芦津月刊/2016/01/芦津月刊-2016-01.epub"] == "" || first["index.html"] == "" {
		t.Fatalf("the library lacks an e-book or its first page: %v", slices.Sorted(maps.Keys(first)))
	}

	for path := range files(t, d.in) { // a checkout anew: same content, other times
		if err := os.Chtimes(filepath.Join(d.in, path), time.Time{}, time.Now().Add(time.Hour)); err != nil {
			t.Fatal(err)
		}
	}
	count(t, d.run(d.options()), map[library.Status]int{library.Unchanged: 10})
	sameFiles(t, "second run", files(t, d.out), first)

	d.write("渡口/2016/01.txt", strings.Replace(backlog.Issue{Title: 1, Year: 2016, Number: 1}.Text(), "卷首", "开篇", 2))
	count(t, d.run(d.options()), map[library.Status]int{library.Unchanged: 9, library.Made: 1})

	d.write("渡口/2016/01.txt", backlog.Issue{Title: 1, Year: 2016, Number: 1}.Text())
	if err := os.RemoveAll(d.out + ".state"); err != nil {
		t.Fatal(err)
	}
	count(t, d.run(d.options()), map[library.Status]int{library.Made: 10})
	sameFiles(t, "without its state", files(t, d.out), first)

	if err := os.Remove(filepath.Join(d.out, "渡口", "2016", "01", "渡口-2016-01.epub")); err != nil {
		t.Fatal(err)
	}
	count(t, d.run(d.options()), map[library.Status]int{library.Unchanged: 9, library.Made: 1})
	sameFiles(t, "after a file was lost", files(t, d.out), first)

	o := d.options()
	o.Program = "another"
	count(t, d.run(o), map[library.Status]int{library.Made: 10})
}

// Whatever an issue may be made of counts, and nothing else does.
func TestWhatCountsAsChanged(t *testing.T) {
	d := newDesk(t, 2)
	d.write(library.ConfigName, "editions = [\"epub\"]\npages = \"pages\"\n")
	d.write("pages/style.css", "body { color: teal }")
	d.write("折子/"+press.ConfigName, "text = \"a.txt\"\n")
	d.write("折子/a.txt", backlog.Issue{Title: 1, Year: 2020, Number: 5}.Text())
	d.run(d.options())
	for _, c := range []struct {
		name, text string
		made       int
	}{
		{"渡口/2016/note.md", "# of the editor's own", 0},
		{"渡口/2016/01.jpg", "a picture that has the issue's name", 1},
		{"渡口/2016/corrections.toml", "[[correction]]\nline = \"渡口\"\nchecked = \"title-mismatch\"\n", 1},
		{"折子/issue.toml", "text = \"a.txt\"\n[meta]\npublisher = \"芦津镇\"\n", 1},
		{"折子/bridge.jpg", "another picture", 1},
		{"pages/style.css", "body { color: navy }", 3},
		{library.ConfigName, "editions = [\"epub\", \"screen\"]\n", 3},
	} {
		d.write(c.name, c.text)
		r := d.run(d.options())
		if made := len(r.With(library.Made)); made != c.made || len(r.With(library.Failed)) > 0 {
			t.Errorf("after %s changed, %d issues were made, want %d; failed: %v", c.name, made, c.made, r.With(library.Failed))
		}
	}
}

// The inventory has a row for every file that is given away, with its digest.
func TestTheInventoryTellsEveryFile(t *testing.T) {
	d := newDesk(t, 3)
	d.run(d.options())
	data, err := os.ReadFile(filepath.Join(d.out, "inventory.csv"))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\uFEFF")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	made := files(t, d.out)
	at := map[string]int{}
	for i, name := range rows[0] {
		at[name] = i
	}
	for _, row := range rows[1:] {
		if made[row[at["file"]]] != row[at["sha256"]] {
			t.Errorf("%s has the digest %s, not %s", row[at["file"]], made[row[at["file"]]], row[at["sha256"]])
		}
	}
	if len(rows) != 1+3*len(press.Editions) {
		t.Errorf("%d rows for 3 issues of %d editions", len(rows)-1, len(press.Editions))
	}
	var whole []struct {
		Source   string
		Editions []struct{ File string }
	}
	if data, err = os.ReadFile(filepath.Join(d.out, "inventory.json")); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &whole); err != nil || len(whole) != 3 || len(whole[0].Editions) != len(press.Editions) {
		t.Errorf("as JSON: %v, %v", whole, err)
	}
}

func TestABadIssueStopsNoOther(t *testing.T) {
	d := newDesk(t, 4)
	d.write("折子/"+press.ConfigName, "[meta]\ntitle = \"渡口\"\nyear = 2020\nnumber = 5\n")
	d.write("折子/a.txt", backlog.Issue{Title: 1, Year: 2020, Number: 5}.Text())
	count(t, d.run(d.options()), map[library.Status]int{library.Made: 5})
	good := files(t, d.out)

	d.write("折子/"+press.ConfigName, "[meta]\ntilte = \"渡口\"\n")
	d.write("empty.txt", "\n")
	r := d.run(d.options())
	count(t, r, map[library.Status]int{library.Unchanged: 4, library.Failed: 2})
	for _, o := range r.With(library.Failed) {
		if want := map[string]string{"折子": "issue.toml:2: there is no setting", "empty.txt": "the text is empty"}[o.Source]; want == "" || !strings.Contains(o.Error.String(), want) {
			t.Errorf("%s: %s, want %s", o.Source, o.Error.String(), want)
		}
	}
	sameFiles(t, "the former editions", files(t, d.out), good)
}

func TestTwoIssuesOfOneNumber(t *testing.T) {
	d := newDesk(t, 3)
	again := strings.ReplaceAll(backlog.Issue{Title: 0, Year: 2016, Number: 1}.Text(), "守桥人", "守闸人")
	d.write("再版/一月.txt", again)
	r := d.run(d.options())
	count(t, r, map[library.Status]int{library.Made: 4})
	var told []string
	for _, f := range r.Series {
		told = append(told, f.Format().String())
	}
	want := "芦津月刊/2016/01.txt: number-twice: another issue is 芦津月刊 2016年第1期, too; this one stands at 芦津月刊/2016/01-芦津月刊_2016_01 (再版/一月.txt)"
	if !slices.Contains(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
	both := files(t, d.out)
	count(t, d.run(d.options()), map[library.Status]int{library.Unchanged: 4})
	ids := map[string]string{}
	for _, rec := range d.records() {
		if other := ids[rec.ID]; other != "" {
			t.Errorf("%s and %s have one identifier, %s", other, rec.Place, rec.ID)
		}
		ids[rec.ID] = rec.Place
		if book := d.book(rec); !strings.Contains(book, rec.ID) {
			t.Errorf("the e-book at %s is not %s:\n%s", rec.Place, rec.ID, book)
		}
	}

	// The order in which they came makes no difference.
	later := newDesk(t, 3)
	later.run(later.options())
	later.write("再版/一月.txt", again)
	later.run(later.options())
	sameFiles(t, "when the second came later", files(t, later.out), both)

	// When the first goes, the other has the number for itself.
	if err := os.RemoveAll(filepath.Join(d.in, "再版")); err != nil {
		t.Fatal(err)
	}
	r = d.run(d.options())
	if len(r.Series) > 0 || len(r.With(library.Withdrawn)) != 1 {
		t.Errorf("findings %v, withdrawn %v", r.Series, r.With(library.Withdrawn))
	}
	alone := newDesk(t, 3)
	alone.run(alone.options())
	sameFiles(t, "when one was withdrawn", files(t, d.out), files(t, alone.out))
}

// A supplement that says so has a place of its own, and nothing is found.
func TestASupplementHasItsNumberBesideTheIssue(t *testing.T) {
	d := newDesk(t, 1)
	d.write("增刊/"+press.ConfigName, "[meta]\nvariant = \"增刊\"\n")
	d.write("增刊/a.txt", backlog.Issue{Title: 0, Year: 2016, Number: 1}.Text())
	r := d.run(d.options())
	if len(r.Series) > 0 {
		t.Errorf("found %v", r.Series)
	}
	list := d.records()
	if len(list) != 2 || list[0].Place != "芦津月刊/2016/01" || list[1].Place != "芦津月刊/2016/01-增刊" || list[0].ID == list[1].ID || list[1].Label != "2016年第1期 增刊" {
		t.Errorf("the library has %v and %v", list[0], list[1:])
	}
}

func TestSharesGiveTheSameLibraryAsOneRun(t *testing.T) {
	d := newDesk(t, 12)
	d.write("再版/一月.txt", backlog.Issue{Title: 0, Year: 2016, Number: 1}.Text()+"\n")
	d.run(d.options())
	want := files(t, d.out)

	o := d.options()
	o.Out += "-shares"
	var wg sync.WaitGroup
	for i := 1; i <= 4; i++ {
		wg.Go(func() {
			share := o
			share.Shard = library.Shard{I: i, N: 4}
			d.run(share)
		})
	}
	wg.Wait()
	o.Index = true
	d.run(o)
	sameFiles(t, "four shares", files(t, o.Out), want)
	o.Index = false
	count(t, d.run(o), map[library.Status]int{library.Unchanged: 13})
}

func TestAnIndexNamesWhatNoShareMade(t *testing.T) {
	d := newDesk(t, 8)
	o := d.options()
	o.Shard = library.Shard{I: 1, N: 2}
	made := len(d.run(o).With(library.Made))
	o.Shard, o.Index = library.Shard{}, true
	r := d.run(o)
	if missing := r.With(library.Failed); len(missing) != 8-made || !strings.Contains(missing[0].Error.String(), "no share") {
		t.Errorf("%d issues are named as missing, want %d: %v", len(missing), 8-made, missing)
	}
}

// A run that is stopped after any issue, or dies while files are moved, leaves
// a library that the next run makes whole, to the same bytes.
func TestAStoppedRunIsContinued(t *testing.T) {
	d := newDesk(t, 6)
	d.run(d.options())
	want := files(t, d.out)
	p, _ := thePress()
	for stop := 1; stop < 6; stop++ {
		o := d.options()
		o.Out = fmt.Sprintf("%s-%d", d.out, stop)
		o.Workers = 1
		ctx, cancel := context.WithCancel(context.Background())
		o.Step = func(s library.Step) {
			if s.Done == stop {
				cancel()
			}
		}
		if _, err := library.Run(ctx, p, o); err == nil || !strings.Contains(err.Error(), "interrupted") {
			t.Fatalf("a stopped run says %v", err)
		}
		o.Step = nil
		d.write("leftover", "") // no issue; it is passed over
		if err := os.MkdirAll(filepath.Join(o.Out, ".new", "all", "issue-1"), 0o755); err != nil {
			t.Fatal(err)
		}
		d.run(o)
		sameFiles(t, o.Out, files(t, o.Out), want)
	}
}

func TestTwoRunsAtOnce(t *testing.T) {
	d := newDesk(t, 6)
	var wg sync.WaitGroup
	var made [2]int
	for i := range made {
		wg.Go(func() { made[i] = len(d.run(d.options()).With(library.Made)) })
	}
	wg.Wait()
	if made[0]+made[1] != 6 {
		t.Errorf("the two runs made %d and %d issues, want 6 together", made[0], made[1])
	}
}

func TestAFolderOfOtherThingsIsLeftAlone(t *testing.T) {
	d := newDesk(t, 1)
	if err := os.MkdirAll(d.out, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(d.out, "letter.txt"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	p, _ := thePress()
	if _, err := library.Run(context.Background(), p, d.options()); err == nil || !strings.Contains(err.Error(), "other things than a library") {
		t.Errorf("error %v", err)
	}
	if err := os.RemoveAll(d.in); err != nil {
		t.Fatal(err)
	}
	if _, err := library.Run(context.Background(), p, library.Options{In: d.in, Out: d.out + "2"}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a tree that is not there: error %v", err)
	}
}

func TestLibrarySettings(t *testing.T) {
	for want, text := range map[string]string{
		"library.toml:1: there is no setting": "nmae = \"x\"",
		"is no address of a website":          "address = \"example.org\"",
		"no edition \"paper\"":                "editions = [\"paper\"]",
		"stands in the [[title]]":             "[[title]]\nname = \"河口\"\n[[title]]\nname = \"河 口\"\nalso = [\"河口\"]",
	} {
		d := newDesk(t, 1)
		d.write(library.ConfigName, text)
		p, _ := thePress()
		if _, err := library.Run(context.Background(), p, d.options()); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want %s", text, err, want)
		}
	}
	d := newDesk(t, 2)
	d.write(library.ConfigName, "name = \"县图书馆\"\naddress = \"https://example.org/lib\"\neditions = [\"epub\"]\n[[title]]\nname = \"渡口杂志\"\nalso = [\"渡口\"]\n")
	d.run(d.options())
	got := files(t, d.out)
	for _, name := range []string{"sitemap.xml", "渡口杂志/2016/01/渡口杂志-2016-01.epub", "渡口杂志/2016/01/cover.png"} {
		if got[name] == "" {
			t.Errorf("%s is missing", name)
		}
	}
	if got["渡口杂志/2016/01/渡口杂志-2016-01.screen.pdf"] != "" {
		t.Error("an edition was made that the library does not want")
	}
}
