package pdf_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

// A readback is a finished file read again, knowing nothing of how it was made
// but the layout that its writer keeps to: an object begins on a line of its own.
type readback struct {
	t       testing.TB
	objects map[int]readObject
	trailer string
	known   map[int]map[string]readFont // of resources that were read
}

type readObject struct {
	dict   string
	stream []byte
}

var (
	objectHead = regexp.MustCompile(`^(\d+) 0 obj\n`)
	streamHead = regexp.MustCompile(`/Length (\d+)>>\nstream\n`)
	reference  = regexp.MustCompile(`(\d+) 0 R`)
)

func readFile(t testing.TB, data []byte) *readback {
	t.Helper()
	r := &readback{t: t, objects: map[int]readObject{}, known: map[int]map[string]readFont{}}
	rest := data[bytes.IndexByte(data, '\n')+1:]
	rest = rest[bytes.IndexByte(rest, '\n')+1:]
	for {
		m := objectHead.FindSubmatch(rest)
		if m == nil {
			break
		}
		number, _ := strconv.Atoi(string(m[1]))
		rest = rest[len(m[0]):]
		var o readObject
		end := bytes.Index(rest, []byte("\nendobj\n"))
		if s := streamHead.FindSubmatchIndex(rest); s != nil && s[0] < end {
			size, _ := strconv.Atoi(string(rest[s[2]:s[3]]))
			o.dict = string(rest[:s[0]])
			o.stream = r.inflate(o.dict, rest[s[1]:s[1]+size])
			end = s[1] + size + len("\nendstream")
		} else {
			o.dict = string(rest[:end])
		}
		r.objects[number] = o
		rest = rest[end+len("\nendobj\n"):]
		if strings.Contains(o.dict, "/Type/ObjStm") {
			r.unpack(o)
		}
		if strings.Contains(o.dict, "/Type/XRef") {
			r.trailer = o.dict
		}
	}
	if _, after, ok := strings.Cut(string(rest), "trailer\n"); ok {
		r.trailer = after
	}
	return r
}

func (r *readback) inflate(dict string, data []byte) []byte {
	if !strings.Contains(dict, "/Filter/FlateDecode") {
		return data
	}
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		r.t.Fatal(err)
	}
	out, err := io.ReadAll(z)
	if err != nil {
		r.t.Fatal(err)
	}
	return out
}

func (r *readback) unpack(o readObject) {
	first := r.number(o.dict, "/First ")
	heads := strings.Fields(string(o.stream[:first]))
	for i := 0; i < len(heads); i += 2 {
		number, _ := strconv.Atoi(heads[i])
		from, _ := strconv.Atoi(heads[i+1])
		to := len(o.stream) - first
		if i+3 < len(heads) {
			to, _ = strconv.Atoi(heads[i+3])
		}
		r.objects[number] = readObject{dict: string(bytes.TrimSpace(o.stream[first+from : first+to]))}
	}
}

// number reads the number, or the object's number, behind a key.
func (r *readback) number(dict, key string) int {
	r.t.Helper()
	_, after, ok := strings.Cut(dict, key)
	n, err := strconv.Atoi(regexp.MustCompile(`^\d*`).FindString(after))
	if !ok || err != nil {
		r.t.Fatalf("no number behind %s in %.200s", key, dict)
	}
	return n
}

func (r *readback) catalog() string { return r.objects[r.number(r.trailer, "/Root ")].dict }

// pages gives the objects' numbers of the pages.
func (r *readback) pages() []int {
	tree := r.objects[r.number(r.catalog(), "/Pages ")].dict
	_, kids, _ := strings.Cut(tree, "/Kids[")
	var out []int
	for _, m := range reference.FindAllStringSubmatch(kids, -1) {
		n, _ := strconv.Atoi(m[1])
		out = append(out, n)
	}
	return out
}

// A box is left, bottom, right, top, in points.
type box [4]float64

func (r *readback) box(page int, key string) box {
	_, after, ok := strings.Cut(r.objects[page].dict, key+"[")
	if !ok {
		r.t.Fatalf("page object %d has no %s", page, key)
	}
	var b box
	fmt.Sscan(after[:strings.IndexByte(after, ']')], &b[0], &b[1], &b[2], &b[3])
	return b
}

