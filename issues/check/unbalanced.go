package check

import (
	"slices"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/say"
)

func unbalanced() Rule {
	return Rule{
		Code:  "unbalanced",
		Title: say.Of("a quotation mark or a bracket has no fellow"),
		Explanation: say.Of(`Quotation marks and brackets are matched within a paragraph. A quotation of
several paragraphs may open each of them and close at the end, and a parenthesis
may run over a paragraph's end: what the next paragraphs of the article close is
no slip. Neither is the half bracket of an enumeration, 1）.

It also shows a paragraph that lost its other half.

    text       老人说：“水早了十天。
    finding    unbalanced: “ is not closed: 老人说：“水早了十天`),
		check: checkBalance,
	}
}

// fellow gives the closing mark of an opening one, 0 for any other. Half-width
// and full-width brackets close one another: the full-width one stands for both.
func fellow(r rune) rune {
	switch r {
	case '“':
		return '”'
	case '‘':
		return '’'
	case '「':
		return '」'
	case '『':
		return '』'
	case '《':
		return '》'
	case '〈':
		return '〉'
	case '（', '(':
		return '）'
	case '【':
		return '】'
	case '［', '[':
		return '］'
	case '〔':
		return '〕'
	case '〖':
		return '〗'
	}
	return 0
}

// closing gives a closing mark, a half-width bracket as its full-width form, or
// 0 for any other character.
func closing(r rune) rune {
	switch r {
	case '”', '’', '」', '』', '》', '〉', '）', '】', '］', '〕', '〗':
		return r
	case ')':
		return '）'
	case ']':
		return '］'
	}
	return 0
}

// An opened mark waits for its fellow.
type opened struct {
	p     passage
	at    int
	close rune
	left  int // how many paragraphs it may still wait
}

func checkBalance(pr *proof) []issue.Finding {
	var found []issue.Finding
	tell := func(p passage, at int, what say.Text) {
		near := p.around(at, at+1)
		found = append(found, issue.Finding{
			Severity: issue.Warning, Lines: []int{p.lineAt(at)}, Values: []string{near}, Confidence: strong,
			Message: say.Of("%c %s: %s", p.runes[at], what, near),
		})
	}
	unclosed := func(os []opened) {
		for _, o := range os {
			tell(o.p, o.at, say.Of("is not closed"))
		}
	}
	var waiting []opened
	var article *issue.Article
	for _, p := range pr.passages {
		if p.article != article {
			unclosed(waiting)
			waiting, article = nil, p.article
		}
		if !isProse(p.block.Kind) {
			continue
		}
		open, loose := match(p)
		for _, at := range loose {
			if i := lastWaiting(waiting, closing(p.runes[at])); i >= 0 && p.block.Kind == issue.Paragraph {
				waiting = append(waiting[:i], waiting[i+1:]...)
			} else {
				tell(p, at, say.Of("closes nothing"))
			}
		}
		if p.block.Kind == issue.Heading { // no quotation runs over one
			unclosed(waiting)
			waiting = nil
		}
		if p.block.Kind != issue.Paragraph {
			unclosed(open)
			continue
		}
		var late []opened
		waiting, late = wait(renew(waiting, p))
		unclosed(late)
		waiting = append(waiting, open...)
	}
	unclosed(waiting)
	return found
}

// wait lets a paragraph pass and parts those that have waited long enough.
func wait(waiting []opened) (still, late []opened) {
	for _, o := range waiting {
		if o.left--; o.left < 0 {
			late = append(late, o)
		} else {
			still = append(still, o)
		}
	}
	return still, late
}

// match gives what the passage leaves open and the places of closing marks that
// close nothing in it.
func match(p passage) (open []opened, loose []int) {
	// A quotation longer than this many paragraphs is rare, and a slip that
	// would wait for the next quotation's end is not.
	const paragraphs = 6
	for i, r := range p.runes {
		switch {
		case fellow(r) != 0:
			open = append(open, opened{p, i, fellow(r), paragraphs})
		case closing(r) != 0:
			if k := within(open, closing(r)); k >= 0 {
				open = append(open[:k], open[k+1:]...)
			} else if !p.isMarker(i) && !p.isApostrophe(i) {
				loose = append(loose, i)
			}
		}
	}
	// More than a few in one passage are no quotations, but a drawing of dots
	// and brackets, of which a few tell enough.
	const few = 8
	return open[:min(few, len(open))], loose[:min(few, len(loose))]
}

// within gives the index of the innermost mark that r closes, or -1. Marks
// opened inside it and left open are skipped, but not many.
func within(open []opened, r rune) int {
	const deep = 4
	for k := len(open) - 1; k >= 0 && k >= len(open)-deep; k-- {
		if open[k].close == r {
			return k
		}
	}
	return -1
}

// isMarker tells the half bracket of an enumeration: 1）, 二), a).
func (p passage) isMarker(i int) bool {
	from := i
	for from > 0 && i-from < 3 && (isHan(p.runes[from-1]) || isLatin(p.runes[from-1]) || isDigit(p.runes[from-1])) {
		from--
	}
	return closing(p.runes[i]) == '）' && from < i && (from == 0 || strings.ContainsRune("。；：，", p.runes[from-1]))
}

// isApostrophe tells the ’ of a Latin word.
func (p passage) isApostrophe(i int) bool {
	return p.runes[i] == '’' && i > 0 && isLatin(p.runes[i-1])
}

// lastWaiting gives the index of the last mark that waits for r, or -1.
func lastWaiting(waiting []opened, r rune) int {
	for i := len(waiting) - 1; i >= 0; i-- {
		if waiting[i].close == r {
			return i
		}
	}
	return -1
}

// renew takes out what the passage opens again: a quotation of several
// paragraphs may open each of them and is closed by the last.
func renew(waiting []opened, p passage) []opened {
	if len(p.runes) == 0 {
		return waiting
	}
	again := fellow(p.runes[0])
	return slices.DeleteFunc(waiting, func(o opened) bool { return again != 0 && o.close == again })
}
