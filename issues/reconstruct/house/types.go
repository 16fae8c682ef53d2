package house

import (
	"strings"
	"unicode/utf8"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/source"
)

// sections finds columns that are set as large titles: short rows in a type
// larger than that of the titles, each of which a title follows at once.
func (h *issue) sections() {
	const longest = 12 // runes of a column's name
	for _, at := range h.order {
		u := h.uses[at]
		if len(u.rows) < few || u.share(label.Section) == 1 {
			continue
		}
		over := func(i int) (title int, ok bool) {
			n := h.next(i)
			return n, utf8.RuneCountInString(h.rows[i].Text) <= longest && n >= 0 && h.labels[n].Kind == label.Title && h.hands[n].size < .9*at.size
		}
		before, titles := 0, map[hand]bool{}
		for _, i := range u.rows {
			if n, ok := over(i); ok {
				before++
				titles[h.hands[n]] = true
			}
		}
		under := 0
		for t := range titles {
			if o := h.uses[t]; o != nil {
				under += o.kinds[label.Title]
			}
		}
		// More titles than columns: otherwise both are one title of two sizes.
		if float64(before) < habit*float64(u.all) || under <= u.all {
			continue
		}
		for _, i := range u.rows {
			h.kinds[i] = label.SetOf(label.Section)
			h.labels[i].Kind = label.Section
		}
		for i, l := range h.labels { // and those that were taken for running heads or for the cover's
			if _, ok := over(i); ok && h.hands[i] == at && aside(l.Kind) {
				h.kinds[i] = label.SetOf(label.Section)
				h.labels[i].Kind = label.Section
			}
		}
		u.kinds = [label.Kinds]int{label.Section: u.all}
	}
}

// titles finds what is set as titles are and was taken for text, and text that
// was taken for a title where all titles are set larger.
func (h *issue) titles() {
	larger, other := 0, 0
	for i, l := range h.labels {
		if l.Kind != label.Title {
			continue
		}
		if h.stands(h.hands[i]) {
			larger++
		} else {
			other++
		}
	}
	const surely = 9 // of ten: houses with short notes set their titles as text is
	if larger >= few && larger >= surely*other {
		for i, l := range h.labels {
			if l.Kind == label.Title && h.hands[i] == h.body {
				h.kinds[i] = label.Without(label.Title)
			}
		}
	}
	for _, at := range h.order {
		u := h.uses[at]
		if u.kinds[label.Title] < few || u.share(label.Title) < habit || at.size < 1.15*h.body.size {
			continue
		}
		for _, i := range u.rows {
			if h.rows[i].Fact.Role != source.NoRole { // a tree knows better
				continue
			}
			switch h.labels[i].Kind {
			case label.Heading, label.Paragraph, label.Quote, label.List, label.Verse, label.Section:
				h.kinds[i] = label.SetOf(label.Title, label.Subtitle)
				h.labels[i].Kind = label.Title
			}
		}
	}
}

// headings finds rows in the type of running text that were taken for headings
// where the house has a larger or a bolder type for those.
func (h *issue) headings() {
	set, other := 0, 0
	for _, at := range h.order {
		u := h.uses[at]
		if n := u.kinds[label.Heading]; h.stands(at) && u.share(label.Heading) >= .5 {
			set += n
		} else {
			other += n
		}
	}
	if set < few || other > set {
		return
	}
	for i, l := range h.labels {
		if l.Kind == label.Heading && !h.stands(h.hands[i]) && (h.hands[i].face == h.body.face || !h.wide[i]) {
			h.kinds[i] = label.Without(label.Heading)
		}
	}
}

// stands tells whether a type stands out from running text.
func (h *issue) stands(at hand) bool { return at.size > 1.08*h.body.size || at.bold && !h.body.bold }

// heaps finds headings that head nothing and are hardly Chinese: a program in a
// type larger than the text's.
func (h *issue) heaps() {
	const most = 3 // headings one under another: part, chapter, paragraph
	for i := 0; i < len(h.labels); {
		j := i
		for j < len(h.labels) && h.labels[j].Kind == label.Heading && (j == i || h.labels[j].Begins && h.near(j-1, j)) {
			j++
		}
		foreign := 0
		for k := i; k < j; k++ {
			if t := h.rows[k].Text; strings.ContainsAny(t, "={}<>;$()") && 3*ideographs(t) < utf8.RuneCountInString(t) {
				foreign++
			}
		}
		if j-i > most && 2*foreign > j-i {
			for k := i; k < j; k++ {
				h.kinds[k] = label.Without(label.Heading, label.Title)
			}
		}
		i = max(j, i+1)
	}
}

// contents finds a page before the first title whose rows are those of the titles
// and columns to come, though no word heads it.
func (h *issue) contents() {
	later := map[string]label.Kind{}
	first := -1
	for i, l := range h.labels {
		switch l.Kind {
		case label.Title:
			later[normal.Key(h.rows[i].Text)] = label.Contents
		case label.Section:
			later[normal.Key(h.rows[i].Text)] = label.ContentsSection
		default:
			continue
		}
		if first < 0 {
			first = i
		}
	}
	for i := 0; i < first; {
		j, named := i, 0
		for ; j < first && h.rows[j].Page == h.rows[i].Page; j++ {
			if _, ok := later[normal.Key(h.rows[j].Text)]; ok {
				named++
			}
		}
		if named >= few && float64(named) >= .5*float64(j-i) {
			for k := i; k < j; k++ {
				if aside(h.labels[k].Kind) {
					continue
				}
				h.kinds[k] = label.SetOf(label.Contents)
				if kind, ok := later[normal.Key(h.rows[k].Text)]; ok {
					h.kinds[k] = label.SetOf(kind)
				}
			}
		}
		i = j
	}
}

// code finds rows of programs that were taken for headings: those in a type
// without ideographs that mostly sets programs, and single ones among a program's.
func (h *issue) code() {
	const habitual = 20 // rows: a short program shows no habit
	for at, u := range h.latin {
		if u.kinds[label.Code] < habitual || u.share(label.Code) < .5 || at == h.body {
			continue
		}
		for _, i := range u.rows {
			if h.labels[i].Kind == label.Heading {
				h.kinds[i] = label.SetOf(label.Code)
				h.labels[i].Kind = label.Code
			}
		}
	}
	for i := 1; i+1 < len(h.labels); i++ {
		over, l, under := h.labels[i-1], h.labels[i], h.labels[i+1]
		if l.Kind == label.Heading && over.Kind == label.Code && under.Kind == label.Code && !under.Begins && h.near(i-1, i) && h.near(i, i+1) {
			h.kinds[i] = label.SetOf(label.Code)
		}
	}
}

// near tells whether a row stands right over another, no further than lines of a paragraph do.
func (h *issue) near(i, j int) bool {
	a, b := h.rows[i].Fact, h.rows[j].Fact
	d := float64(b.Y1 - a.Y1)
	return a.Page == b.Page && d > 0 && d < 2.2*max(h.hands[i].size, h.hands[j].size)
}
