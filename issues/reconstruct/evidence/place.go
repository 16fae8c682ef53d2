package evidence

import (
	"slices"
	"strings"
)

var (
	recurs     = newScale("recurs", 2, 3, 5, 9)
	everywhere = newScale("onpages", .15, .3, .6)
	tops       = newScale("top", 1, 2, 3, 5, 9)
	bottoms    = newScale("bottom", 1, 2, 3, 5)
	sheets     = newScale("page", 2, 3, 4, 6)
	fromLast   = newScale("pageleft", 1, 2)
	blanks     = newScale("blank", 1, 2, 3)
	behind     = newScale("blankafter", 1, 2, 3)
	worths     = newScale("worth", .05, .12, .25, .4, .7)
	runs       = newScale("run", 2, 3, 4, 6, 10)
	fromHead   = newScale("sincecontents", 1, 2, 8, 30, 80, 160)
	numbered   = newScale("numbersnear", .1, .25, .4, .6, .8)
	listedLong = newScale("listedlength", 6, 10, 16)
	echoedNear = newScale("echoesnear", .05, .15, .3, .5)
	shortsNear = newScale("shortnear", .2, .4, .6, .8)
	codeNear   = newScale("codenear", .1, .3, .6)
	progress   = newScale("progress", .03, .06, .1, .2, .5, .8, .95)
)

// aboutPlace tells where a row stands: on its page, in the issue, behind the
// head of the contents; and what of it stands elsewhere too.
func aboutPlace(lines []line) func(*seer, int) {
	p := placesOf(lines)
	return func(s *seer, i int) {
		l := &lines[i]
		n := len(p.pagesOf[l.mask])
		s.near(recurs.word(float64(n)))
		if p.pages > 3 {
			s.own(everywhere.word(float64(n) / float64(p.pages)))
		}
		s.own(tops.word(float64(i - p.first[l.Page])))
		s.own(bottoms.word(float64(p.last[l.Page] - i)))
		if i-p.first[l.Page] < 3 || p.last[l.Page]-i < 3 {
			s.own("edge-" + recurs.word(float64(n)))
		}
		s.own(sheets.word(float64(l.Page)))
		if p.pages > 3 {
			s.own(fromLast.word(float64(p.pages - l.Page)))
		} else {
			s.own("nopages")
		}
		s.own(progress.word(float64(i) / float64(len(lines))))
		aboutBlanks(s, lines, p, i)
		aboutEchoes(s, p.echo[i], len(l.key))
		if contentsWords[string(l.key)] && l.Page <= 8 {
			s.near("contents-word")
		}
		s.own(fromHead.word(float64(i - p.contents[i])))
		if p.contents[i] >= 0 && lines[p.contents[i]].Page == l.Page {
			s.own("contentspage")
		}
		s.own(numbered.word(p.numbers[i]))
		s.own(echoedNear.word(p.echoes[i]))
		s.own(shortsNear.word(p.short[i]))
		s.own(codeNear.word(p.code[i]))
	}
}

func aboutBlanks(s *seer, lines []line, p *places, i int) {
	blank, next := float64(lines[i].Blank), 3.0
	if i+1 < len(lines) && lines[i+1].Page == lines[i].Page {
		next = float64(lines[i+1].Blank)
	}
	s.near(blanks.word(blank))
	s.near(behind.word(next))
	// Where every line has a blank one before it, a blank line says nothing.
	s.near(worths.word(p.worth[i]) + blanks.word(blank))
	s.own(runs.word(float64(p.run[i])))
	s.own(runs.word(float64(p.run[i])) + "-" + blanks.word(blank) + behind.word(next))
}

func aboutEchoes(s *seer, e echo, length int) {
	if e.listed {
		s.near("listed")
		s.own(listedLong.word(float64(length)))
	}
	if e.entire {
		s.near("listed:entire")
	}
	if e.numbered {
		s.own("listed:numbered")
	}
	if e.again {
		s.near("again")
	}
	if e.named {
		s.near("echoed")
	}
	if e.opens {
		s.own("opens-with-a-row")
	}
}

