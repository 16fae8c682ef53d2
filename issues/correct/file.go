package correct

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"kanyin/issues/say"
)

// Name is the file beside an issue's text that holds its corrections.
const Name = "corrections.toml"

// A Book is a corrections.toml: corrections, and what people wrote around them.
type Book struct {
	head    string // what stands before the first correction
	entries []entry
}

// An entry is a correction and how it is written, comments and all.
type entry struct {
	Correction
	written string
}

var header = regexp.MustCompile(`(?m)^[ \t]*\[\[[ \t]*correction[ \t]*\]\]`)

// Parse reads a corrections.toml; name is how errors call it. A key that it does
// not know, and a correction that says nothing or too much, are errors with
// their line.
func Parse(name string, data []byte) (*Book, error) {
	var all struct {
		Correction []Correction `toml:"correction"`
	}
	text := strings.TrimPrefix(lineEnds.ReplaceAllString(string(data), "\n"), "\uFEFF")
	if err := decode(name, text, &all); err != nil {
		return nil, err
	}
	heads := header.FindAllStringIndex(text, -1)
	if len(heads) != len(all.Correction) {
		return nil, say.Errorf("%s: write every correction as a table of its own: [[correction]]", name)
	}
	b := &Book{}
	parts := partsOf(text, heads)
	b.head = parts[0]
	for i, c := range all.Correction {
		if err := c.validate(); err != nil {
			return nil, say.Errorf("%s:%d: %w", name, 1+strings.Count(text[:heads[i][0]], "\n"), err)
		}
		b.entries = append(b.entries, entry{c, parts[i+1]})
	}
	return b, nil
}

// lineEnds are those of Windows, also where a program put a second return before them.
var lineEnds = regexp.MustCompile(`\r+\n`)

func decode(name, text string, into any) error {
	err := toml.NewDecoder(strings.NewReader(text)).DisallowUnknownFields().Decode(into)
	var unknown *toml.StrictMissingError
	var wrong *toml.DecodeError
	switch {
	case errors.As(err, &unknown) && len(unknown.Errors) > 0:
		line, _ := unknown.Errors[0].Position()
		return say.Errorf("%s:%d: a correction has no %q", name, line, strings.Join(unknown.Errors[0].Key(), "."))
	case errors.As(err, &wrong):
		line, _ := wrong.Position()
		return say.Errorf("%s:%d: the TOML is wrong: %s", name, line, strings.TrimPrefix(wrong.Error(), "toml: "))
	}
	return err
}

// partsOf cuts the text in front of every table, and of the comments that stand
// right over it.
func partsOf(text string, heads [][]int) []string {
	at := make([]int, 0, len(heads)+2)
	at = append(at, 0)
	for _, h := range heads {
		at = append(at, overComments(text, h[0]))
	}
	at = append(at, len(text))
	parts := make([]string, len(heads)+1)
	for i := range parts {
		parts[i] = strings.Trim(text[at[i]:at[i+1]], "\n")
	}
	return parts
}

// overComments gives where the comments begin that stand right over a table.
func overComments(text string, at int) int {
	for at > 0 {
		begin := strings.LastIndexByte(text[:at-1], '\n') + 1
		if !strings.HasPrefix(strings.TrimSpace(text[begin:at]), "#") {
			break
		}
		at = begin
	}
	return at
}

// Corrections gives them in the order of the file.
func (b *Book) Corrections() []Correction {
	list := make([]Correction, len(b.entries))
	for i, e := range b.entries {
		list[i] = e.Correction
	}
	return list
}

// Add puts the correction in its place in source order. One that says the same
// thing of the same line otherwise is replaced, so that an editor may change
// their mind as often as they like.
func (b *Book) Add(c Correction) error {
	if err := c.validate(); err != nil {
		return err
	}
	for i := range b.entries {
		if replaces(&c, &b.entries[i].Correction) {
			b.entries[i] = entry{c, ""}
			return nil
		}
	}
	at := 0
	for i := range b.entries {
		if b.entries[i].Line.Number <= c.Line.Number {
			at = i + 1
		}
	}
	b.entries = append(b.entries[:at:at], append([]entry{{c, ""}}, b.entries[at:]...)...)
	return nil
}

