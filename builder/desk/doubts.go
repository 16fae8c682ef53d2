package desk

import (
	"fmt"
	"slices"
	"strings"

	"kanyin/issues/check"
	"kanyin/issues/correct"
	"kanyin/issues/issue"
	"kanyin/issues/say/speak"
)

// A Doubt is a finding that somebody should look at, and what can be answered.
type Doubt struct {
	issue.Finding
	Title   string   `json:"title"`   // what the finding is about, in the reader's language
	Says    string   `json:"says"`    // its message, likewise
	Choices []Choice `json:"choices"` // 1, 2, …
	Aside   []string `json:"aside"`   // the sentences that put it aside; none where that is not possible
	Edit    int      `json:"edit"`    // the line whose words may be mended; 0 for none
	Picture string   `json:"picture"` // the picture that it is about
}

// A Choice is an answer: how the text reads then, and what is said for it.
type Choice struct {
	Label    string   `json:"label"` // a word that the page translates
	Text     []string `json:"text"`  // how it reads: two texts that meet at a joint, or one
	Say      []string `json:"say,omitempty"`
	Withdraw *int     `json:"withdraw,omitempty"` // the correction that is taken out
}

// rank is how soon a finding is looked at: what loses a reader whole articles or
// an editor's work comes first, then text in the wrong place, then names, then
// characters and pictures that would be missed, then slips, then habits of
// printing, and last what is about pages alone.
var rank = map[string]int{
	"correction-lost": 1, "correction-conflict": 1, "text-missing": 1, "page-unreadable": 1, "line-lost": 1, "line-twice": 1,
	"seam-uncertain": 2, "contents-only": 3, "empty-article": 3, "title-uncertain": 3, "title-mismatch": 4, "author-mismatch": 4, "body-only": 5,
	"seam-moved": 6, "page-order": 6, "missing-glyph": 6, "illegal-character": 6, "doubled-paragraph": 7, "numbering-gap": 7,
	"picture-unread": 7, "picture-without-caption": 8, "name-variants": 8,
	"missing-end-mark": 10, "width-mixed": 11, "quotes-mixed": 11,
	"picture-coarse": 12, "loose-line": 13, "pages-padded": 13, "cover-poor": 12,
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
// or of joints the less sure one, then by line. Those of pages are among them once
// the pages are made.
func (d *Desk) doubts(fit *correct.Fitted) []Doubt {
	a := answers{iss: d.job.Issue, lines: d.file.Lines, fit: fit, said: d.book.Corrections()}
	list := []Doubt{} // never null
	for _, f := range slices.Concat(d.job.Issue.Findings, d.made.told) {
		x := Doubt{Finding: f, Choices: a.choices(f), Aside: a.aside(f)}
		if len(f.Lines) > 0 && rankOf(f.Code) >= slip || f.Code == "missing-glyph" || f.Code == "illegal-character" {
			x.Edit = a.holding(f)
		}
		if strings.HasPrefix(f.Code, "picture-") && len(f.Values) > 0 {
			x.Picture = f.Values[0]
		}
		list = append(list, x)
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

// worth is which of two doubts of one rank comes first: the larger one's.
func worth(x Doubt) float64 {
	if strings.HasPrefix(x.Code, "seam-") || x.Code == "title-uncertain" {
		return -x.Confidence
	}
	return x.Confidence
}

// aside gives what is said to put a finding aside: nothing of corrections, which
// are taken out or said otherwise. What is about no line is said of the first.
func (a *answers) aside(f issue.Finding) []string {
	if strings.HasPrefix(f.Code, "correction-") {
		return nil
	}
	line := 0
	if len(f.Lines) > 0 {
		line = f.Lines[0]
	}
	for n := 1; line == 0 && n <= len(a.lines); n++ {
		if strings.TrimSpace(a.lines[n-1]) != "" {
			line = n
		}
	}
	if strings.TrimSpace(a.line(line)) == "" {
		line = a.filled(line)
	}
	if line == 0 {
		return nil
	}
	return []string{fmt.Sprintf("%d checked %s", line, f.Code)}
}

// In gives the view with what its doubts say in a voice.
func (v View) In(voice speak.Voice) View {
	for i := range v.Doubts {
		d := &v.Doubts[i]
		d.Title, d.Says = voice.Text(check.Title(d.Code)), voice.Text(d.Message)
	}
	return v
}
