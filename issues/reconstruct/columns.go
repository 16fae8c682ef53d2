package reconstruct

import (
	"strings"
	"unicode"
)

// columns keeps in which column, and in which part of it, entries stand.
type columns struct {
	section, subsection string
	resume              string // the column that an upright one interrupted
	subs                bool   // the column has parts
	mark                rune   // that columns stand behind where they have no other dress
	capitals            bool   // they are set in capitals
}

// columnsInCapitals reports whether all columns, and not the titles, are set in
// Latin capitals: these are a dress like a frame.
func (p *period) columnsInCapitals() bool {
	n := 0
	for _, s := range p.spans {
		capitals := s.text == strings.ToUpper(s.text) && strings.IndexFunc(s.text, latin) >= 0
		switch {
		case s.role == columnRole && !capitals, s.role == titleRole && capitals:
			return false
		case s.role == columnRole:
			n++
		}
	}
	return n > 0
}

// headline gives a name that was set in capitals as titles are set.
func headline(name string) string {
	words := strings.Fields(strings.ToLower(name))
	for i, w := range words {
		if i == 0 || !contains(smallWords, w) {
			r := firstRune(w)
			words[i] = strings.ToUpper(string(r)) + strings.TrimPrefix(w, string(r))
		}
	}
	return strings.Join(words, " ")
}

// read takes a column's name with its dress.
func (c *columns) read(dress rune, name string) {
	if c.capitals {
		name = headline(name)
	}
	switch {
	case dress == unicode.ReplacementChar:
		if c.resume == "" && c.subs {
			c.resume = c.section
		}
		c.section, c.subsection = name, ""
	case strings.ContainsRune(subBullets, dress) && dress != 0 && c.section != "" && dress != c.mark:
		if c.resume != "" {
			c.section, c.resume = c.resume, ""
		}
		c.subsection, c.subs = name, true
	default:
		if strings.ContainsRune(subBullets, dress) && dress != 0 {
			c.mark = dress
		}
		c.section, c.subsection, c.resume, c.subs = name, "", "", false
	}
}
