package notes

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"kanyin/issues/issue"
)

// What notes begin with and their references repeat: ①, ⑴, [1], 〔1〕, 【1】,
// [注1], ¹, *, [※]. In brackets a reference may name several: [1-3], [2,4].
const (
	circled = `[①-⑳㉑-㉟㊱-㊿❶-❿⑴-⒇]`
	raised  = `[⁰¹²³⁴-⁹]{1,3}`
	numbers = `\d{1,3}(?:[ ]?[-–—~～,，、][ ]?\d{1,3})*`
	word    = `(?:注释|註釋|注|註)`
	marks   = circled + `|` + raised + `|[\[［〔【](?:` + word + `?` + numbers + `|※)[\]］〕】]|[(（](?:` + word + `?\d{1,3}|※)[)）]|\*+|＊+|[†‡※]`
	label   = `[\[［〔【]?(?:注释|註釋|注解|註解|附注|附註|脚注|腳註|尾注|注|註|参考文献|參考文獻|Notes?|References)[\]］〕】]?[ ]*[：:]?[ 　]*`
)

var (
	noteMark = regexp.MustCompile(marks)
	figures  = regexp.MustCompile(`\d+`)
	// firstMark is the mark that a note begins with, perhaps behind the label of
	// its list.
	firstMark = regexp.MustCompile(`^(?:` + label + `)?(` + marks + `)`)
	// labelled is a list of notes that runs on in one paragraph.
	labelled = regexp.MustCompile(`^` + label + `(?:` + circled + `|[\[［〔]1[\]］〕])`)
	// alone is the mark of a paragraph that is a note although nothing says so.
	alone = regexp.MustCompile(`^(?:[\[［〔【]` + word + `?\d{1,3}[\]］〕】]|[(（]` + word + `\d{1,3}[)）]|` + raised + `|[⑴-⒇†‡])`)
)

// mostStars is the longest mark of stars; a longer row of them is an ornament.
const mostStars = 3

// keyOf is what a mark and its note have in common, and the number in it. A
// bracket's width is none of it. ※ stands in brackets in the text and without
// them before the note, or the other way round.
func keyOf(mark string) (key string, number int) {
	if strings.Contains(mark, "※") {
		return "※", 0
	}
	mark = oneForm.Replace(mark)
	if n, err := strconv.Atoi(figures.FindString(mark)); err == nil {
		return mark, n
	}
	r, _ := utf8.DecodeRuneInString(mark)
	return mark, valueOf(r)
}

// oneForm makes marks alike that differ in looks alone.
var oneForm = strings.NewReplacer("［", "[", "］", "]", "（", "(", "）", ")", "＊", "*", "注释", "注", "註釋", "注", "註", "注")

// valueOf is the number of a circled or raised figure, 0 for other signs.
func valueOf(r rune) int {
	if r < 0xB2 || r > 0x32FF {
		return 0 // nearly all there are
	}
	for _, run := range []struct {
		from, to rune
		first    int
	}{{'①', '⑳', 1}, {'㉑', '㉟', 21}, {'㊱', '㊿', 36}, {'❶', '❿', 1}, {'⑴', '⒇', 1}, {'⁴', '⁹', 4}} {
		if r >= run.from && r <= run.to {
			return run.first + int(r-run.from)
		}
	}
	return map[rune]int{'¹': 1, '²': 2, '³': 3}[r]
}

// onceOnly holds of the marks that count only where they stand once: stars and
// the like are ornaments as well, and (1) counts the parts of a sentence.
func onceOnly(key string) bool {
	return strings.HasPrefix(key, "*") || strings.HasPrefix(key, "(") && !strings.HasPrefix(key, "(注") || strings.ContainsAny(key, "†‡※")
}

// marksIn gives the marks in a block's text. One at its beginning numbers the
// paragraph, or else is a circled one whose neighbours say so (see sure); one
// behind a colon or semicolon numbers a part of the sentence.
func marksIn(block int, b *issue.Block) []mark {
	if !mayRefer(b.Kind) || strings.IndexFunc(b.Text, beginsMark) < 0 {
		return nil
	}
	var out []mark
	at, counted := 0, 0
	for _, m := range noteMark.FindAllStringIndex(b.Text, -1) {
		at += utf8.RuneCountInString(b.Text[counted:m[0]])
		counted = m[0]
		text := b.Text[m[0]:m[1]]
		before, _ := utf8.DecodeLastRuneInString(b.Text[:m[0]])
		if at == 0 && !mayOpen(b, text) || at > 0 && strings.ContainsRune("：:；;", before) || strings.Trim(text, "*＊") == "" && utf8.RuneCountInString(text) > mostStars {
			continue
		}
		found := marksOf(place{block, Span{at, at + utf8.RuneCountInString(text)}}, text)
		found[0].opens = at == 0
		out = append(out, found...)
	}
	return out
}

