package correct

import "kanyin/issues/reconstruct/label"

// labels are the kinds that a reader knows how to be told.
var labels = map[string]label.Kind{
	"paragraph": label.Paragraph, "heading": label.Heading, "title": label.Title, "subtitle": label.Subtitle, "kicker": label.Kicker,
	"byline": label.Byline, "caption": label.Caption, "note": label.Note, "source": label.Source, "editor": label.Editor,
	"affiliation": label.Affiliation, "quotation": label.Quote, "item": label.List, "verse": label.Verse,
	"cover": label.Cover, "toc": label.Contents, "masthead": label.Colophon,
	"running-head": label.Running, "page-number": label.Running, "dropped": label.Running,
}

// Pins gives by source line what the reader is told of lines: what they are, and
// where titles stand. All other lines are read around them, so that one pin may
// mend many lines. What a reader cannot be told so is set by [Fitted.Settle].
func (fit *Fitted) Pins() map[int]label.Pin {
	pins := map[int]label.Pin{}
	for i := range fit.list {
		switch k := &fit.list[i]; k.group {
		case "kind":
			if kind, ok := labels[k.Kind]; ok {
				pins[k.line] = label.Pin{Kind: kind, Either: true}
			}
		case "begins":
			if _, said := pins[k.line]; *k.Begins && !said {
				pins[k.line] = label.Pin{Kind: label.Title, Begins: true}
			}
		}
	}
	return pins
}
