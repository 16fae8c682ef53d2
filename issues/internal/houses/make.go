package houses

import (
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"

	"kanyin/issues/reconstruct/label"
	"kanyin/issues/source"
)

// A Form is how the lines of a magazine come to a reader.
type Form int

// The forms.
const (
	Set    Form = iota // as it was set: column by column, nothing but line ends and form feeds
	Spaced             // the same with a blank line where the page has a gap, as mutool writes it; every third seed with radicals for ideographs
	Inset              // the same with paragraphs set in by ideographic spaces, as typists and recognisers keep it
	Woven              // as pdftotext weaves: where columns stand side by side, piece by piece by height; gaps in rows part them
	Glued              // the same as set without the spaces between ideographs, as pdftotext -raw gives pages whose spaces are gaps
	Heads              // the running heads and folios of a page behind its text
	Pages              // in the order of reading, with the facts of every line
	Forms              // how many there are
)

var formNames = [Forms]string{"set", "spaced", "inset", "woven", "glued", "heads", "pages"}

func (f Form) String() string { return formNames[f] }

// Make sets the magazine of that seed and gives its lines in that form.
func Make(seed uint64, form Form) (*House, error) {
	p, err := planIssue(seed)
	if err != nil {
		return nil, err
	}
	lines, pages := p.print()
	p.hideSections(lines)
	h := &House{Name: fmt.Sprintf("%s/%d", form, seed), Articles: p.articles}
	w := &writeout{plan: p, form: form, house: h, file: &source.File{Name: "issue.txt", Encoding: "utf-8"}}
	for page := 1; page <= pages; page++ {
		var on []*line
		for _, l := range lines {
			if l.page == page {
				on = append(on, l)
			}
		}
		w.page(page, on)
	}
	h.File = w.file
	if form != Pages { // as a reader of texts gives it
		h.File, err = source.Read(w.file.Name, strings.NewReader(h.Text()))
	}
	return h, err
}

// print sets the issue until its page numbers are the ones that it prints.
func (p *plan) print() (lines []*line, pages int) {
	where := map[string]int{}
	for range 4 {
		found := map[string]int{}
		lines, pages = p.setOnce(where, found)
		if maps.Equal(where, found) {
			break
		}
		where = found
	}
	return lines, pages
}

func (p *plan) setOnce(where, found map[string]int) ([]*line, int) {
	front := p.style
	if front.columns > 2 {
		front.columns = 2
	}
	t := newSetter(front, where)
	for _, k := range slices.Concat(p.coverPieces(), p.contentsPieces(), p.colophonPieces()) {
		t.set(k.copied())
	}
	lines, first := t.lines, 1
	if p.cover {
		first = 2
	}
	t.style, t.lines = p.style, nil
	if len(lines) > 0 {
		t.nextPage()
	}
	for _, part := range p.parts {
		at := len(t.lines)
		for _, k := range part.pieces {
			t.set(k.copied())
		}
		t.note(part, at, found)
	}
	lines = append(lines, t.lines...)
	lines = append(lines, p.furniture(t.lines, first, t.page)...)
	return lines, t.page
}

// copied gives the piece with runs of its own, so that a setting can fill in numbers.
func (k piece) copied() piece {
	k.runs = slices.Clone(k.runs)
	return k
}

// A writeout writes lines into a file, with their labels.
type writeout struct {
	*plan
	form  Form
	house *House
	file  *source.File
}

// page writes a page's lines in the order of the form.
func (w *writeout) page(n int, lines []*line) {
	w.file.Sheets = append(w.file.Sheets, source.Sheet{Width: float32(w.paper[0]), Height: float32(w.paper[1])})
	if n > 1 && w.form != Pages {
		w.file.Pages = append(w.file.Pages, len(w.file.Lines)+1)
	}
	var head, text, foot []*line
	for _, l := range lines {
		switch {
		case l.column > 0 || l.kind != label.Running:
			text = append(text, l)
		case l.y0 < w.paper[1]/2:
			head = append(head, l)
		default:
			foot = append(foot, l)
		}
	}
	if w.form == Woven {
		text = w.weave(text, n)
	}
	order := slices.Concat(head, text, foot)
	if w.form == Heads {
		order = slices.Concat(text, head, foot)
	}
	for i, l := range order {
		w.line(l, i == 0)
	}
}

