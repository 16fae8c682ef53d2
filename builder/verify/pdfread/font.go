package pdfread

import (
	"encoding/binary"

	"kanyin/issues/say"
)

// A Font is what a page's text is shown with.
type Font struct {
	Ref     Ref
	Name    string // the PostScript name, with a subset's tag
	Wide    bool   // codes have two bytes
	widths  map[int]float64
	other   float64            // of the codes that widths has not
	Means   map[int]string     // ToUnicode
	Twice   []int              // codes that ToUnicode gives two meanings
	Mapped  bool               // there is a ToUnicode map at all
	Down    bool               // vertical writing: its glyphs stand below each other
	heights map[int][2]float64 // of those of vertical writing that differ: the displacement and where the origin lies
	high    [2]float64         // the same of all others
	rows    int                // of the widths and the map, read so far

	Embedded bool
	Glyphs   int   // in the font program
	Damage   error // of the font program
}

// Width gives the advance of a code in thousandths of an em.
func (t *Font) Width(code int) float64 {
	if w, ok := t.widths[code]; ok {
		return w
	}
	return t.other
}

// Bounds of a font's lists: there are no more glyphs than that, and whoever
// writes a list says each of them once or twice.
const (
	maxGlyphs = 1 << 16
	maxRows   = 4 * maxGlyphs
)

// more counts a row of the font's lists, and says whether reading goes on.
func (t *Font) more() bool {
	t.rows++
	return t.rows <= maxRows
}

// font reads a font (9.6, 9.7). It is read once, however many pages use it.
func (f *File) font(o Object, known map[Ref]*Font) *Font {
	r, _ := o.(Ref)
	if t := known[r]; t != nil && r != 0 {
		return t
	}
	d := f.Dict(o)
	t := &Font{Ref: r, Name: f.Name(d["BaseFont"]), widths: map[int]float64{}, Means: map[int]string{}}
	known[r] = t
	descriptor := f.Dict(d["FontDescriptor"])
	if f.Name(d["Subtype"]) == "Type0" {
		below := f.Dict(at(f.Array(d["DescendantFonts"]), 0))
		descriptor = f.Dict(below["FontDescriptor"])
		t.Wide, t.other = true, 1000
		if w, ok := f.Resolve(below["DW"]).(float64); ok {
			t.other = w
		}
		f.cidWidths(t, f.Array(below["W"]))
		if t.Down = f.Name(d["Encoding"]) == "Identity-V"; t.Down {
			f.cidHeights(t, below)
		}
	} else {
		first := int(f.Number(d["FirstChar"]))
		for i, w := range f.Array(d["Widths"]) {
			t.widths[first+i] = f.Number(w)
		}
	}
	f.program(t, descriptor)
	if s := f.Stream(d["ToUnicode"]); s != nil {
		t.Mapped = true
		data, err := f.Data(s)
		if err != nil {
			f.fault(s.At, "the ToUnicode map of %s: %v", t.Name, err)
		}
		t.meanings(data)
	}
	return t
}

// cidWidths reads the entry W (9.7.4.3): c [w1 w2 …] and c1 c2 w.
func (f *File) cidWidths(t *Font, w Array) {
	for i := 0; i+1 < len(w); {
		first := int(f.Number(w[i]))
		if list, ok := f.Resolve(w[i+1]).(Array); ok {
			for k, v := range list {
				if t.more() {
					t.widths[first+k] = f.Number(v)
				}
			}
			i += 2
			continue
		}
		if i+2 >= len(w) {
			return
		}
		last := min(int(f.Number(w[i+1])), maxGlyphs)
		for c := max(first, 0); c <= last && t.more(); c++ {
			t.widths[c] = f.Number(w[i+2])
		}
		i += 3
	}
}

// cidHeights reads the entries DW2 and W2 (9.7.4.3), of the latter the form
// c [w1y vx vy …].
func (f *File) cidHeights(t *Font, d Dict) {
	t.high, t.heights = [2]float64{-1000, 880}, map[int][2]float64{}
	if list := f.Array(d["DW2"]); len(list) == 2 {
		t.high = [2]float64{f.Number(list[1]), f.Number(list[0])}
	}
	w := f.Array(d["W2"])
	for i := 0; i+1 < len(w); i += 2 {
		first := int(f.Number(w[i]))
		list := f.Array(w[i+1])
		for k := 0; k+2 < len(list) && t.more(); k += 3 {
			t.heights[first+k/3] = [2]float64{f.Number(list[k]), f.Number(list[k+2])}
		}
	}
}

