package ocr

// abbyy reads the XML of ABBYY FineReader 6 to 10, whose characters are
// elements with their places as attributes.
func abbyy(text string) ([]sheet, error) {
	r := abbyyReader{}
	if err := each(text, r.open, r.text, r.close); err != nil {
		return nil, err
	}
	return r.sheets, nil
}

type abbyyReader struct {
	builder
	face   word // what the open formatting says
	char   word // the open character
	inChar bool
	inFace bool
	spaced bool
}

func (r *abbyyReader) open(name string, a attrs) {
	at := box{a.num("l"), a.num("t"), a.num("r"), a.num("b")}
	switch name {
	case "page":
		s := sheet{width: a.num("width"), height: a.num("height"), scan: true}
		if dpi := a.num("resolution"); dpi > 0 {
			s.scale = 72 / dpi
		}
		r.page(s)
	case "block":
		r.paragraph++
		if a.get("blockType") == "Picture" {
			r.picture(at)
		}
	case "par":
		r.paragraph++
	case "line":
		r.spaced = false
		r.newLine(at)
	case "formatting":
		r.inFace = true
		r.face = word{face: a.get("ff"), size: a.num("fs"), bold: isTrue(a.get("bold"))}
	case "charParams":
		r.inChar = true
		r.char = r.face
		r.char.box = at
		if a.get("charConfidence") != "" {
			r.char.confidence = percent(a.num("charConfidence"))
		}
	}
}

func isTrue(s string) bool { return s == "1" || s == "true" }

func (r *abbyyReader) text(s string) {
	switch {
	case r.inChar:
		r.char.text += s
	case r.inFace: // a file that was written without places of characters
		if l := r.lastLine(); l != nil {
			w := r.face
			w.box, w.text = l.box, s
			r.add(w)
		}
	}
}

func (r *abbyyReader) close(name string) {
	switch name {
	case "formatting":
		r.inFace = false
	case "charParams":
		r.inChar = false
		if isBlank(r.char.text) {
			r.spaced = true
			return
		}
		r.char.spaced, r.spaced = r.spaced, false
		r.add(r.char)
	}
}
