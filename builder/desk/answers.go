package desk

import (
	"fmt"
	"slices"
	"strings"

	"kanyin/issues/correct"
	"kanyin/issues/issue"
)

// Answers finds what a finding of an issue can be answered with.
type answers struct {
	iss   *issue.Issue
	lines []string
	fit   *correct.Fitted
	said  []correct.Correction
}

// choices gives what a finding can be answered with.
func (a *answers) choices(f issue.Finding) []Choice {
	switch {
	case strings.HasPrefix(f.Code, "correction-"):
		return a.withdrawn(f)
	case f.Code == "seam-moved" && len(f.Lines) == 2:
		return a.moved(f.Lines[1], f.Lines[0])
	case f.Code == "seam-uncertain" && len(f.Lines) >= 2:
		stands := 0
		if len(f.Lines) > 2 {
			stands = f.Lines[2]
		}
		return a.uncertain(f.Lines[0], stands, f.Lines[1])
	case f.Code == "picture-without-caption" && len(f.Values) > 0:
		return a.captions(f)
	case len(f.Lines) == 0:
		return nil
	case f.Code == "title-mismatch" && len(f.Values) == 2:
		return a.named(f)
	case f.Code == "author-mismatch" && len(f.Values) == 2:
		return a.signed(f)
	case f.Code == "title-uncertain":
		return a.titled(f)
	case f.Code == "body-only":
		return []Choice{
			{Label: "article", Text: f.Values, Say: checked(f)},
			{Label: "no-article", Text: f.Values, Say: []string{fmt.Sprintf("%d begins not", f.Lines[0])}},
		}
	case f.Code == "doubled-paragraph":
		return []Choice{
			{Label: "stands", Text: []string{a.short(f.Lines[0])}, Say: checked(f)},
			{Label: "drop", Text: []string{a.short(f.Lines[0])}, Say: []string{fmt.Sprintf("%d is dropped: printed twice", f.Lines[0])}},
		}
	case f.Code == "lookalike-character" && len(f.Values) == 2:
		return []Choice{
			{Label: "stands", Text: f.Values[:1], Say: checked(f)},
			{Label: "mend", Text: f.Values[1:], Say: []string{fmt.Sprintf("%d text %q → %q", f.Lines[0], f.Values[0], f.Values[1])}},
		}
	case f.Code == "name-variants" && len(f.Values) == 2:
		return a.variants(f)
	}
	return nil
}

// checked says of a finding that it stands so.
func checked(f issue.Finding) []string {
	return []string{fmt.Sprintf("%d checked %s", f.Lines[0], f.Code)}
}

// withdrawn answers a correction that fits nothing, or two that contradict each
// other: one is taken out.
func (a *answers) withdrawn(f issue.Finding) []Choice {
	var list []Choice
	for i := range a.said {
		says := a.said[i].Says()
		if f.Code == "correction-lost" && strings.Contains(fmt.Sprint(f.Message), says) || slices.Contains(f.Values, says) {
			list = append(list, Choice{Label: "withdraw", Text: []string{says}, Withdraw: &i})
		}
	}
	return list
}

// moved gives the two readings of text that was moved: as it is read, and as it
// stood.
func (a *answers) moved(tail, head int) []Choice {
	read := Choice{Label: "as-read", Text: a.joint(tail, head), Say: []string{fmt.Sprintf("%d after %d", head, tail)}}
	if !a.joined(tail, head) { // to say that it goes on would make one paragraph of two
		read.Say = []string{fmt.Sprintf("%d checked seam-moved", head)}
	}
	stood := a.before(head)
	if stood == 0 || stood == tail {
		return []Choice{read}
	}
	return []Choice{read, {Label: "as-stood", Text: a.joint(stood, head), Say: []string{fmt.Sprintf("%d after %d", head, stood)}}}
}

func (a *answers) uncertain(tail, stands, could int) []Choice {
	first := Choice{Label: "as-read", Text: a.joint(tail, stands), Say: []string{fmt.Sprintf("%d ends", tail)}}
	if a.joined(tail, stands) {
		first.Say = []string{fmt.Sprintf("%d after %d", stands, tail)}
	}
	return []Choice{first, {Label: "elsewhere", Text: a.joint(tail, could), Say: []string{fmt.Sprintf("%d after %d", could, tail)}}}
}

// joined reports whether the two lines stand in one block.
func (a *answers) joined(tail, head int) bool {
	one := false
	a.iss.EachBlock(func(_ string, b *issue.Block) {
		one = one || slices.Contains(b.Lines, tail) && slices.Contains(b.Lines, head)
	})
	return one
}

// joint gives the end of one line and the beginning of another.
func (a *answers) joint(tail, head int) []string {
	const shown = 40 // runes on each side: a sentence
	first, second := []rune(strings.TrimSpace(a.line(tail))), []rune(strings.TrimSpace(a.line(head)))
	return []string{string(first[max(0, len(first)-shown):]), string(second[:min(len(second), shown)])}
}

