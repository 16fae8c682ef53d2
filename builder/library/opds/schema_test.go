package opds_test

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"kanyin/builder/internal/tools"
	"kanyin/builder/library/opds"
)

// feeds writes the feeds of a catalogue, and those that a server makes: its
// root, what it found, what it did not find.
func feeds(t *testing.T) string {
	t.Helper()
	c := shelves()
	dir := filepath.Join(write(t, c), "opds")
	served := options
	served.Search = true
	for name, issues := range map[string]int{"root": -1, "found": 2, "nothing": 0} {
		atom, manifest, err := opds.Root(c, served)
		if issues >= 0 {
			atom, manifest, err = opds.Found("水位", c.Issues()[:issues], served)
		}
		if err != nil {
			t.Fatal(err)
		}
		for ending, data := range map[string][]byte{".xml": atom, ".json": manifest} {
			if err := os.WriteFile(filepath.Join(dir, name+ending), data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	return dir
}

func filesOf(t *testing.T, dir, ending string) []string {
	t.Helper()
	var list []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if filepath.Ext(path) == ending {
			list = append(list, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// A judge gives the command that holds files against the schema of their form.
type judge func(t *testing.T, files ...string) *exec.Cmd

var judges = map[string]judge{
	".xml": func(t *testing.T, files ...string) *exec.Cmd {
		return tools.Jing(t, append([]string{"-c", filepath.Join("testdata", "opds12.rnc")}, files...)...)
	},
	".json": func(t *testing.T, files ...string) *exec.Cmd {
		tools.File(t, "node_modules/ajv/package.json")
		script := filepath.Join("testdata", "schema.cjs")
		return exec.Command(tools.Program(t, "node"), append([]string{script, tools.Dir(t), filepath.Join("testdata", "opds20.schema.json")}, files...)...)
	},
}

func TestFeedsKeepTheirSchemas(t *testing.T) {
	dir := feeds(t)
	for ending, judge := range judges {
		t.Run(ending[1:], func(t *testing.T) {
			list := filesOf(t, dir, ending)
			if len(list) < 9 {
				t.Fatalf("there are %d feeds: %v", len(list), list)
			}
			if out, err := judge(t, list...).CombinedOutput(); err != nil {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}

// A schema that lets everything pass shows nothing: these find what is wrong
// with feeds that were spoilt.
func TestTheSchemasFindWhatIsWrong(t *testing.T) {
	dir := feeds(t)
	spoilt := map[string][]string{}
	for i, c := range []struct{ feed, what, with string }{
		{"index.xml", `rel="self"`, `rel="me"`},
		{"index.xml", "Z</updated>", "</updated>"},
		{"index.xml", "<id>https:", "<id>"},
		{"index.xml", ";kind=navigation", ""},
		{"index.xml", "content", "contents"},
		{"newest.xml", "/acquisition/open-access", "/buy"},
		{"newest.xml", `type="application/epub+zip"`, ""},
		{"newest.xml", "%E6%B2%B3%E5%8F%A3/", "河口 /"},
		{"newest.xml", "<title>河口 2020年第3期</title>", ""},
		{"index.json", `"self"`, `"me"`},
		{"index.json", `"title": "河口"`, `"name": "河口"`},
		{"index.json", `T00:00:00Z"`, `"`},
		{"newest.json", "/acquisition/open-access", "/buy"},
		{"newest.json", "%E6%B2%B3%E5%8F%A3/", "河口 /"},
		{"newest.json", `"identifier": "urn:uuid:`, `"identifier": "`},
		{"nothing.json", "navigation", "publications"},
		{"root.json", "{?query}", "{?query"},
	} {
		data, err := os.ReadFile(filepath.Join(dir, c.feed))
		if err != nil {
			t.Fatal(err)
		}
		text := strings.ReplaceAll(string(data), c.what, c.with)
		if text == string(data) {
			t.Errorf("%s has no %s", c.feed, c.what)
		}
		file := filepath.Join(dir, fmt.Sprintf("spoilt-%d-%s", i, c.feed))
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		spoilt[filepath.Ext(file)] = append(spoilt[filepath.Ext(file)], file)
	}
	for ending, judge := range judges {
		t.Run(ending[1:], func(t *testing.T) {
			out, _ := judge(t, spoilt[ending]...).CombinedOutput()
			for _, file := range spoilt[ending] {
				if !strings.Contains(string(out), file) {
					t.Errorf("%s passes\n%s", filepath.Base(file), out)
				}
			}
		})
	}
}
