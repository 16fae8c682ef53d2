package marks

import (
	"slices"
	"strings"
	"unicode"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/torn/draft"
	"kanyin/issues/reconstruct/torn/wording"
	"kanyin/issues/say"
)

// LabelMarks labels the lines that say themselves what they are.
//
// How: a line's folded text is held against the shapes of an editor's mark, an
// affiliation, a source, a prompt, a note and a credit. A mark that stands at
// the end of a paragraph leaves the line a paragraph, but closes its article
// all the same. The marks 上接 and 下转 are taken out of the text and kept.
//
// Where it fails: a mark in words that the lexicon has not. Those that repeat
// at the articles' ends are learnt after the starts are known (learnEndMarks).
func LabelMarks(d *draft.Draft) {
	for i := range d.Rows {
		r := &d.Rows[i]
		d.TakeJump(i)
		if k, why := MarkOf(r.Fold, r.Runes); k != "" {
			d.Label(i, k, "%s", say.Word(why))
		}
		r.Closes = r.Kind == issue.Editor || endsWithEditor(r.Fold)
	}
	notes(d)
	spreadPrompts(d)
	d.HabitsOf(2, func(r *draft.Row) (habit, shape string) {
		if r.Kind == issue.Editor || r.Kind == issue.Credit {
			return string(r.Kind) + "-mark", shapeOf(r.Raw)
		}
		return "", ""
	})
}

// MarkOf says what a line says itself that it is, and why; "" where it says nothing.
//
//say:words
func MarkOf(fold string, runes int) (issue.Kind, string) {
	if runes > wording.LongestMark {
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
	inner, boxed := wording.Bracketed(fold)
	inner = strings.TrimLeft(inner, wording.Bullets+" ")
	if word, name, framed := strings.Cut(strings.TrimPrefix(inner, "["), "]"); framed && wording.Contains(wording.EditorWords, word) {
		inner, boxed = word+" "+strings.TrimSpace(name), true // the word alone stands in a frame
	}
	if own, _, of := wording.CutPrefix(inner, wording.OwnWords); of {
		inner = own
	}
	rest, _, ok := wording.CutPrefix(inner, wording.EditorWords)
	if !ok || wording.RuneCount(fold) > wording.LongestSign || wording.Ended(rest) {
		return false
	}
	sep := strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "/") || strings.HasPrefix(rest, "|")
	name := strings.TrimSpace(strings.TrimLeft(rest, ":/| "))
	if name == "" || wording.Paused(strings.ReplaceAll(name, wording.EnumComma, "")) {
		return false
	}
	return sep || boxed && wording.Known(name) || unicode.IsUpper(wording.FirstRune(name)) && strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, " ") && (boxed || wording.NameLike(name) || wording.TitleCase(name))
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
	bare := strings.TrimLeft(fold, "([ "+wording.Bullets)
	if len(wording.AuthorTold(bare)) > 0 && wording.RuneCount(fold) <= wording.LongestMark {
		return true
	}
	rest, _, ok := wording.CutPrefix(bare, wording.AffiliationWords)
	if !ok {
		return false
	}
	if bare != fold && (fold[0] == '(' || fold[0] == '[') {
		return true
	}
	if strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "/") {
		return !wording.Ended(rest)
	}
	if strings.HasPrefix(rest, " ") && wording.AllKnown(rest) {
		return true
	}
	return wording.RuneCount(fold) <= wording.LongestSign && !wording.Ended(fold) && !wording.Paused(fold) && wording.IsOrgOrPost(rest)
}

// isSource recognises a whole line in brackets: (摘自…), (某供稿), and the
// place a quotation is from, which is any other bracketed line.
func isSource(fold string) bool {
	if _, _, ok := wording.CutPrefix(fold, wording.SourceBare); ok && !wording.Ended(fold) {
		return true
	}
	const least = 6 // runes: a shorter remark in brackets is a part of the text
	inner, boxed := wording.Bracketed(fold)
	if !boxed || fold[0] != '(' || wording.Open(inner) {
		return false
	}
	_, _, head := wording.CutPrefix(inner, wording.SourceHeads)
	_, _, tail := wording.CutSuffix(inner, wording.SourceTails)
	return head || tail || wording.RuneCount(inner) >= least && !wording.Ended(inner)
}

