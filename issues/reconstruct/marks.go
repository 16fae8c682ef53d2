package reconstruct

import (
	"strings"
	"unicode"

	"kanyin/issues/issue"
)

// labelMarks labels the lines that say themselves what they are.
//
// How: a line's folded text is held against the shapes of an editor's mark, an
// affiliation, a source, a prompt, a note and a credit. A mark that stands at
// the end of a paragraph leaves the line a paragraph, but closes its article
// all the same. The marks 上接 and 下转 are taken out of the text and kept.
//
// Where it fails: a mark in words that the lexicon has not. Those that repeat
// at the articles' ends are learnt after the starts are known (learnEndMarks).
func labelMarks(d *draft) {
	for i := range d.rows {
		r := &d.rows[i]
		d.takeJump(i)
		if k, why := markOf(r.fold, r.runes); k != "" {
			d.label(i, k, why)
		}
		r.closes = r.kind == issue.Editor || endsWithEditor(r.fold)
	}
	d.notes()
	d.spreadPrompts()
	d.editorHabits()
}

// longestMark is the most runes a mark has: a place of work with two
// institutions takes sixty.
const longestMark = 90

func markOf(fold string, runes int) (issue.Kind, string) {
	if runes > longestMark {
		return "", ""
	}
	switch {
	case isEditor(fold):
		return issue.Editor, "an editor's mark"
	case isAffiliation(fold):
		return issue.Affiliation, "says where the author works"
	case isPrompt(fold):
		return issue.Prompt, "asks to scan a code"
	case isCredit(fold):
		return issue.Credit, "names who took the picture"
	case isNote(fold):
		return issue.Note, "opens as a note does"
	case isSource(fold):
		return issue.SourceNote, "says where the text is from"
	}
	return "", ""
}

// isEditor recognises [编辑:某], (责任编辑 某), 责编/某.
func isEditor(fold string) bool {
	inner, boxed := bracketed(fold)
	inner = strings.TrimLeft(inner, bullets+" ")
	if word, name, framed := strings.Cut(strings.TrimPrefix(inner, "["), "]"); framed && contains(editorWords, word) {
		inner, boxed = word+" "+strings.TrimSpace(name), true // the word alone stands in a frame
	}
	if own, _, of := cutPrefix(inner, ownWords); of {
		inner = own
	}
	rest, _, ok := cutPrefix(inner, editorWords)
	if !ok || runeCount(fold) > longestSign || ended(rest) {
		return false
	}
	sep := strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "/") || strings.HasPrefix(rest, "|")
	name := strings.TrimSpace(strings.TrimLeft(rest, ":/| "))
	if name == "" || paused(strings.ReplaceAll(name, enumComma, "")) {
		return false
	}
	return sep || boxed && known(name) || unicode.IsUpper(firstRune(name)) && strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, " ") && (boxed || nameLike(name) || titleCase(name))
}

// endsWithEditor finds the mark at the end of a paragraph's last line.
func endsWithEditor(fold string) bool {
	for _, open := range []string{"[", "("} {
		if at := strings.LastIndex(fold, open); at > 0 && isEditor(strings.TrimSpace(fold[at:])) {
			return true
		}
	}
	return false
}

func isAffiliation(fold string) bool {
	bare := strings.TrimLeft(fold, "([ "+bullets)
	if len(authorTold(bare)) > 0 && runeCount(fold) <= longestMark {
		return true
	}
	rest, _, ok := cutPrefix(bare, affiliationWords)
	if !ok {
		return false
	}
	if bare != fold && (fold[0] == '(' || fold[0] == '[') {
		return true
	}
	if strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "/") {
		return !ended(rest)
	}
	if strings.HasPrefix(rest, " ") && allKnown(rest) {
		return true
	}
	return runeCount(fold) <= longestSign && !ended(fold) && !paused(fold) && isOrgOrPost(rest)
}

