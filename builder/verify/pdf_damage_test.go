package verify_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kanyin/builder/verify"
)

// A loose PDF is a classic file taken apart into its objects, to be damaged and
// put together again with a cross-reference and an identifier that fit.
type loose struct {
	t       *testing.T
	head    []byte
	objects [][]byte // from number 1; nil where a number is free
	trailer string
}

var objectStart = regexp.MustCompile(`(?m)^(\d+) 0 obj\n`)

// takeApart reads a file as its writer leaves it, either with a table or with
// object streams, which are unpacked.
func takeApart(t *testing.T, data []byte) *loose {
	t.Helper()
	l := &loose{t: t}
	end := bytes.LastIndex(data, []byte("startxref\n"))
	if i := bytes.LastIndex(data, []byte("\nxref\n0 ")); i > 0 {
		_, after, _ := strings.Cut(string(data[i:]), "trailer\n")
		l.trailer, _, _ = strings.Cut(after, "/ID")
		end = i + 1
	}
	starts := objectStart.FindAllSubmatchIndex(data[:end], -1)
	l.head = data[:starts[0][0]]
	for i, s := range starts {
		n, _ := strconv.Atoi(string(data[s[2]:s[3]]))
		to := end
		if i+1 < len(starts) {
			to = starts[i+1][0]
		}
		l.take(n, bytes.TrimSuffix(data[s[1]:to], []byte("\nendobj\n")))
	}
	return l
}

func (l *loose) take(n int, o []byte) {
	switch {
	case bytes.HasPrefix(o, []byte("<</Type/ObjStm")):
		first := number(l.t, o, "/First ")
		body := l.unpack(o)
		heads := strings.Fields(body[:first])
		for i := 0; i < len(heads); i += 2 {
			r, _ := strconv.Atoi(heads[i])
			from, _ := strconv.Atoi(heads[i+1])
			to := len(body) - first
			if i+3 < len(heads) {
				to, _ = strconv.Atoi(heads[i+3])
			}
			l.take(r, []byte(strings.TrimSpace(body[first+from:first+to])))
		}
	case bytes.HasPrefix(o, []byte("<</Type/XRef")):
		l.trailer = fmt.Sprintf("<</Size %d/Root %d 0 R/Info %d 0 R", len(l.objects)+1, number(l.t, o, "/Root "), number(l.t, o, "/Info "))
	default:
		for len(l.objects) < n {
			l.objects = append(l.objects, nil)
		}
		l.objects[n-1] = o
	}
}

// change replaces text in the one object that has it.
func (l *loose) change(old, new string) *loose {
	l.t.Helper()
	for i, o := range l.objects {
		if bytes.Contains(o, []byte(old)) {
			l.objects[i] = bytes.Replace(o, []byte(old), []byte(new), 1)
			return l
		}
	}
	l.t.Fatalf("no object has %q", old)
	return nil
}

// everywhere replaces text in all objects.
func (l *loose) everywhere(old, new string) *loose {
	for i, o := range l.objects {
		l.objects[i] = bytes.ReplaceAll(o, []byte(old), []byte(new))
	}
	return l
}

var streamLength = regexp.MustCompile(`/Length (\d+)>>\nstream\n`)

// page rewrites the content of a page, counted from 0.
func (l *loose) page(n int, edit func(string) string) *loose {
	l.t.Helper()
	seen := 0
	for _, o := range l.objects {
		if !bytes.Contains(o, []byte("/Type/Page/")) {
			continue
		}
		if seen == n {
			l.stream(number(l.t, o, "/Contents "), edit)
			return l
		}
		seen++
	}
	l.t.Fatalf("there is no page %d", n)
	return nil
}

// picture puts one of three bytes on the first page.
func (l *loose) picture(space string) *loose {
	l.objects = append(l.objects, []byte("<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace"+space+"/Length 3>>\nstream\nabc\nendstream"))
	l.change("/Font<<", fmt.Sprintf("/XObject<</X9 %d 0 R>>/Font<<", len(l.objects)))
	return l.page(0, func(ops string) string { return ops + "\nq 9 0 0 9 100 100 cm /X9 Do Q" })
}

