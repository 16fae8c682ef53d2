package ocr

import (
	"strings"
	"unicode/utf8"
)

// bbox reads what pdftotext -bbox-layout writes: words with their boxes, in
// lines, blocks and flows. It tells no face; a box is as high as its face.
func bbox(text string) ([]sheet, error) {
	var b builder
	var w word
	inWord := false
	err := each(text, func(name string, a attrs) {
		at := box{a.num("xMin"), a.num("yMin"), a.num("xMax"), a.num("yMax")}
		switch name {
		case "page":
			b.page(sheet{width: a.num("width"), height: a.num("height"), scale: 1})
		case "block":
			b.paragraph++
		case "line":
			b.newLine(at)
		case "word":
			inWord = true
			w = word{box: at, spaced: true, size: at.height()}
		}
	}, func(s string) {
		if inWord {
			w.text += s
		}
	}, func(name string) {
		if name == "word" {
			inWord = false
			b.add(w)
		}
	})
	return b.sheets, err
}

// stext reads what mutool draw -F stext writes: characters with their boxes and
// the face that they stand in.
func stext(text string) ([]sheet, error) {
	var b builder
	var face word
	vertical, spaced := false, false
	err := each(text, func(name string, a attrs) {
		switch name {
		case "page":
			b.page(sheet{width: a.num("width"), height: a.num("height"), scale: 1})
		case "block":
			b.paragraph++
		case "line":
			vertical, spaced = a.get("wmode") == "1", false
			b.newLine(numbers(a.get("bbox")))
		case "image":
			b.picture(numbers(a.get("bbox")))
		case "font":
			face = word{face: a.get("name"), size: a.num("size")}
			face.bold = looksBold(face.face)
		case "char":
			c := a.get("c")
			if isBlank(c) {
				spaced = true
				break
			}
			w := face
			w.box, w.text, w.spaced, w.vertical = quad(a), c, spaced, vertical
			spaced = false
			b.add(w)
		}
	}, func(string) {}, func(string) {})
	return b.sheets, err
}

// looksBold tells a bold face by its name.
func looksBold(name string) bool {
	name = strings.ToLower(name)
	for _, part := range []string{"bold", "heavy", "black"} {
		if strings.Contains(name, part) {
			return true
		}
	}
	return false
}

// quad gives the box of a character: around its four corners, or as older
// versions write it.
func quad(a attrs) box {
	if q := strings.Fields(a.get("quad")); len(q) == 8 {
		return box{number(q[0]), number(q[1]), number(q[6]), number(q[7])}
	}
	return numbers(a.get("bbox"))
}

// numbers reads four numbers as a box.
func numbers(s string) box {
	v := strings.Fields(s)
	if len(v) < 4 {
		return box{}
	}
	return box{number(v[0]), number(v[1]), number(v[2]), number(v[3])}
}

func isBlank(s string) bool {
	return strings.TrimSpace(s) == "" || utf8.RuneCountInString(s) == 1 && s == "\u00a0"
}
