package damage

import (
	"fmt"
	"strings"

	"kanyin/issues/issue"
)

// front prints the cover, the contents and the masthead.
func (f *flow) front(p *printer, t *Truth) {
	h := f.house
	for _, shape := range h.Cover {
		f.frontLine(p, t, issue.Cover, f.fill(shape))
	}
	if !h.Contents.None {
		f.contents(p, t)
	}
	if !h.Back {
		f.masthead(p, t)
	}
}

func (f *flow) masthead(p *printer, t *Truth) {
	for _, shape := range f.house.Masthead {
		f.frontLine(p, t, issue.Masthead, f.fill(shape))
	}
}

func (f *flow) frontLine(p *printer, t *Truth, kind issue.Kind, text string) {
	n := p.line(text, f.house.Blank)
	t.Front = append(t.Front, Block{Kinds: []issue.Kind{kind}, Lines: []int{n}})
}

// fill puts the issue's own values into a shape.
func (f *flow) fill(shape string) string {
	h := f.house
	return strings.NewReplacer("{magazine}", h.Magazine, "{year}", fmt.Sprint(h.Year), "{number}", fmt.Sprint(h.Number),
		"{total}", fmt.Sprint(h.Total), "{issn}", h.ISSN).Replace(shape)
}

// contents prints the rows, column by column, and keeps them as entries.
func (f *flow) contents(p *printer, t *Truth) {
	c := f.house.Contents
	row := func(lines ...string) {
		for i, s := range lines {
			gap := f.house.Blank
			if c.Tight || i > 0 {
				gap = 0
			}
			n := p.line(s, gap)
			t.Front = append(t.Front, Block{Kinds: []issue.Kind{issue.Toc}, Lines: []int{n}})
		}
	}
	for _, s := range c.Heading {
		row(f.fill(s))
	}
	section, sub := "", ""
	for i, e := range t.Toc {
		if e.Section != section && c.Section != "" {
			section, sub = e.Section, ""
			f.contentsHead(row, section, i)
		}
		if e.Subsection != sub {
			sub = e.Subsection
			if sub != "" {
				row(strings.ReplaceAll(c.Sub, "{sub}", sub))
			}
		}
		row(f.contentsRow(e)...)
	}
}

// contentsHead prints a column's name, at the page's side if the house does so and it is not the first.
func (f *flow) contentsHead(row func(...string), section string, i int) {
	if f.house.Contents.Sidebar && i > 0 && len([]rune(section)) > 3 {
		row(strings.Split(section, "")...)
		return
	}
	row(strings.ReplaceAll(f.house.Contents.Section, "{section}", section))
}

// contentsRow is an entry as it is printed, with a line break where a long title has one.
func (f *flow) contentsRow(e Entry) []string {
	c := f.house.Contents
	number := fmt.Sprint(e.Page)
	if c.Pad {
		number = fmt.Sprintf("%02d", e.Page)
	}
	shape := c.Row
	if len(e.Authors) == 0 {
		for _, s := range []string{" / {author}", "（{author}）", "……{author}", "，{author}", ", {author}", "{author}/", "\n{author}", " {author}", "{author}"} {
			shape = strings.Replace(shape, s, "", 1)
		}
	}
	names := make([]string, len(e.Authors))
	for i, n := range e.Authors {
		names[i] = f.spaced(n)
	}
	line := strings.NewReplacer("{section}", e.Section, "{page}", number, "{title}", e.Title, "{author}", strings.Join(names, c.And)).Replace(shape)
	if at := strings.IndexAny(line, "—："); c.TwoLines && at > 0 && strings.ContainsAny(e.Title, "—：") {
		if strings.HasPrefix(line[at:], "：") {
			at += len("：")
		}
		return []string{line[:at], line[at:]}
	}
	return strings.Split(line, "\n")
}

// entries makes the contents of the articles, with the faults that contents have.
func (f *flow) entries(t *Truth, arts []Article) {
	c := f.house.Contents
	if c.None {
		return
	}
	paged := strings.Contains(c.Row, "{page}")
	for _, a := range arts {
		if f.chance(f.faults.Unlisted) {
			continue
		}
		title := strings.Join(a.Title, f.gap())
		if other, ok := typo(title); ok && f.chance(f.faults.Typo) {
			t.Mismatch = append(t.Mismatch, [2]string{other, title})
			title = other
		}
		if a.Subtitle != "" && strings.HasPrefix(a.Subtitle, "——") && f.chance(0.5) {
			title += a.Subtitle
		}
		e := Entry{Section: a.Column, Subsection: a.Sub, Title: title}
		if paged {
			e.Page = a.page
		}
		if strings.Contains(c.Row, "{author}") {
			e.Authors = a.Authors
		}
		if c.Section == "" && !strings.Contains(c.Row, "{section}") {
			e.Section = ""
		}
		t.Toc = append(t.Toc, e)
		if f.chance(f.faults.Unwritten) {
			e.Title, e.Authors = f.pick(unwritten[f.house.Script]), nil
			t.Toc = append(t.Toc, e)
		}
	}
	f.shuffle(t.Toc)
}

// shuffle lets neighbouring rows of one column change places.
func (f *flow) shuffle(toc []Entry) {
	for i := 0; i+1 < len(toc); i++ {
		if toc[i].Section == toc[i+1].Section && toc[i].Subsection == toc[i+1].Subsection && f.chance(f.faults.Shuffled) {
			toc[i], toc[i+1] = toc[i+1], toc[i]
			i++
		}
	}
}

// gap stands between the lines of a title that is printed on one line.
func (f *flow) gap() string { return " " }

// unwritten are titles that a contents page announces in vain.
var unwritten = map[Script][]string{
	Hans:  {"河湾里的修表匠", "一九七九年的收音机", "码头夜话", "竹器店的最后一个冬天"},
	Hant:  {"河灣裡的修錶匠", "碼頭夜話"},
	Latin: {"The Weir in Winter", "A Walk to the Kilns"},
}

// typo swaps one character of the title for one that looks like it.
func typo(title string) (string, bool) {
	r := []rune(title)
	for i := len(r) - 1; i >= 0; i-- {
		if other, ok := lookalike[r[i]]; ok && i > 0 {
			r[i] = other
			return string(r), true
		}
	}
	return title, false
}

// lookalike are the slips that typing from print makes.
var lookalike = map[rune]rune{
	'人': '入', '土': '士', '天': '夭', '末': '未', '千': '干', '日': '曰', '大': '太', '早': '旱',
	'書': '晝', '鏡': '境', '記': '紀', '島': '鳥', '圖': '圓',
	'河': '何', '船': '般', '汤': '扬', '晨': '晟', '树': '柑', '站': '占', '话': '活', '式': '武', '铺': '辅',
}
