package entries

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/byline"
)

var leaders = regexp.MustCompile(`[\s.．…·⋯_—/|(（)）-]*\n[\s.．…·⋯_—/|-]*|\s*[.．…·⋯_]{2,}\s*|\s*[/|]\s*`)

// Part parts an entry that no article tells apart: at its line ends, leaders
// and strokes, else at its blanks. The last that is nothing but names are the
// authors.
func (e *Entry) Part() {
	s := strings.TrimSpace(string(e.text))
	s = strings.Trim(s, " .．…·⋯_/|(\n")
	var parts []string
	for _, f := range leaders.Split(s, -1) {
		if f = strings.TrimSpace(f); f != "" {
			parts = append(parts, f)
		}
	}
	if len(parts) == 0 {
		return
	}
	title := parts
	if n := len(parts); n > 1 && byline.AreNames(byline.NameTokens(parts[n-1]), false) {
		title, e.Authors = parts[:n-1], byline.AuthorsOf(parts[n-1])
	} else if n > 1 && byline.AreNames(byline.NameTokens(parts[0]), true) {
		title, e.Authors = parts[1:], byline.AuthorsOf(parts[0])
	} else if name, names, ok := SignedTitle(parts[n-1]); ok {
		title = append(append([]string(nil), parts[:n-1]...), name)
		e.Authors = names
	}
	e.Title = normal.Text(title[0])
	for _, f := range title[1:] {
		e.Title += normal.Join(e.Title, f) + normal.Text(f)
	}
	e.cutSubtitle()
}

// cutSubtitle parts a subtitle behind a dash from the title.
func (e *Entry) cutSubtitle() {
	const dash = "——"
	if title, sub, ok := strings.Cut(e.Title, dash); ok && title != "" && sub != "" {
		e.Title, e.Subtitle = strings.TrimSpace(title), strings.TrimSpace(sub)
	}
}

// Is reports whether the entry's letters are the title's, and no more.
func (e *Entry) Is(title string) bool { return string(e.letters.key) == normal.Key(title) }

// Tell parts the entry by the title that it announces: what stands before it and
// behind it are names, a subtitle, or more of the title.
func (e *Entry) Tell(title, subtitle string) {
	first, end, ok := e.letters.find(normal.Key(title))
	if !ok {
		return
	}
	before, after := string(e.text[:first]), string(e.text[end:])
	e.Title = title
	if key := normal.Key(subtitle); key != "" {
		if _, n, ok := lettersOf([]rune(after)).find(key); ok {
			e.Subtitle = subtitle
			after = string([]rune(after)[n:])
		}
	}
	after = strings.TrimLeft(after, ")）]】」』》”!！?？ 　\n")
	if sub, rest, ok := cutDashed(after); ok && e.Subtitle == "" {
		e.Subtitle, after = normal.Text(strings.ReplaceAll(sub, "\n", "")), rest
	}
	e.Authors = leadingNames(after)
	if len(e.Authors) == 0 {
		e.Authors = leadingNames(before)
	}
}

// cutDashed parts what stands behind a dash: a subtitle up to a blank, and the rest.
func cutDashed(s string) (sub, rest string, ok bool) {
	s = strings.TrimSpace(s)
	if !strings.HasPrefix(s, "—") {
		return "", "", false
	}
	s = strings.TrimLeft(s, "—")
	if at := strings.LastIndexAny(s, " \u3000\n"); at > 0 {
		return s[:at], s[at:], true
	}
	return s, "", true
}

// leadingNames reads the names that a part of an entry consists of, or that
// stand on a line of their own in it. A name may be cut by a line's end.
func leadingNames(s string) []string {
	var lines []string
	for _, l := range strings.Split(s, "\n") {
		lines = append(lines, pageTail.ReplaceAllString(strings.Trim(l, bareMarks), ""))
	}
	for _, try := range []struct {
		text string
		sure bool
	}{{strings.Join(lines, ""), true}, {strings.Join(lines, "\n"), false}} {
		if got := byline.AuthorsOf(try.text); byline.AreNames(got, try.sure) && enough(try.text, got) {
			return got
		}
	}
	for _, l := range lines {
		if got := byline.AuthorsOf(l); (byline.AreNames(got, false) || penName(got)) && enough(l, got) {
			return got
		}
	}
	return nil
}

const bareMarks = " \u3000.．…·⋯_(（)）|/"

// pageTail is the page at the end of an entry's line.
var pageTail = regexp.MustCompile(`(?:[\s.．…·⋯_—/|(（-]+[Pp]?\d{1,4}\s*[页頁版]?[)）]?|[\s.．…·⋯_]+)\s*$`)

// penName reports whether the names are one Latin word, which is no name elsewhere.
func penName(ns []string) bool {
	const least = 3 // letters
	return len(ns) == 1 && byline.IsLatin(ns[0]) && utf8.RuneCountInString(ns[0]) >= least && !strings.Contains(ns[0], " ")
}

// enough reports whether the names are most of what the text says.
func enough(s string, found []string) bool {
	return 5*utf8.RuneCountInString(normal.Key(strings.Join(found, ""))) >= 3*utf8.RuneCountInString(normal.Key(s))
}
