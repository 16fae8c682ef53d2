package damage

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"kanyin/issues/issue"
)

// Figures say how near a reconstruction is to the truth, each from 0 to 1.
type Figures struct {
	Labels   float64 // lines whose kind is right
	Starts   float64 // F1 of the articles' first title lines
	Placed   float64 // articles' lines in the right article
	Joins    float64 // F1 of "these two lines are one block"
	FarJoins float64 // recall of the joins between lines that are not neighbours
	Order    float64 // F1 of "this body block follows that one"
	Titles   float64
	Authors  float64
	Sections float64
	Toc      float64 // F1 of the entries
	Leads    float64 // F1 of the paragraphs with a run-in heading
	Mismatch float64 // disagreements between contents and articles that a finding names
	Ledger   bool
}

// sheet is an issue seen line by line.
type sheet struct {
	kind    map[int][]issue.Kind
	article map[int]int // of a line
	joins   map[[2]int]bool
	order   map[[2]int]bool
	starts  map[int]int // title line → article
	leads   map[int]bool
}

func newSheet() *sheet {
	return &sheet{map[int][]issue.Kind{}, map[int]int{}, map[[2]int]bool{}, map[[2]int]bool{}, map[int]int{}, map[int]bool{}}
}

// block enters a block. Joins of the front's lists are a matter of taste and do not count.
func (s *sheet) block(kinds []issue.Kind, lines []int, article int) {
	list := kinds[0] == issue.Cover || kinds[0] == issue.Toc || kinds[0] == issue.Masthead
	for i, n := range lines {
		s.kind[n] = kinds
		if article >= 0 {
			s.article[n] = article
		}
		if i > 0 && !list {
			s.joins[[2]int{lines[i-1], n}] = true
		}
	}
}

// follow enters the order of an article's running text.
func (s *sheet) follow(kinds []issue.Kind, lines []int, last *int) {
	if !slices.ContainsFunc(kinds, isBody) {
		return
	}
	if *last != 0 {
		s.order[[2]int{*last, lines[0]}] = true
	}
	*last = lines[len(lines)-1]
}

// lead enters a paragraph with a run-in heading.
func (s *sheet) lead(has bool, lines []int) {
	if has {
		s.leads[lines[0]] = true
	}
}

func (t *Truth) sheet() *sheet {
	s := newSheet()
	for i, a := range t.Articles {
		last := 0
		for _, b := range a.Blocks {
			s.block(b.Kinds, b.Lines, i)
			s.follow(b.Kinds, b.Lines, &last)
			s.lead(b.Lead, b.Lines)
		}
		s.starts[a.start()] = i
	}
	for _, b := range append(append([]Block{}, t.Front...), t.Dropped...) {
		s.block(b.Kinds, b.Lines, -1)
	}
	return s
}

func issueSheet(iss *issue.Issue) *sheet {
	s := newSheet()
	for i, a := range iss.Articles {
		last, titled := 0, false
		for _, b := range a.Blocks {
			s.block([]issue.Kind{b.Kind}, b.Lines, i)
			s.follow([]issue.Kind{b.Kind}, b.Lines, &last)
			s.lead(b.Lead != "", b.Lines)
			if b.Kind == issue.Title && !titled {
				s.starts[b.Lines[0]], titled = i, true
			}
		}
	}
	for _, b := range append(append([]issue.Block{}, iss.Front...), iss.Dropped...) {
		s.block([]issue.Kind{b.Kind}, b.Lines, -1)
	}
	return s
}

// Measure compares a reconstruction of the dump with its truth.
func (m *Made) Measure(iss *issue.Issue) Figures {
	want, have := m.Truth.sheet(), issueSheet(iss)
	f := Figures{
		Labels: want.labels(have),
		Starts: score(keys(want.starts), keys(have.starts)),
		Joins:  score(want.joins, have.joins),
		Order:  score(want.order, have.order),
		Toc:    score(m.entries(), issueEntries(iss)),
		Leads:  score(want.leads, have.leads),
		Ledger: iss.Ledger() == nil,
	}
	f.FarJoins = m.farJoins(want, have)
	f.Placed = m.placed(want, have)
	f.Mismatch = m.reported(iss.Findings)
	f.fields(m, iss, have)
	return f
}

