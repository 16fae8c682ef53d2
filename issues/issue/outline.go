package issue

// SettleLevels gives the headings of every article levels that begin at 1 and
// never skip one going down, whatever levels they were told: readers that list
// headings, and the standards that editions keep to (PDF/UA-1, 7.4.2), take a
// missing level for a missing heading. Headings of one level under the same
// heading stay of one level.
func (iss *Issue) SettleLevels() {
	for i := range iss.Articles {
		var told []int // levels of the headings that are open, outermost first
		for k := range iss.Articles[i].Blocks {
			b := &iss.Articles[i].Blocks[k]
			if b.Kind != Heading {
				continue
			}
			for len(told) > 0 && told[len(told)-1] >= b.Level {
				told = told[:len(told)-1]
			}
			told = append(told, b.Level)
			b.Level = len(told)
		}
	}
}