// A readFont is what a reader makes of a font's codes.
type readFont struct {
	widths map[int]float64 // where they are not an em, in thousandths of it
	runes  map[int]string
	moved  map[int]float64 // how far to the right a glyph is drawn that is another's outline moved
}

// fonts reads the fonts of a page's resources by their names.
func (r *readback) fonts(page int) map[string]readFont {
	resources := r.number(r.objects[page].dict, "/Resources ")
	if out, ok := r.known[resources]; ok {
		return out
	}
	out := map[string]readFont{}
	for _, m := range regexp.MustCompile(`/(F\d+) (\d+) 0 R`).FindAllStringSubmatch(r.objects[resources].dict, -1) {
		n, _ := strconv.Atoi(m[2])
		out[m[1]] = r.font(r.objects[n].dict)
	}
	r.known[resources] = out
	return out
}

func (r *readback) font(dict string) readFont {
	descendant := r.objects[r.number(dict, "/DescendantFonts[")].dict
	descriptor := r.objects[r.number(descendant, "/FontDescriptor ")].dict
	program := r.objects[r.number(descriptor, "/FontFile2 ")].stream
	f := readFont{map[int]float64{}, map[int]string{}, movedGlyphs(program)}
	_, w, _ := strings.Cut(descendant, "/W[")
	for _, m := range regexp.MustCompile(`(\d+)\[([\d ]+)\]`).FindAllStringSubmatch(w, -1) {
		cid, _ := strconv.Atoi(m[1])
		for i, v := range strings.Fields(m[2]) {
			f.widths[cid+i], _ = strconv.ParseFloat(v, 64)
		}
	}
	meaning := r.objects[r.number(dict, "/ToUnicode ")].stream
	for _, m := range regexp.MustCompile(`<([0-9A-F]{4})><([0-9A-F]+)>\n`).FindAllSubmatch(meaning, -1) {
		cid, _ := strconv.ParseInt(string(m[1]), 16, 32)
		var units []uint16
		for i := 0; i < len(m[2]); i += 4 {
			u, _ := strconv.ParseUint(string(m[2][i:i+4]), 16, 16)
			units = append(units, uint16(u))
		}
		if _, double := f.runes[int(cid)]; double {
			r.t.Errorf("glyph %d has two meanings", cid)
		}
		f.runes[int(cid)] = string(utf16.Decode(units))
	}
	return f
}

// movedGlyphs reads from a font of 1000 units an em how far its composite glyphs
// move the first of their parts.
func movedGlyphs(program []byte) map[int]float64 {
	be, tables := binary.BigEndian, map[string][]byte{}
	for i := range int(be.Uint16(program[4:])) {
		entry := program[12+16*i:]
		from := be.Uint32(entry[8:])
		tables[string(entry[:4])] = program[from : from+be.Uint32(entry[12:])]
	}
	moved := map[int]float64{}
	for gid := range int(be.Uint16(tables["maxp"][4:])) {
		from, to := be.Uint32(tables["loca"][4*gid:]), be.Uint32(tables["loca"][4*gid+4:])
		const composite, wordsOfXY = 0xFFFF, 3
		if o := tables["glyf"][from:to]; len(o) > 16 && be.Uint16(o) == composite && be.Uint16(o[10:])&wordsOfXY == wordsOfXY {
			moved[gid] = float64(int16(be.Uint16(o[14:])))
		}
	}
	return moved
}

// A shown is a glyph as a reader finds it on the page.
type shown struct {
	text   string
	x, y   float64 // of its outline's origin, in points from the lower left of the file's page
	start  float64 // of its box, as a reader selects it
	width  float64 // of its box
	size   float64
	font   string
	ink    string // the operators that chose the colour
	mcid   int    // -1 where the content is an artifact or unmarked
	marked bool   // whether it stands in marked content at all
	spoken bool   // whether ActualText says something else in its stead
}

// shows reads a page's content.
func (r *readback) shows(page int) []shown {
	return (&reader{readback: r, fonts: r.fonts(page)}).run(r.objects[r.number(r.objects[page].dict, "/Contents ")].stream)
}

