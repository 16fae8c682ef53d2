package check

import (
	"math"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
	"kanyin/issues/say"
)

func titleMismatch() Rule {
	return Rule{
		Code:  "title-mismatch",
		Title: say.Of("a title differs between the contents and the article"),
		Explanation: say.Of(`An article's title and its row in the contents are compared by their letters
and digits: quotation marks, widths and spaces do not count. A row may add the
column (A look round: The ferry) or leave out a kicker or a subtitle. A row that
announces several articles is not compared.

One of the two is a slip. kanyin cannot know which: both stand unchanged.

    contents   12 风从水上来 林小河
    article    凤从水上来
    finding    title-mismatch: the contents say 风从水上来, the article is titled 凤从水上来`),
		check: checkTitles,
	}
}

func checkTitles(pr *proof) []issue.Finding {
	articles := pr.byID()
	var found []issue.Finding
	for _, e := range pr.Toc {
		if len(e.Articles) != 1 {
			continue
		}
		a := articles[e.Articles[0]]
		if a == nil || agree(e.Title, a) {
			continue
		}
		near, title := nearest(e.Title, a)
		// A third of the characters changed is still the same title with a
		// slip; beyond that it is worded anew, as editors do.
		f := issue.Finding{Severity: issue.Info, Confidence: doubtful}
		if near <= 1.0/3 {
			f.Severity, f.Confidence = issue.Warning, math.Round(100*(proved-near/2))/100
		}
		f.Lines = join(e.Lines, titleLines(a))
		f.Values = []string{e.Title, title}
		f.Message = say.Of("the contents say %s, the article is titled %s", e.Title, title)
		found = append(found, f)
	}
	return found
}

// agree tells whether a row names the article by its title, whatever it adds or
// leaves out.
func agree(row string, a *issue.Article) bool {
	want, title := normal.Key(row), normal.Key(a.Title)
	if title == "" || want == "" || strings.Contains(want, title) || strings.Contains(title, want) {
		return true
	}
	whole := normal.Key(a.Kicker + a.Title + a.Subtitle)
	return strings.Contains(whole, want)
}

// longTitle, in runes, is where a title ends and a line that was taken for one
// begins; comparing those would cost the square of their length.
const longTitle = 200

// nearest gives the share of characters in which the row differs from the
// article's title, with or without its kicker and subtitle, and that form.
func nearest(row string, a *issue.Article) (share float64, title string) {
	share, title = 1, a.Title
	for _, r := range rowForms(row) {
		want := []rune(normal.Key(r))
		for _, t := range []string{a.Title, a.Kicker + " " + a.Title, a.Title + " " + a.Subtitle, a.Kicker + " " + a.Title + " " + a.Subtitle} {
			have := []rune(normal.Key(t))
			if len(want) == 0 || len(want) > longTitle || len(have) > longTitle {
				continue
			}
			if d := float64(normal.Distance(want, have, max(len(want), len(have)))) / float64(max(len(want), len(have))); d < share {
				share, title = d, strings.TrimSpace(t)
			}
		}
	}
	return share, title
}

// rowForms gives a row's title with and without a label in front of a colon.
func rowForms(row string) []string {
	forms := []string{row}
	if _, after, ok := strings.Cut(row, "："); ok {
		forms = append(forms, after)
	}
	return forms
}
