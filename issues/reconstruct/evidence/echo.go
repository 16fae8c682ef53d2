package evidence

// An echo is a row whose words stand in another place of the issue too: a title
// in the contents, a sentence in a pull quote.
type echo struct {
	listed   bool // the whole row stands in a row of the front
	entire   bool // and is all of that row, page numbers and marks aside
	numbered bool // and that row has a number at one of its ends
	again    bool // ten characters or more of it stand inside another row behind the front
	named    bool // of a row of the front: the whole of a later row stands in it
	opens    bool // of a row of the front: and it opens with it
}

const (
	// A prefix of four characters finds titles of four; shorter ones are words that stand anywhere.
	prefix = 4
	// So many characters of a row are compared at most: a title and a half.
	compared = 24
	// A sentence that is set again shares as much; a common phrase does not.
	repeated = 10
	// So many rows may begin alike; more are running heads, which are told by other evidence.
	crowd = 64
)

// echoes looks at all rows at once: their beginnings are put into a table, and
// one walk over the text finds where they stand again.
func echoes(lines []line) []echo {
	out := make([]echo, len(lines))
	byPrefix := map[[prefix]rune][]int{}
	for i := range lines {
		if k := lines[i].key; len(k) >= prefix {
			p := [prefix]rune(k[:prefix])
			if len(byPrefix[p]) < crowd {
				byPrefix[p] = append(byPrefix[p], i)
			}
		}
	}
	front := frontEnd(lines)
	for j := range lines {
		key := lines[j].key
		from, to := bare(key)
		for at := 0; at+prefix <= len(key); at++ {
			for _, i := range byPrefix[[prefix]rune(key[at:at+prefix])] {
				if i != j {
					compare(out, lines, i, j, at, from, to, front)
				}
			}
		}
	}
	return out
}

// compare looks how much of row i stands at the place at of row j, whose words
// without numbers and marks at its ends go from from to to.
func compare(out []echo, lines []line, i, j, at, from, to, front int) {
	a, b := lines[i].key, lines[j].key
	n := prefix
	for n < len(a) && at+n < len(b) && n < compared && a[n] == b[at+n] {
		n++
	}
	whole := n == len(a) || n == compared
	switch {
	case j < front && whole && (i > j+2 || lines[i].Page != lines[j].Page):
		if lines[i].Page == lines[j].Page && i < front {
			return
		}
		e := &out[i]
		e.listed = true
		if at <= from && at+n >= to {
			e.entire = true
		}
		if to < len(b) || from > 0 && isDigit(b[0]) {
			e.numbered = true
		}
		out[j].named = true
		if at <= from {
			out[j].opens = true
		}
	case n >= repeated && j >= front && at > 0:
		out[i].again = true
	}
}

// frontEnd gives the first row behind what may be the front: the contents stand
// on the first pages, and where there are no pages among the first rows.
func frontEnd(lines []line) int {
	limit := max(150, len(lines)/4)
	for i := range lines {
		if lines[i].Page > 6 || i >= limit {
			return i
		}
	}
	return len(lines)
}

// bare gives where a row of the contents begins and ends without page numbers,
// leaders and marks.
func bare(key []rune) (from, to int) {
	to = len(key)
	edge := func(c rune) bool {
		return isDigit(c) || inString(c, ".．…·•-—_/／|｜P()（）[]【】〔〕　")
	}
	for from < to && edge(key[from]) {
		from++
	}
	for to > from && edge(key[to-1]) {
		to--
	}
	return from, to
}
