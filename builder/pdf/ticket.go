package pdf

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"kanyin/issues/issue"
	"kanyin/layout"
)

// A Ticket is what a printer wants to know of a print edition before opening
// it: its data, what was measured on its pages and held against a printer's
// demands, and what holds of every print edition by the way it is made.
// Lengths are in millimetres, but for type and rules, which are in points.
type Ticket struct {
	Title     string        `json:"title"`
	Standard  string        `json:"standard"`
	Condition string        `json:"condition"` // the printing condition that the file is made for
	Pages     int           `json:"pages"`
	Sheets    int           `json:"sheets"` // of four pages, saddle-stitched
	Trim      [2]float64    `json:"trim"`   // width and height
	Bleed     float64       `json:"bleed"`
	CropMarks bool          `json:"crop_marks"`
	Inks      []string      `json:"inks"`
	Tints     []int         `json:"tints"` // of black, in per cent: grounds and rules
	Fonts     []TicketFont  `json:"fonts"`
	Smallest  float64       `json:"smallest_type"`
	Thinnest  float64       `json:"thinnest_rule"` // 0 where there is none
	Live      float64       `json:"live_margin"`   // the least distance of type from the trim
	Missing   int           `json:"missing"`       // characters that no font has, printed as 〓
	Checks    []TicketCheck `json:"checks"`
	Made      []string      `json:"made"` // what holds by construction
}

// A TicketFont is an embedded font.
type TicketFont struct {
	Name   string `json:"name"`
	Glyphs int    `json:"glyphs"`
}

// A TicketCheck is a demand on the file and whether it is met.
type TicketCheck struct {
	Demand string `json:"demand"`
	Passed bool   `json:"passed"`
	Found  string `json:"found"`
}

// What a printer asks for at the least.
const (
	liveMargin   = 5.0  // mm from the trim: knives wander
	thinnestRule = 0.25 // pt: thinner lines break up on the plate
)

// Ticket examines the document as the edition prints it.
func (p Print) Ticket(iss *issue.Issue) (Ticket, error) {
	g, err := p.chosen()
	if err != nil {
		return Ticket{}, err
	}
	condition, err := p.condition()
	if err != nil {
		return Ticket{}, err
	}
	t := Ticket{
		Title:     metadata(p.Doc, iss, p.Date).Title,
		Standard:  "PDF/X-1a:2003",
		Condition: condition,
		Pages:     len(p.Doc.Pages),
		Sheets:    (len(p.Doc.Pages) + 3) / 4,
		CropMarks: p.CropMarks,
		Inks:      []string{"Black"},
		Tints:     []int{},
		Made: []string{
			"单色黑，文字均为实地，实地黑叠印 black alone, all type solid, solid black overprints",
			"字体嵌入为子集 fonts embedded as subsets",
			"无透明、无链接、未加密 no transparency, links or encryption",
		},
	}
	if p.Profile != nil {
		t.Standard = "PDF/X-4"
	}
	if p.Colour && inColour(p.Doc, iss) {
		t.Inks = []string{"Cyan", "Magenta", "Yellow", "Black"}
		t.Made[0] = "文字单色黑、均为实地，实地黑叠印；图片为 sRGB，附特性文件 type in black alone, all solid, solid black overprints; pictures in sRGB with its profile"
	}
	for _, f := range g.faces {
		t.Fonts = append(t.Fonts, TicketFont{f.embed.Name, len(f.code)})
	}
	t.measure(p)
	t.check()
	return t, nil
}

// chosen gives the glyphs that are there, or chooses them: a ticket needs no font cut.
func (p Print) chosen() (*Glyphs, error) {
	if p.Glyphs != nil {
		return p.Glyphs, nil
	}
	return choose(p.Doc, p.Fonts)
}

// measure takes the extremes of all pages.
func (t *Ticket) measure(p Print) {
	var smallest, thinnest, live layout.Length = math.MaxInt64, math.MaxInt64, math.MaxInt64
	tints := [101]bool{}
	for i := range p.Doc.Pages {
		page := &p.Doc.Pages[i]
		if i == 0 {
			t.Trim = [2]float64{millimetres(page.Width), millimetres(page.Height)}
			t.Bleed = millimetres(p.boxes(page, page.Width).bleed)
		}
		for _, x := range page.Texts {
			smallest = min(smallest, x.Size)
			live = min(live, distance(x, page))
			if x.Face == "" {
				t.Missing += len(x.Runes)
			}
		}
		for _, f := range page.Fills {
			thinnest = min(thinnest, f.Width, f.Height)
			tints[min(tint(f.Ink), 100)] = true
		}
	}
	for share := 1; share < 100; share++ {
		if tints[share] {
			t.Tints = append(t.Tints, share)
		}
	}
	if smallest != math.MaxInt64 {
		t.Smallest, t.Live = float64(smallest)/1000, millimetres(live)
	}
	if thinnest != math.MaxInt64 {
		t.Thinnest = float64(thinnest) / 1000
	}
}

