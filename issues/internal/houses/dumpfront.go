package houses

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"kanyin/issues/internal/damage"
	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/label"
)

// contentsHead is what a contents page calls itself, with the date that may stand beside it.
var contentsHead = regexp.MustCompile(`(?i)^\W*(目\s*[录錄次]|本期目[录錄]|要目|contents|mulu)\W*$`)

// front labels cover, masthead and contents. The truth of a dump says of the
// contents only that they are; which row announces whom is told by its entries.
func (h *House) front(t damage.Truth) {
	c := &reader{truth: t, names: map[string]bool{}}
	for _, e := range t.Toc {
		c.names[key(e.Section)], c.names[key(e.Subsection)] = true, true
	}
	delete(c.names, "")
	for _, b := range t.Front {
		k := kindOf(b.Kinds[0])
		if k != label.Contents {
			h.tell(b.Lines, Label{Kind: k})
			continue
		}
		for _, n := range b.Lines {
			if n <= len(h.File.Lines) {
				h.tell([]int{n}, c.read(h.File.Lines[n-1]))
			}
		}
	}
}

// A reader goes down the contents and knows how far it has come.
type reader struct {
	truth   damage.Truth
	names   map[string]bool // of columns, folded
	begun   bool            // an entry or a column's name was read
	at      int             // the entry that the last row belonged to, from 1
	columns int
	upright string // a column's name set upright, a character a line, as far as it was read
}

// read labels one line of the contents.
func (c *reader) read(line string) Label {
	k := key(line)
	switch {
	case c.names[k] || c.sidebar(k):
		c.begun = true
		c.columns++
		return Label{Kind: label.ContentsSection, Block: c.columns}
	case c.entry(k):
		c.begun = true
	case !c.begun && (contentsHead.MatchString(strings.TrimSpace(line)) || c.at == 0):
		return Label{Kind: label.ContentsHead}
	}
	return Label{Kind: label.Contents, Article: c.announced(), Block: c.at}
}

// sidebar tells the characters of a column's name that is set upright.
func (c *reader) sidebar(k string) bool {
	if len([]rune(k)) != 1 || !unicode.Is(unicode.Han, []rune(k)[0]) {
		c.upright = ""
		return false
	}
	c.upright += k
	for n := range c.names {
		if strings.HasPrefix(n, c.upright) {
			if len(c.upright) > len(k) {
				c.columns-- // the same name goes on
			}
			return true
		}
	}
	c.upright = ""
	return false
}

// entry finds the entry that a line shows a part of, the next ones first.
func (c *reader) entry(k string) bool {
	n := len(c.truth.Toc)
	for step := range n + 1 {
		i := (max(c.at-1, 0) + step) % max(n, 1)
		if i >= n {
			return false
		}
		title := key(c.truth.Toc[i].Title)
		if title != "" && (strings.Contains(k, title) || len([]rune(letters(k))) > 2 && strings.Contains(title, letters(k))) {
			c.at = i + 1
			return true
		}
	}
	return false
}

// announced is the article of the entry at hand, from 1, or 0: the one with its
// title, or else with most of it, since contents have slips and leave subtitles out.
func (c *reader) announced() int {
	if c.at == 0 {
		return 0
	}
	e := []rune(key(c.truth.Toc[c.at-1].Title))
	best, shared := 0, 0.6 // under this another article's title is as near
	for i, a := range c.truth.Articles {
		t := []rune(key(a.Title))
		same := 0
		for j := range min(len(e), len(t)) {
			if e[j] == t[j] {
				same++
			}
		}
		if s := 2 * float64(same) / float64(max(len(e)+len(t), 1)); s > shared {
			best, shared = i+1, s
		}
	}
	return best
}

// key folds a text to its letters and figures.
func key(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return r
		}
		return -1
	}, norm.NFKC.String(normal.Forms(s)))
}

// letters leaves the figures at the edges out: the page's number.
func letters(k string) string { return strings.TrimFunc(k, unicode.IsNumber) }
