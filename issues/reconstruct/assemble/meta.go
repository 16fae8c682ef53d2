package assemble

import (
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/masthead"
)

// metaOf reads what the issue says of itself.
func metaOf(t *text, articles []*article) issue.Meta {
	var cover, colophon, running []masthead.Line
	var letters masthead.Letters
	const enough = 20_000 // letters tell a language
	for i, l := range t.labels {
		r := t.rows[i]
		if letters.Han+letters.Latin < enough {
			letters.Count(r.Text)
		}
		line := masthead.Line{Text: closeUp(r.Text), Number: r.Line, Page: r.Page}
		if r.Fact != nil {
			line.Size = r.Fact.Size
		}
		switch l.Kind {
		case label.Cover:
			cover = append(cover, line)
		case label.Colophon:
			colophon = append(colophon, line)
		case label.Running:
			running = append(running, line)
		}
	}
	var titles []string
	for _, a := range articles {
		titles = append(titles, a.name)
	}
	m := masthead.Read(cover, colophon, running, titles)
	m.Language = letters.Language()
	return m
}

// saidTitle gives the periodical's title where cover or colophon say it. What
// running heads alone say may be a long section's name.
func saidTitle(t *text, title string) string {
	key := normal.Key(title)
	for i, l := range t.labels {
		if (l.Kind == label.Cover || l.Kind == label.Colophon) && key != "" && strings.Contains(normal.Key(t.rows[i].Text), key) {
			return title
		}
	}
	return ""
}
