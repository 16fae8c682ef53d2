package correct

import (
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/told"
)

// labels are the kinds that a reader knows how to be told.
var labels = map[string]label.Kind{
	"paragraph": label.Paragraph, "heading": label.Heading, "title": label.Title, "subtitle": label.Subtitle, "kicker": label.Kicker,
	"byline": label.Byline, "caption": label.Caption, "note": label.Note, "source": label.Source, "editor": label.Editor,
	"affiliation": label.Affiliation, "quotation": label.Quote, "item": label.List, "verse": label.Verse,
	"cover": label.Cover, "toc": label.Contents, "masthead": label.Colophon,
	"running-head": label.Running, "page-number": label.Running, "dropped": label.Running,
}

// Told gives what the reader is told of lines: what they are, where articles
// begin and do not, what goes on after what. All else is read around them, so
// that one correction may mend many lines. What a reader cannot be told so, or
// does not hold to, is set by [Fitted.Settle].
func (fit *Fitted) Told() *told.Lines {
	t := &told.Lines{Kinds: map[int]label.Pin{}, After: map[int]int{}, Ends: map[int]bool{}}
	for i := range fit.list {
		switch k := &fit.list[i]; k.group {
		case "kind":
			if kind, ok := labels[k.Kind]; ok {
				t.Kinds[k.line] = label.Pin{Kind: kind, Either: true}
			}
		case "begins":
			if _, said := t.Kinds[k.line]; said {
				continue
			}
			if *k.Begins {
				t.Kinds[k.line] = label.Pin{Kind: label.Title, Begins: true}
			} else {
				t.Kinds[k.line] = label.Pin{Kind: label.Title, Not: true, Either: true}
			}
		case "after":
			t.After[k.line] = k.other
		case "ends", "cut":
			t.Ends[k.line] = true
		}
	}
	return t
}
