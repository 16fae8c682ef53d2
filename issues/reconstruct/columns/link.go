package columns

// llr is how much likelier rows that end and begin so are one text than two, as
// a logarithm: counted on the rows of houses whose order is known, against other
// rows of the same pages.
var (
	llrOther = [ends][beginnings]float64{
		ended:  {-.2, -.35, 0},
		paused: {-1.9, 0, .3},
		open:   {0, 0, -.1}, // before an ideograph see llrOpen
	}
	// by what of a word a cut would break, and by how often the issue has the
	// two characters together
	llrOpen = [4][5]float64{
		{-.85, -.9, -.15, .95, 1.9},
		{0, 0, .65, 1.6, 2.8},
		{1, 1.05, 1.45, 2.9, 3.65},
		{2.3, 2.3, 2.1, 4.2, 4.4},
	}
	// by whether the first leaves a quotation or a bracket open, and by whether
	// the second has no such mark, opens one first or closes one
	llrQuotes = [2][3]float64{{.05, .05, -1.7}, {-1.65, -1.7, 2.25}}
)

// llrEnded adds to it behind a sentence's end, by how wide both rows are: behind
// a short row stands the first of a paragraph, which has an indent.
var llrEnded = [widths][widths]float64{
	{0, .5, .1, 0}, {-.55, .35, .3, .3}, {-.9, .4, .2, .2}, {0, .4, .3, -.5},
}