// mayOpen reports whether a block may begin with this mark as a reference.
func mayOpen(b *issue.Block, mark string) bool {
	return b.Kind == issue.Paragraph && b.Form == issue.Plain && kindOf(mark) == "①"
}

// beginsMark spares the search in nearly all texts.
func beginsMark(r rune) bool {
	switch r {
	case '[', '［', '〔', '【', '(', '（', '*', '＊', '†', '‡', '※':
		return true
	}
	return valueOf(r) > 0 || r == '⁰'
}

// mostRange is how many notes a range names at most: [1-99] is no reference.
const mostRange = 20

// marksOf parts a reference that names several notes: each figure is a mark.
func marksOf(at place, text string) []mark {
	figs := figures.FindAllStringIndex(text, -1)
	if len(figs) < 2 {
		key, n := keyOf(text)
		return []mark{{place: at, key: key, number: n}}
	}
	var out []mark
	open, w := utf8.DecodeRuneInString(text)
	shut, _ := utf8.DecodeLastRuneInString(text)
	keyed := func(n int) mark {
		key, _ := keyOf(string(open) + strconv.Itoa(n) + string(shut))
		return mark{key: key, number: n}
	}
	done := w
	for i, f := range figs {
		n, _ := strconv.Atoi(text[f[0]:f[1]])
		m := keyed(n)
		from := at.From + utf8.RuneCountInString(text[:f[0]])
		m.place = place{at.block, Span{from, from + f[1] - f[0]}}
		if last := len(out) - 1; i > 0 && strings.ContainsAny(text[done:f[0]], "-–—~～") && n-out[last].number <= mostRange {
			for k := out[last].number + 1; k < n; k++ {
				out[last].also = append(out[last].also, keyed(k))
			}
		}
		done = f[1]
		out = append(out, m)
	}
	return out
}

// notesIn gives the notes of a block: one, or several that run on, each of which
// begins behind the end of a sentence with the next number of the same kind. A
// note without a mark gives none.
func notesIn(block int, text []rune) []note {
	s := string(text)
	m := firstMark.FindStringSubmatchIndex(s)
	if m == nil {
		return nil
	}
	begin := func(from, to int) note {
		n := note{Note: Note{Block: block, To: len(text), Mark: Span{utf8.RuneCountInString(s[:from]), utf8.RuneCountInString(s[:to])}}}
		n.key, n.number = keyOf(s[from:to])
		return n
	}
	out := []note{begin(m[2], m[3])}
	for _, next := range noteMark.FindAllStringIndex(s[m[3]:], -1) {
		n := begin(m[3]+next[0], m[3]+next[1])
		last := &out[len(out)-1]
		before := text[n.Mark.From-1]
		if n.number != last.number+1 || kindOf(n.key) != kindOf(last.key) || !strings.ContainsRune("。．.；;！？!?”’）) 　\n", before) {
			continue
		}
		last.To, n.From = n.Mark.From, n.Mark.From
		out = append(out, n)
	}
	return out
}

// kindOf is a mark's key without its number.
func kindOf(key string) string {
	if r, _ := utf8.DecodeRuneInString(key); valueOf(r) > 0 {
		switch {
		case r >= '❶' && r <= '❿':
			return "❶"
		case r >= '⑴' && r <= '⒇':
			return "⑴"
		case r < '①':
			return "¹"
		}
		return "①"
	}
	return figures.ReplaceAllString(key, "")
}

// listsOf parts notes where their numbers begin anew.
func listsOf(notes []note) [][]note {
	var lists [][]note
	for i, n := range notes {
		if i == 0 || n.number > 0 && n.number <= notes[i-1].number && kindOf(n.key) == kindOf(notes[i-1].key) {
			lists = append(lists, nil)
		}
		lists[len(lists)-1] = append(lists[len(lists)-1], n)
	}
	return lists
}

// runsOf parts marks where their numbers begin anew.
func runsOf(marks []mark) [][]mark {
	var runs [][]mark
	for i, m := range marks {
		if i == 0 || m.number == 1 && marks[i-1].number >= m.number && kindOf(m.key) == kindOf(marks[i-1].key) {
			runs = append(runs, nil)
		}
		runs[len(runs)-1] = append(runs[len(runs)-1], m)
	}
	return runs
}

// fit reports whether every run of marks has exactly the marks of its list.
func fit(runs [][]mark, lists [][]note) bool {
	if len(runs) != len(lists) {
		return false
	}
	for i := range runs {
		var has, wants []string
		for _, m := range runs[i] {
			has = append(has, m.key)
		}
		for _, n := range lists[i] {
			wants = append(wants, n.key)
		}
		slices.Sort(has)
		slices.Sort(wants)
		if !slices.Equal(slices.Compact(has), slices.Compact(wants)) {
			return false
		}
	}
	return true
}
