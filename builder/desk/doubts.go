package desk

import (
	"fmt"
	"slices"
	"strings"

	"kanyin/issues/check"
	"kanyin/issues/issue"
)

// A Doubt is a finding that somebody should look at, and what can be answered.
type Doubt struct {
	issue.Finding
	Chinese string   `json:"chinese"` // what the finding is about, for pages in Chinese
	Choices []Choice `json:"choices"` // 1, 2, …
	Aside   []string `json:"aside"`   // the sentences that put it aside; none where that is not possible
}

// A Choice is an answer: how the text reads then, and what is said for it.
type Choice struct {
	Label string   `json:"label"` // a word that the page translates
	Text  []string `json:"text"`  // how it reads: two texts that meet at a joint, or one
	Say   []string `json:"say"`
}

// rank is how soon a finding is looked at: what loses a reader whole articles or
// an editor's work comes first, then text in the wrong place, then names, then
// slips, then habits of printing.
var rank = map[string]int{
	"correction-lost": 1, "correction-conflict": 1,
	"seam-uncertain": 2, "contents-only": 3, "empty-article": 3, "title-mismatch": 4, "author-mismatch": 4, "body-only": 5,
	"seam-moved": 6, "page-order": 6, "missing-glyph": 6, "doubled-paragraph": 7, "numbering-gap": 7, "name-variants": 8,
	"missing-end-mark": 10, "width-mixed": 11, "quotes-mixed": 11,
}

// slip is the rank of all other findings.
const slip = 9

func rankOf(code string) int {
	if r, ok := rank[code]; ok {
		return r
	}
	return slip
}

// doubts gives the findings, worst first: by what they cost, then the surer slip,
// or of joints the less sure one, then by line.
func (d *Desk) doubts() []Doubt {
	var list []Doubt
	for _, f := range d.job.Issue.Findings {
		x := Doubt{Finding: f, Chinese: check.Chinese(f.Code), Choices: d.choices(f)}
		if len(f.Lines) > 0 && !strings.HasPrefix(f.Code, "correction-") {
			x.Aside = []string{fmt.Sprintf("%d checked %s", f.Lines[0], f.Code)}
		}
		list = append(list, x)
	}
	worth := func(x Doubt) float64 {
		if strings.HasPrefix(x.Code, "seam-") {
			return -x.Confidence
		}
		return x.Confidence
	}
	slices.SortStableFunc(list, func(a, b Doubt) int {
		if ra, rb := rankOf(a.Code), rankOf(b.Code); ra != rb {
			return ra - rb
		}
		switch wa, wb := worth(a), worth(b); {
		case wa > wb:
			return -1
		case wa < wb:
			return 1
		}
		return 0
	})
	return list
}

// choices gives what a finding can be answered with.
func (d *Desk) choices(f issue.Finding) []Choice {
	switch {
	case f.Code == "seam-moved" && len(f.Lines) == 2:
		return d.moved(f.Lines[1], f.Lines[0])
	case f.Code == "seam-uncertain" && len(f.Lines) >= 2:
		stands := 0
		if len(f.Lines) > 2 {
			stands = f.Lines[2]
		}
		return d.uncertain(f.Lines[0], stands, f.Lines[1])
	case f.Code == "title-mismatch" && len(f.Values) == 2:
		return d.named(f, "title", f.Values)
	case f.Code == "author-mismatch" && len(f.Values) == 2:
		return d.signed(f)
	case f.Code == "body-only" && len(f.Lines) > 0:
		return []Choice{
			{"article", f.Values, []string{fmt.Sprintf("%d checked body-only", f.Lines[0])}},
			{"no-article", f.Values, []string{fmt.Sprintf("%d begins not", f.Lines[0])}},
		}
	case f.Code == "lookalike-character" && len(f.Values) == 2 && len(f.Lines) > 0:
		return []Choice{
			{"stands", f.Values[:1], []string{fmt.Sprintf("%d checked %s", f.Lines[0], f.Code)}},
			{"mend", f.Values[1:], []string{fmt.Sprintf("%d text %q → %q", f.Lines[0], f.Values[0], f.Values[1])}},
		}
	case f.Code == "name-variants" && len(f.Values) == 2 && len(f.Lines) > 0:
		return d.variants(f)
	}
	return nil
}