// How far an ideograph reaches above and below its baseline, in per cent of the em.
const (
	reachAbove = 88
	reachBelow = 12
)

// distance is how near a run of type comes to the trim. Every glyph is taken to
// reach as far as an ideograph.
func distance(x layout.Text, page *layout.Page) layout.Length {
	end := x.X
	for _, a := range x.Advances {
		end += a
	}
	above, below := x.Y-x.Size*reachAbove/100, x.Y+x.Size*reachBelow/100
	return min(x.X, page.Width-end, above, page.Height-below)
}

func millimetres(l layout.Length) float64 {
	return math.Round(float64(l)/1000/72*25.4*100) / 100
}

func (t *Ticket) check() {
	add := func(demand string, passed bool, format string, found ...any) {
		t.Checks = append(t.Checks, TicketCheck{demand, passed, fmt.Sprintf(format, found...)})
	}
	add("页数为 4 的倍数 page count a multiple of 4", t.Pages%4 == 0, "%d", t.Pages)
	add("出血不少于 3 mm bleed at least 3 mm", t.Bleed >= 3, "%.2f mm", t.Bleed)
	add("文字距裁切边不少于 5 mm type at least 5 mm from the trim", t.Live >= liveMargin, "%.2f mm", t.Live)
	add("线条不细于 0.25 pt rules at least 0.25 pt", t.Thinnest == 0 || t.Thinnest >= thinnestRule, "%.2f pt", t.Thinnest)
	add("每字有字体 a font for every character", t.Missing == 0, "缺 %d 字 %d missing", t.Missing, t.Missing)
}

// JSON writes the ticket for a machine.
func (t Ticket) JSON() ([]byte, error) {
	b, err := json.MarshalIndent(t, "", "  ")
	return append(b, '\n'), err
}

// Text writes the ticket as a page for a person, in Chinese with the English terms beside.
func (t Ticket) Text() []byte {
	var b strings.Builder
	row := func(name, format string, values ...any) {
		const column = 26 // in columns of a terminal, an ideograph taking two
		wide := len(name) - (len(name)-utf8.RuneCountInString(name))/2
		fmt.Fprintf(&b, "%s%s%s\n", name, strings.Repeat(" ", max(1, column-wide)), fmt.Sprintf(format, values...))
	}
	fmt.Fprintf(&b, "印刷工单 JOB TICKET\n\n")
	row("刊名 title", "%s", t.Title)
	row("文件标准 standard", "%s", t.Standard)
	row("印刷条件 condition", "%s", t.Condition)
	row("页数 pages", "%d", t.Pages)
	row("骑马订张数 sheets", "%d", t.Sheets)
	row("成品尺寸 trim size", "%.1f × %.1f mm", t.Trim[0], t.Trim[1])
	row("出血 bleed", "%.1f mm", t.Bleed)
	row("裁切线 crop marks", "%s", map[bool]string{true: "有 yes", false: "无 none"}[t.CropMarks])
	row("油墨 inks", "%s", strings.Join(t.Inks, ", "))
	row("网点 tints", "%s", perCent(t.Tints))
	row("最小字号 smallest type", "%.2f pt", t.Smallest)
	row("最细线 thinnest rule", "%.2f pt", t.Thinnest)
	row("版心外距 live margin", "%.2f mm", t.Live)
	fmt.Fprintf(&b, "\n字体 FONTS\n")
	for _, f := range t.Fonts {
		fmt.Fprintf(&b, "  %s (%d)\n", f.Name, f.Glyphs)
	}
	fmt.Fprintf(&b, "\n检查 CHECKS\n")
	for _, c := range t.Checks {
		fmt.Fprintf(&b, "  %s  %s: %s\n", map[bool]string{true: "✓", false: "✗"}[c.Passed], c.Demand, c.Found)
	}
	fmt.Fprintf(&b, "\n制作 MADE\n")
	for _, m := range t.Made {
		fmt.Fprintf(&b, "  %s\n", m)
	}
	return []byte(b.String())
}

func perCent(tints []int) string {
	if len(tints) == 0 {
		return "无 none"
	}
	parts := make([]string, len(tints))
	for i, t := range tints {
		parts[i] = fmt.Sprintf("%d %%", t)
	}
	return strings.Join(parts, ", ")
}
