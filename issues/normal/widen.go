package normal

// pair gives matching parentheses their width together: full where Chinese
// stands within or beside them. Letters directly before a parenthesis with no
// Chinese in it make it Latin: f(x), 3(a).
func (t *text) pair() {
	hans := t.countHan()
	var open []int
	for i := range t.runes {
		if t.inside[i] {
			continue
		}
		switch t.at(i) {
		case '(':
			open = append(open, i)
		case ')':
			if len(open) == 0 {
				t.lone(i)
				continue
			}
			k := open[len(open)-1]
			open = open[:len(open)-1]
			chinese := hans[i] > hans[k] || !isASCIIAlnum(t.at(k-1)) && !isForeign(t.at(t.before(k))) && (isHan(t.left[k].near) || isHan(t.right[i].near))
			if chinese {
				t.runes[k], t.runes[i] = '（', '）'
			}
		}
	}
	for _, k := range open {
		t.lone(k)
	}
}

// isForeign holds of letters that are neither Latin nor Chinese.
func isForeign(r rune) bool { return r >= 0x370 && isWord(r) }

// countHan gives the number of ideographs before each index.
func (t *text) countHan() []int {
	n := make([]int, len(t.runes)+1)
	for i, r := range t.runes {
		n[i+1] = n[i]
		if isHan(r) {
			n[i+1]++
		}
	}
	return n
}

// lone widens a parenthesis without its fellow if it stands beside an ideograph.
func (t *text) lone(i int) {
	if isHan(t.at(t.before(i))) || isHan(t.at(t.after(i))) {
		t.runes[i] = narrow(t.runes[i]) + fullWidth
	}
}

// widen gives the marks of Chinese sentences their full width.
func (t *text) widen() {
	for i, r := range t.runes {
		switch {
		case t.inside[i]:
		case r == '.' && t.isFullStop(i):
			t.runes[i] = '。'
		case isSentenceMark(r) && t.isChinese(i, t.left[i], t.right[i]):
			t.runes[i] = r + fullWidth
		}
	}
}

// isFullStop tells a full stop that was typed half-width: it follows an
// ideograph and ends the text or the quotation. In any other place a dot may be
// a middle dot, a leader or part of a number.
func (t *text) isFullStop(i int) bool {
	p, n := t.before(i), t.after(i)
	return p >= 0 && isHan(t.runes[p]) && (n >= len(t.runes) || isClosing(t.runes[n]))
}

// A stretch is what stands between two marks.
type stretch struct {
	near rune // the letter, digit or ideograph nearest to the mark, 0 if none
	han  bool // it holds an ideograph
}

// stretches finds for every index the stretch before it and the one after it.
// Where a mark follows another, it is the nearest that is not empty.
func (t *text) stretches() {
	n := len(t.runes)
	t.left, t.right = make([]stretch, n), make([]stretch, n)
	var now stretch
	fresh := true
	step := func(i int, out []stretch) {
		r := t.runes[i]
		out[i] = now
		switch {
		case isHan(r) || isWord(r):
			if fresh {
				now, fresh = stretch{}, false
			}
			now = stretch{r, now.han || isHan(r)}
		case r != ' ' && !t.inside[i]:
			fresh = true
		}
	}
	for i := 0; i < n; i++ {
		step(i, t.left)
	}
	now, fresh = stretch{}, true
	for i := n - 1; i >= 0; i-- {
		step(i, t.right)
	}
}

// isChinese tells whether the mark at i belongs to a Chinese sentence.
func (t *text) isChinese(i int, left, right stretch) bool {
	p, n := t.before(i), t.after(i)
	before, after := t.at(p), t.at(n)
	latinFollows := n == i+2 && isWord(after) && !isDigit(after)
	switch {
	case isDigit(before) && isDigit(after): // a ratio, a score, a list of figures
		return false
	case isHan(left.near) || isHan(after):
		return true
	case isWord(before) && latinFollows: // within a Latin sentence
		return false
	case isWord(before) && left.han:
		return true
	case isClosing(after): // ends a Latin quotation
		return false
	case right.han && !latinFollows:
		return true
	}
	return p >= 0 && isClosing(t.runes[p]) && !latinFollows
}
