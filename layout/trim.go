package layout

// A Trim is a size of paper that printers know by name.
type Trim struct {
	Name          string
	Width, Height float64 // in millimetres
}

// Trims lists the sizes that have a name: those of Chinese periodicals and
// books as they are cut of a sheet of 889 × 1194 mm (大) or 787 × 1092 mm, those
// of ISO 216, and the tabloid of 11 × 17 inches. 4开 is the small newspaper.
func Trims() []Trim {
	return []Trim{
		{"大16开", 210, 285}, {"16开", 185, 260}, {"大32开", 140, 203}, {"32开", 130, 184}, {"4开", 390, 545},
		{"A4", 210, 297}, {"A5", 148, 210}, {"B5", 176, 250}, {"tabloid", 279, 432},
	}
}

// trimmed is the paper with the size of the trim that it names, where it has
// none of its own.
func (p Paper) trimmed() Paper {
	for _, t := range Trims() {
		if t.Name == p.Trim {
			p.Width, p.Height = or(p.Width, t.Width), or(p.Height, t.Height)
		}
	}
	return p
}