// Overall is the figures' geometric mean.
func (f Figures) Overall() float64 {
	all := []float64{f.Labels, f.Starts, f.Placed, f.Joins, f.FarJoins, f.Order, f.Titles, f.Authors, f.Sections, f.Toc}
	sum := 0.0
	for _, v := range all {
		sum += math.Log(max(v, 1e-3)) // a figure of 0 spoils the mean without undoing it
	}
	return math.Exp(sum / float64(len(all)))
}

func (s *sheet) labels(have *sheet) float64 {
	right := 0
	for n, kinds := range s.kind {
		for _, k := range have.kind[n] {
			for _, w := range kinds {
				if k == w {
					right++
				}
			}
		}
	}
	return share(right, len(s.kind))
}

// farJoins counts the joins that a reader of neighbouring lines would miss.
func (m *Made) farJoins(want, have *sheet) float64 {
	index, n := map[int]int{}, 0
	for i, line := range strings.Split(m.Text, "\n") {
		if strings.TrimSpace(line) != "" {
			index[i+1] = n
			n++
		}
	}
	far, found := 0, 0
	for j := range want.joins {
		if index[j[1]]-index[j[0]] == 1 {
			continue
		}
		far++
		if have.joins[j] {
			found++
		}
	}
	return share(found, far)
}

// placed counts the lines whose article is the one that begins at the right title.
func (m *Made) placed(want, have *sheet) float64 {
	right := 0
	for n, a := range want.article {
		at, ok := have.starts[m.Truth.Articles[a].start()]
		if got, in := have.article[n]; ok && in && got == at {
			right++
		}
	}
	return share(right, len(want.article))
}

// reported counts the disagreements that the findings name.
func (m *Made) reported(fs []issue.Finding) float64 {
	var b strings.Builder
	for _, f := range fs {
		b.WriteString(f.Message.String() + " " + strings.Join(f.Values, " ") + " ")
	}
	all, found := fold(b.String()), 0
	for _, d := range m.Truth.Mismatch {
		if strings.Contains(all, fold(d[0])) && strings.Contains(all, fold(d[1])) {
			found++
		}
	}
	return share(found, len(m.Truth.Mismatch))
}

// fields compares what articles say of themselves.
func (f *Figures) fields(m *Made, iss *issue.Issue, have *sheet) {
	titles, authors, sections := 0, 0, 0
	for _, g := range m.Truth.Articles {
		at, ok := have.starts[g.start()]
		if !ok {
			continue
		}
		a := iss.Articles[at]
		if fold(a.Title) == fold(g.Title) {
			titles++
		}
		if g.signed(a.Authors) {
			authors++
		}
		if fold(a.Section) == fold(g.Section) && fold(a.Subsection) == fold(g.Subsection) {
			sections++
		}
	}
	n := len(m.Truth.Articles)
	f.Titles, f.Authors, f.Sections = share(titles, n), share(authors, n), share(sections, n)
}

// signed says whether these are the article's authors, in this order.
func (g Gold) signed(names []string) bool {
	same := func(want []string) bool {
		return slices.EqualFunc(want, names, func(a, b string) bool { return fold(a) == fold(b) })
	}
	return same(g.Authors) || slices.ContainsFunc(g.Also, same)
}

type entry struct {
	page                                int
	section, subsection, title, authors string
}

func (m *Made) entries() map[entry]bool {
	out := map[entry]bool{}
	for _, e := range m.Truth.Toc {
		out[entry{e.Page, fold(e.Section), fold(e.Subsection), fold(e.Title), fold(strings.Join(e.Authors, ""))}] = true
	}
	return out
}

func issueEntries(iss *issue.Issue) map[entry]bool {
	out := map[entry]bool{}
	for _, e := range iss.Toc {
		out[entry{e.Page, fold(e.Section), fold(e.Subsection), fold(e.Title), fold(strings.Join(e.Authors, ""))}] = true
	}
	return out
}

// fold keeps letters and figures, in one width.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return r
		}
		return -1
	}, norm.NFKC.String(s))
}

// score is F1 of two sets.
func score[K comparable](want, have map[K]bool) float64 {
	both := 0
	for k := range want {
		if have[k] {
			both++
		}
	}
	return share(2*both, len(want)+len(have))
}

func share(n, of int) float64 {
	if of == 0 {
		return 1
	}
	return float64(n) / float64(of)
}

func keys[V any](m map[int]V) map[int]bool {
	out := map[int]bool{}
	for k := range m {
		out[k] = true
	}
	return out
}