// isSource recognises a whole line in brackets: (摘自…), (某供稿), and the
// place a quotation is from, which is any other bracketed line.
func isSource(fold string) bool {
	if _, _, ok := cutPrefix(fold, sourceBare); ok && !ended(fold) {
		return true
	}
	const least = 6 // runes: a shorter remark in brackets is a part of the text
	inner, boxed := bracketed(fold)
	if !boxed || fold[0] != '(' || open(inner) {
		return false
	}
	_, _, head := cutPrefix(inner, sourceHeads)
	_, _, tail := cutSuffix(inner, sourceTails)
	return head || tail || runeCount(inner) >= least && !ended(inner)
}

func isPrompt(fold string) bool {
	const longest = 30
	return runeCount(fold) <= longest && !ended(fold) && containsAny(strings.ToLower(fold), promptWords)
}

func isNote(fold string) bool {
	const least = 12 // runes: a star before fewer is an ornament or a list's
	if strings.ContainsRune(noteMarks, firstRune(fold)) && runeCount(fold) > least && !strings.HasPrefix(fold, "* *") {
		return startsNote(fold)
	}
	if mark, rest, ok := strings.Cut(fold, "]"); ok && strings.HasPrefix(mark, "[") && allDigits(mark[1:]) && runeCount(rest) > least {
		return true // a reference
	}
	_, _, ok := cutPrefix(fold, notePhrases)
	return ok
}

// leadingMark gives the note's marks that the text begins with.
func leadingMark(fold string) string { return fold[:len(fold)-len(strings.TrimLeft(fold, noteMarks))] }

// startsNote reports whether the stars that the text begins with do not come
// again: **a word** is set apart by its stars.
func startsNote(fold string) bool {
	mark := leadingMark(fold)
	return !strings.Contains(fold[len(mark):], mark)
}

// notes labels the rows that begin with a circled number which stands inside
// another row, or with stars that end another: the note's mark.
func (d *draft) notes() {
	const mostStars = 3 // a longer row of them is an ornament
	marks, stars := map[rune]bool{}, map[string]bool{}
	for i := range d.rows {
		fold := d.rows[i].fold
		bare := strings.TrimRight(fold, noteMarks)
		if mark := fold[len(bare):]; bare != "" && lastRune(bare) != ' ' && mark != "" && runeCount(mark) <= mostStars {
			stars[mark] = true
		}
	}
	for i := range d.rows {
		if d.rows[i].zone != body {
			continue
		}
		for at, c := range d.rows[i].fold {
			if at > 0 && c > 0x2000 && c < 0x3000 && strings.ContainsRune(circled, c) {
				marks[c] = true
			}
		}
	}
	for i := range d.rows {
		if r := &d.rows[i]; r.zone == body && r.kind == "" && (marks[firstRune(r.fold)] || stars[leadingMark(r.fold)] && startsNote(r.fold)) {
			d.label(i, issue.Note, "begins with the mark of a note in the text")
		}
	}
}

// isCredit recognises □某/摄, 某 摄, (某 摄影), 图/某, □资料图.
func isCredit(fold string) bool {
	const longest = 32 // two long names and an agency
	if runeCount(fold) > longest {
		return false
	}
	return creditText(fold)
}

func creditText(fold string) bool {
	inner, _ := bracketed(strings.TrimSpace(fold))
	if at := strings.LastIndex(inner, "("); at > 0 && hasJump(inner[at:]) {
		inner = strings.TrimSpace(inner[:at])
	}
	marked := len(inner)
	inner = strings.TrimLeft(inner, bullets+" ")
	if contains(creditWhole, strings.ToLower(inner)) {
		return true
	}
	if strings.ContainsAny(inner, pauses+sentenceEnds) && !strings.Contains(inner, enumComma) {
		return false
	}
	if rest, _, ok := cutPrefix(inner, creditHeads); ok {
		rest = strings.TrimLeft(rest, ":/ ")
		return rest != "" && !ended(rest)
	}
	if rest, _, ok := cutPrefix(inner, creditBare); ok && strings.HasPrefix(rest, " ") && allKnown(rest) {
		return true
	}
	if rest, _, ok := cutSuffix(inner, pictureWords); ok && strings.HasSuffix(rest, " ") && fold != inner && allKnown(rest) {
		return true
	}
	rest, word, ok := cutSuffix(inner, creditTails)
	if !ok || rest == "" {
		return false
	}
	if strings.HasPrefix(word, "/") {
		return !paused(strings.ReplaceAll(rest, enumComma, ""))
	}
	if len(inner) < marked && isOrg(strings.TrimSpace(rest)) {
		return true
	}
	if name := strings.ReplaceAll(rest, " ", ""); nameLike(name) && known(name) {
		return true // with a blank inside, where the house spaces names
	}
	if who, _, reports := cutPrefix(rest, reporterWords); reports && strings.HasPrefix(who, " ") {
		rest = who
	}
	return strings.HasSuffix(rest, " ") && allNames(rest)
}

