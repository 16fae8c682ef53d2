package correct

import (
	"slices"
	"strconv"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/reconstruct/label"
	"kanyin/issues/reconstruct/told"
	"kanyin/issues/say"
	"kanyin/issues/source"
)

// Fitted are the corrections that fit a text, with the lines that they mean.
type Fitted struct {
	file *source.File
	cut  cutting // what is read of it
	list []fitted
}

// A fitted correction knows its lines in the text as it is read, from 1.
type fitted struct {
	Correction
	index int    // in the file, from 0
	group string // of the correction
	line  int
	whole bool // the line begins where the correction's line begins
	other int  // After, Article, Follows or Announces; 0 where none is named
	stand int  // Behind

	word word // Old
}

// Fit finds the lines that the corrections mean. A correction whose line is not
// there any more is the finding correction-lost, two that contradict each other
// are correction-conflict: the later one in the file holds.
func Fit(list []Correction, f *source.File) (*Fitted, []issue.Finding) {
	fit := &Fitted{file: f, cut: newCutting(f, nil)}
	if len(list) == 0 {
		return fit, nil
	}
	fit.cut = newCutting(f, cuts(list, f.Lines))
	text := fit.cut.text()
	text.learnShifts(list)
	var found []issue.Finding
	for i, c := range list {
		k, why := text.fit(c)
		k.index = i
		k.line, k.other, k.stand = fit.cut.read(k.line), fit.cut.read(k.other), fit.cut.read(k.stand)
		if !why.IsZero() {
			found = append(found, lost(c, why, len(f.Lines)))
			continue
		}
		fit.list = append(fit.list, k)
	}
	conflicts := fit.resolve()
	for i := range conflicts {
		conflicts[i].Lines = fit.cut.source(conflicts[i].Lines)
	}
	return fit, append(found, conflicts...)
}

// cuts gives the texts before which lines are cut, by line: where a correction says
// so, and where the line that one is about ends another line now.
func cuts(list []Correction, lines []string) map[int][]string {
	text := newText(lines)
	text.learnShifts(list)
	out := map[int][]string{}
	for _, c := range list {
		group, _ := c.group()
		if group != "cut" && !needsWhole(group) {
			continue
		}
		n, whole, ok := text.find(c.Line, c.Beside)
		switch {
		case !ok:
		case group == "cut":
			if n, before := text.cutIn(n, c.Cut); n > 0 {
				out[n] = append(out[n], before)
			}
		case !whole:
			if rest := text.end(n, c.Line.Text); rest != "" {
				out[n] = append(out[n], rest)
			}
		}
	}
	return out
}

// fit finds the lines of one correction, or says what is lost.
func (t *text) fit(c Correction) (fitted, say.Text) {
	k := fitted{Correction: c}
	k.group, _ = c.group()
	var ok bool
	if k.line, k.whole, ok = t.find(c.Line, c.Beside); !ok {
		return k, say.Of("no line begins so")
	}
	for _, p := range []*Place{c.After, c.Article, c.Follows, c.Announces} {
		if p != nil {
			if k.other, _, ok = t.find(*p, ""); !ok {
				return k, say.Of("no line begins with %s", p.Text)
			}
		}
	}
	if c.Behind != nil {
		if k.stand, _, ok = t.find(*c.Behind, ""); !ok {
			return k, say.Of("no line begins with %s", c.Behind.Text)
		}
	}
	switch {
	case k.group == "cut":
		n := t.reads(k.line, c.Cut)
		if n == 0 {
			return k, say.Of("it does not say %s", c.Cut)
		}
		k.line, k.other = t.filled(n), n
	case k.group == "text":
		if k.word, ok = t.says(k.line, c.Line.Text, *c.Old, *c.New); !ok {
			return k, say.Of("it does not say %s", *c.Old)
		}
		k.line = k.word.line
		if k.word.broken > 0 {
			k.other = t.after(k.line)
		}
	case !k.whole && needsWhole(k.group):
		return k, say.Of("its line stands inside another now")
	}
	return k, say.Text{}
}

// needsWhole reports whether such a correction is about a line as a whole: what
// begins inside another line cannot be a heading.
func needsWhole(group string) bool {
	return group == "kind" || group == "begins" || group == "article" || group == "announces" || group == "picture"
}

func lost(c Correction, why say.Text, lines int) issue.Finding {
	return issue.Finding{
		Code: "correction-lost", Severity: issue.Warning, Lines: []int{max(1, min(c.Line.Number, lines))},
		Message: say.Of("a correction fits nothing: %s: %s", c.Says(), why), Values: []string{c.Line.Text}, Confidence: 1,
	}
}

