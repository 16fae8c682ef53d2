package main

import (
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

// A Message is a row of the catalogue.
type Message struct {
	In string // the packages that say it
	En string // English, as it stands in the source
	Zh string // Chinese; "" where nobody has translated it yet
}

// A Catalogue is sorted by package and English.
type Catalogue []Message

func readCatalogue(path string) (Catalogue, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var file struct{ Message []Message }
	if err := toml.Unmarshal(data, &file); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return file.Message, nil
}

// renewed gives the catalogue of the messages that are said, and what it had
// of others.
func (c Catalogue) renewed(messages map[string][]string) (list, orphans Catalogue) {
	known := map[string]string{}
	for _, m := range c {
		if messages[m.En] == nil {
			orphans = append(orphans, m)
		}
		known[m.En] = m.Zh
	}
	for _, en := range slices.Sorted(maps.Keys(messages)) {
		list = append(list, Message{strings.Join(messages[en], " "), en, known[en]})
	}
	slices.SortStableFunc(list, func(a, b Message) int { return strings.Compare(a.In, b.In) })
	return list, orphans
}

// verb is one of fmt's, with its flags and its number.
var verb = regexp.MustCompile(`%[-+# 0]*(?:\[(\d+)\])?[0-9]*(?:\.[0-9]*)?(?:\[(\d+)\])?([a-zA-Z%])`)

// verbs gives what a format says of each of its arguments.
func verbs(format string) map[int]string {
	out := map[int]string{}
	at := 0
	for _, m := range verb.FindAllStringSubmatch(format, -1) {
		if m[3] == "%" {
			continue
		}
		at++
		if n, err := strconv.Atoi(m[1] + m[2]); err == nil {
			at = n
		}
		out[at] += strings.NewReplacer("w", "v", "s", "v").Replace(m[3])
	}
	return out
}

// faults says what is wrong with a catalogue, given what is said.
func (c Catalogue) faults(messages map[string][]string) []string {
	var out []string
	list, orphans := c.renewed(messages)
	for _, m := range list {
		switch {
		case m.Zh == "":
			out = append(out, fmt.Sprintf("%s: nobody has translated %q", m.In, m.En))
		case !maps.Equal(verbs(m.En), verbs(m.Zh)):
			out = append(out, fmt.Sprintf("%s: the translation has other placeholders: %q, %q", m.In, m.En, m.Zh))
		}
	}
	for _, m := range orphans {
		out = append(out, fmt.Sprintf("nobody says %q any more", m.En))
	}
	return out
}

const head = `# What kanyin says, and how it says it in Chinese. "make messages" brings the
# file up to date with the source; translations are written here, by hand.
# A placeholder (%s, %d) stands in both languages; where the Chinese wants
# another order, it is numbered: %[2]s.
`

// format writes the catalogue as TOML.
func (c Catalogue) format() []byte {
	var b strings.Builder
	b.WriteString(head)
	for _, m := range c {
		fmt.Fprintf(&b, "\n[[message]]\nin = %s\nen = %s\nzh = %s\n", quoted(m.In), quoted(m.En), quoted(m.Zh))
	}
	return []byte(b.String())
}

// quoted writes a text as TOML, as plainly as may be.
func quoted(s string) string {
	switch {
	case strings.Contains(s, "\n") && !strings.Contains(s, "'''"):
		return "'''\n" + s + "'''"
	case !strings.ContainsAny(s, "\"\\\n\t"):
		return `"` + s + `"`
	case !strings.ContainsAny(s, "'\n"):
		return "'" + s + "'"
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`).Replace(s) + `"`
}
