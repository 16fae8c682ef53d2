package correct

import (
	"strconv"
	"strings"
	"unicode"

	"kanyin/issues/say"
)

// Sentence reads a correction from a sentence about the lines:
//
//	LINE is KIND [LEVEL] [: REASON]        LINE begins · LINE begins not
//	LINE after LINE · LINE ends · LINE cut TEXT
//	LINE in LINE [behind LINE] · LINE behind LINE
//	LINE title|subtitle|section|subsection|authors TEXT · LINE page N
//	LINE follows LINE · LINE first         LINE announces LINE
//	LINE text OLD → NEW                    LINE picture FILE · LINE checked CODE
//
// A LINE is its number, or what it begins with, in quotation marks where that
// has spaces. The correction names it by content, whichever was given.
func Sentence(s string, lines []string) (Correction, error) { return sentence(s, newText(lines)) }

// Sentence reads a correction of the text that these were fitted to: a part of a
// line that one of them cuts is a line, named by what it begins with.
func (fit *Fitted) Sentence(s string) (Correction, error) {
	return sentence(s, fit.cut.text())
}

func sentence(s string, text *text) (Correction, error) {
	p := &parser{rest: strings.TrimSpace(s), text: text}
	c, err := p.correction()
	if err == nil {
		err = c.validate()
	}
	if err != nil {
		return c, say.Errorf("%s: %w", s, err)
	}
	return c, nil
}

type parser struct {
	rest string
	text *text
}

func (p *parser) correction() (Correction, error) {
	var c Correction
	line, err := p.place()
	if err != nil {
		return c, err
	}
	c.Line = *line
	c.Beside = p.text.beside(c.Line)
	verb := p.word()
	switch verb {
	case "is":
		return c, p.kind(&c)
	case "begins":
		yes := p.word() != "not"
		c.Begins = &yes
	case "ends":
		c.Ends = true
	case "first":
		c.First = true
	case "after":
		c.After, err = p.place()
	case "follows":
		c.Follows, err = p.place()
	case "announces":
		c.Announces, err = p.place()
	case "behind":
		c.Behind, err = p.place()
	case "in":
		if c.Article, err = p.place(); err == nil && p.word() == "behind" {
			c.Behind, err = p.place()
		}
	case "text":
		return c, p.mend(&c)
	case "cut":
		c.Cut = p.operand()
	case "picture":
		c.Picture = p.operand()
	case "checked":
		c.Checked = p.operand()
	default:
		return c, p.field(&c, verb)
	}
	return c, err
}

func (p *parser) kind(c *Correction) error {
	said, rest, _ := strings.Cut(p.rest, " ")
	c.Kind = strings.TrimSuffix(said, ":")
	if c.Kind != said {
		rest = ":" + rest
	}
	if level, reason, _ := strings.Cut(rest, ":"); strings.TrimSpace(level) != "" {
		n, err := strconv.Atoi(strings.TrimSpace(level))
		if err != nil {
			return say.Errorf("behind %q stands a heading's level, or a colon and a reason", c.Kind)
		}
		c.Level, c.Reason = n, strings.TrimSpace(reason)
	} else {
		c.Reason = strings.TrimSpace(reason)
	}
	return nil
}

func (p *parser) mend(c *Correction) error {
	var old, new string
	if strings.HasPrefix(p.rest, `"`) {
		old = p.operandUpTo(true)
		p.rest = strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(p.rest), "→"), "->")
		new = p.operand()
	} else {
		before, after, ok := strings.Cut(p.rest, "→")
		if !ok {
			before, after, ok = strings.Cut(p.rest, "->")
		}
		if !ok {
			return say.Errorf("a mended text is OLD → NEW")
		}
		old, new = strings.TrimSpace(before), strings.TrimSpace(after)
	}
	c.Old, c.New = &old, &new
	return nil
}

func (p *parser) field(c *Correction, name string) error {
	value := p.operand()
	switch name {
	case "title":
		c.Title = &value
	case "subtitle":
		c.Subtitle = &value
	case "section":
		c.Section = &value
	case "subsection":
		c.Subsection = &value
	case "authors":
		names := namesOf(value)
		c.Authors = &names
	case "page":
		n, err := strconv.Atoi(value)
		if err != nil || n < 0 {
			return say.Errorf("a page is a number, not %q", value)
		}
		c.Page = &n
	case "":
		return say.Errorf("say what the line is, such as: LINE is heading")
	default:
		return say.Errorf("there is no %q; say is, begins, after, ends, cut, in, behind, title, subtitle, authors, section, subsection, page, follows, first, announces, text, picture or checked", name)
	}
	return nil
}

// namesOf parts a list of names at commas and enumeration marks.
func namesOf(s string) []string {
	names := []string{}
	for _, n := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("、，,；;/", r) }) {
		if n = strings.TrimSpace(n); n != "" {
			names = append(names, n)
		}
	}
	return names
}

// word takes the next word.
func (p *parser) word() string {
	p.rest = strings.TrimSpace(p.rest)
	end := strings.IndexFunc(p.rest, unicode.IsSpace)
	if end < 0 {
		end = len(p.rest)
	}
	w := p.rest[:end]
	p.rest = strings.TrimSpace(p.rest[end:])
	return w
}

// operand takes all that is left, or a quoted string.
func (p *parser) operand() string { return p.operandUpTo(false) }

func (p *parser) operandUpTo(quotedOnly bool) string {
	p.rest = strings.TrimSpace(p.rest)
	if q, err := strconv.QuotedPrefix(p.rest); err == nil {
		if s, err := strconv.Unquote(q); err == nil {
			p.rest = p.rest[len(q):]
			return s
		}
	}
	if quotedOnly {
		return p.word()
	}
	s := p.rest
	p.rest = ""
	return s
}

// place takes a line: its number, or what it begins with.
func (p *parser) place() (*Place, error) {
	p.rest = strings.TrimSpace(p.rest)
	var said string
	if strings.HasPrefix(p.rest, `"`) {
		said = p.operandUpTo(true)
	} else {
		said = p.word()
	}
	if said == "" {
		return nil, say.Errorf("a line is missing: its number, or what it begins with")
	}
	n, err := p.line(said)
	if err != nil {
		return nil, err
	}
	place := p.text.place(n)
	return &place, nil
}

// line finds the line that is said.
func (p *parser) line(said string) (int, error) {
	if number, err := strconv.Atoi(said); err == nil {
		n := p.text.line(number)
		switch {
		case n < 1 || n > len(p.text.lines):
			return 0, say.Errorf("there is no line %d; the last is %d", number, p.text.number(len(p.text.lines)))
		case p.text.keys[n-1] == "":
			return 0, say.Errorf("line %d is blank", number)
		}
		return n, nil
	}
	at := p.text.beginning(keyOf(said))
	switch len(at) {
	case 0:
		return 0, say.Errorf("no line begins with %q", said)
	case 1:
		return at[0], nil
	}
	return 0, say.Errorf("%d lines begin with %q (%d, %d, …); name one by its number", len(at), said, p.text.number(at[0]), p.text.number(at[1]))
}

// beside gives what the line before begins with, if others read like this one.
func (t *text) beside(p Place) string {
	key := keyOf(p.Text)
	n := 0
	for i := range t.keys {
		if strings.HasPrefix(t.keys[i], key) {
			n++
		}
	}
	if n < 2 {
		return ""
	}
	for i := t.line(p.Number) - 2; i >= 0; i-- {
		if t.keys[i] != "" {
			return PlaceOf(t.lines, i+1).Text
		}
	}
	return ""
}