func number(t *testing.T, object []byte, key string) int {
	t.Helper()
	m := regexp.MustCompile(regexp.QuoteMeta(key) + `(\d+)`).FindSubmatch(object)
	if m == nil {
		t.Fatalf("no %s in %.100q", key, object)
	}
	n, _ := strconv.Atoi(string(m[1]))
	return n
}

// unpack gives a stream's content.
func (l *loose) unpack(o []byte) string {
	l.t.Helper()
	at := streamLength.FindIndex(o)
	z, err := zlib.NewReader(bytes.NewReader(bytes.TrimSuffix(o[at[1]:], []byte("\nendstream"))))
	if err != nil {
		l.t.Fatal(err)
	}
	text, err := io.ReadAll(z)
	if err != nil {
		l.t.Fatal(err)
	}
	return string(text)
}

func (l *loose) stream(number int, edit func(string) string) {
	l.t.Helper()
	o := l.objects[number-1]
	text := l.unpack(o)
	edited := edit(text)
	if edited == text {
		l.t.Fatal("the content is as it was")
	}
	var packed bytes.Buffer
	w := zlib.NewWriter(&packed)
	io.WriteString(w, edited)
	w.Close()
	at := streamLength.FindIndex(o)
	l.objects[number-1] = fmt.Appendf(nil, "%s/Length %d>>\nstream\n%s\nendstream", o[:at[0]], packed.Len(), packed.Bytes())
}

