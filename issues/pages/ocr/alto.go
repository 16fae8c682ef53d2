package ocr

import "strings"

// alto reads ALTO 2 to 4 (Library of Congress), whose words are elements with
// their places as attributes.
func alto(text string) ([]sheet, error) {
	r := altoReader{styles: map[string]word{}}
	if err := each(text, r.open, r.text, r.close); err != nil {
		return nil, err
	}
	return r.sheets, nil
}

type altoReader struct {
	builder
	styles map[string]word // what TextStyle says, by its ID
	block  string          // the styles of the block and of the line
	row    string
	unit   string
	inUnit bool
	image  string // the file that was recognised
	inName bool
	spaced bool // a space stands before the next word
}

func (r *altoReader) open(name string, a attrs) {
	at := box{a.num("HPOS"), a.num("VPOS"), a.num("HPOS") + a.num("WIDTH"), a.num("VPOS") + a.num("HEIGHT")}
	switch name {
	case "MeasurementUnit":
		r.inUnit = true
	case "TextStyle":
		style := a.get("FONTSTYLE")
		r.styles[a.get("ID")] = word{face: a.get("FONTFAMILY"), size: a.num("FONTSIZE"), bold: strings.Contains(style, "bold")}
	case "Page":
		r.page(sheet{width: a.num("WIDTH"), height: a.num("HEIGHT"), scale: unitScale[r.unit], scan: true, image: r.image})
	case "TextBlock":
		r.paragraph++
		r.block = a.get("STYLEREFS")
	case "TextLine":
		r.row = a.get("STYLEREFS")
		r.spaced = false
		r.newLine(at)
	case "String":
		w := r.style(a.get("STYLEREFS"), r.row, r.block)
		w.box, w.text, w.spaced = at, a.get("CONTENT"), r.spaced
		if a.get("WC") != "" {
			w.confidence = percent(100 * a.num("WC"))
		}
		r.spaced = false
		r.add(w)
	case "SP":
		r.spaced = true
	case "HYP":
		r.add(word{box: at, text: a.get("CONTENT")})
	case "Illustration", "GraphicalElement":
		r.picture(at)
	case "ComposedBlock":
		if kind := strings.ToLower(a.get("TYPE")); strings.Contains(kind, "illustration") || strings.Contains(kind, "image") || strings.Contains(kind, "photo") {
			r.picture(at)
		}
	case "fileName":
		r.image, r.inName = "", true
	}
}

// unitScale is how many points a unit of measurement has. Pixels have no size.
var unitScale = map[string]float64{"mm10": 72 / 254.0, "inch1200": 72 / 1200.0}

// style gives the face of the nearest references that name one.
func (r *altoReader) style(refs ...string) word {
	for _, list := range refs {
		for _, id := range strings.Fields(list) {
			if w, ok := r.styles[id]; ok {
				return w
			}
		}
	}
	return word{}
}

func (r *altoReader) text(s string) {
	if r.inUnit {
		r.unit += strings.TrimSpace(s)
	}
	if r.inName {
		r.image += strings.TrimSpace(s)
	}
}

func (r *altoReader) close(name string) {
	switch name {
	case "MeasurementUnit":
		r.inUnit = false
	case "fileName":
		r.inName = false
	}
}
