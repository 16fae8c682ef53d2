package finish

import (
	"bytes"
	"fmt"
	"strconv"

	"kanyin/issues/say"
)

// A Font is a subset to embed as a CIDFont whose character codes are glyph
// numbers (9.7.4, Identity-H). Glyph 0 is the one for a missing character.
type Font struct {
	Name    string   // the PostScript name, with the tag of a subset before it (9.6.4)
	Program []byte   // the font file, compressed with zlib
	Length  int      // of the font file before that
	Widths  []int    // of every glyph, in thousandths of an em
	Means   []string // what every glyph stands for; glyph 0 for nothing

	// Down says that text runs downwards (9.7.4.3, vertical writing). Every
	// glyph is an em high then, from its top to the next one's, but those of Parts.
	Down  bool
	Parts map[int]Part // by glyph
}

// A Part is the part of its em, from the top, that a glyph of vertical text
// takes up, in thousandths of an em.
type Part struct{ From, Height int }

// Top is how far over its baseline an ideograph's em begins.
const Top = 880

// PutFonts embeds the fonts in the places of those that gopdf knows as F1, F2,
// …, and gives the resources' entry that names them so. What gopdf says of a
// font's height and slope stays.
func (f *File) PutFonts(fonts []Font) (entry string, err error) {
	entry = "/Font<<"
	for i, font := range fonts {
		composite, err := f.follow(Resources, fmt.Sprintf("/F%d ", i+1))
		if err != nil {
			return "", err
		}
		if err := f.putFont(composite, font); err != nil {
			return "", err
		}
		entry += fmt.Sprintf("/F%d %s", i+1, composite)
	}
	return entry + ">>", nil
}

func (f *File) putFont(composite Ref, font Font) (err error) {
	var refs [4]Ref // of the composite font and the descriptor, by the entries that lead there
	at := composite
	for i, key := range []string{"/ToUnicode", "/DescendantFonts", "/FontDescriptor", "/FontFile2"} {
		if refs[i], err = f.follow(at, key); err != nil {
			return err
		}
		if i > 0 {
			at = refs[i]
		}
	}
	meaning, descendant, descriptor, program := refs[0], refs[1], refs[2], refs[3]
	f.SetStream(meaning, "", toUnicode(font.Means))
	f.SetReadyStream(program, fmt.Sprintf("/Length1 %d/Filter/FlateDecode", font.Length), font.Program)
	encoding, heights := "Identity-H", []byte(nil)
	if font.Down {
		encoding, heights = "Identity-V", font.heights()
	}
	f.SetBytes(composite, fmt.Appendf(nil, "<</Type/Font/Subtype/Type0/BaseFont%s/Encoding/%s/DescendantFonts[%s]/ToUnicode %s>>",
		Name(font.Name), encoding, descendant, meaning))
	f.SetBytes(descendant, append(fmt.Appendf(nil, "<</Type/Font/Subtype/CIDFontType2/BaseFont%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %s/CIDToGIDMap/Identity",
		Name(font.Name), descriptor), append(append(widths(font.Widths), heights...), ">>"...)...))
	return f.mendDescriptor(descriptor, font.Name)
}

// mendDescriptor sets what gopdf cannot know: the flag of a font with
// characters of its own (9.8.2: bit 3), and a stem's width, which no TrueType
// table has; 80 is that of a text face.
func (f *File) mendDescriptor(r Ref, name string) error {
	body := f.objects[r].body
	for _, change := range [][2]string{{"/Flags 32\n", "/Flags 4\n"}, {"/StemV 0\n", "/StemV 80\n"}} {
		if !bytes.Contains(body, []byte(change[0])) {
			return say.Errorf("gopdf's descriptor of %s has no %q", name, change[0])
		}
		body = bytes.Replace(body, []byte(change[0]), []byte(change[1]), 1)
	}
	f.SetBytes(r, body)
	return nil
}

// Em is the width that most glyphs have, an ideograph's.
const Em = 1000

// widths writes the entries DW and W (9.7.4.3): runs of the widths that are not an em.
func widths(of []int) []byte {
	b := fmt.Appendf(nil, "/DW %d/W[", Em)
	open := false
	for cid, w := range of {
		if w == Em {
			if open {
				b = append(b, ']')
			}
			open = false
			continue
		}
		if open {
			b = append(b, ' ')
		} else {
			b = append(strconv.AppendInt(b, int64(cid), 10), '[')
		}
		b = strconv.AppendInt(b, int64(w), 10)
		open = true
	}
	if open {
		b = append(b, ']')
	}
	return append(b, ']')
}

// heights writes the entries DW2 and W2 (9.7.4.3): of every glyph that is not
// as high as its em, the displacement and where its origin lies.
func (font *Font) heights() []byte {
	b := fmt.Appendf(nil, "/DW2[%d %d]", Top, -Em)
	if len(font.Parts) == 0 {
		return b
	}
	b = append(b, "/W2["...)
	for cid := range font.Widths {
		if p, ok := font.Parts[cid]; ok {
			b = fmt.Appendf(b, "%d[%d %d %d]", cid, -p.Height, font.Widths[cid]/2, Top-p.From)
		}
	}
	return append(b, ']')
}

// perBlock is how many rows a block of a character map may have (Adobe
// Technical Note 5014, CMap and CIDFont files).
const perBlock = 100

// toUnicode writes a ToUnicode map (9.10.3) with one row a glyph.
func toUnicode(means []string) []byte {
	b := []byte("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n" +
		"/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n")
	for from := 1; from < len(means); from += perBlock {
		to := min(from+perBlock, len(means))
		b = fmt.Appendf(b, "%d beginbfchar\n", to-from)
		for cid := from; cid < to; cid++ {
			b = fmt.Appendf(b, "<%04X><", cid)
			b = append(appendUTF16(b, means[cid]), ">\n"...)
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n"...)
}
