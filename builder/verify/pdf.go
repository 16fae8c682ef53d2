package verify

import (
	"strings"

	"kanyin/builder/verify/pdfread"
	"kanyin/issues/issue"
	"kanyin/issues/say"
	"kanyin/layout/cjk"
)

// The kinds of PDF editions.
const (
	kindScreen  = "screen"
	kindPrint   = "print"
	kindBooklet = "booklet"
)

// A pdfEdition is a PDF file with all that its rules look at, read once.
type pdfEdition struct {
	file    *pdfread.File
	catalog pdfread.Dict
	pages   []pdfread.Page
	pageOf  map[pdfread.Ref]int
	shown   []*pdfread.Shown // of every page
	lines   [][]line         // of every page
	kind    string
	xmp     string
	place   cjk.Place // of its stops
	issue   *issue.Issue
}

func judgePDF(data []byte, o Options) (Report, error) {
	file, err := pdfread.Open(data)
	if err != nil {
		return Report{}, err
	}
	e := &pdfEdition{file: file, catalog: file.Catalog(), pageOf: map[pdfread.Ref]int{}, issue: o.Issue}
	e.pages = file.Pages()
	if s := file.Stream(e.catalog["Metadata"]); s != nil {
		text, _ := file.Data(s)
		e.xmp = string(text)
	}
	e.place = e.placeOf()
	reader := pdfread.NewReader(file)
	for i, p := range e.pages {
		e.pageOf[p.Ref] = i
		s := reader.Show(p)
		e.shown = append(e.shown, s)
		e.lines = append(e.lines, linesOf(s.Glyphs, e.place))
	}
	e.kind = e.kindOf()
	file.Whole()
	return Report{Kind: e.kind, Results: judge(pdfRules(), e)}, nil
}

// kindOf tells the editions apart by what they are for. One sign may be the one
// that is damaged, so three of them have a voice: the intent, the tags and the boxes.
func (e *pdfEdition) kindOf() string {
	voices := 0
	if i := e.intent(); i != nil {
		if e.file.Name(i["S"]) == "GTS_PDFX" {
			voices += 2
		} else {
			voices -= 2
		}
	}
	if e.catalog["StructTreeRoot"] != nil || strings.Contains(e.xmp, "<pdfaid:part>") {
		voices--
	}
	if strings.Contains(e.xmp, "GTS_PDFXVersion") {
		voices++
	}
	if len(e.pages) > 0 {
		if _, trimmed := e.file.Box(e.pages[0], "TrimBox"); trimmed {
			voices++
		}
	}
	switch {
	case voices <= 0:
		return kindScreen
	case len(e.shown) > 0 && e.shown[0].Forms > 0 && e.catalog["PageLabels"] == nil:
		return kindBooklet
	}
	return kindPrint
}

// intent gives the first output intent, or nil.
func (e *pdfEdition) intent() pdfread.Dict {
	list := e.file.Array(e.catalog["OutputIntents"])
	if len(list) == 0 {
		return nil
	}
	return e.file.Dict(list[0])
}

// at names a place on a page, pages counted from 1, points from the lower left.
func at(page int, x, y float64) say.Text {
	return say.Of("page %d, %.1f %.1f pt", page+1, x, y)
}

func onPage(page int) say.Text { return say.Of("page %d", page+1) }

func isScreen(e *pdfEdition) bool  { return e.kind == kindScreen }
func forPress(e *pdfEdition) bool  { return e.kind != kindScreen }
func isPrint(e *pdfEdition) bool   { return e.kind == kindPrint }
func paginated(e *pdfEdition) bool { return e.kind != kindBooklet }

// pdfRules are the rules for PDF editions.
func pdfRules() []rule[*pdfEdition] {
	type r = rule[*pdfEdition]
	return []r{
		{Rule{"pdf-structure", say.Of("the file is whole: cross-reference, objects, streams, page tree")}, nil, wholeFile},
		{Rule{"pdf-digest", say.Of("the file's identifier is the digest of its content")}, nil, digest},
		{Rule{"pdf-content", say.Of("the pages' content can be read to its end")}, nil, content},
		{Rule{"pdf-fonts-embedded", say.Of("all fonts are embedded subsets with the glyphs that are shown")}, nil, fontsEmbedded},
		{Rule{"pdf-tounicode", say.Of("every glyph says which character it is")}, nil, toUnicode},
		{Rule{"pdf-boxes", say.Of("the pages have one size; trim lies in bleed, bleed in media")}, nil, boxes},
		{Rule{"pdf-inks", say.Of("print takes black alone, text in no tint of it, and solid black overprints; the screen takes RGB")}, nil, inks},
		{Rule{"pdf-exchange", say.Of("nothing acts, points out of the file or is left to the press's choice")}, forPress, exchange},
		{Rule{"pdf-thin-line", say.Of("no line is thinner than 0.25 pt")}, forPress, thinLines},
		{Rule{"pdf-live-area", say.Of("nothing that is read stands within 5 mm of the trim")}, isPrint, liveArea},
		{Rule{"pdf-page-count", say.Of("the print edition fills its sheets")}, nil, pageCount},
		{Rule{"pdf-labels", say.Of("every page has a label, which is its printed folio")}, paginated, pageLabels},
		{Rule{"pdf-outline", say.Of("the outline is a tree that leads to the articles")}, isScreen, outline},
		{Rule{"pdf-links", say.Of("links lead somewhere; print has none")}, nil, links},
		{Rule{"pdf-intent", say.Of("the output intent is the edition's")}, nil, intent},
		{Rule{"pdf-metadata", say.Of("XMP, information dictionary and catalog say the same and say enough")}, nil, metadata},
		{Rule{"pdf-tags", say.Of("the tags are a tree that reads everything on the pages")}, isScreen, tags},
		{Rule{"pdf-line-start", say.Of("no line begins with a character that may not begin one")}, paginated, lineStarts},
		{Rule{"pdf-line-end", say.Of("no line ends with a character that may not end one")}, paginated, lineEnds},
		{Rule{"pdf-squeeze", say.Of("marks that meet are squeezed")}, paginated, squeezes},
		{Rule{"pdf-grid", say.Of("the lines of the text stand on one grid")}, paginated, grid},
		{Rule{"pdf-gap", say.Of("there is a gap between Han and Latin")}, paginated, gaps},
		{Rule{"pdf-text", say.Of("the text is the issue's")}, func(e *pdfEdition) bool { return e.issue != nil && paginated(e) }, pdfText},
	}
}
