package normal

import "strings"

// closeUp takes out the spaces that Chinese does not have.
func (t *text) closeUp() {
	prose := t.isProse()
	out := t.runes[:0]
	for i, r := range t.runes {
		if r == ' ' && len(out) > 0 && i+1 < len(t.runes) && isIdle(out[len(out)-1], t.runes[i+1], prose && !t.atLink(i)) {
			continue
		}
		out = append(out, r)
	}
	t.runes = out
}

// atLink reports whether the space at i sets an address apart: without it, who
// copies the address takes the words beside it.
func (t *text) atLink(i int) bool { return t.link != nil && (t.link[i-1] || t.link[i+1]) }

// isProse tells sentences from titles, names and rows.
func (t *text) isProse() bool {
	// A row of the contents or a caption without a full stop hardly reaches
	// two lines of a column; a cut half of a paragraph does.
	const long = 40
	marks := false
	for _, r := range t.runes {
		if r == '。' {
			return true
		}
		marks = marks || strings.ContainsRune(",;!?，；！？", r)
	}
	return marks && len(t.runes) >= long
}

// isIdle tells whether a space between a and b says nothing.
func isIdle(a, b rune, prose bool) bool {
	switch {
	case isTight(a) || isTight(b) || a == '（' || isMark(b) && strings.ContainsRune("。！？）", b):
		return true
	case !prose:
		return false
	}
	square := func(r rune) bool { return isHan(r) || isMark(r) }
	switch {
	case square(a) && square(b):
		return true
	case square(a):
		return isASCIIAlnum(b) || isShared(b)
	case square(b):
		return isASCIIAlnum(a) || isShared(a)
	}
	return false
}