// bytes puts the file together. The identifier is left out of the trailer, so
// pdf-digest fails on every file that went through here.
func (l *loose) bytes() []byte {
	out := bytes.Clone(l.head)
	var rows strings.Builder
	rows.WriteString("0000000000 65535 f \n")
	for i, o := range l.objects {
		if o == nil {
			rows.WriteString("0000000000 00000 f \n")
			continue
		}
		fmt.Fprintf(&rows, "%010d 00000 n \n", len(out))
		out = fmt.Appendf(out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := len(out)
	return fmt.Appendf(out, "xref\n0 %d\n%strailer\n%s>>\nstartxref\n%d\n%%%%EOF\n", len(l.objects)+1, rows.String(), l.trailer, start)
}

func judged(t *testing.T, data []byte) (verify.Report, error) {
	t.Helper()
	iss, _ := edition(t, "a.print.pdf")
	return verify.Bytes("a.pdf", data, verify.Options{Issue: iss})
}

// A file that is put together again as it was fails by its identifier alone: so
// the tests below see what they damaged.
func TestPuttingTogetherDamagesNothingElse(t *testing.T) {
	for name, data := range map[string][]byte{"print": printEdition(t), "screen": screenEdition(t)} {
		r, err := judged(t, takeApart(t, data).bytes())
		fails(t, r, err, "pdf-digest", "", "no ID")
		for _, x := range r.Results {
			if !x.Pass && x.Code != "pdf-digest" {
				t.Errorf("%s: %s: %s: %s", name, x.Code, x.Place, x.Text)
			}
		}
	}
}

func printEdition(t *testing.T) []byte {
	_, data := edition(t, "a.print.pdf")
	return data
}

func screenEdition(t *testing.T) []byte {
	_, data := edition(t, "a.screen.pdf")
	return data
}

// A damage is done to an edition, and the rule that must tell it.
type damage struct {
	name              string
	do                func(*loose) *loose
	code, place, text string
}

func (d damage) test(t *testing.T, data []byte) {
	t.Run(d.name, func(t *testing.T) {
		r, err := judged(t, d.do(takeApart(t, data)).bytes())
		fails(t, r, err, d.code, d.place, d.text)
	})
}

func TestDamagedPrintEditions(t *testing.T) {
	for _, d := range []damage{
		{"RGB text", func(l *loose) *loose {
			return l.page(3, func(s string) string { return "1 0 0 rg\n" + regexp.MustCompile(`(?m)^.* k$`).ReplaceAllString(s, "") })
		}, "pdf-inks", "page 4, ", "RGB"},
		{"a coloured rule", func(l *loose) *loose {
			return l.page(2, func(s string) string { return "0 1 0 0 k 100 100 50 50 re f\n" + s })
		},
			"pdf-inks", "page 3, 100.0 100.0 pt", "cyan"},
		{"grey text", func(l *loose) *loose {
			return l.page(3, func(s string) string { return strings.Replace(s, "/Over gs 0 0 0 1 k", "/Knock gs 0 0 0 .6 k", -1) })
		}, "pdf-inks", "page 4, ", "60 % of black"},
		{"black that does not overprint", func(l *loose) *loose { return l.everywhere("/op true", "/op false") }, "pdf-inks", "page ", "does not overprint"},
		{"a transparent state", func(l *loose) *loose { return l.everywhere("/op true", "/op true/ca 0.5") }, "pdf-inks", "page ", "transparent"},
		{"three pages", func(l *loose) *loose {
			for i, o := range l.objects {
				l.objects[i] = regexp.MustCompile(`/Count \d+/Kids\[(\d+ 0 R )`).ReplaceAll(o, []byte("/Count 3/Kids[$1 $1 $1"))
			}
			return l
		}, "pdf-structure", "byte ", "no tree's shape"},
		{"a sheet that is not full", func(l *loose) *loose {
			for i, o := range l.objects {
				l.objects[i] = regexp.MustCompile(`/Count \d+/Kids\[((\d+ 0 R ){5})[^]]*`).ReplaceAll(o, []byte("/Count 5/Kids[$1"))
			}
			return l
		}, "pdf-page-count", "page 5", "5 pages"},
		{"a link", func(l *loose) *loose {
			return l.change("/Contents ", "/Annots[<</Subtype/Link/Rect[9 9 20 20]>>]/Contents ")
		}, "pdf-links", "page 1, 9.0 9.0 pt", "in a print edition"},
		{"a picture in RGB", func(l *loose) *loose { return l.picture("/DeviceRGB") }, "pdf-inks", "page 1, 100.0 100.0 pt", "RGB in a print edition"},
		{"a picture in colours by profile, in PDF/X-1a", func(l *loose) *loose { return l.picture("[/ICCBased<</N 3>>]") }, "pdf-inks", "page 1, 100.0 100.0 pt", "ICCBased"},
		{"an action", func(l *loose) *loose { return l.change("/Type/Catalog", "/Type/Catalog/OpenAction<</S/GoTo>>") }, "pdf-exchange", "byte ", "an action"},
		{"JavaScript", func(l *loose) *loose { return l.change("/Type/Catalog", "/Type/Catalog/Names<</JS(1)>>") }, "pdf-exchange", "byte ", "JavaScript"},
		{"a form", func(l *loose) *loose { return l.change("/Type/Catalog", "/Type/Catalog/AcroForm<<>>") }, "pdf-exchange", "byte ", "a form"},
		{"a file within", func(l *loose) *loose { return l.change("/Type/Catalog", "/Type/Catalog/Names<</EmbeddedFiles<<>>>>") }, "pdf-exchange", "byte ", "within the file"},
		{"layers", func(l *loose) *loose { return l.change("/Type/Catalog", "/Type/Catalog/OCProperties<<>>") }, "pdf-exchange", "byte ", "layers"},
		{"a transfer curve", func(l *loose) *loose { return l.everywhere("/op true", "/op true/TR/Identity") }, "pdf-exchange", "byte ", "a transfer curve"},
		{"a halftone's phase", func(l *loose) *loose { return l.everywhere("/op true", "/op true/HTP[0 0]") }, "pdf-exchange", "byte ", "phase"},
		{"a soft mask", func(l *loose) *loose { return l.everywhere("/op true", "/op true/SMask<<>>") }, "pdf-exchange", "byte ", "a soft mask"},
		{"a blend mode", func(l *loose) *loose { return l.everywhere("/op true", "/op true/BM/Multiply") }, "pdf-exchange", "byte ", "Multiply"},
		{"a transparent group", func(l *loose) *loose { return l.change("/Contents ", "/Group<</S/Transparency>>/Contents ") }, "pdf-exchange", "byte ", "a group"},
		{"OPI", func(l *loose) *loose { return l.change("/Contents ", "/OPI<<>>/Contents ") }, "pdf-exchange", "byte ", "OPI"},
		{"PostScript", func(l *loose) *loose { return l.change("/Contents ", "/X<</Subtype/PS>>/Contents ") }, "pdf-exchange", "byte ", "PostScript"},
		{"a file outside", func(l *loose) *loose { return l.change("/Contents ", "/X<</Type/Filespec>>/Contents ") }, "pdf-exchange", "byte ", "outside the file"},
		{"another picture", func(l *loose) *loose { return l.change("/Contents ", "/Alternates[]/Contents ") }, "pdf-exchange", "byte ", "in place of one"},
		{"LZW", func(l *loose) *loose { return l.change("/Contents ", "/X<</Filter/LZWDecode>>/Contents ") }, "pdf-exchange", "byte ", "LZWDecode"},
		{"JPEG 2000", func(l *loose) *loose { return l.change("/Contents ", "/X<</Filter[/JPXDecode]>>/Contents ") }, "pdf-exchange", "byte ", "JPXDecode"},
		{"a newer header", func(l *loose) *loose {
			l.head = bytes.Replace(l.head, []byte("%PDF-1.4"), []byte("%PDF-1.5"), 1)
			return l
		}, "pdf-metadata", "", "wants 1.4"},
		{"another part", func(l *loose) *loose { return l.everywhere("(PDF/X-1a:2003)", "(PDF/X-3:2003)") }, "pdf-metadata", "", "PDF/X-3"},
		{"encryption", func(l *loose) *loose { l.trailer += "/Encrypt<<>>"; return l }, "pdf-metadata", "", "encrypted"},
		{"a hair line", func(l *loose) *loose { return l.page(1, func(s string) string { return s + "200 300 100 0.1 re f\n" }) },
			"pdf-thin-line", "page 2, 200.0 300.0 pt", "0.100"},
		{"type at the trim", func(l *loose) *loose { return l.page(4, func(s string) string { return "1 0 0 1 -70 0 cm\n" + s }) }, "pdf-live-area", "page 5, ", "from the trim"},
		{"a missing font", func(l *loose) *loose { return l.change("/FontFile2", "/FontFileX") }, "pdf-fonts-embedded", "page ", "not embedded"},
		{"a font that is no subset", func(l *loose) *loose { return l.everywhere("/BaseFont/", "/BaseFont/x") }, "pdf-fonts-embedded", "page ", "not a subset"},
		{"no text layer", func(l *loose) *loose { return l.change("/ToUnicode ", "/ToUnicorn ") }, "pdf-tounicode", "page ", "does not say"},
		{"trim over bleed", func(l *loose) *loose { return l.change("/TrimBox[8.504", "/TrimBox[-8.504") }, "pdf-boxes", "page 1", "over the BleedBox"},
		{"no trim", func(l *loose) *loose { return l.change("/TrimBox", "/TrinBox") }, "pdf-boxes", "page 1", "no TrimBox"},
		{"no labels", func(l *loose) *loose { return l.change("/PageLabels", "/PageLabelx") }, "pdf-labels", "page 1", "no page labels"},
		{"labels that are shifted", func(l *loose) *loose {
			for i, o := range l.objects {
				l.objects[i] = regexp.MustCompile(`/S/D/St \d+`).ReplaceAll(o, []byte("/S/D/St 97"))
			}
			return l
		}, "pdf-labels", "page ", "shows the folio"},
		{"another intent", func(l *loose) *loose { return l.change("/S/GTS_PDFX/", "/S/GTS_PDFQ/") }, "pdf-intent", "", "GTS_PDFQ"},
		{"another title", func(l *loose) *loose { return l.change("/Title", "/Titel") }, "pdf-metadata", "", "title"},
		{"not trapped", func(l *loose) *loose { return l.change("/Trapped/False", "") }, "pdf-metadata", "", "Trapped"},
		{"metadata that are no XML", func(l *loose) *loose { return l.change("</dc:title>", "</dc:tit1e>") }, "pdf-metadata", "", "cannot be read"},
		{"a page that is gone", func(l *loose) *loose {
			for i, o := range l.objects {
				l.objects[i] = regexp.MustCompile(`/Kids\[\d+ 0 R`).ReplaceAll(o, []byte("/Kids["))
			}
			return l
		}, "pdf-structure", "byte ", "counts"},
		{"text that is gone", func(l *loose) *loose {
			return l.page(3, dropOneLine)
		}, "pdf-text", "page ", "is not there"},
		{"a line that stands twice", func(l *loose) *loose { return l.page(3, repeatOneLine) }, "pdf-text", "page ", "once more"},
		{"a line moved off the grid", func(l *loose) *loose { return l.page(3, moveOneLine) }, "pdf-grid", "page 4, ", "off the grid"},
	} {
		d.test(t, printEdition(t))
	}
}

func TestDamagedScreenEditions(t *testing.T) {
	first := func(pattern, with string) func(*loose) *loose {
		return func(l *loose) *loose {
			re := regexp.MustCompile(pattern)
			for i, o := range l.objects {
				if m := re.FindIndex(o); m != nil && !bytes.Contains(o, []byte("stream\n")) {
					l.objects[i] = slices.Concat(o[:m[0]], []byte(with), o[m[1]:])
					return l
				}
			}
			l.t.Fatalf("no object has %s", pattern)
			return nil
		}
	}
	for _, d := range []damage{
		{"CMYK text", func(l *loose) *loose {
			return l.page(3, func(s string) string { return strings.Replace(s, "BT\n", "0 0 0 1 k BT\n", 1) })
		}, "pdf-inks", "page 4, ", "CMYK"},
		{"no label on the first page", first(`/PageLabels<</Nums\[0<<`, "/PageLabels<</Nums[1<<"), "pdf-labels", "page 1", "no page labels"},
		{"an empty label", first(`/PageLabels<</Nums\[0<</P(\([^)]*\)|<[^>]*>)`, "/PageLabels<</Nums[0<</P()"), "pdf-labels", "page 1", "no label"},
		{"a bookmark without a place", first(`/Dest\(a0\d\)`, "/Dest(zz)"), "pdf-", "", "leads nowhere"},
		{"no outline", first(`/Outlines \d+ 0 R`, ""), "pdf-outline", "", "no outline"},
		{"a broken outline", first(`/Next \d+ 0 R`, ""), "pdf-outline", "", ""},
		{"a link to nowhere", first(`(/Subtype/Link[^\x00]*?)/Dest\([^)]*\)`, "/Subtype/Link/Rect[100 100 120 120]/Dest(nowhere)"), "pdf-links", "page ", "leads nowhere"},
		{"no article place", first(`\(a03\)\[`, "(a03x)["), "pdf-links", "", "a03 has no named place"},
		{"no tags", first(`/StructTreeRoot \d+ 0 R`, ""), "pdf-tags", "", "no tags"},
		{"an unmarked line", func(l *loose) *loose {
			return l.page(3, func(s string) string { return regexp.MustCompile(`/P<</MCID \d+>>BDC`).ReplaceAllString(s, "/P BMC") })
		}, "pdf-tags", "page 4", "neither tagged nor an artifact"},
		{"a tag that reads nothing", first(`/K\[0 `, "/K[0 9999 "), "pdf-tags", "page ", "does not have"},
		{"a tag that is none", first(`/S/Sect`, "/S/Sekt"), "pdf-tags", "", "no standard one"},
		{"a jump of headings", first(`/S/H2`, "/S/H6"), "pdf-tags", "page ", "level 6"},
		{"no language", first(`/Lang\([^)]*\)`, ""), "pdf-metadata", "", "language"},
		{"no claim", func(l *loose) *loose { return l.everywhere("<pdfaid:part>2<", "<pdfaid:part>3<") }, "pdf-metadata", "", "claims"},
		{"another number", func(l *loose) *loose { return l.everywhere("<prism:number>6<", "<prism:number>7<") }, "pdf-metadata", "", "number"},
		{"no profile", first(`/DestOutputProfile \d+ 0 R`, ""), "pdf-intent", "", "no profile"},
		{"marks that are not squeezed", meaning('的', '。'), "pdf-squeeze", "page ", "em apart, want"},
		{"a character swapped", meaning('的', '地'), "pdf-text", "page ", "is not there"},
		{"a comma that begins lines", meaning('的', '，'), "pdf-line-start", "page ", "begins with ，"},
		{"a quotation mark that ends lines", meaning('的', '“'), "pdf-line-end", "page ", "ends with “"},
		{"letters without a gap", meaning('的', 'A'), "pdf-gap", "page ", "stand 0.00 em apart"},
		{"a radical for an ideograph", meaning('人', '⼈'), "pdf-text", "page ", "U+2F08"},
		{"content that breaks off", func(l *loose) *loose { return l.page(5, func(s string) string { return s[:len(s)*2/3] + "(" }) }, "pdf-content", "page 6", "read on"},
		{"a page of another size", first(`/MediaBox\[0 0 \d+`, "/MediaBox[0 0 400"), "pdf-boxes", "page ", "pt, the first"},
		{"a figure without words", first(`/S/Figure(.|\n)*?/Alt(\([^)]*\)|<[^>]*>)`, "/S/Figure"), "pdf-tags", "page ", "no description"},
	} {
		d.test(t, screenEdition(t))
	}
}

// meaning has the text layer say one character for another, in every font.
func meaning(of, as rune) func(*loose) *loose {
	return func(l *loose) *loose {
		l.t.Helper()
		old, done := fmt.Sprintf("><%04X>", of), false
		for i, o := range l.objects {
			if !bytes.Contains(o, []byte("/FlateDecode")) || bytes.Contains(o, []byte("/Length1")) || !bytes.Contains(o, []byte("stream\n")) {
				continue
			}
			if text := l.unpack(o); strings.Contains(text, "begincmap") && strings.Contains(text, old) {
				l.stream(i+1, func(s string) string { return strings.Replace(s, old, fmt.Sprintf("><%04X>", as), 1) })
				done = true
			}
		}
		if !done {
			l.t.Fatalf("no font has %c", of)
		}
		return l
	}
}

// dropOneLine takes out what is shown in the middle of a page.
func dropOneLine(s string) string {
	shows := strings.SplitAfter(s, ")]TJ\n")
	i := len(shows) / 2
	shows[i] = shows[i][:strings.Index(shows[i], "[(")]
	return strings.Join(shows, "")
}

// repeatOneLine shows the longest run of a page again.
func repeatOneLine(s string) string {
	longest := ""
	for _, show := range strings.Split(s, ")]TJ\n") {
		if i := strings.Index(show, "[("); i >= 0 && len(show)-i > len(longest) {
			longest = show[i:]
		}
	}
	return strings.Replace(s, longest+")]TJ\n", longest+")]TJ\n"+longest+")]TJ\n", 1)
}

// pullOut shows the longest run of a page again in type half as large again, as
// designs pull sentences out of a text; edit may change what is shown.
func pullOut(edit func(run string) string) func(string) string {
	return func(s string) string {
		longest := ""
		for _, show := range strings.Split(s, ")]TJ\n") {
			if i := strings.Index(show, "[("); i >= 0 && len(show)-i > len(longest) && !strings.Contains(show[i:], `\`) {
				longest = show[i:]
			}
		}
		at := strings.Index(s, longest+")]TJ\n") + len(longest+")]TJ\n")
		fonts := regexp.MustCompile(`(/\S+) ([\d.]+) Tf`).FindAllStringSubmatch(s[:at], -1)
		font := fonts[len(fonts)-1]
		size, _ := strconv.ParseFloat(font[2], 64)
		return s[:at] + fmt.Sprintf("%s %.2f Tf\n%s)]TJ\n%s\n", font[1], 1.5*size, edit(longest), font[0]) + s[at:]
	}
}

func TestASentenceThatIsPulledOutIsTheIssues(t *testing.T) {
	pulled := func(edit func(string) string) verify.Report {
		l := takeApart(t, printEdition(t))
		r, err := judged(t, l.page(3, pullOut(edit)).bytes())
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	for _, x := range pulled(func(run string) string { return run }).Results {
		if x.Code == "pdf-text" && !x.Pass {
			t.Errorf("a sentence in larger type: %s: %s", x.Place, x.Text)
		}
	}
	turned := pulled(func(run string) string { // the glyphs of every string backwards
		return regexp.MustCompile(`(?s)\([^()\\]{4,}`).ReplaceAllStringFunc(run, func(shown string) string {
			back := []byte("(")
			for i := len(shown) - 2; i > 0; i -= 2 {
				back = append(back, shown[i], shown[i+1])
			}
			return string(back)
		})
	})
	fails(t, turned, nil, "pdf-text", "page 4, ", "the issue does not have")
}

// moveOneLine moves the middle line of a page up by three points, and the next one back.
func moveOneLine(s string) string {
	lines := regexp.MustCompile(`(?m)^0 -15 Td$`).FindAllStringIndex(s, -1)
	if len(lines) < 4 {
		return s
	}
	a, b := lines[len(lines)/2], lines[len(lines)/2+1]
	return s[:a[0]] + "0 -12 Td" + s[a[1]:b[0]] + "0 -18 Td" + s[b[1]:]
}

func TestAFlippedByteIsFound(t *testing.T) {
	for _, file := range []string{"a.print.pdf", "a.screen.pdf"} {
		_, good := edition(t, file)
		for k := 1; k < 16; k++ {
			at := len(good) * k / 16
			data := bytes.Clone(good)
			data[at] ^= 0x10
			r, err := judged(t, data)
			if err != nil {
				t.Fatal(err)
			}
			if !r.Failed() {
				t.Errorf("%s: byte %d was flipped, and every rule passes", file, at)
			}
		}
	}
}

// Damage in a packed stream is told with the object and a byte near it.
func TestAFlippedByteIsFoundInItsPlace(t *testing.T) {
	data := printEdition(t)
	at := bytes.Index(data, []byte("/FontFile2"))
	at = bytes.Index(data[at:], []byte("stream\n")) + at + 2000
	data[at] ^= 0x40
	r, err := judged(t, data)
	fails(t, r, err, "pdf-structure", "byte ", "the stream of object")
	fails(t, r, err, "pdf-digest", "", "has changed")
}

func TestACutFileIsFound(t *testing.T) {
	data := printEdition(t)
	r, err := judged(t, data[:len(data)/2])
	fails(t, r, err, "pdf-structure", fmt.Sprintf("byte %d", len(data)/2), "cut off")
}

func TestAWrongCrossReferenceIsFoundAndReadPast(t *testing.T) {
	data := printEdition(t)
	at := bytes.LastIndex(data, []byte("xref\n0 "))
	damaged := append(append(bytes.Clone(data[:at]), "xrxf"...), data[at+4:]...)
	r, err := judged(t, damaged)
	fails(t, r, err, "pdf-structure", "byte ", "cross-reference")
	for _, x := range r.Results {
		if !x.Pass && x.Code != "pdf-structure" && x.Code != "pdf-digest" {
			t.Errorf("%s fails too: %s: %s", x.Code, x.Place, x.Text)
		}
	}
}

func TestWhatIsNoPDF(t *testing.T) {
	for _, data := range []string{"", "%PDF", "hello", "<html>"} {
		if _, err := verify.Bytes("a.pdf", []byte(data), verify.Options{}); err == nil {
			t.Errorf("%q was judged", data)
		}
	}
}
