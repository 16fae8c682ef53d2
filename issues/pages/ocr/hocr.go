package ocr

import "strings"

// hocr reads hOCR: HTML whose class attributes say what an element is, and
// whose title attributes say where (hOCR specification 1.2).
func hocr(text string) ([]sheet, error) {
	r := hocrReader{}
	if err := each(text, r.open, r.text, r.close); err != nil {
		return nil, err
	}
	return r.sheets, nil
}

type hocrReader struct {
	builder
	stack []string // what the open elements are: a class of hOCR, or nothing
	word  word
	bare  string // text of a line outside of words
	bold  int    // how many of the open elements are bold
}

func (r *hocrReader) open(name string, a attrs) {
	class := ""
	for _, c := range strings.Fields(a.get("class")) {
		if strings.HasPrefix(c, "ocr") {
			class = c
			break
		}
	}
	p := propertiesOf(a.get("title"))
	switch class {
	case "ocr_page":
		b := p.box("bbox")
		s := sheet{width: b.x1, height: b.y1, scan: true, image: p["image"]}
		if v := strings.Fields(p["scan_res"]); len(v) > 0 && number(v[0]) > 0 {
			s.scale = 72 / number(v[0])
		}
		r.page(s)
	case "ocr_par", "ocr_carea", "ocrx_block":
		r.paragraph++
	case "ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat":
		class = "line"
		r.bare = ""
		r.newLine(p.box("bbox"))
	case "ocrx_word", "ocr_word":
		class = "word"
		r.word = word{box: p.box("bbox"), spaced: true, size: number(p["x_fsize"]), face: p["x_font"]}
		if c, ok := p["x_wconf"]; ok {
			r.word.confidence = percent(number(c))
		}
	case "ocr_photo", "ocr_image", "ocr_linedrawing", "ocrx_image":
		r.picture(p.box("bbox"))
	}
	if name == "strong" || name == "b" {
		class = "bold"
		r.bold++
	}
	if !void[name] {
		r.stack = append(r.stack, class)
	}
}

// void are the elements of HTML that have no end.
var void = map[string]bool{"meta": true, "link": true, "br": true, "img": true, "hr": true, "input": true}

func (r *hocrReader) text(s string) {
	for i := len(r.stack) - 1; i >= 0; i-- {
		switch r.stack[i] {
		case "word":
			r.word.text += s
			r.word.bold = r.word.bold || r.bold > 0
			return
		case "line":
			r.bare += s
			return
		}
	}
}

func (r *hocrReader) close(name string) {
	if void[name] || len(r.stack) == 0 {
		return
	}
	class := r.stack[len(r.stack)-1]
	r.stack = r.stack[:len(r.stack)-1]
	switch class {
	case "word":
		r.add(r.word)
	case "bold":
		r.bold--
	case "line":
		// Some programs stop at lines.
		if l := r.lastLine(); l != nil && len(l.words) == 0 {
			r.add(word{box: l.box, text: r.bare})
		}
	}
}

// A properties is a title attribute of hOCR taken apart at its semicolons.
type properties map[string]string

func (p properties) box(name string) box {
	v := strings.Fields(p[name])
	if len(v) < 4 {
		return box{}
	}
	return box{number(v[0]), number(v[1]), number(v[2]), number(v[3])}
}

func propertiesOf(title string) properties {
	p := properties{}
	for _, field := range strings.Split(title, ";") {
		name, value, _ := strings.Cut(strings.TrimSpace(field), " ")
		p[name] = strings.Trim(value, " \"'")
	}
	return p
}
