package designs_test

import (
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"kanyin/layout"
	"kanyin/layout/designs"
)

func TestTheHouseFileIsTheHouse(t *testing.T) {
	if d, ok := designs.Named("house"); !ok || !reflect.DeepEqual(d, layout.House()) {
		t.Errorf("house.toml says\n%+v, layout\n%+v", d, layout.House())
	}
}

func TestEveryDesignIsFitToPrintWith(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	files := 0
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".toml") {
			files++
		}
	}
	if names := designs.Names(); len(names) != files {
		t.Errorf("%d files, and the names %v", files, names)
	}
	for _, name := range designs.Names() {
		if d, err := designs.Read(name, designs.Source(name)); err != nil || d.Name != name {
			t.Errorf("%s: %q, %v", name, d.Name, err)
		}
	}
}

// What is shown is a file: read again, it gives the same design, and every key
// stands in it with what it does.
func TestShownDesignsAreRead(t *testing.T) {
	for _, name := range designs.Names() {
		d, _ := designs.Named(name)
		shown := designs.Show(d)
		again, err := designs.Read("shown.toml", []byte(shown))
		if err != nil || !reflect.DeepEqual(d, again) {
			t.Errorf("%s: %v\n%s", name, err, shown)
		}
		for _, k := range designs.Keys() {
			if k.Name != "paper.trim" && !strings.Contains(shown, k.Says.String()) {
				t.Errorf("%s: %s is not shown", name, k.Name)
			}
		}
	}
}

// Every field of a design that a file can set is a key, and has a meaning.
func TestEveryFieldIsAKey(t *testing.T) {
	var fields []string
	gather(reflect.TypeFor[layout.Design](), "", &fields)
	known := map[string]bool{}
	for _, k := range designs.Keys() {
		known[k.Name] = true
		if k.Says.IsZero() || k.Takes.IsZero() {
			t.Errorf("%s says nothing", k.Name)
		}
	}
	for _, f := range fields {
		if !known[f] {
			t.Errorf("the key %s has no meaning", f)
		}
	}
	if len(fields) != len(known) {
		t.Errorf("%d fields, %d keys", len(fields), len(known))
	}
}

func gather(t reflect.Type, before string, into *[]string) {
	for i := range t.NumField() {
		f := t.Field(i)
		name := before + f.Tag.Get("toml")
		if f.Type.Kind() == reflect.Struct {
			gather(f.Type, name+".", into)
			continue
		}
		*into = append(*into, name)
	}
}

// TestFaults holds what is said of files that are wrong: each file of
// testdata/faults.txtar ends with what is said of it, as comments.
func TestFaults(t *testing.T) {
	a, err := txtar.ParseFile("testdata/faults.txtar")
	if err != nil || len(a.Files) == 0 {
		t.Fatal("no files", err)
	}
	for _, f := range a.Files {
		var want []string
		for _, line := range strings.Split(string(f.Data), "\n") {
			if said, ok := strings.CutPrefix(line, "#> "); ok {
				want = append(want, said)
			}
		}
		_, err := designs.Read(f.Name, f.Data)
		if got := strings.Split(fmt.Sprint(err), "\n"); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got\n%s\nwant\n%s", f.Name, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, name := range designs.Names() {
		f.Add(designs.Source(name))
	}
	f.Add([]byte("paper = { trim = \"A4\", inner = 1 }\n[columns]\ncount = 9"))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := designs.Read("any.toml", data)
		if err != nil {
			return
		}
		if again, err := designs.Read("shown.toml", []byte(designs.Show(d))); err != nil || !reflect.DeepEqual(d, again) {
			t.Errorf("shown, it is another: %v", err)
		}
	})
}
