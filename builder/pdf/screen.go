package pdf

import (
	"fmt"
	"io"
	"strings"
	"time"

	"kanyin/builder/pdf/finish"
	"kanyin/fonts"
	"kanyin/issues/issue"
	"kanyin/layout"
)

// Screen is the edition for reading on a screen and for the archive. It has the
// size of the trimmed page.
type Screen struct {
	Doc    *layout.Document
	Fonts  *fonts.Library // the faces that the document was composed with
	Glyphs *Glyphs        // of Doc, where another edition has gathered them; nil gathers them
	Date   time.Time      // of creation; zero stands for the issue's
}

// Name is screen.
func (Screen) Name() string { return "screen" }

// Build writes the edition.
func (s Screen) Build(w io.Writer, iss *issue.Issue) error {
	g, err := gathered(s.Glyphs, s.Doc, s.Fonts)
	if err != nil {
		return err
	}
	frames := make([]frame, len(s.Doc.Pages))
	for i := range s.Doc.Pages {
		frames[i] = frame{top: s.Doc.Pages[i].Height}
	}
	pages := drawAll(s.Doc, g, rgb{s.Doc.Accent}, true, frames)
	file, err := lay(operators(pages), g)
	if err != nil {
		return err
	}
	meta := metadata(s.Doc, iss, s.Date)
	pictures, err := putPictures(file.File, s.Doc, iss, screenDPI, putScreenPicture)
	if err != nil {
		return err
	}
	file.Set(finish.Resources, "<<"+file.fonts+pictures+">>")
	if err := s.dress(file, pages, frames, meta); err != nil {
		return err
	}
	info := file.Add("<<" + finish.Info(meta) + ">>")
	_, err = w.Write(file.Bytes(finish.Trailer{Version: "1.7", Info: info, Compact: true}))
	return err
}

// dress puts in all that is not drawn: page dictionaries, links, tags, outline, metadata.
func (s Screen) dress(file *base, pages []drawn, frames []frame, meta finish.Metadata) error {
	links, annots, err := putLinks(s.Doc, file.File, frames)
	if err != nil {
		return err
	}
	refs := make([]finish.Ref, len(file.pages))
	for i, p := range file.pages {
		refs[i] = p.Ref
		box := numbers(0, 0, s.Doc.Pages[i].Width, s.Doc.Pages[i].Height)
		more := fmt.Sprintf("/StructParents %d/Tabs/S", i) // PDF/UA-1, 7.18.3: tab order follows the structure
		if annots[i] != "" {
			more += "/Annots[" + annots[i] + "]"
		}
		file.putPage(p, fmt.Sprintf("/MediaBox[%s]%s", box, more))
	}
	file.putPageTree()
	tree := file.PutStructure(structure(s.Doc, pages, links), refs)
	places := file.PutPlaces(anchors(s.Doc, refs, frames))
	intent := file.AddStream("/N 3", finish.SRGB())
	xmp := file.Reserve()
	file.SetReadyStream(xmp, "/Type/Metadata/Subtype/XML", finish.XMP(meta, finish.PDFA2a))
	catalog := []string{
		"/Type/Catalog/Pages " + finish.PageTree.String(),
		"/Lang" + finish.Text(s.Doc.Language),
		"/ViewerPreferences<</DisplayDocTitle true" + reading(s.Doc) + ">>",
		"/MarkInfo<</Marked true>>",
		"/StructTreeRoot " + tree.String(),
		"/Names<</Dests " + places.String() + ">>",
		"/PageLabels" + finish.PageLabels(labels(s.Doc)),
		"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile " + intent.String() + ">>]",
		"/Metadata " + xmp.String(),
	}
	if len(s.Doc.Outline) > 0 {
		file.PutOutline(bookmarks(s.Doc))
		catalog = append(catalog, "/PageMode/UseOutlines/Outlines "+finish.Outlines.String())
	} else {
		file.Remove(finish.Outlines)
	}
	file.Set(finish.Catalog, "<<"+strings.Join(catalog, "\n")+">>")
	return nil
}

// reading is the entry of ViewerPreferences for pages that are read from right
// to left (ISO 32000-1, 12.2); "" for the others.
func reading(doc *layout.Document) string {
	if doc.Vertical {
		return "/Direction/R2L"
	}
	return ""
}

// anchors gives the named places of all pages; of two of one name the first counts.
func anchors(doc *layout.Document, refs []finish.Ref, frames []frame) map[string]finish.Place {
	places := map[string]finish.Place{}
	for i := range doc.Pages {
		for _, a := range doc.Pages[i].Anchors {
			if _, ok := places[a.Name]; !ok {
				places[a.Name] = finish.Place{Page: refs[i], X: numbers(frames[i].left + a.X), Y: numbers(frames[i].top - a.Y)}
			}
		}
	}
	return places
}

// bookmarks gives the rows of the outline.
func bookmarks(doc *layout.Document) []finish.Bookmark {
	rows := make([]finish.Bookmark, len(doc.Outline))
	for i, o := range doc.Outline {
		rows[i] = finish.Bookmark{Title: o.Title, Level: o.Level, Place: o.Anchor}
	}
	return rows
}

// labels gives the folios as they are printed.
func labels(doc *layout.Document) []string {
	out := make([]string, len(doc.Pages))
	for i, p := range doc.Pages {
		out[i] = p.Label
	}
	return out
}
