package damage

import (
	"math/rand/v2"
	"strings"
	"unicode"

	"kanyin/issues/issue"
)

// A piece is what stands together in the dump: a block, or the part of it that
// one column holds.
type piece struct {
	text  string
	block *block
	gap   int   // blank lines wanted before and after it
	head  bool  // the block begins here
	lines []int // where it was printed
}

// A block is a thing of an article, with its pieces in reading order.
type block struct {
	kinds  []issue.Kind
	lead   bool
	pieces []*piece
}

// A column is what one column of a page holds, of one article.
type column struct {
	pieces []*piece
	used   int
	owner  int // the article
	opens  bool
	page   *page
}

// A page is a printed page.
type page struct {
	number  int
	section string
}

// flow sets articles into columns.
type flow struct {
	house  House
	faults Faults
	rng    *rand.Rand

	pages   []*page
	columns []*column
	cur     *column
	inPage  int // columns begun on the last page
	waiting []*piece
	feet    []*piece
	names   *Names
}

// set flows the article n, its blocks in reading order, and returns the page it begins on.
func (f *flow) set(n int, section string, blocks []*block) int {
	if f.house.Dense && f.inPage < f.house.Columns && len(f.pages) > 0 {
		f.nextColumn(n)
	} else {
		f.nextPage(section)
		f.nextColumn(n)
	}
	f.cur.opens = true
	first := f.cur.page.number
	for _, b := range blocks {
		f.setBlock(n, section, b)
	}
	f.drain()
	return first
}

func (f *flow) nextPage(section string) {
	number := 1
	if len(f.pages) > 0 {
		number = f.pages[len(f.pages)-1].number + 1
	}
	f.pages = append(f.pages, &page{number: number, section: section})
	f.inPage = 0
}

func (f *flow) nextColumn(n int) {
	f.inPage++
	f.cur = &column{owner: n, page: f.pages[len(f.pages)-1]}
	f.columns = append(f.columns, f.cur)
}

// advance goes on in the next column, on the next page if need be.
func (f *flow) advance(n int, section string) {
	f.cur.pieces = append(f.cur.pieces, f.feet...)
	f.feet = nil
	if f.inPage >= f.house.Columns {
		f.nextPage(section)
	}
	f.nextColumn(n)
	f.cur.pieces = append(f.cur.pieces, f.waiting...)
	f.waiting = nil
}

// drain places what still waits for a column's edge.
func (f *flow) drain() {
	f.cur.pieces = append(append(f.cur.pieces, f.feet...), f.waiting...)
	f.feet, f.waiting = nil, nil
}

func (f *flow) place(p *piece) {
	f.cur.pieces = append(f.cur.pieces, p)
	f.cur.used += len([]rune(p.text)) + lineCost
}

// lineCost is what a line's blank takes of a column, so that many short lines fill it too.
const lineCost = 12

// keep is the room that a title or a heading wants below it, so that none stands at a column's foot.
const keep = 80

func (f *flow) setBlock(n int, section string, b *block) {
	switch b.kinds[0] {
	case issue.Paragraph:
		f.setParagraph(n, section, b)
	case issue.Caption, issue.Credit:
		if f.waiting != nil || f.rng.Float64() < f.faults.Inside {
			f.waiting = append(f.waiting, b.pieces...)
			return
		}
		f.setWhole(n, section, b, lineCost)
	case issue.Note:
		f.feet = append(f.feet, b.pieces...)
	case issue.Heading:
		f.setWhole(n, section, b, keep)
	default:
		f.setWhole(n, section, b, 0)
	}
}

// setWhole places a block that is not cut, in the next column where this one has no room.
func (f *flow) setWhole(n int, section string, b *block, below int) {
	if f.house.Depth-f.cur.used < below {
		f.advance(n, section)
	}
	for _, p := range b.pieces {
		f.place(p)
	}
}

// setParagraph places a paragraph and cuts it at each column's edge.
func (f *flow) setParagraph(n int, section string, b *block) {
	whole := b.pieces[0]
	for {
		room := f.house.Depth - f.cur.used
		text := []rune(whole.text)
		if len(text) <= room {
			f.place(whole)
			return
		}
		at := f.cut(text, room)
		if at == 0 {
			if f.cur.used == 0 {
				f.place(whole)
				return
			}
			f.advance(n, section)
			continue
		}
		rest := &piece{text: strings.TrimLeft(string(text[at:]), " "), block: b}
		whole.text = f.hyphenate(string(text[:at]), rest.text)
		b.pieces = append(b.pieces, rest)
		f.place(whole)
		f.advance(n, section)
		whole = rest
	}
}

// cut finds where a text is cut that has room for so many characters, or 0.
func (f *flow) cut(text []rune, room int) int {
	if f.house.Script == Latin {
		return cutWords(text, room, f.chance(0.3))
	}
	return cut(text, room)
}

// hyphenate ends the former half of a text: with a hyphen where a word is parted.
func (f *flow) hyphenate(former, rest string) string {
	parted := f.house.Script == Latin && !strings.HasSuffix(former, " ") && rest != "" && unicode.IsLower([]rune(rest)[0])
	former = strings.TrimRight(former, " ")
	if parted && unicode.IsLower(lastRune(former)) {
		return former + "-"
	}
	return former
}

// shortest is the least that a column keeps of a paragraph or passes on of it:
// about half a line of print.
const shortest = 8

// cut finds where a text is cut that has room for so many characters, or 0. As
// in print, no line begins with a closing mark or ends with an opening one, no
// number and no long mark is parted, and a sentence's end is not the edge.
func cut(text []rune, room int) int {
	for at := min(room, len(text)-shortest); at >= shortest; at-- {
		a, b := text[at-1], text[at]
		switch {
		case strings.ContainsRune("，。：；！？、）》”’」』】,.:;!?)—…%℃", b):
		case strings.ContainsRune("（《“‘「『【(—。！？”』」.!?", a):
		case asciiWord(a) && asciiWord(b):
		default:
			return at
		}
	}
	return 0
}

// cutWords finds where a text of words is cut: after a space, or within a long word.
func cutWords(text []rune, room int, inWord bool) int {
	for at := min(room, len(text)-3*shortest); at >= 3*shortest; at-- {
		letters := true
		for _, r := range text[at-3 : at+3] {
			letters = letters && unicode.IsLower(r)
		}
		before := text[at-1] == ' ' && !strings.ContainsRune(".?!:\"", text[at-2])
		if inWord && letters || before {
			return at
		}
	}
	return 0
}

func asciiWord(r rune) bool {
	return r > ' ' && r < 0x7f && !strings.ContainsRune(",;:()", r)
}
