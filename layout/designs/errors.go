package designs

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"kanyin/issues/say"
	"kanyin/layout"
)

// decode reads TOML strictly: a key that no design has would be a wish unheard.
func decode(path string, data []byte, d *layout.Design) error {
	err := toml.NewDecoder(bytes.NewReader(data)).DisallowUnknownFields().Decode(d)
	var unknown *toml.StrictMissingError
	var wrong *toml.DecodeError
	switch {
	case errors.As(err, &unknown):
		var faults []error
		for _, e := range unknown.Errors {
			line, _ := e.Position()
			faults = append(faults, say.Errorf("%s:%d: %s", path, line, noKey(strings.Join(e.Key(), "."))))
		}
		return errors.Join(faults...)
	case errors.As(err, &wrong):
		line, _ := wrong.Position()
		name := strings.Join(wrong.Key(), ".")
		if k, ok := find(name); ok {
			return say.Errorf("%s:%d: %s takes %s", path, line, name, k.Takes)
		}
		return say.Errorf("%s:%d: the TOML is wrong: %s", path, line, strings.TrimPrefix(wrong.Error(), "toml: "))
	}
	return err
}

// noKey says that a key is none, and which one may have been meant.
func noKey(name string) say.Text {
	best, least := "", len(name)/2+1 // half of its letters may be wrong
	for _, k := range Keys() {
		if n := distance(name, k.Name); n < least {
			best, least = k.Name, n
		}
	}
	if best != "" {
		return say.Of("there is no key %s; %s is one", name, best)
	}
	return say.Of("there is no key %s; \"kanyin design show house\" prints all", name)
}

// distance is how many letters one must change, add or leave out to make one
// word of another (Levenshtein 1966).
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		before := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := before
			if a[i] != b[j] {
				change++
			}
			before = row[j+1]
			row[j+1] = min(change, before+1, row[j]+1)
		}
	}
	return row[len(b)]
}

// located puts the file and the line before every fault of a design.
func located(path string, data []byte, err error) error {
	lines := keyLines(data)
	var faults []error
	for _, f := range layout.Faults(err) {
		at := path
		for _, k := range f.Keys {
			if n := lines[k]; n > 0 {
				at = fmt.Sprintf("%s:%d", path, n)
				break
			}
		}
		faults = append(faults, say.Errorf("%s: %s", at, f.Says))
	}
	return errors.Join(faults...)
}

// keyLines gives the line of every key of a TOML file, and of every table.
func keyLines(data []byte) map[string]int {
	lines := map[string]int{}
	var p unstable.Parser
	p.Reset(data)
	table := ""
	for p.NextExpression() {
		e := p.Expression()
		if e.Kind == unstable.Table {
			table = note(&p, e, "", lines) + "."
			continue
		}
		keyValue(&p, e, table, lines)
	}
	return lines
}

// keyValue notes a key and, where its value is a table, the keys in that.
func keyValue(p *unstable.Parser, e *unstable.Node, table string, lines map[string]int) {
	if e.Kind != unstable.KeyValue {
		return
	}
	name := note(p, e, table, lines)
	if v := e.Value(); v.Kind == unstable.InlineTable {
		for it := v.Children(); it.Next(); {
			keyValue(p, it.Node(), name+".", lines)
		}
	}
}

// note enters the line of the key that an expression has, and gives its name.
func note(p *unstable.Parser, e *unstable.Node, table string, lines map[string]int) string {
	var parts []string
	line := 0
	for it := e.Key(); it.Next(); {
		parts = append(parts, string(it.Node().Data))
		line = p.Shape(it.Node().Raw).Start.Line
	}
	name := table + strings.Join(parts, ".")
	lines[name] = line
	return name
}