// inlineCredit gives the place in fold where a credit begins that stands after
// its caption on one line, or -1.
func inlineCredit(fold string) int {
	const longest = 120 // bytes: a credit with two names and an agency
	for at := len(fold) - 1; at > 0 && len(fold)-at < longest; at-- {
		if fold[at] != ' ' && fold[at] != '(' && !strings.HasSuffix(fold[:at], fullStop) {
			continue
		}
		if runeCount(fold[:at]) < leastCaption {
			return -1
		}
		if isCredit(strings.TrimSpace(fold[at:])) {
			return at
		}
	}
	return -1
}

// spreadPrompts gives the second line of a prompt the same label: the rest of a
// visual block that a blank line ends, and a line that follows prompts again
// and again.
func (d *draft) spreadPrompts() {
	const most, longest = 2, 16
	after := map[string]int{}
	for i := 0; i+1 < len(d.rows); i++ {
		if d.rows[i].kind == issue.Prompt && d.rows[i+1].runes < longest {
			after[key(d.rows[i+1].fold)]++
		}
	}
	for i := range d.rows {
		if d.rows[i].kind != issue.Prompt {
			continue
		}
		n := 0
		for j := i + 1; j < len(d.rows) && d.rows[j].blank == 0 && d.rows[j].kind == "" && d.rows[j].runes < longest && !ended(d.rows[j].fold); j++ {
			n++
		}
		if end := i + 1 + n; n > most || end < len(d.rows) && d.rows[end].blank == 0 {
			n = 0
		}
		if j := i + 1; n == 0 && j < len(d.rows) && d.rows[j].kind == "" && d.rows[j].runes < longest && after[key(d.rows[j].fold)] > 1 {
			n = 1
		}
		for j := i + 1; j <= i+n; j++ {
			d.label(j, issue.Prompt, "goes on with a prompt")
		}
	}
}

// editorHabits records the shapes of the editors' marks.
func (d *draft) editorHabits() {
	shapes := map[string][]int{}
	var order []string
	for i := range d.rows {
		r := &d.rows[i]
		if r.kind != issue.Editor && r.kind != issue.Credit {
			continue
		}
		s := string(r.kind) + "\x00" + shapeOf(r.raw)
		if shapes[s] == nil {
			order = append(order, s)
		}
		shapes[s] = append(shapes[s], r.lines[0])
	}
	for _, s := range order {
		kind, shape, _ := strings.Cut(s, "\x00")
		if len(shapes[s]) > 1 {
			d.habit(kind+"-mark", shape, shapes[s])
		}
	}
}

// shapeOf gives a mark with the names in it written as an ellipsis.
func shapeOf(raw string) string {
	fold := strings.TrimSpace(raw)
	for _, list := range [][]string{editorWords, creditHeads} {
		for _, w := range list {
			if at := strings.Index(strings.ToLower(fold), w); at >= 0 && len(w) > 3 {
				end := at + len(w)
				head := fold[:end]
				tail := ""
				if r := lastRune(fold); strings.ContainsRune(closers, r) || strings.ContainsRune(wideClosers, r) {
					tail = string(r)
				}
				if r := firstRune(fold[end:]); strings.ContainsRune(separators, r) {
					head += string(r)
				}
				return head + ellipsis + tail
			}
		}
	}
	first, last := firstRune(fold), fold
	if _, w, ok := cutSuffix(foldOf(fold), creditTails); ok {
		last = ellipsis + w
	}
	if strings.ContainsRune(bullets, first) {
		return string(first) + last
	}
	return last
}
