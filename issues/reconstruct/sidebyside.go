package reconstruct

import "strings"

// sideBySide reads a row that holds entries of several columns of the contents,
// parted by wide gaps, each with its page; nil where it holds one or none.
func (d *draft) sideBySide(i int) []cell {
	parts := atGaps(d.rows[i].raw)
	if len(parts) < 2 {
		return nil
	}
	if cells := d.pagesBehind(parts); cells != nil {
		return cells
	}
	return d.pagesBefore(parts)
}

// pagesBehind makes cells that end with their pages.
func (d *draft) pagesBehind(parts []string) []cell {
	var cells []cell
	held := ""
	for _, p := range parts {
		held = strings.TrimSpace(held + " " + p)
		if c := d.cell(held); c.page > 0 && !c.lead && c.rest != "" {
			cells, held = append(cells, c), ""
		}
	}
	if held != "" || len(cells) < 2 {
		return nil
	}
	return cells
}

// pagesBefore makes cells that begin with their pages.
func (d *draft) pagesBefore(parts []string) []cell {
	var texts []string
	for _, p := range parts {
		if page, rest, ok := leadingPage(p); ok && page > 0 && rest != "" {
			texts = append(texts, p)
		} else if len(texts) > 0 {
			texts[len(texts)-1] += " " + p
		} else {
			return nil
		}
	}
	if len(texts) < 2 {
		return nil
	}
	var cells []cell
	for _, t := range texts {
		cells = append(cells, d.cell(t))
	}
	return cells
}

// atGaps parts a raw line at its wide gaps and folds the parts.
func atGaps(raw string) []string {
	const wide = 4 // half ems: two blanks between title and author are less
	var parts []string
	gap, from, to := 0, 0, 0 // to is where the gap begins
	for at, r := range raw {
		if n := indentOf(string(r)); n > 0 {
			if gap == 0 {
				to = at
			}
			gap += n
			continue
		}
		if gap >= wide && to > from {
			parts = append(parts, foldOf(raw[from:to]))
			from = at
		}
		gap = 0
	}
	return append(parts, foldOf(raw[from:]))
}
