package correct

import (
	"fmt"
	"strings"
)

// Says gives the correction as one sentence, in the form that [Sentence] reads.
func (c *Correction) Says() string {
	line := c.Line.String()
	group, _ := c.group()
	switch group {
	case "kind":
		s := line + " is " + c.Kind
		if c.Level != 0 {
			s += fmt.Sprintf(" %d", c.Level)
		}
		if c.Reason != "" {
			s += ": " + c.Reason
		}
		return s
	case "begins":
		if *c.Begins {
			return line + " begins"
		}
		return line + " begins not"
	case "after":
		return line + " after " + c.After.String()
	case "ends":
		return line + " ends"
	case "cut":
		return line + " cut " + c.Cut
	case "article":
		return line + c.saysPlace()
	case "title":
		return line + c.saysFields()
	case "order":
		if c.First {
			return line + " first"
		}
		return line + " follows " + c.Follows.String()
	case "announces":
		return line + " announces " + c.Announces.String()
	case "text":
		return line + " text " + deref(c.Old) + " → " + deref(c.New)
	case "picture":
		return line + " picture " + c.Picture
	case "checked":
		return line + " checked " + c.Checked
	}
	return line
}

func (c *Correction) saysPlace() string {
	s := ""
	if c.Article != nil {
		s += " in " + c.Article.String()
	}
	if c.Behind != nil {
		s += " behind " + c.Behind.String()
	}
	return s
}

func (c *Correction) saysFields() string {
	var b strings.Builder
	field := func(name string, v *string) {
		if v != nil {
			b.WriteString(" " + name + " " + *v)
		}
	}
	field("title", c.Title)
	field("subtitle", c.Subtitle)
	if c.Authors != nil {
		b.WriteString(" authors " + strings.Join(*c.Authors, "、"))
	}
	field("section", c.Section)
	field("subsection", c.Subsection)
	if c.Page != nil {
		fmt.Fprintf(&b, " page %d", *c.Page)
	}
	return b.String()
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