func isPrompt(fold string) bool {
	const longest = 30
	return wording.RuneCount(fold) <= longest && !wording.Ended(fold) && slices.ContainsFunc(wording.PromptWords, func(w string) bool { return strings.Contains(strings.ToLower(fold), w) })
}

func isNote(fold string) bool {
	const least = 12 // runes: a star before fewer is an ornament or a list's
	if strings.ContainsRune(wording.NoteMarks, wording.FirstRune(fold)) && wording.RuneCount(fold) > least && !strings.HasPrefix(fold, "* *") {
		return startsNote(fold)
	}
	if mark, rest, ok := strings.Cut(fold, "]"); ok && strings.HasPrefix(mark, "[") && wording.AllDigits(mark[1:]) && wording.RuneCount(rest) > least {
		return true // a reference
	}
	_, _, ok := wording.CutPrefix(fold, wording.NotePhrases)
	return ok
}

// leadingMark gives the note's marks that the text begins with.
func leadingMark(fold string) string {
	return fold[:len(fold)-len(strings.TrimLeft(fold, wording.NoteMarks))]
}

// startsNote reports whether the stars that the text begins with do not come
// again: **a word** is set apart by its stars.
func startsNote(fold string) bool {
	mark := leadingMark(fold)
	return !strings.Contains(fold[len(mark):], mark)
}

// notes labels the rows that begin with a circled number which stands inside
// another row, or with stars that end another: the note's mark.
func notes(d *draft.Draft) {
	const mostStars = 3 // a longer row of them is an ornament
	marks, stars := map[rune]bool{}, map[string]bool{}
	for i := range d.Rows {
		fold := d.Rows[i].Fold
		bare := strings.TrimRight(fold, wording.NoteMarks)
		if mark := fold[len(bare):]; bare != "" && wording.LastRune(bare) != ' ' && mark != "" && wording.RuneCount(mark) <= mostStars {
			stars[mark] = true
		}
	}
	for i := range d.Rows {
		for at, c := range d.Rows[i].Fold {
			if at > 0 && c > 0x2000 && c < 0x3000 && strings.ContainsRune(wording.Circled, c) {
				marks[c] = true
			}
		}
	}
	for i := range d.Rows {
		if r := &d.Rows[i]; r.Kind == "" && (marks[wording.FirstRune(r.Fold)] || stars[leadingMark(r.Fold)] && startsNote(r.Fold)) {
			d.Label(i, issue.Note, "begins with the mark of a note in the text")
		}
	}
	openingMarks(d)
}

// isCredit recognises □某/摄, 某 摄, (某 摄影), 图/某, □资料图.
func isCredit(fold string) bool {
	const longest = 32 // two long names and an agency
	if wording.RuneCount(fold) > longest {
		return false
	}
	return creditText(fold)
}

