// Package kanyin holds the tests that are about the whole project: its import
// table is true, and every finding can be explained.
package kanyin

import (
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
)

const module = "kanyin/"

// messages is the package that all may import: whoever finds something says it.
const messages = "issues/say"

// A row is what the table allows a package to import.
type row struct{ ours, others []string }

func TestLayers(t *testing.T) {
	table := readTable(t)
	for pkg, imports := range listImports(t) {
		r, ok := table[pkg]
		if !ok {
			t.Errorf("%s does not stand in ARCHITECTURE.md's table", pkg)
			continue
		}
		for _, imp := range imports {
			if !r.allows(imp) {
				t.Errorf("%s imports %s, which ARCHITECTURE.md's table does not allow", pkg, imp)
			}
		}
		delete(table, pkg)
	}
	for pkg := range table {
		t.Errorf("ARCHITECTURE.md's table has %s, the project has not", pkg)
	}
}

func (r row) allows(imp string) bool {
	if own, ok := strings.CutPrefix(imp, module); ok {
		if own == messages {
			return true
		}
		for _, o := range r.ours {
			if o == "all" || o == own {
				return true
			}
		}
		return false
	}
	for _, o := range r.others {
		if imp == o || strings.HasPrefix(imp, o+"/") {
			return true
		}
	}
	return false
}

// readTable reads the rows under the heading "Who may import whom".
func readTable(t *testing.T) map[string]row {
	t.Helper()
	text, err := os.ReadFile("ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	_, after, ok := strings.Cut(string(text), "## Who may import whom")
	if !ok {
		t.Fatal("ARCHITECTURE.md has no heading \"Who may import whom\"")
	}
	section, _, _ := strings.Cut(after, "\n## ")
	table := map[string]row{}
	for _, line := range strings.Split(section, "\n") {
		cells := strings.Split(strings.Trim(line, "| "), "|")
		if len(cells) != 3 || !strings.HasPrefix(cells[0], "`") {
			continue
		}
		table[strings.Trim(cells[0], "` ")] = row{names(cells[1]), names(cells[2])}
	}
	if len(table) == 0 {
		t.Fatal("ARCHITECTURE.md's table has no rows")
	}
	return table
}

func names(cell string) []string {
	var out []string
	for _, n := range strings.Split(cell, ",") {
		if n = strings.TrimSpace(n); n != "" && n != "nothing" {
			out = append(out, n)
		}
	}
	return out
}

// listImports gives the imports of every package, test-only ones and programs
// that generate data aside, the standard library's left out.
func listImports(t *testing.T) map[string][]string {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports,GoFiles", "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	found := map[string][]string{}
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct {
			ImportPath       string
			Imports, GoFiles []string
		}
		if err := d.Decode(&p); err == io.EOF {
			return found
		} else if err != nil {
			t.Fatal(err)
		}
		pkg := strings.TrimPrefix(p.ImportPath, module)
		if len(p.GoFiles) == 0 || strings.Contains(pkg, "internal/") || strings.HasSuffix(pkg, "/gen") {
			continue
		}
		found[pkg] = []string{}
		for _, imp := range p.Imports {
			if host, _, _ := strings.Cut(imp, "/"); strings.Contains(host, ".") || strings.HasPrefix(imp, module) {
				found[pkg] = append(found[pkg], imp)
			}
		}
	}
}
