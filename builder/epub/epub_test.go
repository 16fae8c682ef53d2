package epub

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"kanyin/builder"
	"kanyin/fonts"
	"kanyin/issues/issue"
)

var update = flag.Bool("update", false, "rewrite the golden files")

var _ builder.Builder = Builder{}

func library(t testing.TB) *fonts.Library {
	t.Helper()
	l, err := fonts.Open()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func build(t testing.TB, b Builder, iss *issue.Issue) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := b.Build(&buf, iss); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// The documents of the town's issue, for a person to read.
func TestGolden(t *testing.T) {
	o := read(t, build(t, Builder{Pages: townPages(), Version: "1"}, town()))
	got := &txtar.Archive{Comment: []byte("The town's issue as an e-book: every kind of block, notes, page breaks, hostile text.\n")}
	for _, name := range []string{"package.opf", "nav.xhtml", "toc.ncx", "xhtml/contents.xhtml", "xhtml/a01.xhtml", "xhtml/a02.xhtml", "xhtml/a03.xhtml", "xhtml/a04.xhtml", "xhtml/colophon.xhtml"} {
		got.Files = append(got.Files, txtar.File{Name: name, Data: o.files["EPUB/"+name]})
	}
	golden := filepath.Join("testdata", "town.txtar")
	if *update {
		if err := os.WriteFile(golden, txtar.Format(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := txtar.ParseFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range got.Files {
		if i >= len(want.Files) || want.Files[i].Name != f.Name || !bytes.Equal(want.Files[i].Data, f.Data) {
			t.Errorf("%s differs from %s; see -update", f.Name, golden)
		}
	}
}

func TestSameIssueSameBytes(t *testing.T) {
	b := Builder{Fonts: library(t), Pages: townPages(), Version: "1"}
	first := build(t, b, town())
	t.Setenv("TZ", "Pacific/Auckland")
	t.Setenv("TMPDIR", t.TempDir())
	if !bytes.Equal(first, build(t, b, town())) {
		t.Error("two builds of one issue differ")
	}
}

func TestContainerIsInOrder(t *testing.T) {
	o := read(t, build(t, Builder{Fonts: library(t)}, town()))
	if o.order[0] != "mimetype" || string(o.files["mimetype"]) != "application/epub+zip" || !strings.HasPrefix(o.order[1], "META-INF/") {
		t.Errorf("the container begins with %v", o.order[:2])
	}
	for _, name := range o.order {
		if strings.Trim(name, "abcdefghijklmnopqrstuvwxyzEPUBMTAINF0123456789-./") != "" {
			t.Errorf("the name %q is not plain ASCII", name)
		}
	}
}

func TestOldAndUndatedIssuesHaveADate(t *testing.T) {
	iss := town()
	iss.Meta = issue.Meta{}
	o := read(t, build(t, Builder{}, iss))
	if opf := string(o.files["EPUB/package.opf"]); !strings.Contains(opf, "<dc:title id=\"title\">无题</dc:title>") || !strings.Contains(opf, ">1970-01-01T00:00:00Z<") {
		t.Errorf("package document: %s", opf)
	}
}

func TestModifiedIsTheBuilders(t *testing.T) {
	when := time.Date(2026, 1, 2, 3, 4, 5, 6, time.FixedZone("", 8*3600))
	o := read(t, build(t, Builder{Modified: when}, town()))
	if !strings.Contains(string(o.files["EPUB/package.opf"]), ">2026-01-01T19:04:05Z<") {
		t.Error("dcterms:modified is not what the builder says, in UTC")
	}
}

func TestIdentifierIsTheIssues(t *testing.T) {
	iss := town()
	o := read(t, build(t, Builder{}, iss))
	if want := ">urn:uuid:" + iss.UUID() + "<"; !strings.Contains(string(o.files["EPUB/package.opf"]), want) {
		t.Errorf("the package document has no %s", want)
	}
}

func TestIllegalCharactersAreReported(t *testing.T) {
	var found []issue.Finding
	build(t, Builder{Report: func(f issue.Finding) { found = append(found, f) }}, town())
	if len(found) != 1 || found[0].Code != "illegal-character" || found[0].Values[0] != "U+000B" {
		t.Errorf("findings: %+v", found)
	}
}

func TestEmptyIssueIsABookAllTheSame(t *testing.T) {
	for _, lib := range []*fonts.Library{nil, library(t)} {
		o := read(t, build(t, Builder{Fonts: lib}, &issue.Issue{}))
		if len(o.nav(t, "toc").find(func(e *element) bool { return e.name == "a" })) != 1 {
			t.Error("the table of contents does not list the colophon alone")
		}
	}
}

func TestLabelsFollowTheLanguage(t *testing.T) {
	for language, want := range map[string]string{"zh-Hant": "目錄", "zh-Hans": "目录", "": "目录", "en": "Contents"} {
		iss := town()
		iss.Meta.Language = language
		o := read(t, build(t, Builder{}, iss))
		page := o.parse(t, "EPUB/xhtml/contents.xhtml")
		if got := page.find(func(e *element) bool { return e.name == "h1" })[0].text(); got != want {
			t.Errorf("language %q: the contents are called %q", language, got)
		}
		if got := page.find(func(e *element) bool { return e.name == "html" })[0].attr["lang"]; got == "" || language != "" && got != language {
			t.Errorf("language %q: the document says %q", language, got)
		}
	}
}

// ferry is an issue in English, with more articles than a description names.
func ferry() *issue.Issue {
	iss := &issue.Issue{Meta: issue.Meta{Title: "The Ferry Review", Year: 2025, Number: 3, Language: "en"}}
	for i := range maxDescribed + 1 {
		iss.Articles = append(iss.Articles, issue.Article{ID: fmt.Sprintf("a%02d", i+1), Section: "Ferry", Authors: []string{"Anna Lind", "Paul Ward"}, Blocks: []issue.Block{
			{Kind: issue.Paragraph, Lines: []int{i + 1}, Text: "The river takes its time, and the boat waits."},
		}})
	}
	iss.Articles[0].Title = "The bridge that nobody built"
	return iss
}

func TestAnEnglishBookHasEnglishMarks(t *testing.T) {
	o := read(t, build(t, Builder{Fonts: library(t)}, ferry()))
	for _, name := range []string{"package.opf", "nav.xhtml", "toc.ncx", "xhtml/contents.xhtml", "xhtml/cover.xhtml"} {
		if text := string(o.files["EPUB/"+name]); strings.ContainsAny(text, "：、") || strings.Contains(text, "……") {
			t.Errorf("%s has Chinese marks:\n%s", name, text)
		}
	}
	got := strings.Split(describe(ferry(), english()), "\n")
	if want := "Ferry: The bridge that nobody built / Anna Lind, Paul Ward"; got[0] != want {
		t.Errorf("described as %q, want %q", got[0], want)
	}
	if want := "Ferry: The river takes its … / Anna Lind, Paul Ward"; got[1] != want {
		t.Errorf("an article without a title is described as %q, want %q", got[1], want)
	}
	if got[maxDescribed] != "…" {
		t.Errorf("the description ends with %q", got[maxDescribed])
	}
}

func TestTheCoverBreaksTitlesBetweenLatinWords(t *testing.T) {
	c := newCanvas(library(t), english(), accents[0])
	for title, want := range map[string]string{
		"The bridge that nobody built":       "The bridge/that nobody/built",
		"Donaudampfschifffahrtsgesellschaft": "Donaudampfs/chifffahrtsges/ellschaft",
		"渡口与 Ferry Review":                   "渡口与 Ferry/Review",
	} {
		if got := strings.Join(c.wrap(fonts.HeiBold, 100, 700, 3, title), "/"); got != want {
			t.Errorf("%s is set as %s, want %s", title, got, want)
		}
	}
	if got := c.wrap(fonts.HeiBold, 100, 600, 1, "The bridge that nobody built"); len(got) != 1 || !strings.HasSuffix(got[0], "…") || strings.HasSuffix(got[0], "……") {
		t.Errorf("cut as %q", got)
	}
}

func TestTheCoverBreaksTitlesWhereTheyPause(t *testing.T) {
	c := newCanvas(library(t), simplified(), accents[0])
	for title, want := range map[string]string{
		"河水":         "河水",
		"河水东流两岸人家":   "河水东流/两岸人家",
		"河水东流 两岸的人家": "河水东流/两岸的人家",
		"河水东流去镇上的人家都搬到桥那一边去": "河水东流去镇/上的人家……",
	} {
		if got := strings.Join(c.balance(fonts.HeiBold, 100, 600, 2, title), "/"); got != want {
			t.Errorf("%s is set as %s, want %s", title, got, want)
		}
	}
}

// The contents page and the page list speak of the same pages.
func TestTheContentsGiveThePagesOfThePageList(t *testing.T) {
	folios := func(b Builder) string {
		var out []string
		for _, e := range read(t, build(t, b, town())).parse(t, "EPUB/xhtml/contents.xhtml").find(func(e *element) bool { return e.attr["class"] == "folio" }) {
			out = append(out, e.text())
		}
		return strings.Join(out, " ")
	}
	pages := []PageBreak{{"ii", "a01", 0, 0}, {"iii", "a01", 8, 3}, {"7", "a03", 1, 4}, {"9", "a04", 0, 0}}
	if got, want := folios(Builder{Pages: pages}), "ii iii iii 9"; got != want {
		t.Errorf("the contents give the pages %s, want %s", got, want)
	}
	if got, want := folios(Builder{}), "4 9 12 48"; got != want {
		t.Errorf("the contents give the pages %s, want those of the printed contents, %s", got, want)
	}
}

func TestListsNameAnArticleWithoutItsNotesMark(t *testing.T) {
	a := issue.Article{Title: "渡口[※]", Blocks: []issue.Block{{Kind: issue.Title, Text: "渡口[※]"}, {Kind: issue.Paragraph, Text: "船到了。"}, {Kind: issue.Note, Text: "※这是在渡口的讲话。"}}}
	if got := labelOf(&a, simplified()); got != "渡口" {
		t.Errorf("lists call it %s", got)
	}
	a.Blocks = a.Blocks[:2]
	if got := labelOf(&a, simplified()); got != a.Title {
		t.Errorf("without a note, lists call it %s, want %s", got, a.Title)
	}
}

func TestALeadIsSetApartWhereNoMarkEndsIt(t *testing.T) {
	for text, want := range map[string]string{
		"开桥浮桥封了三天。": `<strong class="lead apart">开桥</strong>浮桥封了三天。`,
		"开桥。浮桥封了。":  `<strong class="lead">开桥</strong>。浮桥封了。`,
		"开桥 浮桥封了。":  `<strong class="lead">开桥</strong> 浮桥封了。`,
		"开桥":        `<strong class="lead">开桥</strong>`,
	} {
		r := run{text: []rune(text)}
		r.lead(2)
		if got := r.String(); got != want {
			t.Errorf("%s is written as %s, want %s", text, got, want)
		}
	}
}

func TestPageBesideTheTextIsAnError(t *testing.T) {
	for _, p := range []PageBreak{{"1", "a99", 0, 0}, {"1", "a01", 99, 0}, {"1", "a01", -1, 0}, {"1", "a01", 0, 5}, {"1", "a01", 0, -1}} {
		if err := (Builder{Pages: []PageBreak{p}}).Build(&bytes.Buffer{}, town()); err == nil {
			t.Errorf("%+v is taken", p)
		}
	}
	if err := (Builder{Pages: []PageBreak{{"2", "a01", 0, 3}, {"1", "a01", 0, 1}}}).Build(&bytes.Buffer{}, town()); err == nil {
		t.Error("pages that run backwards are taken")
	}
}

func TestArticleIDsMustServeAsNames(t *testing.T) {
	for _, id := range []string{"", "../a", "A 1", "a02"} {
		iss := town()
		iss.Articles[0].ID = id
		if err := (Builder{}).Build(&bytes.Buffer{}, iss); err == nil {
			t.Errorf("the id %q is taken", id)
		}
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

func TestFullDiskIsAnError(t *testing.T) {
	if err := (Builder{}).Build(fullDisk{}, town()); err == nil || !strings.Contains(err.Error(), "no space left") {
		t.Errorf("error: %v", err)
	}
}

func TestCoverIsDrawnFromTheIssue(t *testing.T) {
	o := read(t, build(t, Builder{Fonts: library(t)}, town()))
	data := o.files["EPUB/images/cover.png"]
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || format != "png" || config.Width != 1600 || config.Height != 2560 || len(data) > 500_000 {
		t.Errorf("cover: %s, %d × %d, %d bytes, %v", format, config.Width, config.Height, len(data), err)
	}
	alt := o.parse(t, "EPUB/xhtml/cover.xhtml").find(func(e *element) bool { return e.name == "img" })[0].attr["alt"]
	if want := "封面 河口 2025年第3期 本期：春风又绿河两岸、操场边的<script>alert(1)</script>、问水"; alt != want {
		t.Errorf("alt text %q, want %q", alt, want)
	}
	other := town()
	other.Meta.Title = "河湾"
	if bytes.Equal(data, read(t, build(t, Builder{Fonts: library(t)}, other)).files["EPUB/images/cover.png"]) {
		t.Error("another title gives the same cover")
	}
}

// The cover of a vertical book has its band at the right and announces the same
// stories; a mark stands in its form of vertical text, a word lies on its side.
func TestTheCoverRunsAsTheBookDoes(t *testing.T) {
	base := library(t)
	lib, err := base.For("zh-Hans", true)
	if err != nil {
		t.Fatal(err)
	}
	across, said, err := drawCover(lib, town(), simplified(), false)
	if err != nil {
		t.Fatal(err)
	}
	down, saidDown, err := drawCover(lib, town(), simplified(), true)
	if err != nil {
		t.Fatal(err)
	}
	if said != saidDown {
		t.Errorf("the vertical cover says %q, the other %q", saidDown, said)
	}
	for _, c := range []struct {
		what         string
		picture      []byte
		topLeft, low bool // whether the band is at the upper left, and at the lower right
	}{{"across", across, true, false}, {"downwards", down, false, true}} {
		img, err := png.Decode(bytes.NewReader(c.picture))
		if err != nil || img.Bounds() != image.Rect(0, 0, coverWidth, coverHeight) {
			t.Fatalf("%s: %v, %v", c.what, img.Bounds(), err)
		}
		if left, right := img.At(5, 5) == accents[2], img.At(coverWidth-5, coverHeight-5) == accents[2]; left != c.topLeft || right != c.low {
			t.Errorf("%s: the band is at the upper left %v, at the lower right %v", c.what, left, right)
		}
	}
	c := newCanvas(lib, simplified(), accents[0])
	for text, want := range map[string]int{"渡口": 2000, "第12期": 3000, "渡，口": 3000, "1998": c.width(fonts.Hei, "1998")} {
		if got := c.height(fonts.Hei, text); got != want {
			t.Errorf("%s is %d high, want %d", text, got, want)
		}
	}
}

// picture makes a cover of so many pixels.
func picture(t testing.TB, w, h int, encode func(io.Writer, image.Image) error) []byte {
	t.Helper()
	m := image.NewGray(image.Rect(0, 0, w, h))
	for i := range m.Pix {
		m.Pix[i] = byte(i * 7)
	}
	var b bytes.Buffer
	if err := encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func jpegOf(w io.Writer, m image.Image) error { return jpeg.Encode(w, m, nil) }

func TestOwnCoverIsTakenAsItIs(t *testing.T) {
	own := picture(t, 600, 960, jpegOf)
	o := read(t, build(t, Builder{Cover: own}, town()))
	if !bytes.Equal(o.files["EPUB/images/cover.jpeg"], own) || o.files["EPUB/images/cover.png"] != nil {
		t.Error("the user's cover is not the cover")
	}
}

func TestBrokenCoversAreRefused(t *testing.T) {
	whole, photo := picture(t, 600, 960, png.Encode), picture(t, 600, 960, jpegOf)
	flipped := bytes.Clone(whole)
	flipped[len(flipped)/2] ^= 0x10
	for _, c := range []struct {
		what string
		data []byte
		says string
	}{
		{"no picture at all", []byte("%PDF-1.7"), "application/pdf"},
		{"a head of a GIF", []byte("GIF89a"), "damaged"},
		{"empty", []byte{}, "empty"},
		{"cut off", whole[:len(whole)/2], "damaged"},
		{"cut off", photo[:len(photo)/2], "damaged"},
		{"a byte flipped", flipped, "damaged"},
		{"a head alone", []byte("\xff\xd8\xff\xe0\x00\x10JFIF\x00"), "damaged"},
	} {
		err := Builder{Cover: c.data}.Build(&bytes.Buffer{}, town())
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want an error that says %q", c.what, err, c.says)
		}
	}
}

func TestPoorCoversAreSaid(t *testing.T) {
	inks, err := os.ReadFile("testdata/cmyk.jpg")
	if err != nil {
		t.Fatal(err)
	}
	noise := func(w io.Writer, m image.Image) error { // it cannot be packed
		g := m.(*image.Gray)
		for i, n := 0, uint32(1); i < len(g.Pix); i++ {
			n = n*1664525 + 1013904223
			g.Pix[i] = byte(n >> 24)
		}
		return png.Encode(w, m)
	}
	for _, c := range []struct {
		what    string
		data    []byte
		says    string
		in      string // what the book has
		longest int    // of its pixels
	}{
		{"a dot", picture(t, 1, 1, png.Encode), "1 × 1 pixels, too few to show anything", "cover.png", 2560},
		{"an icon", picture(t, 63, 40, png.Encode), "too few to show anything", "cover.png", 2560},
		{"a stamp", picture(t, 64, 40, png.Encode), "blurred", "cover.png", 64},
		{"wide", picture(t, 1200, 700, png.Encode), "wider", "cover.png", 1200},
		{"heavy", picture(t, 2000, 2700, noise), "5.2 MB; over 5 MB", "cover.jpeg", 2560},
		{"inks", inks, "CMYK", "cover.jpeg", 96},
		{"good", picture(t, 700, 1000, png.Encode), "", "cover.png", 1000},
	} {
		var found []string
		o := read(t, build(t, Builder{Fonts: library(t), Cover: c.data, Report: func(f issue.Finding) {
			if f.Code == "cover-poor" {
				found = append(found, f.Message.String())
			}
		}}, town()))
		if got := strings.Join(found, "; "); c.says == "" && got != "" || !strings.Contains(got, c.says) {
			t.Errorf("%s: %q, want %q", c.what, got, c.says)
		}
		config, _, err := image.DecodeConfig(bytes.NewReader(o.files["EPUB/images/"+c.in]))
		if err != nil || max(config.Width, config.Height) != c.longest || config.ColorModel == color.CMYKModel {
			t.Errorf("%s: the book's cover is %d × %d, %v", c.what, config.Width, config.Height, err)
		}
	}
}

func TestFontsStayWithinTheirBudget(t *testing.T) {
	iss := town()
	for i := range 60 { // more characters than the budget holds
		var s strings.Builder
		for r := rune(0x4E00 + i*130); r < rune(0x4E00+i*130+130); r++ {
			s.WriteRune(r)
		}
		iss.Articles[0].Blocks = append(iss.Articles[0].Blocks, issue.Block{Kind: issue.Heading, Level: 1, Text: s.String(), Lines: []int{2000 + i}})
	}
	o := read(t, build(t, Builder{Fonts: library(t)}, iss))
	total := 0
	for name, data := range o.files {
		if strings.HasSuffix(name, ".woff2") {
			total += len(data)
		}
	}
	if total == 0 || total > fontBudget {
		t.Errorf("the fonts take %d bytes", total)
	}
	if css := string(o.files["EPUB/css/kanyin.css"]); strings.Contains(css, "h2, h3, h4, h5, h6, .column, strong.lead, .contents .title { font-family: \"Kanyin") {
		t.Error("headings are set in a font that lacks their characters")
	}
}

func TestEmbeddedFontsCarryTheirLicence(t *testing.T) {
	o := read(t, build(t, Builder{Fonts: library(t)}, town()))
	page := o.parse(t, "EPUB/xhtml/fonts.xhtml").text()
	for _, want := range []string{"Kanyin Hei Bold", "Kanyin Kai Regular", "SIL OPEN FONT LICENSE", "Copyright 2014-2021 Adobe", "The Klee Project Authors"} {
		if !strings.Contains(page, want) {
			t.Errorf("the licences lack %q", want)
		}
	}
	o = read(t, build(t, Builder{Fonts: library(t), NoFonts: true}, town()))
	for _, name := range o.order {
		if strings.Contains(name, "font") || strings.Contains(name, "apple") {
			t.Errorf("without fonts there is %s", name)
		}
	}
	if strings.Contains(string(o.files["EPUB/css/kanyin.css"]), "@font-face") {
		t.Error("without fonts the style sheet asks for one")
	}
}

func TestEnglishIsToldFromNamesAndPinyin(t *testing.T) {
	for text, want := range map[string]string{
		"他写道：The boat is late. 又写道": "The boat is late",
		"R&D 与 GDP":              "",
		"Bei Jing Shi de He":     "",
		"the river":              "",
		"水 from the hills, 3 km": "from the hills, 3 km",
	} {
		got := ""
		for _, s := range foreign([]rune(text), "zh-Hans") {
			got += string([]rune(text)[s.from:s.to])
		}
		if got != want {
			t.Errorf("%q: %q is English, want %q", text, got, want)
		}
	}
	if foreign([]rune("The boat is late"), "en") != nil {
		t.Error("English in an English text is marked")
	}
}

func TestTitlesBreakWhereTheyPause(t *testing.T) {
	for title, want := range map[string]string{
		"河水东流 两岸人家":  "〈河水东流〉 〈两岸人家〉",
		"水　位":        "水　位",
		"一、 渡船":      "一、 渡船",
		"3. 船什么时候开":  "3. 船什么时候开",
		"河上的 2 号渡船":  "〈河上的〉 〈2 号渡船〉",
		"过河去 看灯":     "〈过河去〉 〈看灯〉",
		" 渡口边  桥头上 ": " 〈渡口边〉  〈桥头上〉 ",
		"春风又绿河两岸":    "春风又绿河两岸",
		"The Ferry":  "The Ferry",
		"":           "",
	} {
		got := run{text: []rune(title), spans: phrases(title)}.String()
		if got = strings.NewReplacer(`<span class="phrase">`, "〈", "</span>", "〉").Replace(got); got != want {
			t.Errorf("%q: %s, want %s", title, got, want)
		}
	}
}

func TestContributorsHaveTheirRoles(t *testing.T) {
	iss := town()
	iss.Articles[0].Blocks = append(iss.Articles[0].Blocks,
		issue.Block{Kind: issue.Credit, Text: "渡口的人们围着新船看了很久 供图"},
		issue.Block{Kind: issue.Credit, Text: "图/石桥、江帆"},
		issue.Block{Kind: issue.Credit, Text: "□ 周 岸/摄"},
		issue.Block{Kind: issue.Credit, Text: "□镇档案馆供图"},
		issue.Block{Kind: issue.Caption, Text: "清晨的渡口。□古丽·阿依帕尔哈提、方 舟/摄"},
		issue.Block{Kind: issue.Caption, Text: "桥板编了号，图中是第十二号。水生/摄"},
		issue.Block{Kind: issue.Caption, Text: "他用这只相机拍摄"},
		issue.Block{Kind: issue.Editor, Text: "【编辑：张 岸、何 渡】"})
	iss.Meta.Staff = append(iss.Meta.Staff, issue.Staff{Duty: "副社长", Names: []string{"方舟（执行主编）", "石岸（兼）"}})
	var got []string
	for _, p := range peopleOf(iss) {
		got = append(got, p.Name+" "+p.Role)
	}
	want := "李明 aut, 欧阳河 aut, 周渡 edt, 林桥 bkd, 何岸 pfr, 方舟 pbd, 方舟 edt, 石岸 pbd, 吴帆 pht, 何岸 pht, 沈波 edt, 石桥 pht, 江帆 pht, 周岸 pht, 古丽·阿依帕尔哈提 pht, 方舟 pht, 水生 pht, 张岸 edt, 何渡 edt"
	if strings.Join(got, ", ") != want {
		t.Errorf("people: %s", strings.Join(got, ", "))
	}
}

func TestCheckFindsWhatIsBroken(t *testing.T) {
	page := func(body string) map[string][]byte {
		return map[string][]byte{"EPUB/a.xhtml": []byte("<html>" + body + "</html>")}
	}
	for body, want := range map[string]string{
		`<p id="x"/><p id="x"/>`: "stands twice",
		`<a href="#y">y</a>`:     "is not there",
		`<a href="b.xhtml"/>`:    "is not there",
		"<p>\x0b</p>":            "illegal character",
	} {
		if err := check(page(body)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", body, err)
		}
	}
	if err := check(page(`<p id="x"><a href="#x">x</a> <a href="https://example.org/">out</a></p>`)); err != nil {
		t.Error(err)
	}
}

func FuzzBuild(f *testing.F) {
	f.Add("船到了。", "船", 1)
	f.Add("<script>&nbsp;]]>\x00\ufffe", "<", 3)
	f.Add("①水①\n[1] The end of the river", "①", 0)
	f.Fuzz(func(t *testing.T, text, lead string, at int) {
		text, lead = strings.ToValidUTF8(text, "\uFFFD"), strings.ToValidUTF8(lead, "\uFFFD")
		var blocks []issue.Block
		for i, k := range []issue.Kind{issue.Title, issue.Byline, issue.Paragraph, issue.Heading, issue.Note, issue.Caption, issue.Data} {
			blocks = append(blocks, issue.Block{Kind: k, Text: text, Lead: lead, Level: i, Lines: []int{i + 1}})
		}
		iss := &issue.Issue{Meta: issue.Meta{Title: text, Publisher: lead}, Articles: []issue.Article{{ID: "a01", Title: lead, Section: text, Authors: []string{lead}, Blocks: blocks}}}
		var pages []PageBreak
		if at >= 0 && at <= len([]rune(text)) {
			pages = []PageBreak{{text, "a01", 2, at}}
		}
		readBack(t, read(t, build(t, Builder{Pages: pages}, iss)), iss)
	})
}

func BenchmarkTown(b *testing.B) {
	lib := library(b)
	for b.Loop() {
		build(b, Builder{Fonts: lib, Pages: townPages()}, town())
	}
}

func TestALinkThatLeadsNowhereIsLeftOutAndSaid(t *testing.T) {
	var found []issue.Finding
	bk := &book{documents: []document{
		{name: "a01.xhtml", body: `<p>船<a id="r" href="#n" role="doc-noteref">①</a><a href="a02.xhtml#h">桥</a><a href="a02.xhtml">灯</a><a href="https://pond.example/#n">塘</a></p>`},
		{name: "a02.xhtml", body: `<h1 id="h">桥</h1>`},
	}}
	Builder{Report: func(f issue.Finding) { found = append(found, f) }}.mendLinks(bk)
	want := `<p>船<a id="r" role="doc-noteref">①</a><a href="a02.xhtml#h">桥</a><a href="a02.xhtml">灯</a><a href="https://pond.example/#n">塘</a></p>`
	if got := bk.documents[0].body; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if len(found) != 1 || found[0].Code != "dead-link" {
		t.Errorf("findings: %+v", found)
	}
}

func TestTwoListsOfReferencesAreABook(t *testing.T) {
	note := func(s string) issue.Block { return issue.Block{Kind: issue.Note, Text: s} }
	iss := &issue.Issue{Articles: []issue.Article{{ID: "a01", Title: "水", Blocks: []issue.Block{
		{Kind: issue.Title, Text: "水"}, {Kind: issue.Paragraph, Text: "水到了［1］，船也到了［2］。"},
		note("［1］甲。"), note("［2］乙。"), note("［1］丙。"), note("［2］丁。"),
	}}}}
	got := string(read(t, build(t, Builder{}, iss)).files["EPUB/xhtml/a01.xhtml"])
	if strings.Count(got, "<aside") != 2 || strings.Count(got, `<p class="note">`) != 2 {
		t.Errorf("got %s", got)
	}
}
