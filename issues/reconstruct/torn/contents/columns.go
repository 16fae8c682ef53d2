package contents

import (
	"strings"
	"unicode"

	"kanyin/issues/reconstruct/torn/wording"
)

// columns keeps in which column, and in which part of it, entries stand.
type columns struct {
	section, subsection string
	resume              string // the column that an upright one interrupted
	subs                bool   // the column has parts
	mark                rune   // that columns stand behind where they have no other dress
}

// read takes a column's name with its dress.
func (c *columns) read(dress rune, name string) {
	switch {
	case dress == unicode.ReplacementChar:
		if c.resume == "" && c.subs {
			c.resume = c.section
		}
		c.section, c.subsection = name, ""
	case strings.ContainsRune(wording.SubBullets, dress) && dress != 0 && c.section != "" && dress != c.mark:
		if c.resume != "" {
			c.section, c.resume = c.resume, ""
		}
		c.subsection, c.subs = name, true
	default:
		if strings.ContainsRune(wording.SubBullets, dress) && dress != 0 {
			c.mark = dress
		}
		c.section, c.subsection, c.resume, c.subs = name, "", "", false
	}
}