// replaces reports whether c says anew what old says.
func replaces(c, old *Correction) bool {
	g, _ := c.group()
	was, _ := old.group()
	if g != was || c.Line != old.Line {
		return false
	}
	switch g {
	case "title":
		return fieldsOf(c) == fieldsOf(old)
	case "text":
		return *c.Old == *old.Old
	case "checked":
		return c.Checked == old.Checked
	case "cut":
		return c.Cut == old.Cut
	}
	return true
}

// fieldsOf names the fields of an article that the correction gives.
func fieldsOf(c *Correction) string {
	return fmt.Sprint(c.Title != nil, c.Subtitle != nil, c.Authors != nil, c.Section != nil, c.Subsection != nil, c.Page != nil)
}

// Remove takes out correction i, counted from 0.
func (b *Book) Remove(i int) {
	if i >= 0 && i < len(b.entries) {
		b.entries = append(b.entries[:i:i], b.entries[i+1:]...)
	}
}

// preface explains the file to who finds it.
const preface = "# What an editor put right in this issue. The text beside it stays as it came.\n" +
	"# A line is named by its first characters; its number is only a hint."

// Bytes writes the file: corrections that were read stand as they were written,
// with their comments; new ones in one stable form.
func (b *Book) Bytes() []byte {
	var out strings.Builder
	head := b.head
	if head == "" {
		head = preface
	}
	out.WriteString(head + "\n")
	for i := range b.entries {
		e := &b.entries[i]
		if e.written == "" {
			e.written = e.format()
		}
		out.WriteString("\n" + e.written + "\n")
	}
	return []byte(out.String())
}

// format writes the correction as a table, keys in a fixed order.
func (c *Correction) format() string {
	lines := []string{"[[correction]]"}
	add := func(key, value string) { lines = append(lines, key+" = "+value) }
	str := func(key, s string) {
		if s != "" {
			add(key, quote(s))
		}
	}
	ref := func(key string, s *string) {
		if s != nil {
			add(key, quote(*s))
		}
	}
	place := func(key string, p *Place) {
		if p != nil {
			add(key, quote(p.String()))
		}
	}
	place("line", &c.Line)
	str("beside", c.Beside)
	str("kind", c.Kind)
	if c.Level != 0 {
		add("level", strconv.Itoa(c.Level))
	}
	str("reason", c.Reason)
	if c.Begins != nil {
		add("begins", strconv.FormatBool(*c.Begins))
	}
	place("after", c.After)
	if c.Ends {
		add("ends", "true")
	}
	str("cut", c.Cut)
	place("article", c.Article)
	place("behind", c.Behind)
	ref("title", c.Title)
	ref("subtitle", c.Subtitle)
	if c.Authors != nil {
		names := make([]string, len(*c.Authors))
		for i, n := range *c.Authors {
			names[i] = quote(n)
		}
		add("authors", "["+strings.Join(names, ", ")+"]")
	}
	ref("section", c.Section)
	ref("subsection", c.Subsection)
	if c.Page != nil {
		add("page", strconv.Itoa(*c.Page))
	}
	place("follows", c.Follows)
	if c.First {
		add("first", "true")
	}
	place("announces", c.Announces)
	ref("old", c.Old)
	ref("new", c.New)
	str("picture", c.Picture)
	str("checked", c.Checked)
	str("editor", c.Editor)
	str("note", c.Note)
	return strings.Join(lines, "\n")
}

// quote writes a TOML basic string; ideographs stay as they are.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteRune('\\')
			b.WriteRune(r)
		case r < ' ' || r == 0x7F || r == '\uFFFD':
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