// llrKinds is the same for rows that are not both running text: the first
// behind the end of a sentence, the second elsewhere.
var llrKinds = [classes][classes][2]float64{
	prose:    {heading: {1.4, -2.2}, kicker: {-0.8, -2.0}, title: {0.1, -2.2}, subtitle: {-0.9, -3.0}, byline: {0.6, -2.0}, lead: {-1.5, -2.8}, kept: {-0.5, -1.2}, caption: {0.8, -1.1}, box: {-0.2, -1.5}, quote: {0.7, -2.0}, foot: {1.1, -1.8}},
	heading:  {prose: {0.2, 0.0}, heading: {-0.5, 0.5}, kicker: {-0.6, -2.2}, title: {-1.7, -3.8}, subtitle: {-0.2, -1.7}, byline: {-1.2, -3.4}, lead: {-2.2, -3.6}, kept: {-1.1, -0.2}, caption: {0.7, 0.1}, box: {-0.2, -1.0}, quote: {0.3, 0.2}, foot: {-0.2, -2.9}},
	kicker:   {prose: {0.1, -2.6}, heading: {0.1, -1.4}, kicker: {0.1, -0.8}, title: {0.1, 2.2}, subtitle: {0.1, 1.5}, byline: {0.1, -2.9}, lead: {0.1, -3.1}, kept: {0.1, -1.9}, caption: {0.1, -0.4}, box: {0.1, -1.0}, quote: {0.1, 0.0}, foot: {0.1, -3.0}},
	title:    {prose: {-0.5, -1.3}, heading: {-0.1, 0.2}, kicker: {-0.2, -1.4}, title: {-0.7, 1.2}, subtitle: {0.7, 1.6}, byline: {1.7, 1.8}, lead: {0.3, -0.6}, kept: {-0.6, -1.8}, caption: {-0.3, -0.7}, box: {-0.3, -2.2}, quote: {0.1, -0.7}, foot: {-0.6, -3.8}},
	subtitle: {prose: {0.1, -0.9}, heading: {0.1, 0.3}, kicker: {0.1, -1.6}, title: {0.1, 0.4}, subtitle: {0.1, 1.5}, byline: {0.1, 1.8}, lead: {0.1, -0.7}, kept: {0.1, -1.5}, caption: {0.1, -0.6}, box: {0.1, -0.1}, quote: {0.1, 0.1}, foot: {0.1, -0.7}},
	byline:   {prose: {0.1, -0.6}, heading: {0.1, 0.6}, kicker: {0.1, 0.1}, title: {0.1, -1.1}, subtitle: {0.1, -0.6}, byline: {0.1, 1.6}, lead: {0.1, 0.9}, kept: {0.1, -2.0}, caption: {0.1, 0.1}, box: {0.1, -1.4}, quote: {0.1, -0.3}, foot: {0.1, 0.5}},
	lead:     {prose: {-0.4, -0.5}, heading: {0.9, 0.6}, kicker: {-1.3, -2.4}, title: {-2.9, -4.3}, subtitle: {-1.1, -1.8}, byline: {-3.1, -4.2}, lead: {0.7, 0.7}, kept: {-1.4, -0.2}, caption: {-0.7, 0.1}, box: {0.1, -0.9}, quote: {0.1, 0.1}, foot: {-0.8, -2.1}},
	kept:     {prose: {-0.4, -1.1}, heading: {-0.1, -0.1}, kicker: {-0.5, -0.1}, title: {0.2, -0.6}, subtitle: {-0.3, -1.2}, byline: {0.3, -0.8}, lead: {-0.9, -0.9}, kept: {0.1, 0.2}, caption: {-0.1, -0.2}, box: {-0.1, -1.7}, quote: {0.1, -0.1}, foot: {0.2, -1.3}},
	caption:  {prose: {-0.4, -0.1}, heading: {0.7, -0.1}, kicker: {0.9, 0.0}, title: {0.9, -0.4}, subtitle: {0.1, -0.6}, byline: {-0.8, -0.6}, lead: {-1.1, -1.3}, kept: {-0.5, -0.9}, caption: {1.3, 1.6}, box: {0.6, 0.1}, quote: {-0.2, -0.2}, foot: {0.3, -0.8}},
	box:      {prose: {-0.1, -1.9}, heading: {-0.3, -1.9}, kicker: {1.1, 1.3}, title: {0.5, 0.7}, subtitle: {0.1, -0.2}, byline: {-0.5, -1.2}, lead: {-0.5, -1.1}, kept: {-0.9, -1.8}, caption: {0.3, -1.1}, box: {0.2, 0.5}, quote: {0.0, -0.5}, foot: {-1.5, -1.9}},
	quote:    {prose: {0.4, -2.4}, heading: {-0.5, -1.6}, kicker: {0.1, 0.0}, title: {0.1, -0.6}, subtitle: {0.1, 0.1}, byline: {0.0, -0.2}, lead: {0.1, 0.1}, kept: {-0.1, -0.5}, caption: {-0.5, -0.6}, box: {-0.3, -0.2}, quote: {-1.8, 1.6}, foot: {0.0, 0.0}},
	foot:     {prose: {-3.6, -3.3}, heading: {-1.9, -3.0}, kicker: {0.6, 2.5}, title: {-0.2, 0.8}, subtitle: {0.1, -0.2}, byline: {-2.1, -0.9}, lead: {-1.4, -1.7}, kept: {-2.0, -3.4}, caption: {0.0, 0.1}, box: {-0.6, 0.7}, quote: {-0.1, 0.1}, foot: {0.4, 0.5}},
}

// link weighs whether row j goes on where row i ends.
func (r *reader) link(i, j int) float64 {
	key := [2]int{i, j}
	if v, ok := r.known[key]; ok {
		return v
	}
	v := r.weigh(i, j)
	r.known[key] = v
	return v
}

func (r *reader) weigh(i, j int) float64 {
	a, b := r.rows[i].Text, r.rows[j].Text
	ci, cj := r.class[i], r.class[j]
	e := endOf(a)
	if ci != prose || cj != prose {
		v := llrKinds[ci][cj][min(e, 1)]
		if ci == cj && e == open && beginOf(b) == ideograph {
			v += llrOpen[gainOf(a, b)][r.affinity(a, b)] / 2
		}
		return v
	}
	v := llrQuotes[bit(leavesOpen(a))][closesFirst(b)]
	switch s := beginOf(b); {
	case e == ended:
		return v + llrOther[e][s] + llrEnded[r.wide(i)][r.wide(j)]
	case e != open || s != ideograph:
		return v + llrOther[e][s]
	}
	return v + llrOpen[gainOf(a, b)][r.affinity(a, b)]
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}
