package damage

import "fmt"

// Every damage moves whole columns, or marks a cut. None changes the order of
// a block's pieces: that is the truth.

// tear applies the faults to the columns.
func (f *flow) tear() {
	touched := map[int]bool{} // articles with a damage already: one each, so that the way back is plain
	for i := 0; i+1 < len(f.columns); i++ {
		a := f.columns[i].owner
		if touched[a] {
			continue
		}
		switch {
		case f.chance(f.faults.Jump) && f.jump(i, touched):
		case f.chance(f.faults.Weave) && f.weave(i, touched):
		case f.chance(f.faults.BeforeTitle) && f.beforeTitle(i):
		case f.intrude(i, touched):
		default:
			continue
		}
		touched[a] = true
	}
}

func (f *flow) chance(p float64) bool { return p > 0 && f.rng.Float64() < p }

// severed says whether a paragraph runs from the column i over into j.
func (f *flow) severed(i, j int) bool {
	a, b := f.columns[i].body(true), f.columns[j].body(false)
	return a != nil && b != nil && a.block == b.block
}

// body is the last or first piece of running text in the column.
func (c *column) body(last bool) *piece {
	for k := range c.pieces {
		p := c.pieces[k]
		if last {
			p = c.pieces[len(c.pieces)-1-k]
		}
		if isBody(p.block.kinds[0]) {
			return p
		}
	}
	return nil
}

// swap lets two columns change places. Both then stand on the later one's
// page: an article that begins keeps the page that the contents give it.
func (f *flow) swap(i, j int) {
	c := f.columns
	c[i].page = c[j].page
	c[i], c[j] = c[j], c[i]
}

func (f *flow) owners(from, n int) []int {
	var out []int
	for _, c := range f.columns[from:min(from+n, len(f.columns))] {
		out = append(out, c.owner)
	}
	return out
}

// intrude puts the first column of the next article before the last of this
// one: A A B B becomes A B A B, or A B A where B has one column.
func (f *flow) intrude(i int, touched map[int]bool) bool {
	o := f.owners(i, 4)
	if len(o) < 3 || o[0] != o[1] || o[2] == o[1] || !f.columns[i+2].opens || touched[o[2]] {
		return false
	}
	if len(o) == 4 && o[3] == o[2] && !f.severed(i+2, i+3) {
		return false
	}
	if f.columns[i+1].body(false) == nil {
		return false // an end mark alone could not find its way back
	}
	p := f.faults.FullStop
	if f.severed(i, i+1) {
		p = f.faults.Intruder
	}
	if !f.chance(p) {
		return false
	}
	f.swap(i+1, i+2)
	touched[o[2]] = true
	return true
}

// beforeTitle puts the second column of an article before the first.
func (f *flow) beforeTitle(i int) bool {
	o := f.owners(i, 3)
	if len(o) < 2 || o[0] != o[1] || !f.columns[i].opens || !f.severed(i, i+1) {
		return false
	}
	if f.columns[i].page != f.columns[i+1].page {
		return false
	}
	if len(o) == 3 && o[2] == o[1] && !f.severed(i+1, i+2) {
		return false
	}
	f.swap(i, i+1)
	return true
}

// weave lets the columns of two short articles take turns: A A B B becomes
// A B A B on facing pages.
func (f *flow) weave(i int, touched map[int]bool) bool {
	o := f.owners(i, 5)
	if len(o) < 4 || o[0] != o[1] || o[1] == o[2] || o[2] != o[3] || touched[o[2]] {
		return false
	}
	if !f.columns[i].opens || !f.columns[i+2].opens || len(o) == 5 && o[4] == o[3] {
		return false
	}
	if !f.severed(i, i+1) || !f.severed(i+2, i+3) {
		return false
	}
	f.swap(i+1, i+2)
	touched[o[2]] = true
	return true
}

// jump cuts an article before its last column and prints that column some
// pages on, with the words that say so.
func (f *flow) jump(i int, touched map[int]bool) bool {
	o := f.owners(i, 3)
	if len(o) < 3 || o[0] != o[1] || o[2] == o[1] || !f.severed(i, i+1) {
		return false
	}
	to := f.afterArticle(i + 2 + f.rng.IntN(6))
	if to <= i+2 || touched[f.columns[to-1].owner] {
		return false
	}
	from, moved, target := f.columns[i], f.columns[i+1], f.columns[to-1].page
	if target == from.page {
		return false
	}
	tail, head := from.body(true), moved.body(false)
	tail.text += fmt.Sprintf(f.word("（下转第%d页）", "（下轉第%d頁）", " (continued on page %d)"), target.number)
	head.text = fmt.Sprintf(f.word("（上接第%d页）", "（上接第%d頁）", "(continued from page %d) "), from.page.number) + head.text
	moved.page = target
	copy(f.columns[i+1:to-1], f.columns[i+2:to])
	f.columns[to-1] = moved
	touched[f.columns[to-2].owner] = true
	return true
}

// afterArticle is the index after the article that holds column i ends, or 0.
func (f *flow) afterArticle(i int) int {
	for ; i < len(f.columns); i++ {
		if i+1 == len(f.columns) || f.columns[i+1].opens && f.columns[i+1].owner != f.columns[i].owner {
			return i + 1
		}
	}
	return 0
}

// word picks by script.
func (f *flow) word(hans, hant, latin string) string {
	return [...]string{hans, hant, latin}[f.house.Script]
}