func creditText(fold string) bool {
	inner, _ := wording.Bracketed(strings.TrimSpace(fold))
	if page, before := wording.JumpOnto(inner); page != 0 {
		inner = before
	}
	marked := len(inner)
	inner = strings.TrimLeft(inner, wording.Bullets+" ")
	if wording.Contains(wording.CreditWhole, strings.ToLower(inner)) {
		return true
	}
	if strings.ContainsAny(inner, wording.Pauses+wording.SentenceEnds) && !strings.Contains(inner, wording.EnumComma) {
		return false
	}
	if rest, _, ok := wording.CutPrefix(inner, wording.CreditHeads); ok {
		rest = strings.TrimLeft(rest, ":/ ")
		return rest != "" && !wording.Ended(rest)
	}
	if rest, _, ok := wording.CutPrefix(inner, wording.CreditBare); ok && strings.HasPrefix(rest, " ") && wording.AllKnown(rest) {
		return true
	}
	if rest, _, ok := wording.CutSuffix(inner, wording.PictureWords); ok && strings.HasSuffix(rest, " ") && fold != inner && wording.AllKnown(rest) {
		return true
	}
	rest, word, ok := wording.CutSuffix(inner, wording.CreditTails)
	if !ok || rest == "" {
		return false
	}
	if strings.HasPrefix(word, "/") {
		return !wording.Paused(strings.ReplaceAll(rest, wording.EnumComma, ""))
	}
	if len(inner) < marked && wording.IsOrg(strings.TrimSpace(rest)) {
		return true
	}
	if name := strings.ReplaceAll(rest, " ", ""); wording.NameLike(name) && wording.Known(name) {
		return true // with a blank inside, where the house spaces names
	}
	if who, _, reports := wording.CutPrefix(rest, wording.ReporterWords); reports && strings.HasPrefix(who, " ") {
		rest = who
	}
	return strings.HasSuffix(rest, " ") && wording.AllNames(rest)
}

// inlineCredit gives the place in fold where a credit begins that stands after
// its caption on one line, or -1.
func inlineCredit(fold string) int {
	const longest = 120 // bytes: a credit with two names and an agency
	for at := len(fold) - 1; at > 0 && len(fold)-at < longest; at-- {
		if fold[at] != ' ' && fold[at] != '(' && !strings.HasSuffix(fold[:at], wording.FullStop) {
			continue
		}
		if wording.RuneCount(fold[:at]) < wording.LeastCaption {
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
func spreadPrompts(d *draft.Draft) {
	const most, longest = 2, 16
	after := map[string]int{}
	for i := 0; i+1 < len(d.Rows); i++ {
		if d.Rows[i].Kind == issue.Prompt && d.Rows[i+1].Runes < longest {
			after[normal.Key(d.Rows[i+1].Fold)]++
		}
	}
	for i := range d.Rows {
		if d.Rows[i].Kind != issue.Prompt {
			continue
		}
		n := 0
		for j := i + 1; j < len(d.Rows) && d.Rows[j].Blank == 0 && d.Rows[j].Kind == "" && d.Rows[j].Runes < longest && !wording.Ended(d.Rows[j].Fold); j++ {
			n++
		}
		if end := i + 1 + n; n > most || end < len(d.Rows) && d.Rows[end].Blank == 0 {
			n = 0
		}
		if j := i + 1; n == 0 && j < len(d.Rows) && d.Rows[j].Kind == "" && d.Rows[j].Runes < longest && after[normal.Key(d.Rows[j].Fold)] > 1 {
			n = 1
		}
		for j := i + 1; j <= i+n; j++ {
			d.Label(j, issue.Prompt, "goes on with a prompt")
		}
	}
}

// shapeOf gives a mark with the names in it written as an ellipsis.
func shapeOf(raw string) string {
	fold := strings.TrimSpace(raw)
	for _, list := range [][]string{wording.EditorWords, wording.CreditHeads} {
		for _, w := range list {
			if at := strings.Index(strings.ToLower(fold), w); at >= 0 && len(w) > 3 {
				end := at + len(w)
				head := fold[:end]
				tail := ""
				if r := wording.LastRune(fold); strings.ContainsRune(wording.Closers, r) || strings.ContainsRune(wording.WideClosers, r) {
					tail = string(r)
				}
				if r := wording.FirstRune(fold[end:]); strings.ContainsRune(wording.Separators, r) {
					head += string(r)
				}
				return head + wording.Ellipsis + tail
			}
		}
	}
	first, last := wording.FirstRune(fold), fold
	if _, w, ok := wording.CutSuffix(wording.FoldOf(fold), wording.CreditTails); ok {
		last = wording.Ellipsis + w
	}
	if strings.ContainsRune(wording.Bullets, first) {
		return string(first) + last
	}
	return last
}
