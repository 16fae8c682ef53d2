package main

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"testing/fstest"
)

const root = "../../.."

// Every message of the project is in both languages: the check of "make check".
func TestEveryMessageIsInBothLanguages(t *testing.T) {
	said, err := gather(os.DirFS(root))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range said.faults {
		t.Error(f)
	}
	path := filepath.Join(root, cataloguePath)
	list, err := readCatalogue(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range list.faults(said.messages) {
		t.Error(f)
	}
	if len(said.messages) < 500 {
		t.Errorf("only %d messages were found", len(said.messages))
	}
}

// What is a message, and what is none.
func TestGather(t *testing.T) {
	source := `package p

import (
	"errors"
	"fmt"

	"kanyin/issues/say"
)

// The kinds.
//
//say:words
const (
	river Kind = "river"
	share = "100% wool"
)

const plain = "no words"

var (
	a = say.Errorf("%s: %w", name, err)
	b = say.Of("a " + "bridge over %s", name)
	c = say.Count(n, "1 boat", "%d boats")
	d = say.Of(name)
	e = errors.New("told to nobody")
	g = fmt.Sprintf("nor %s", name)
)

func (x t) faultf(at int, format string, args ...any) { x.add(at, say.Of(format, args...)) }

func use() {
	x.faultf(1, "it leaks: %v", err)
	say := func(format string, args ...any) { x.faultf(2, format, args...) }
	say("the ferry has gone")
	fmt.Errorf("nobody hears %w", err)
}
`
	said, err := gather(fstest.MapFS{"p/p.go": {Data: []byte(source)}, "p/internal/q.go": {Data: []byte(`package q; var a = say.Of("inside")`)}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for en := range said.messages {
		got = append(got, en)
	}
	slices.Sort(got)
	want := []string{"%d boats", "1 boat", "100%% wool", "a bridge over %s", "it leaks: %v", "river", "the ferry has gone"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if len(said.faults) != 3 {
		t.Errorf("a message that is no constant and two errors of other makes give %q", said.faults)
	}
}

func TestFaults(t *testing.T) {
	messages := map[string][]string{"%s of %d": {"p"}, "new": {"p"}, "turned %s, %d": {"p"}, "wrong %s": {"p"}}
	c := Catalogue{{"p", "%s of %d", "%[2]d 之 %[1]s"}, {"p", "turned %s, %d", "%d，%s"}, {"p", "wrong %s", "错"}, {"p", "gone", "没了"}}
	want := []string{
		`p: nobody has translated "new"`,
		`p: the translation has other placeholders: "turned %s, %d", "%d，%s"`,
		`p: the translation has other placeholders: "wrong %s", "错"`,
		`nobody says "gone" any more`,
	}
	if got := c.faults(messages); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// What is written is read again as it was.
func TestFormat(t *testing.T) {
	c := Catalogue{{"p", "plain", "平"}, {"p", `say "so"`, `说“是”`}, {"p", "two\nlines", "两\n行"}, {"q", `both ' and "`, `\`}}
	path := filepath.Join(t.TempDir(), "c.toml")
	if err := os.WriteFile(path, c.format(), 0o644); err != nil {
		t.Fatal(err)
	}
	got, err := readCatalogue(path)
	if err != nil || !reflect.DeepEqual(got, c) {
		t.Errorf("got %q, %v", got, err)
	}
}