func (a *answers) line(n int) string {
	if n < 1 || n > len(a.lines) {
		return ""
	}
	return a.lines[n-1]
}

// short gives the beginning of a line.
func (a *answers) short(n int) string {
	const shown = 40
	r := []rune(strings.TrimSpace(a.line(n)))
	return string(r[:min(len(r), shown)])
}

// filled gives the last line up to line n that holds something, 0 for none.
func (a *answers) filled(n int) int {
	for n = min(n, len(a.lines)); n > 0 && strings.TrimSpace(a.lines[n-1]) == ""; n-- {
	}
	return n
}

// holding gives the line of a finding that has what it is about.
func (a *answers) holding(f issue.Finding) int {
	for _, n := range f.Lines {
		for _, v := range f.Values {
			if v != "" && strings.Contains(a.line(n), v) {
				return n
			}
		}
	}
	if len(f.Lines) > 0 {
		return f.Lines[0]
	}
	return 0
}

// before gives the line of running text that stands before a line in the source.
func (a *answers) before(line int) int {
	last := 0
	for _, article := range a.iss.Articles {
		for _, b := range article.Blocks {
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
func (a *answers) named(f issue.Finding) []Choice {
	stands := Choice{Label: "as-article", Text: f.Values[1:], Say: checked(f)}
	for _, n := range f.Lines {
		if a.inArticle(n) {
			return []Choice{stands, {Label: "as-contents", Text: f.Values[:1], Say: []string{fmt.Sprintf("%d title %q", n, f.Values[0])}}}
		}
	}
	return []Choice{stands}
}

// signed answers an author whom the contents have otherwise.
func (a *answers) signed(f issue.Finding) []Choice {
	stands := Choice{Label: "as-article", Text: f.Values[1:], Say: checked(f)}
	for _, n := range f.Lines {
		for _, article := range a.iss.Articles {
			at := slices.Index(article.Authors, f.Values[1])
			if at < 0 || !holds(&article, n) {
				continue
			}
			names := slices.Clone(article.Authors)
			names[at] = f.Values[0]
			return []Choice{stands, {Label: "as-contents", Text: f.Values[:1], Say: []string{fmt.Sprintf("%d authors %q", n, strings.Join(names, "、"))}}}
		}
	}
	return []Choice{stands}
}

// titled answers a line that is hardly a title, or hardly none.
func (a *answers) titled(f issue.Finding) []Choice {
	n := f.Lines[0]
	text := []string{a.short(n)}
	title := false
	a.iss.EachBlock(func(_ string, b *issue.Block) { title = title || b.Kind == issue.Title && slices.Contains(b.Lines, n) })
	if title {
		return []Choice{{Label: "article", Text: text, Say: checked(f)}, {Label: "no-article", Text: text, Say: []string{fmt.Sprintf("%d begins not", n)}}}
	}
	return []Choice{{Label: "as-read", Text: text, Say: checked(f)}, {Label: "begins", Text: text, Say: []string{fmt.Sprintf("%d begins", n)}}}
}

// variants answers a name that is written in two ways: the one seen less often
// is mended wherever a line has it.
func (a *answers) variants(f issue.Finding) []Choice {
	often, seldom := f.Values[0], f.Values[1]
	var say []string
	for _, n := range f.Lines {
		if strings.Contains(a.line(n), seldom) {
			say = append(say, fmt.Sprintf("%d text %q → %q", n, seldom, often))
		}
	}
	stands := Choice{Label: "stands", Text: f.Values, Say: checked(f)}
	if say == nil {
		return []Choice{stands}
	}
	return []Choice{stands, {Label: "mend", Text: []string{often}, Say: say}}
}

// captions answers a picture without a caption: the captions nearest to it that
// have no picture may be its.
func (a *answers) captions(f issue.Finding) []Choice {
	const offered = 2
	at := 0
	if len(f.Lines) > 0 {
		at = f.Lines[0]
	}
	var free []int
	for _, article := range a.iss.Articles {
		for i, b := range article.Blocks {
			if b.Kind == issue.Caption && (i == 0 || article.Blocks[i-1].Kind != issue.Figure) {
				free = append(free, b.Lines[0])
			}
		}
	}
	away := func(n int) int { return max(n-at, at-n) }
	slices.SortStableFunc(free, func(x, y int) int { return away(x) - away(y) })
	var list []Choice
	for _, n := range free[:min(len(free), offered)] {
		list = append(list, Choice{Label: "caption", Text: []string{a.short(n)}, Say: []string{fmt.Sprintf("%d picture %s", n, f.Values[0])}})
	}
	return list
}

func (a *answers) inArticle(line int) bool {
	return slices.ContainsFunc(a.iss.Articles, func(x issue.Article) bool { return holds(&x, line) })
}

func holds(a *issue.Article, line int) bool {
	return slices.ContainsFunc(a.Blocks, func(b issue.Block) bool { return slices.Contains(b.Lines, line) })
}