// places is what is known of all rows' places.
type places struct {
	pages       int
	pagesOf     map[string]map[int]bool // on how many pages a row stands, its digits masked
	first, last map[int]int             // the first and the last row of every page
	echo        []echo
	worth       []float64 // the share of rows near by that have a blank line before them
	run         []int     // how many rows stand together between blank lines
	contents    []int     // the last row that heads contents, at or before a row; far away where there is none
	numbers     []float64 // the share of rows near by that begin or end with a number that stands apart
	echoes      []float64 // and that name a later row
	short       []float64 // and that are far narrower than the rows are
	code        []float64 // and that look like code
}

func placesOf(lines []line) *places {
	p := &places{pagesOf: map[string]map[int]bool{}, first: map[int]int{}, last: map[int]int{}, echo: echoes(lines)}
	n := len(lines)
	gap, number, named, narrow, code := make([]bool, n), make([]bool, n), make([]bool, n), make([]bool, n), make([]bool, n)
	p.contents = make([]int, n)
	head := -1000
	wide := typicalWidth(lines)
	for i := range lines {
		l := &lines[i]
		if p.pagesOf[l.mask] == nil {
			p.pagesOf[l.mask] = map[int]bool{}
		}
		p.pagesOf[l.mask][l.Page] = true
		if _, ok := p.first[l.Page]; !ok {
			p.first[l.Page] = i
			p.pages++
		}
		p.last[l.Page] = i
		if headsContents(l) {
			head = i
		}
		p.contents[i] = head
		gap[i] = l.Blank > 0
		number[i] = endsInPage(l)
		named[i] = p.echo[i].named
		narrow[i] = l.width < .6*wide
		code[i] = strings.ContainsAny(l.Text, "{};=<>") && asciiShare(l.key) > .7
	}
	p.worth, p.numbers, p.echoes, p.short, p.code = nearShare(gap, 20), nearShare(number, 8), nearShare(named, 8), nearShare(narrow, 6), nearShare(code, 5)
	p.run = runLengths(lines)
	return p
}

func asciiShare(key []rune) float64 {
	n := 0
	for _, c := range key {
		if c < 0x80 {
			n++
		}
	}
	return float64(n) / float64(max(1, len(key)))
}

func typicalWidth(lines []line) float64 {
	widths := make([]float64, len(lines))
	for i := range lines {
		widths[i] = lines[i].width
	}
	return quantile(widths, .7)
}

// contentsWords are what contents are called, when they are called nothing else.
var contentsWords = map[string]bool{"目录": true, "目錄": true, "目次": true, "总目": true, "總目": true, "本期目录": true, "本期目錄": true, "CONTENTS": true, "Contents": true, "目录CONTENTS": true, "目錄CONTENTS": true}

// headsContents tells whether a short row is one of the words that head contents.
func headsContents(l *line) bool {
	return len(l.key) <= 14 && slices.Contains(l.marks, "mark:contents")
}

// endsInPage tells whether a row begins or ends with a number of up to three
// digits that stands apart from its words, or is such a number.
func endsInPage(l *line) bool {
	r := l.runes
	n := len(r)
	at := n
	for at > 0 && isDigit(r[at-1]) {
		at--
	}
	if d := n - at; d > 0 && d <= 3 && (at == 0 || inString(r[at-1], " 　….．·•/／P（(-—")) {
		return true
	}
	at = 0
	for at < n && isDigit(r[at]) {
		at++
	}
	return at > 0 && at <= 3 && at < n && inString(r[at], " 　/／.|｜")
}

// nearShare gives for every row the share of rows at most reach away for which
// is holds.
func nearShare(is []bool, reach int) []float64 {
	sums := make([]int, len(is)+1)
	for i, v := range is {
		sums[i+1] = sums[i]
		if v {
			sums[i+1]++
		}
	}
	out := make([]float64, len(is))
	for i := range is {
		from, to := max(0, i-reach), min(len(is), i+reach+1)
		out[i] = float64(sums[to]-sums[from]) / float64(to-from)
	}
	return out
}

// runLengths gives for every row how many rows stand together with it, between
// blank lines and the edges of pages.
func runLengths(lines []line) []int {
	out := make([]int, len(lines))
	for i := 0; i < len(lines); {
		j := i + 1
		for j < len(lines) && lines[j].Blank == 0 && lines[j].Page == lines[i].Page {
			j++
		}
		for k := i; k < j; k++ {
			out[k] = j - i
		}
		i = j
	}
	return out
}
