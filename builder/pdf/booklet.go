package pdf

import (
	"fmt"
	"io"
	"strings"

	"kanyin/builder/pdf/finish"
	"kanyin/issues/issue"
	"kanyin/issues/say"
	"kanyin/layout"
)

// Booklet is the print edition imposed for saddle stitching: two pages side by
// side on each side of a sheet, the sheets in each other. Its pages are the
// sheets' sides, front and back by turns, to be printed on both sides and
// turned over the short edge.
type Booklet struct {
	Print

	// Creep is how far the next inner sheet pushes out at the fore-edge; its pages
	// move as far towards the spine, so that margins are even after trimming. 0
	// stands for 0.1 mm, the thickness of paper of 80 g/m²; a negative one for none.
	Creep layout.Length
}

// defaultCreep is 0.1 mm.
const defaultCreep layout.Length = 283

// Name is booklet.
func (Booklet) Name() string { return "booklet" }

// Blanks is how many empty pages stand at the end so that the pages fill whole sheets.
func (b Booklet) Blanks() int { return (4 - len(b.Doc.Pages)%4) % 4 }

// Build writes the edition.
func (b Booklet) Build(w io.Writer, iss *issue.Issue) error {
	if len(b.Doc.Pages) == 0 {
		return say.Errorf("no page to impose")
	}
	g, err := gathered(b.Glyphs, b.Doc, b.Fonts)
	if err != nil {
		return err
	}
	sheet := b.boxes(&b.Doc.Pages[0], 2*b.Doc.Pages[0].Width)
	frames := make([]frame, len(b.Doc.Pages))
	for i := range frames {
		frames[i] = frame{left: sheet.bleed, top: sheet.bleed + b.Doc.Pages[i].Height}
	}
	pages := drawAll(b.Doc, g, black{}, false, frames)
	file, err := lay(b.sides(sheet), g)
	if err != nil {
		return err
	}
	pictures, err := putPictures(file.File, b.Doc, iss, printDPI, putGrayPicture)
	if err != nil {
		return err
	}
	file.Set(finish.Resources, "<<"+states+b.putForms(file, pages, pictures, sheet)+">>")
	for _, page := range file.pages {
		file.putPage(page, sheet.entries())
	}
	return b.write(w, file, metadata(b.Doc, iss, b.Date), "")
}

// putForms adds every page as a form (ISO 32000-1, 8.10) and gives the
// resources' entry that names them P0, P1, …
func (b Booklet) putForms(file *base, pages []drawn, pictures string, sheet boxes) string {
	own := file.Add("<<" + file.fonts + states + pictures + ">>")
	var entry strings.Builder
	entry.WriteString("/XObject<<")
	for i, p := range pages {
		box := numbers(0, 0, b.Doc.Pages[i].Width+2*sheet.bleed, b.Doc.Pages[i].Height+2*sheet.bleed)
		form := file.AddStream(fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[%s]/Resources %s", box, own), p.ops)
		fmt.Fprintf(&entry, "/P%d %s", i, form)
	}
	entry.WriteString(">>")
	return entry.String()
}

// sides gives the operators of the sheets' sides.
func (b Booklet) sides(sheet boxes) [][]byte {
	n := len(b.Doc.Pages) + b.Blanks()
	creep := b.Creep
	if creep == 0 {
		creep = defaultCreep
	}
	var sides [][]byte
	for k := range n / 4 {
		in := max(creep, 0) * layout.Length(k)
		sides = append(sides,
			b.side(sheet, n-1-2*k, 2*k, in),
			b.side(sheet, 2*k+1, n-2-2*k, in))
	}
	return sides
}

// side places two pages, each clipped at the spine and moved towards it.
func (b Booklet) side(sheet boxes, left, right int, in layout.Length) []byte {
	half := sheet.width / 2
	spine := sheet.edge() + half
	var ops []byte
	if b.Doc.Vertical { // bound at the right
		left, right = right, left
	}
	put := func(page int, clip, x layout.Length) {
		if page < len(b.Doc.Pages) {
			ops = fmt.Appendf(ops, "q %s re W n 1 0 0 1 %s cm /P%d Do Q\n",
				numbers(clip, sheet.slug, sheet.bleed+half, sheet.height+2*sheet.bleed), numbers(x, sheet.slug), page)
		}
	}
	put(left, sheet.slug, sheet.slug+in)
	put(right, spine, sheet.slug+half-in)
	if b.CropMarks {
		ops = append(ops, sheet.cropMarks()...)
	}
	return ops
}
