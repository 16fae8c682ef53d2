package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kanyin/issues/issue"
)

// Where a text runs on for pages without a picture, a table or a sentence that
// its editors pulled out, one of its own sentences may be set large between two
// paragraphs: where the page would have a hole without it, and where it costs no
// further page. It is an artifact: a voice that reads the page reads it once, in
// its place.

const (
	pullEvery = 450 // thousandths of a page's rows, over all columns, without anything set apart: a page has one then, mostly
	pullRelax = 8   // rows that a heading is worth: it parts the grey, too
	pullRest  = 14  // rows of text that must still follow: a sentence at the end gives it away
	pullReach = 6   // paragraphs before that the sentence may be from: what was read long ago is an echo
)

// pull sets a sentence of the text after the blocks that stand, if it is time.
func (g *galley) pull(done, rest []int) {
	if g.Stories.Quotes != fromText || g.parts || g.script == issue.Latin || g.owed > 0 || len(rest) == 0 || len(done) == 0 {
		return
	}
	if !g.plain(done[len(done)-1]) || !g.plain(rest[0]) || g.grey()*1000 < g.pageRows()*pullEvery {
		return
	}
	left := 0
	for _, i := range rest {
		left += ems(g.article.Blocks[i].Text)
	}
	if left < pullRest*int(g.measure/g.size) {
		return
	}
	best, at := "", 0.0
	for _, i := range append(done[max(0, len(done)-pullReach):len(done):len(done)], rest[0]) {
		if !g.plain(i) {
			continue
		}
		b := &g.article.Blocks[i]
		for _, s := range sentences(strings.TrimPrefix(b.Text, b.Lead)) { // a heading that is run in is large enough
			if v := worth(s); v > at && !g.pulled[s] {
				best, at = s, v
			}
		}
	}
	if best == "" {
		return
	}
	if g.pulled == nil {
		g.pulled = map[string]bool{}
	}
	g.pulled[best] = true
	s := g.setPlain(best, g.pullLook(), g.measure)
	s.tag = ""
	own := &galley{composer: g.composer, measure: g.measure, slugs: []slug{{}}, starts: map[int]int{}}
	own.pullQuote(s)
	g.pulls = append(g.pulls, pulled{len(g.slugs), own.slugs[1:]})
}

// A pulled sentence is what stands between two paragraphs if it is set.
type pulled struct {
	at    int // the slug that it comes before
	slugs []slug
}

// withPulls lists the ways of setting a story with sentences pulled out of it:
// with the first, with the first two and so on. Making up the pages chooses.
func (g *galley) withPulls(s *story) []*story {
	var list []*story
	for n := range g.pulls {
		slugs, from := make([]slug, 0, len(g.slugs)+len(g.pulls)*4), 0
		for _, p := range g.pulls[:n+1] {
			slugs = append(append(slugs, g.slugs[from:p.at]...), p.slugs...)
			from = p.at
		}
		v := *s
		v.flow, v.pulls = newFlow(append(slugs, g.slugs[from:]...), s.flow.grating), n+1
		list = append(list, &v)
	}
	return list
}

// pageRows is a page's rows over all columns.
func (g *galley) pageRows() int { return g.frame.rows * g.Columns.Count }

// plain reports whether a block is plain prose.
func (g *galley) plain(i int) bool {
	b := &g.article.Blocks[i]
	return b.Kind == issue.Paragraph && b.Form == issue.Plain
}

// grey counts the rows since something was set apart.
func (g *galley) grey() int {
	n := 0
	last := 0
	if len(g.pulls) > 0 {
		last = g.pulls[len(g.pulls)-1].at
	}
	for k := len(g.slugs) - 1; k >= last; k-- {
		s := &g.slugs[k]
		if len(s.fills) > 0 || len(s.images) > 0 {
			break
		}
		n += s.rows
		if s.head != "" {
			n -= pullRelax
		}
	}
	return n
}

// sentences cuts a paragraph after its stops.
func sentences(text string) []string {
	var list []string
	from := 0
	for at, r := range text {
		if r == '。' || r == '！' || r == '？' {
			end := at + utf8.RuneLen(r)
			list = append(list, text[from:end])
			from = end
		}
	}
	return list
}

// How long a pulled sentence is, in characters.
const (
	pullLeast = 12
	pullMost  = 36
	pullBest  = 20
)

// leaning are the beginnings of sentences that lean on the one before, or that
// count; clinching are words of sentences that say a thing once and for all.
var (
	leaning   = strings.Fields("他 她 它 这 那 其 但 而 并 且 因 所以 同时 此外 例如 比如 如 第 首先 其次 最后 一是 二是 三是 要 然 于是 不过 还 也 又 再 就 這 後 於是 同時 對此 对此 据 據 图 圖")
	clinching = strings.Fields("不是 没有 沒有 只有 才 越 从来 從來 永远 永遠 谁 誰 总是 總是 就是 正是 不能 一定 何")
)

// worth is how well a sentence stands by itself, large: 0 where it does not.
func worth(s string) float64 {
	n := utf8.RuneCountInString(s)
	if n < pullLeast || n > pullMost {
		return 0
	}
	for _, w := range leaning {
		if strings.HasPrefix(s, w) {
			return 0
		}
	}
	if strings.IndexFunc(s, unfit) >= 0 {
		return 0
	}
	away := float64(n - pullBest)
	v := 10 - away*away/16
	for _, w := range clinching {
		if strings.Contains(s, w) {
			v += 2 // it says what it says without the others
		}
	}
	if a, b, two := strings.Cut(strings.TrimRight(s, "。！？"), "，"); two && utf8.RuneCountInString(a) == utf8.RuneCountInString(b) {
		v += 4 // two halves of one length: it was written to be remembered
	}
	v -= 2 * float64(strings.Count(s, "、")) // a list
	v -= float64(max(0, strings.Count(s, "，")-2))
	return max(v, 0)
}

// unfit tells characters that lean on what stands around the sentence: quotation
// marks that may open elsewhere, brackets, figures, marks of notes.
func unfit(r rune) bool {
	return strings.ContainsRune("“”‘’「」『』（）()[]［］〔〕：:；;—…", r) || strings.ContainsRune("※*＊†‡①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", r) || r < 0x2000 || unicode.IsDigit(r)
}