// Height gives the displacement of a code of vertical writing, which is
// negative, in thousandths of an em.
func (t *Font) Height(code int) float64 {
	if h, ok := t.heights[code]; ok {
		return h[0]
	}
	return t.high[0]
}

// program looks into the font file: a TrueType font whose tables lie inside it.
func (f *File) program(t *Font, descriptor Dict) {
	var s *Stream
	for _, key := range []Name{"FontFile2", "FontFile3", "FontFile"} {
		if s == nil {
			s = f.Stream(descriptor[key])
		}
	}
	if s == nil {
		return
	}
	t.Embedded = true
	data, err := f.Data(s)
	if err != nil {
		t.Damage = err
		return
	}
	if n := f.Number(s.Dict["Length1"]); n != 0 && int(n) != len(data) {
		t.Damage = say.Errorf("the font file has %d bytes, Length1 says %v", len(data), n)
		return
	}
	t.Glyphs, t.Damage = sfnt(data)
}

// sfnt gives the number of glyphs of a TrueType font whose table directory holds.
func sfnt(data []byte) (int, error) {
	if len(data) < 12 {
		return 0, say.Errorf("the font file has %d bytes", len(data))
	}
	be := binary.BigEndian
	glyphs := 0
	missing := map[string]bool{"glyf": true, "loca": true, "head": true, "hhea": true, "hmtx": true, "maxp": true}
	for i := range int(be.Uint16(data[4:])) {
		row := 12 + 16*i
		if row+16 > len(data) {
			return 0, say.Errorf("the font's table directory breaks off")
		}
		tag, from, size := string(data[row:row+4]), int(be.Uint32(data[row+8:])), int(be.Uint32(data[row+12:]))
		if from > len(data) || size > len(data)-from {
			return 0, say.Errorf("the font's table %q reaches beyond its end", tag)
		}
		delete(missing, tag)
		if tag == "maxp" && size >= 6 {
			glyphs = int(be.Uint16(data[from+4:]))
		}
	}
	for tag := range missing {
		return glyphs, say.Errorf("the font lacks the table %q and perhaps more", tag)
	}
	return glyphs, nil
}

// meanings reads a ToUnicode map (9.10.3): bfchar and bfrange.
func (t *Font) meanings(data []byte) {
	l := &lexer{data: data}
	var stack []Object
	for {
		o, err := l.next(0)
		if err != nil {
			return
		}
		word, ok := o.(operator)
		if !ok {
			if stack = append(stack, o); len(stack) > maxRows {
				return
			}
			continue
		}
		switch word {
		case "endbfchar":
			for i := 0; i+1 < len(stack); i += 2 {
				to, _ := stack[i+1].(String)
				t.mean(code(stack[i]), decodeUTF16(string(to)))
			}
		case "endbfrange":
			for i := 0; i+2 < len(stack); i += 3 {
				t.meanRange(code(stack[i]), code(stack[i+1]), stack[i+2])
			}
		}
		stack = stack[:0]
	}
}

func code(o Object) int {
	s, _ := o.(String)
	return big([]byte(s[:min(len(s), 4)]))
}

func (t *Font) mean(code int, s string) {
	if !t.more() {
		return
	}
	if before, double := t.Means[code]; double && before != s {
		t.Twice = append(t.Twice, code)
	}
	t.Means[code] = s
}

func (t *Font) meanRange(from, to int, o Object) {
	switch v := o.(type) {
	case Array:
		for i, o := range v {
			s, _ := o.(String)
			t.mean(from+i, decodeUTF16(string(s)))
		}
	case String:
		first := []rune(decodeUTF16(string(v)))
		for c := from; len(first) > 0 && c <= min(to, maxGlyphs) && t.rows < maxRows; c++ {
			t.mean(c, string(first))
			first[len(first)-1]++
		}
	}
}
