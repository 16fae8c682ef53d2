package correct

import (
	"fmt"
	"path"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"kanyin/issues/issue"
	"kanyin/issues/say"
)

// A Place names a line of the source.
type Place struct {
	Number int    // of the line when the correction was made: a hint, 0 for none
	Text   string // what the line begins with; whole where it is short
}

// headLength is how many runes of a line a place keeps: titles are shorter, and
// of an issue's paragraphs no two begin alike for so long.
const headLength = 24

// placeForm is how a place is written: "187: 浮桥上的三代人".
var placeForm = regexp.MustCompile(`^\s*(\d+):\s?(.*)$`)

// ParsePlace reads a place as corrections.toml has it.
func ParsePlace(s string) Place {
	if m := placeForm.FindStringSubmatch(s); m != nil && strings.TrimSpace(m[2]) != "" {
		if n, err := strconv.Atoi(m[1]); err == nil {
			return Place{n, strings.TrimSpace(m[2])}
		}
	}
	return Place{0, strings.TrimSpace(s)}
}

// String writes the place as corrections.toml has it.
func (p Place) String() string {
	if p.Number == 0 {
		return p.Text
	}
	return fmt.Sprintf("%d: %s", p.Number, p.Text)
}

// MarshalText writes the place into a TOML string.
func (p Place) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads the place from a TOML string.
func (p *Place) UnmarshalText(text []byte) error {
	*p = ParsePlace(string(text))
	return nil
}

// PlaceOf names line n of the lines by what it begins with. It never ends with a
// space: what is shorter than headLength is the whole line.
func PlaceOf(lines []string, n int) Place {
	text := []rune(strings.TrimSpace(lines[n-1]))
	end := min(len(text), headLength)
	for end > 0 && unicode.IsSpace(text[end-1]) {
		end++
	}
	return Place{n, string(text[:end])}
}

// A Correction is one thing that an editor says of one line. One of the groups
// of fields is given; Editor and Note may stand beside any.
type Correction struct {
	Line   Place  `toml:"line"`
	Beside string `toml:"beside"` // what the line before it begins with, where others read just like Line

	Kind   string `toml:"kind"`   // what the line is; see Kinds
	Level  int    `toml:"level"`  // of a heading
	Reason string `toml:"reason"` // why it is dropped

	Begins *bool `toml:"begins"` // an article begins with the line, or does not

	After *Place `toml:"after"` // the line goes on after that one
	Ends  bool   `toml:"ends"`  // the block ends with the line
	Cut   string `toml:"cut"`   // the block ends inside the line, before this text of it

	Article *Place `toml:"article"` // the line's block belongs to the article that begins there,
	Behind  *Place `toml:"behind"`  // and stands behind the block of that line

	Title      *string   `toml:"title"` // of the article that the line stands in; so are the next
	Subtitle   *string   `toml:"subtitle"`
	Authors    *[]string `toml:"authors"`
	Section    *string   `toml:"section"`
	Subsection *string   `toml:"subsection"`
	Page       *int      `toml:"page"`
	Follows    *Place    `toml:"follows"` // the article stands behind that one
	First      bool      `toml:"first"`   // the article stands before all others

	Announces *Place `toml:"announces"` // the line is a row of the contents, and that is its article

	Old *string `toml:"old"` // what the line says, and
	New *string `toml:"new"` // what it should say

	Picture string `toml:"picture"` // a file beside the text: what the caption is about
	Checked string `toml:"checked"` // the code of a finding that was looked at: it stands so

	Editor string `toml:"editor"` // who corrected
	Note   string `toml:"note"`   // why
}

// dropped are the kinds of lines that no edition prints.
var dropped = map[string]issue.Kind{"running-head": issue.RunningHead, "page-number": issue.PageNumber, "dropped": issue.RunningHead}

// forms are the kinds that are paragraphs of a form.
var forms = map[string]issue.Form{
	"question": issue.Question, "answer": issue.Answer, "quotation": issue.Quotation, "item": issue.Item, "verse": issue.Verse, "book": issue.Book,
}

// Kinds are all that a line can be said to be, in the order that a desk offers
// them.
var Kinds = []string{
	"paragraph", "heading", "title", "subtitle", "kicker", "byline", "role", "dateline", "caption", "credit", "note", "source", "editor",
	"affiliation", "data", "prompt", "question", "answer", "quotation", "item", "verse", "book",
	"cover", "toc", "masthead", "running-head", "page-number", "dropped",
}

// group names what the correction is about; more than one is an error.
func (c *Correction) group() (string, error) {
	var groups []string
	add := func(name string, given bool) {
		if given {
			groups = append(groups, name)
		}
	}
	add("kind", c.Kind != "")
	add("begins", c.Begins != nil)
	add("after", c.After != nil)
	add("ends", c.Ends)
	add("cut", c.Cut != "")
	add("article", c.Article != nil || c.Behind != nil)
	add("title", c.Title != nil || c.Subtitle != nil || c.Authors != nil || c.Section != nil || c.Subsection != nil || c.Page != nil)
	add("order", c.Follows != nil || c.First)
	add("announces", c.Announces != nil)
	add("text", c.Old != nil || c.New != nil)
	add("picture", c.Picture != "")
	add("checked", c.Checked != "")
	switch len(groups) {
	case 1:
		return groups[0], nil
	case 0:
		return "", say.Errorf("the correction of %q says nothing; give it kind, begins, after, ends, cut, article, title, follows, announces, old and new, picture or checked", c.Line)
	}
	return "", say.Errorf("the correction of %q says %s at once; write a [[correction]] for each", c.Line, strings.Join(groups, " and "))
}

// validate tells what is wrong with the correction as it is written.
func (c *Correction) validate() error {
	if c.Line.Text == "" {
		return say.Errorf("a correction names its line by the first characters of it: line = \"…\"")
	}
	if _, err := strconv.Atoi(c.Line.Text); err == nil && c.Line.Number == 0 {
		return say.Errorf("line = %q is a number alone; name the line by its first characters, as %s: …", c.Line.Text, c.Line.Text)
	}
	group, err := c.group()
	switch {
	case err != nil:
		return err
	case group == "kind" && !known(c.Kind):
		return say.Errorf("there is no kind %q; there are %s", c.Kind, strings.Join(Kinds, ", "))
	case c.Level != 0 && c.Kind != "heading" || c.Level < 0 || c.Level > 3:
		return say.Errorf("level is a heading's, from 1 to 3")
	case group == "text" && (c.Old == nil || c.New == nil || *c.Old == "" || *c.Old == *c.New):
		return say.Errorf("a mended text has old = \"…\" and new = \"…\", which differ")
	case group == "picture" && !safeName(c.Picture):
		return say.Errorf("picture = %q: name a file in the issue's own folder or below it", c.Picture)
	case group == "picture" && !pictureName(c.Picture):
		return say.Errorf("picture = %q: a picture is a .jpg, .jpeg or .png", c.Picture)
	}
	return nil
}

func known(kind string) bool {
	for _, k := range Kinds {
		if k == kind {
			return true
		}
	}
	return false
}

func pictureName(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".jpg", ".jpeg", ".png":
		return true
	}
	return false
}

// safeName reports whether the path stays below the issue's folder.
func safeName(name string) bool {
	if name == "" || strings.ContainsAny(name, "\\:\x00") || strings.HasPrefix(name, "/") {
		return false
	}
	for _, part := range strings.Split(name, "/") {
		if part == "" || part == "." || part == ".." {
			return false
		}
	}
	return true
}
