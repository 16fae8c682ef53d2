package damage

import (
	"math/rand/v2"
	"slices"
	"sort"
	"strings"

	"kanyin/issues/issue"
)

// Made is a dump with its truth.
type Made struct {
	Name  string
	Text  string
	Truth Truth
}

// Make sets a house's articles, damages them and prints the dump.
func Make(h House, faults Faults, seed uint64) (*Made, error) {
	arts, err := Load(h.Corpus)
	if err != nil {
		return nil, err
	}
	f := &flow{house: h, faults: faults, rng: rand.New(rand.NewPCG(seed, 20))}
	f.names = NewNames(f.rng, h.Script)
	arts = f.choose(arts)
	all := make([][]*block, len(arts))
	for i := range arts {
		all[i] = f.blocks(arts[i])
		arts[i].page = f.set(i, arts[i].Column, all[i])
	}
	t := Truth{Meta: f.meta()}
	f.entries(&t, arts)
	f.tear()
	p := &printer{}
	f.front(p, &t)
	f.body(p, &t)
	if h.Back {
		f.masthead(p, &t)
	}
	for i, a := range arts {
		opener, rest := openers(all[i])
		t.Dropped = append(t.Dropped, opener...)
		t.Articles = append(t.Articles, f.gold(a, rest, t.Toc))
	}
	end := "\n"
	if h.CRLF {
		end = "\r\n"
	}
	return &Made{Name: h.Name, Text: strings.Join(p.lines, end) + end, Truth: t}, nil
}

// choose takes the house's number of articles, gives some of them other
// authors and sub-columns, and orders them by column.
func (f *flow) choose(arts []Article) []Article {
	f.rng.Shuffle(len(arts), func(i, j int) { arts[i], arts[j] = arts[j], arts[i] })
	if n := f.house.Articles; n > 0 && n < len(arts) {
		arts = arts[:n]
	}
	if f.house.Long {
		arts = append(arts, almanac(f.rng, arts[0].Column))
	}
	order := map[string]int{}
	for i := range arts {
		a := &arts[i]
		if _, seen := order[a.Column]; !seen {
			order[a.Column] = len(order)
		}
		f.rename(a)
		if !f.house.SplitTop {
			a.Title = []string{strings.Join(a.Title, f.gap())}
		}
	}
	sort.SliceStable(arts, func(i, j int) bool { return order[arts[i].Column] < order[arts[j].Column] })
	f.subColumns(arts)
	return arts
}

// subColumns divides columns of four articles and more.
func (f *flow) subColumns(arts []Article) {
	subs := f.house.Contents.Subs
	if len(subs) == 0 {
		return
	}
	next := 0
	for i := 0; i < len(arts); {
		j := i
		for j < len(arts) && arts[j].Column == arts[i].Column {
			j++
		}
		if j-i >= 4 && next+1 < len(subs) {
			for k := i; k < j; k++ {
				arts[k].Sub = subs[next+(k-i)*2/(j-i)]
			}
			next += 2
		}
		i = j
	}
}

// rename gives the article authors of this issue, unless its text names them.
func (f *flow) rename(a *Article) {
	for i, n := range a.Authors {
		named := slices.ContainsFunc(a.Parts, func(p Part) bool {
			return strings.Contains(p.Text, n) || strings.Contains(p.Text, firstRune(n)+"老师")
		})
		if !named {
			a.Authors[i] = f.names.Next()
		}
	}
}

func firstRune(s string) string {
	for _, r := range s {
		return string(r)
	}
	return ""
}

// meta is what the front states of the issue.
func (f *flow) meta() map[string]any {
	h, m := f.house, map[string]any{}
	shapes := strings.Join(slices.Concat(h.Cover, h.Contents.Heading, h.Masthead), " ")
	for key, v := range map[string]any{"year": h.Year, "number": h.Number, "total": h.Total, "issn": h.ISSN} {
		if strings.Contains(shapes, "{"+key+"}") {
			m[key] = v
		}
	}
	if strings.Contains(shapes, "{magazine}") {
		m["title"] = h.Magazine
	}
	return m
}

// gold is an article's truth: its pieces in reading order, wherever they were printed.
func (f *flow) gold(a Article, blocks []*block, toc []Entry) Gold {
	title := strings.Join(a.Title, "")
	g := Gold{Title: title}
	if f.house.Byline != "" {
		g.Authors = a.Authors
	}
	for _, e := range toc {
		if e.Page == a.page || e.Page == 0 {
			if alike(e.Title, title) {
				g.Section, g.Subsection = e.Section, e.Subsection
				if len(g.Authors) == 0 {
					g.Authors = e.Authors
				}
			}
		}
	}
	for _, b := range blocks {
		g.Blocks = append(g.Blocks, b.gold())
	}
	return g
}

// gold is the block's lines in reading order.
func (b *block) gold() Block {
	k := Block{Kinds: b.kinds, Lead: b.lead}
	for _, p := range b.pieces {
		k.Lines = append(k.Lines, p.lines...)
	}
	return k
}

// openers takes the column's name over a title out of the article: it is furniture.
func openers(blocks []*block) (dropped []Block, rest []*block) {
	for _, b := range blocks {
		if b.kinds[0] == issue.RunningHead {
			dropped = append(dropped, b.gold())
		} else {
			rest = append(rest, b)
		}
	}
	return dropped, rest
}

// alike says whether an entry is the title's: they differ by a character at most, and by what a subtitle adds.
func alike(entry, title string) bool {
	e, t := []rune(strings.ReplaceAll(entry, " ", "")), []rune(strings.ReplaceAll(title, " ", ""))
	if len(e) < len(t) {
		return false
	}
	differ := 0
	for i, r := range t {
		if e[i] != r {
			differ++
		}
	}
	return differ <= 1
}

func isBody(k issue.Kind) bool { return k == issue.Paragraph || k == issue.Heading }