// A reader carries out the operators of a page as far as text goes.
type reader struct {
	*readback
	fonts      map[string]readFont
	stack      []string // operands
	marks      []int    // mcid of every open marked content, -1 where it has none, or actualText
	font       string
	size, tc   float64
	lineX, lnY float64
	ink        string
	out        []shown
}

const actualText = -2

// token is a number, a name, a string, an array, a dictionary or an operator.
var token = regexp.MustCompile(`(?s)^\s*(\[(?:\((?:[^\\()]|\\.)*\)|[^\]()])*\]|<<(?:<<.*?>>|<[0-9A-F]*>|\((?:[^\\()]|\\.)*\)|[^<>])*>>|\((?:[^\\()]|\\.)*\)|/?[^\s\[\]<>()/]+)`)

// placing is a part of a TJ array: a string or a number.
var placing = regexp.MustCompile(`(?s)\(((?:[^\\()]|\\.)*)\)|(-?[\d.]+)`)

func (r *reader) run(content []byte) []shown {
	s := string(content)
	for {
		m := token.FindStringSubmatchIndex(s)
		if m == nil {
			break
		}
		word := s[m[2]:m[3]]
		s = s[m[1]:]
		if c := word[0]; c == '[' || c == '<' || c == '(' || c == '/' || c == '-' || c == '.' || c >= '0' && c <= '9' {
			r.stack = append(r.stack, word)
			continue
		}
		r.do(word)
		r.stack = r.stack[:0]
	}
	if strings.TrimSpace(s) != "" {
		r.t.Errorf("unreadable content: %.80q", s)
	}
	if len(r.marks) != 0 {
		r.t.Errorf("%d marked contents are left open", len(r.marks))
	}
	return r.out
}

func (r *reader) operand(i int) float64 {
	v, err := strconv.ParseFloat(r.stack[i], 64)
	if err != nil {
		r.t.Fatalf("operand %q", r.stack[i])
	}
	return v
}

func (r *reader) do(op string) {
	switch op {
	case "BT":
		r.lineX, r.lnY = 0, 0
	case "Td":
		r.lineX += r.operand(0)
		r.lnY += r.operand(1)
	case "Tf":
		r.font, r.size = r.stack[0][1:], r.operand(1)
	case "Tc":
		r.tc = r.operand(0)
	case "rg", "k", "g", "RG", "K", "G", "gs":
		words := strings.Join(r.stack, " ") + " " + op
		if op == "k" {
			words = strings.TrimSuffix(r.ink, "\n") + " " + words // with the state that was set before it
		}
		r.ink = words
	case "BDC":
		mark := -1
		if strings.Contains(r.stack[1], "/MCID ") {
			mark = r.number(r.stack[1], "/MCID ")
		}
		if strings.Contains(r.stack[1], "/ActualText") {
			mark = actualText
		}
		r.marks = append(r.marks, mark)
	case "EMC":
		r.marks = r.marks[:len(r.marks)-1]
	case "TJ":
		r.show(r.stack[0])
	}
}

func (r *reader) show(array string) {
	x := r.lineX
	for _, m := range placing.FindAllStringSubmatch(array, -1) {
		if m[2] != "" {
			n, _ := strconv.ParseFloat(m[2], 64)
			x -= n / 1000 * r.size
			continue
		}
		codes := unescape(m[1])
		for i := 0; i+1 < len(codes); i += 2 {
			code := int(codes[i])<<8 | int(codes[i+1])
			f := r.fonts[r.font]
			w, ok := f.widths[code]
			if !ok {
				w = 1000
			}
			s := shown{text: f.runes[code], x: x + f.moved[code]/1000*r.size, start: x, width: w / 1000 * r.size, y: r.lnY, size: r.size, font: r.font, ink: r.ink, mcid: -1, marked: len(r.marks) > 0}
			for _, mark := range r.marks {
				s.spoken = s.spoken || mark == actualText
				if mark >= 0 {
					s.mcid = mark
				}
			}
			r.out = append(r.out, s)
			x += w/1000*r.size + r.tc
		}
	}
}

func unescape(s string) []byte {
	var out []byte
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' {
			i++
			if s[i] == 'r' {
				out = append(out, '\r')
				continue
			}
		}
		out = append(out, s[i])
	}
	return out
}