// resolve drops what a later correction contradicts, and tells both.
func (fit *Fitted) resolve() []issue.Finding {
	var found []issue.Finding
	kept := fit.list[:0:0]
	for i := range fit.list {
		a := &fit.list[i]
		clash := -1
		for j := i + 1; j < len(fit.list); j++ {
			if contradict(a, &fit.list[j]) {
				clash = j
			}
		}
		if clash < 0 {
			kept = append(kept, *a)
			continue
		}
		b := &fit.list[clash]
		found = append(found, issue.Finding{
			Code: "correction-conflict", Severity: issue.Warning, Lines: linesOf(a.line, b.line),
			Message: say.Of("two corrections contradict each other, the later one holds: %s; %s", a.Says(), b.Says()),
			Values:  []string{a.Says(), b.Says()}, Confidence: 1,
		})
	}
	fit.list = kept
	return found
}

func linesOf(a, b int) []int {
	if a == b {
		return []int{a}
	}
	return []int{a, b}
}

// contradict reports whether the two cannot both hold.
func contradict(a, b *fitted) bool {
	switch {
	case a.group == "after" && b.group == "after":
		return a.line == b.line && a.other != b.other || a.other == b.other && a.line != b.line
	case a.group == "ends" && b.group == "after":
		return a.line == b.other
	case a.group == "after" && b.group == "ends":
		return a.other == b.line
	case a.group == "cut" && b.group == "after":
		return a.line == b.other && a.other == b.line
	case a.group == "after" && b.group == "cut":
		return contradict(b, a)
	case a.group == "begins" && b.group == "kind":
		return a.line == b.line && *a.Begins && b.Kind != "title" && b.Kind != "kicker"
	case a.group == "kind" && b.group == "begins":
		return contradict(b, a)
	case a.group != b.group || a.line != b.line:
		return false
	}
	switch a.group {
	case "kind":
		return a.Kind != b.Kind || a.Level != b.Level
	case "begins":
		return *a.Begins != *b.Begins
	case "article":
		return a.other != b.other || a.stand != b.stand
	case "order":
		return a.other != b.other || a.First != b.First
	case "announces":
		return false // a row may announce several articles
	case "picture":
		return a.Picture != b.Picture
	case "text":
		return *a.Old == *b.Old && *a.New != *b.New
	case "title":
		return differs(a.Title, b.Title) || differs(a.Subtitle, b.Subtitle) || differs(a.Section, b.Section) || differs(a.Subsection, b.Subsection) ||
			a.Page != nil && b.Page != nil && *a.Page != *b.Page ||
			a.Authors != nil && b.Authors != nil && strings.Join(*a.Authors, "、") != strings.Join(*b.Authors, "、")
	}
	return false
}

func differs(a, b *string) bool { return a != nil && b != nil && *a != *b }

// Line gives the line that correction i of the file means now, and whether it
// fits at all.
func (fit *Fitted) Line(i int) (int, bool) {
	for k := range fit.list {
		if fit.list[k].index == i {
			return fit.cut.line(fit.list[k].line), true
		}
	}
	return 0, false
}

// Titled gives the text once more with the titles that an editor gave in the lines
// that were read as those articles' titles, so that the contents are held against
// them; those lines are known to be titles then. Not where none is given, or each
// stands there already.
func (fit *Fitted) Titled(iss *issue.Issue, known *told.Lines) (*source.File, bool) {
	titled := fit.Mended()
	changed := false
	for i := range fit.list {
		k := &fit.list[i]
		if k.Title == nil || strings.TrimSpace(*k.Title) == "" {
			continue
		}
		n := titleLine(iss, k.line)
		if n == 0 || strings.TrimSpace(titled.Lines[n-1]) == *k.Title {
			continue
		}
		if !changed {
			titled.Lines, changed = slices.Clone(titled.Lines), true
		}
		titled.Lines[n-1] = *k.Title
		if _, said := known.Kind(n); !said {
			known.Kinds[n] = label.Pin{Kind: label.Title, Begins: true}
		}
	}
	return titled, changed
}

// titleLine gives the line that is all of the title of the article that a line
// stands in, 0 where there is none or it has several.
func titleLine(iss *issue.Issue, line int) int {
	for _, a := range iss.Articles {
		if !slices.ContainsFunc(a.Blocks, func(b issue.Block) bool { return slices.Contains(b.Lines, line) }) {
			continue
		}
		title := 0
		for _, b := range a.Blocks {
			if b.Kind != issue.Title {
				continue
			}
			if title != 0 || len(b.Lines) != 1 {
				return 0
			}
			title = b.Lines[0]
		}
		return title
	}
	return 0
}

// Words gives the lines of the source that say something else as they are read.
func (fit *Fitted) Words() map[int]string {
	said := map[int]string{}
	words := map[int]string{}
	for n, l := range fit.Mended().InOrder() {
		words[fit.cut.line(n)] += l
	}
	for i, l := range fit.file.Lines {
		if words[i+1] != l {
			said[i+1] = words[i+1]
		}
	}
	return said
}

// Head names the part of a source line that a block begins with, as [Sentence]
// takes it: by its number, or by its first characters where it is cut.
func (fit *Fitted) Head(b *issue.Block) string {
	if b.Part == 0 {
		return strconv.Itoa(b.Lines[0])
	}
	n := fit.cut.file.Parts[b.Lines[0]][b.Part-1]
	return strconv.Quote(PlaceOf(fit.cut.file.Lines, n).Text)
}