// moved gives the two readings of text that was moved: as it is read, and as it
// stood.
func (d *Desk) moved(tail, head int) []Choice {
	read := Choice{"as-read", d.joint(tail, head), []string{fmt.Sprintf("%d after %d", head, tail)}}
	stood := d.before(head)
	if stood == 0 || stood == tail {
		return []Choice{read}
	}
	return []Choice{read, {"as-stood", d.joint(stood, head), []string{fmt.Sprintf("%d after %d", head, stood)}}}
}

func (d *Desk) uncertain(tail, stands, could int) []Choice {
	first := Choice{"as-read", d.joint(tail, stands), []string{fmt.Sprintf("%d ends", tail)}}
	if stands > 0 {
		first.Say = []string{fmt.Sprintf("%d after %d", stands, tail)}
	}
	return []Choice{first, {"elsewhere", d.joint(tail, could), []string{fmt.Sprintf("%d after %d", could, tail)}}}
}

// joint gives the end of one line and the beginning of another.
func (d *Desk) joint(a, b int) []string {
	const shown = 40 // runes on each side: a sentence
	first, second := []rune(strings.TrimSpace(d.line(a))), []rune(strings.TrimSpace(d.line(b)))
	tail, head := string(first[max(0, len(first)-shown):]), string(second[:min(len(second), shown)])
	return []string{tail, head}
}

func (d *Desk) line(n int) string {
	if n < 1 || n > len(d.file.Lines) {
		return ""
	}
	return d.file.Lines[n-1]
}

// before gives the line of running text that stands before a line in the source.
func (d *Desk) before(line int) int {
	last := 0
	for _, a := range d.job.Issue.Articles {
		for _, b := range a.Blocks {
			if b.Kind != issue.Paragraph {
				continue
			}
			for _, n := range b.Lines {
				if n < line && n > last {
					last = n
				}
			}
		}
	}
	return last
}

// named answers a title that the contents have otherwise: both stand, or the
// article is called as the contents say.
func (d *Desk) named(f issue.Finding, field string, values []string) []Choice {
	stands := Choice{"as-article", values[1:], []string{fmt.Sprintf("%d checked %s", f.Lines[0], f.Code)}}
	for _, n := range f.Lines {
		if d.inArticle(n) {
			return []Choice{stands, {"as-contents", values[:1], []string{fmt.Sprintf("%d %s %q", n, field, values[0])}}}
		}
	}
	return []Choice{stands}
}

// signed answers an author whom the contents have otherwise.
func (d *Desk) signed(f issue.Finding) []Choice {
	stands := Choice{"as-article", f.Values[1:], []string{fmt.Sprintf("%d checked %s", f.Lines[0], f.Code)}}
	for _, n := range f.Lines {
		for _, a := range d.job.Issue.Articles {
			at := slices.Index(a.Authors, f.Values[1])
			if at < 0 || !d.holds(&a, n) {
				continue
			}
			names := slices.Clone(a.Authors)
			names[at] = f.Values[0]
			return []Choice{stands, {"as-contents", f.Values[:1], []string{fmt.Sprintf("%d authors %q", n, strings.Join(names, "、"))}}}
		}
	}
	return []Choice{stands}
}

// variants answers a name that is written in two ways: the one seen less often
// is mended wherever a line has it.
func (d *Desk) variants(f issue.Finding) []Choice {
	often, seldom := f.Values[0], f.Values[1]
	var say []string
	for _, n := range f.Lines {
		if strings.Contains(d.line(n), seldom) {
			say = append(say, fmt.Sprintf("%d text %q → %q", n, seldom, often))
		}
	}
	stands := Choice{"stands", f.Values, []string{fmt.Sprintf("%d checked %s", f.Lines[0], f.Code)}}
	if say == nil {
		return []Choice{stands}
	}
	return []Choice{stands, {"mend", []string{often}, say}}
}

func (d *Desk) inArticle(line int) bool {
	for _, a := range d.job.Issue.Articles {
		if d.holds(&a, line) {
			return true
		}
	}
	return false
}

func (d *Desk) holds(a *issue.Article, line int) bool {
	return slices.ContainsFunc(a.Blocks, func(b issue.Block) bool { return slices.Contains(b.Lines, line) })
}
