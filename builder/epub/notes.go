package epub

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kanyin/issues/issue"
	"kanyin/issues/notes"
)

// A stretch is a part of a list: from one index up to another.
type stretch struct{ from, to int }

// stretches says where in a list, which is in the order of the blocks, those of
// each block stand.
func stretches(length int, blockOf func(int) int) map[int]stretch {
	by := map[int]stretch{}
	for i := range length {
		s, there := by[blockOf(i)]
		if !there {
			s.from = i
		}
		s.to = i + 1
		by[blockOf(i)] = s
	}
	return by
}

// findNotes pairs the article's notes with its text.
func (w *articleWriter) findNotes() {
	l := notes.Of(w.article.Blocks)
	w.links, w.written = l, map[int]bool{}
	w.refsIn = stretches(len(l.Refs), func(i int) int { return l.Refs[i].Block })
	w.notesIn = stretches(len(l.Notes), func(i int) int { return l.Notes[i].Block })
}

// linkNotes adds the links to and from notes that stand in block i.
func (w *articleWriter) linkNotes(i int, t *run) {
	id := w.article.ID
	for n := w.notesIn[i].from; n < w.notesIn[i].to; n++ {
		note := &w.links.Notes[n]
		t.add(span{note.Mark.From, note.Mark.To, fmt.Sprintf(`<a href="#%s-r%d" role="doc-backlink">`, id, note.Back+1), "</a>"})
	}
	at := w.refsIn[i]
	for k := at.from; k < at.to; k++ {
		ref := &w.links.Refs[k]
		t.add(span{ref.From, ref.To, fmt.Sprintf(`<a id="%s-r%d" href="#%s-n%d" epub:type="noteref" role="doc-noteref">`, id, k+1, id, ref.Note+1), "</a>"})
		t.keep(ref.Span)
	}
}

// longestKept is how many characters at most stand together with a mark: more
// would not fit beside it on the narrowest screen.
const longestKept = 12

// keep lets no line begin with the mark of a note: it stays with the character
// before it, and so do the brackets of a mark that names several notes, which
// are raised with it.
func (t *run) keep(ref notes.Span) {
	whole := ref.Within(t.text)
	from, to := whole.From, whole.To
	if from < ref.From && !slices.ContainsFunc(t.spans, func(s span) bool { return s.open == severalTag && s.from == from }) {
		t.add(span{from, to, severalTag, "</span>"})
	}
	for n := len(t.spans) - 1; n >= 0; n-- { // marks one behind the other stay together
		if last := &t.spans[n]; last.open == keptTag {
			if last.to >= from {
				last.to = max(last.to, to)
				return
			}
			break
		}
	}
	if from > 0 && to-from < longestKept {
		t.add(span{from - 1, to, keptTag, "</span>"})
	}
}

// severalTag raises the brackets of a mark that names several notes.
const severalTag = `<span class="several">`

const keptTag = `<span class="kept">`

// unmarked is an article's title without the mark of its note at its end: where
// a list names the article, no note stands under it.
func unmarked(a *issue.Article) string {
	if last, _ := utf8.DecodeLastRuneInString(a.Title); !unicode.IsNumber(last) && !strings.ContainsRune("]］〕】)）*＊†‡※", last) {
		return a.Title // no mark ends so
	}
	for _, r := range notes.Of(a.Blocks).Refs {
		b := a.Blocks[r.Block]
		if text := []rune(b.Text); b.Kind == issue.Title && r.To == len(text) {
			return strings.TrimSpace(strings.TrimSuffix(a.Title, string(text[r.From:])))
		}
	}
	return a.Title
}
