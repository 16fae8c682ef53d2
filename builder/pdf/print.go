package pdf

import (
	"cmp"
	"fmt"
	"io"
	"strings"
	"time"

	"kanyin/builder/pdf/finish"
	"kanyin/fonts"
	"kanyin/issues/issue"
	"kanyin/issues/say"
	"kanyin/layout"
)

// Print is the edition for the printer: one ink, black, but for pictures where
// colour is asked for, and no links, tags or bookmarks. It keeps PDF/X-1a:2003, or PDF/X-4 where a profile is given.
type Print struct {
	Doc    *layout.Document
	Fonts  *fonts.Library // the faces that the document was composed with
	Glyphs *Glyphs        // of Doc, where another edition has gathered them; nil gathers them
	Date   time.Time      // of creation; zero stands for the issue's

	// Profile is the ICC profile of the press, a CMYK output profile; nil names Condition alone.
	Profile []byte
	// Condition names the printing condition. Without a profile it is one of the
	// ICC's registry of characterization data, and "" stands for FOGRA39, sheet-fed
	// offset on coated paper: for a job in black alone it decides nothing but the
	// file's form. With a profile "" stands for the profile's own description.
	Condition string
	// CropMarks draws marks at the corners of the trimmed page, outside the bleed.
	CropMarks bool
	// Colour keeps the pictures' colours. It needs a Profile: PDF/X-1a has no colours but inks.
	Colour bool
}

// Name is print.
func (Print) Name() string { return "print" }

// Build writes the edition.
func (p Print) Build(w io.Writer, iss *issue.Issue) error {
	g, err := gathered(p.Glyphs, p.Doc, p.Fonts)
	if err != nil {
		return err
	}
	boxes := make([]boxes, len(p.Doc.Pages))
	frames := make([]frame, len(p.Doc.Pages))
	for i := range p.Doc.Pages {
		boxes[i] = p.boxes(&p.Doc.Pages[i], p.Doc.Pages[i].Width)
		frames[i] = boxes[i].frame()
	}
	pages := drawAll(p.Doc, g, black{}, false, frames)
	if p.CropMarks {
		for i := range pages {
			pages[i].ops = append(pages[i].ops, boxes[i].cropMarks()...)
		}
	}
	file, err := lay(operators(pages), g)
	if err != nil {
		return err
	}
	put := picturing(putGrayPicture)
	if p.Colour {
		if p.Profile == nil {
			return errColour
		}
		put = putColourPicture()
	}
	pictures, err := putPictures(file.File, p.Doc, iss, printDPI, put)
	if err != nil {
		return err
	}
	file.Set(finish.Resources, "<<"+file.fonts+states+pictures+">>")
	for i, page := range file.pages {
		file.putPage(page, boxes[i].entries())
	}
	labels := "/PageLabels" + finish.PageLabels(labels(p.Doc))
	if p.Doc.Vertical {
		labels += "/ViewerPreferences<<" + reading(p.Doc) + ">>"
	}
	return p.write(w, file, metadata(p.Doc, iss, p.Date), labels)
}

var errColour = say.Errorf("pictures are printed in colour under the printer's ICC profile alone; give it (--profile)")

// write puts in what a standard for printing asks of a file and writes it.
func (p Print) write(w io.Writer, file *base, meta finish.Metadata, entries string) error {
	intent, err := p.intent(file)
	if err != nil {
		return err
	}
	claim, version, info := finish.PDFX1a, "1.4", "/GTS_PDFXVersion(PDF/X-1a:2003)"
	if p.Profile != nil {
		claim, version, info = finish.PDFX4, "1.6", ""
	}
	file.putPageTree()
	file.Remove(finish.Outlines)
	xmp := file.Reserve()
	file.SetReadyStream(xmp, "/Type/Metadata/Subtype/XML", finish.XMP(meta, claim))
	file.Set(finish.Catalog, "<<"+strings.Join([]string{
		"/Type/Catalog/Pages " + finish.PageTree.String(),
		"/OutputIntents[" + intent + "]",
		"/Metadata " + xmp.String(),
		entries,
	}, "\n")+">>")
	ref := file.Add("<<" + finish.Info(meta) + "/Trapped/False" + info + ">>")
	_, err = w.Write(file.Bytes(finish.Trailer{Version: version, Info: ref}))
	return err
}

// intent writes the output intent (ISO 32000-1, 14.11.5). The identifier of a
// condition that no registry knows is Custom, and Info says what it is.
func (p Print) intent(file *base) (string, error) {
	name, err := p.condition()
	if err != nil {
		return "", err
	}
	const entries = "<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier%s%s/Info%s>>"
	if p.Profile == nil {
		return fmt.Sprintf(entries, finish.Text(name), "/RegistryName(http://www.color.org)", finish.Text(name)), nil
	}
	profile := "/DestOutputProfile " + file.AddStream("/N 4", p.Profile).String()
	return fmt.Sprintf(entries, finish.Text(cmp.Or(p.Condition, "Custom")), profile, finish.Text(name)), nil
}

// condition names the printing condition, and sees to it that a profile is a press's.
func (p Print) condition() (string, error) {
	if p.Profile == nil {
		return cmp.Or(p.Condition, "FOGRA39"), nil
	}
	icc, err := finish.ReadProfile(p.Profile)
	if err != nil {
		return "", say.Errorf("output profile: %w", err)
	}
	if icc.Class != "prtr" || icc.Space != "CMYK" {
		return "", say.Errorf("output profile: class %q of %s; a press needs class \"prtr\" of CMYK", icc.Class, icc.Space)
	}
	return cmp.Or(p.Condition, icc.Description, "Custom"), nil
}
