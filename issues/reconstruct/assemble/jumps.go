package assemble

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/fold"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/say"
)

// A jump is an article that says that it goes on elsewhere.
type jump struct {
	article *article
	onto    int // the page that the mark names, as printed
	row     int // that bears the mark
	alone   *piece
}

var (
	ontoMark = regexp.MustCompile(`[（(\[［▼▶►→\s]*(?:` + strings.Join(fold.GoesOn, "|") + `|[转轉])\s*第?\s*[A-Z]?0*(\d{1,4})\s*[页版頁][^，。（()）]{0,8}[）)\]］]?\s*$`)
	fromMark = regexp.MustCompile(`^[（(\[［▲◀◄←\s]*(?:` + strings.Join(fold.ComesFrom, "|") + `)\s*第?\s*[A-Z]?0*(\d{1,4})\s*[页版頁](?:[^，。（()）]{0,8}[）)\]］])?\s*`)
)

// setOff reports whether a mark stands off the text, by a bracket or a sign.
func setOff(s string) bool {
	return strings.ContainsRune("（([［▼▶►→▲◀◄←", fold.FirstRune(strings.TrimSpace(s)))
}

// onlyMark tells a row that is a mark of where the text goes on and nothing else.
func onlyMark(s string) bool {
	at := ontoMark.FindStringIndex(s)
	return at != nil && normal.Key(s[:at[0]]) == "" && setOff(s)
}

// leaves notes that row i of running text ends with a mark of where it goes on.
func (w *walk) leaves(i int) {
	s := w.text.row(i)
	m := ontoMark.FindStringSubmatchIndex(s)
	if m == nil || m[0] == 0 || !setOff(s[m[0]:]) {
		return
	}
	page, _ := strconv.Atoi(s[m[2]:m[3]])
	w.jumps = append(w.jumps, &jump{article: w.cur, onto: page, row: i})
}

// jump reads a row that is a mark and nothing else, or the head over a tail:
// the title of the article that goes on there.
func (w *walk) jump(i int) {
	s := w.text.row(i)
	if w.cur == nil {
		w.begin()
	}
	if at := ontoMark.FindStringIndex(s); at != nil && fromMark.FindString(s) == "" {
		if normal.Key(s[:at[0]]) != "" { // 水（下转第3页）: the mark stands behind the last words of a column
			w.cur.join(label.Paragraph, i, false)
			w.leaves(i)
			return
		}
		page, _ := strconv.Atoi(ontoMark.FindStringSubmatch(s)[1])
		p := w.cur.add(label.Jump, i)
		w.jumps = append(w.jumps, &jump{article: w.cur, onto: page, row: i, alone: p})
		return
	}
	if fromMark.MatchString(s) && w.resumes(i) {
		return
	}
	if j := w.titled(s); j != nil {
		w.resume(j, i)
		w.headed = true
		w.dropped = append(w.dropped, &piece{kind: label.Jump, rows: []int{i}, why: say.Of("the head over the rest of an article, which has its title")})
		return
	}
	w.cur.join(label.Jump, i, w.labels[i].Begins)
}

// resumes takes up the article whose rest begins with row i, where the row says
// that it comes from another page. Of several it is the one that began there and
// wanted to go on here; a head over the rest decides before.
func (w *walk) resumes(i int) bool {
	s := w.text.row(i)
	m := fromMark.FindStringSubmatchIndex(s)
	if m == nil || w.labels[i].Kind != label.Jump && !setOff(s) {
		return false
	}
	if !w.headed {
		page, _ := strconv.Atoi(s[m[2]:m[3]])
		j := w.nearest(page, i)
		if j == nil {
			return false
		}
		w.resume(j, i)
	}
	w.headed = false
	rest := s[m[1]:]
	if normal.Key(rest) == "" {
		w.dropped = append(w.dropped, &piece{kind: label.Jump, rows: []int{i}, why: say.Of("a mark of where the text comes from: both parts are joined")})
		return true
	}
	w.cut[i] = rest
	if w.labels[i].Kind == label.Jump || !w.tail {
		w.cur.join(label.Paragraph, i, false)
	} else {
		w.cur.join(w.labels[i].Kind, i, false)
	}
	w.tail = false
	w.leaves(i)
	return true
}

// nearest gives the jump whose article began on the page that the mark names,
// or nearest to it. Pages count as printed.
func (w *walk) nearest(page, i int) *jump {
	var best *jump
	least := 0
	for _, j := range w.jumps {
		if j.article == w.cur && j.article.lastFlow() != nil && len(w.jumps) > 1 && j.row == i-1 {
			continue
		}
		off := abs(w.printed(j.article.firstRow())-page) + abs(w.printed(i)-j.onto)
		if best == nil || off < least {
			best, least = j, off
		}
	}
	return best
}

// titled gives the jump of the article that has the title.
func (w *walk) titled(title string) *jump {
	key := normal.Key(title)
	for _, j := range w.jumps {
		if key != "" && strings.HasPrefix(normal.Key(w.joined(j.article.titleRows())), key) {
			return j
		}
	}
	return nil
}

// resume goes on with the article that jumped; its marks leave the text.
func (w *walk) resume(j *jump, i int) {
	w.jumps = slices.DeleteFunc(w.jumps, func(k *jump) bool { return k == j })
	w.cur, w.tail = j.article, true
	w.decide(w.text, &piece{rows: []int{j.row, i}}, say.Of("the text goes on here, by its own marks"))
	if j.alone == nil {
		s := w.text.row(j.row)
		w.cut[j.row] = strings.TrimSpace(s[:ontoMark.FindStringIndex(s)[0]])
		return
	}
	w.cur.pieces = slices.DeleteFunc(w.cur.pieces, func(p *piece) bool { return p == j.alone })
	j.alone.why = say.Of("a mark of where the text goes on: both parts are joined")
	w.dropped = append(w.dropped, j.alone)
}

// printed gives the page number that is printed on the page of row i, as far as
// most folios of the issue agree on it.
func (w *walk) printed(i int) int { return w.rows[i].Page + w.folios }

// folioOffset is how far printed page numbers run before the pages of the source.
func folioOffset(t *text) int {
	count, best := map[int]int{}, 0
	for i, l := range t.labels {
		if l.Kind != label.Running {
			continue
		}
		for _, m := range digits.FindAllString(fold.Plain(t.rows[i].Text), -1) {
			n, _ := strconv.Atoi(m)
			off := n - t.rows[i].Page
			if count[off]++; count[off] > count[best] || count[off] == count[best] && off < best {
				best = off
			}
		}
	}
	return best
}

var digits = regexp.MustCompile(`\d{1,4}`)

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