// weave orders a page as extractors do that go by height: within a band of every
// second page the pieces of all columns come from top to bottom, above and below
// it column by column.
func (w *writeout) weave(lines []*line, page int) []*line {
	chunks := chunksOf(lines)
	if page%2 == 0 || len(chunks) < 3 {
		return lines
	}
	high := w.paper[1]
	from, to := high*.2*float64(page%3), high*(.5+.15*float64(page%4))
	band := func(c []*line) int {
		switch {
		case c[0].y0 < from:
			return 0
		case c[0].y0 < to:
			return 1
		}
		return 2
	}
	sort.SliceStable(chunks, func(i, j int) bool {
		a, b := chunks[i], chunks[j]
		if band(a) != band(b) {
			return band(a) < band(b)
		}
		return band(a) == 1 && a[0].y0 < b[0].y0
	})
	return slices.Concat(chunks...)
}

// chunksOf parts lines where a column ends, a piece begins after a gap, or a
// paragraph has run for some lines.
func chunksOf(lines []*line) [][]*line {
	var out [][]*line
	for i, l := range lines {
		if i == 0 || l.column != lines[i-1].column || l.gap > 0 || l.first && len(out[len(out)-1]) > 5 {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], l)
	}
	return out
}

// line writes one line, parted at its tabs where the form does so.
func (w *writeout) line(l *line, first bool) {
	if w.form == Spaced && l.gap > 0 && !first {
		w.write("", nil)
	}
	cells := []string{strings.ReplaceAll(l.text, "\t", "  ")}
	if w.form == Woven {
		cells = strings.Split(l.text, "\t")
	}
	for _, c := range cells {
		if w.form == Spaced && w.seed%3 == 0 {
			c = radicals.Replace(c)
		}
		if w.form == Glued {
			c = glue(c)
		}
		if w.form == Inset && l.indented {
			c = strings.Repeat("　", int(l.look.indent)) + c
		}
		w.write(c, l)
	}
}

// glue takes out the spaces that have an ideograph on either side.
func glue(text string) string {
	r := []rune(text)
	var out []rune
	for i, c := range r {
		inside := i > 0 && i+1 < len(r)
		if inside && (c == ' ' || c == '　') && r[i-1] > 0x2e7f && r[i+1] > 0x2e7f {
			continue
		}
		out = append(out, c)
	}
	return string(out)
}

func (w *writeout) write(text string, l *line) {
	w.file.Lines = append(w.file.Lines, text)
	if l == nil || strings.TrimSpace(text) == "" {
		w.house.Labels = append(w.house.Labels, Label{})
	} else {
		w.house.Labels = append(w.house.Labels, Label{Known: true, Kind: l.kind, Article: l.article, Block: l.block})
	}
	if w.form == Pages && l != nil {
		w.file.Facts = append(w.file.Facts, w.fact(l))
	}
}

// fact is what the page says of a line.
func (w *writeout) fact(l *line) source.Fact {
	f := source.Fact{Page: l.page, Column: l.column, Columns: w.columns, Size: float32(l.look.size), Face: l.look.face, Bold: l.look.bold, Boxed: l.look.boxed,
		X0: float32(l.x0), Y0: float32(l.y0), X1: float32(l.x1), Y1: float32(l.y1)}
	if l.column == 0 {
		f.Columns = 1
	}
	f.Start, f.End = told(l.first), told(l.last)
	return f
}

func told(yes bool) int8 {
	if yes {
		return 1
	}
	return -1
}
