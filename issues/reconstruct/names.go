package reconstruct

import (
	"strings"
	"unicode"

	"kanyin/issues/normal"
)

// mostNames is how many names one line holds: a committee's, or a class's.
const mostNames = 12

// titleCase reports whether the text is a Latin name: two to four words that
// begin with capitals.
func titleCase(s string) bool {
	const most = 5 // words: a given name, an initial, and a family name of three parts
	fields := strings.Fields(s)
	if len(fields) < 2 || len(fields) > most {
		return false
	}
	for _, f := range fields {
		r := firstRune(f)
		if !unicode.IsUpper(r) && f != "and" && f != "de" && f != "van" && f != "&" {
			return false
		}
	}
	return latin(firstRune(s)) && !strings.ContainsAny(s, ":;!?0123456789")
}

// latinNames reports whether the text is nothing but Latin names.
func latinNames(s string) bool {
	for _, n := range nameTokens(s) {
		if !titleCase(n) {
			return false
		}
	}
	return true
}

// isOrg reports whether the token names a body that may sign as an author.
func isOrg(token string) bool {
	const least = 4 // runes: a body's name and what it is
	if runeCount(token) < least || strings.ContainsAny(token, pauses+sentenceEnds+quotePairs) {
		return false
	}
	_, _, ok := cutSuffix(token, orgTails)
	return ok
}

// isOrgOrPost reports whether the text ends as the name of a body or of an
// office does, or as what a person is called by his work.
func isOrgOrPost(s string) bool {
	_, _, post := cutSuffix(s, roleTails)
	_, _, work := cutSuffix(s, writerWords)
	return post || work || isOrg(s)
}

// splitNames reads a list of names: "周 岸 林小河" is two. A name spaced out by
// its typesetter is put together again.
func splitNames(fold string) []string {
	var out []string
	single := ""
	for _, t := range nameTokens(fold) {
		switch {
		case runeCount(t) == 1 && han(firstRune(t)) && single != "":
			out = append(out, single+t)
			single = ""
		case runeCount(t) == 1 && han(firstRune(t)):
			single = t
		default:
			if single != "" {
				out = append(out, single)
				single = ""
			}
			out = append(out, t)
		}
	}
	if single != "" {
		if n := len(out); n > 0 && runeCount(out[n-1]) == 2 && !known(out[n-1]) {
			out[n-1] += single
		} else {
			out = append(out, single)
		}
	}
	return out
}

func nameTokens(fold string) []string {
	if strings.IndexFunc(fold, han) < 0 { // Latin names keep their blanks
		var out []string
		for _, part := range strings.FieldsFunc(strings.NewReplacer(" and ", ",", " AND ", ",").Replace(fold), func(r rune) bool { return r == ',' || r == '&' || r == ';' || r == '/' }) {
			if part = strings.TrimSpace(part); part != "" {
				out = append(out, part)
			}
		}
		return out
	}
	tokens := strings.FieldsFunc(fold, func(r rune) bool {
		return r == ' ' || r == ',' || r == '/' || r == ';' || r == '&' || strings.ContainsRune(enumComma, r)
	})
	for i, t := range tokens {
		if bare := strings.TrimRight(t, circled+noteMarks); bare != "" {
			tokens[i] = bare // a note may tell of the person
		}
	}
	return tokens
}

// allNames reports whether the text is nothing but names.
func allNames(fold string) bool {
	names := splitNames(fold)
	if len(names) == 0 || len(names) > mostNames {
		return false
	}
	for _, n := range names {
		if !nameLike(n) {
			return false
		}
	}
	return true
}

// allKnown reports whether the text is nothing but names that begin with surnames.
func allKnown(fold string) bool {
	for _, n := range splitNames(fold) {
		if !known(n) {
			return false
		}
	}
	return allNames(fold)
}

// authorsAlone drops what may stand around authors: a class or a country in
// brackets before a name, a province or a body in brackets behind the last, the translators
// and the word behind the authors of what they translated.
func authorsAlone(s string) string {
	if names, ok := classed(s); ok {
		return names
	}
	const country, body = 8, 16 // runes in brackets
	if inner, rest, ok := strings.Cut(s, "]"); ok && strings.HasPrefix(inner, "[") && runeCount(inner) <= country {
		s = strings.TrimSpace(rest)
	}
	if at := strings.LastIndexByte(s, '('); at > 0 && strings.HasSuffix(s, ")") && runeCount(s[at:]) <= body {
		s = strings.TrimSpace(s[:at])
	}
	if wrote, _, ok := strings.Cut(s, wroteWord+" "); ok && allNames(strings.TrimSpace(wrote)) {
		return strings.TrimSpace(wrote)
	}
	s = strings.TrimSuffix(s, " "+wroteWord)
	if names, _, ok := cutSuffix(s, bylineTails); ok && allNames(names) {
		return names
	}
	return s
}

// parted reports whether the text that follows a word begins with what parts
// the word from names.
func parted(rest string) bool {
	return rest != "" && strings.ContainsRune(bylineSeparators, firstRune(rest))
}

// authorsOf reads the names of a byline, without what stands before them.
func authorsOf(fold string) []string {
	inner, _ := bracketed(strings.TrimSpace(fold))
	s := authorsAlone(strings.TrimLeft(inner, bullets+" "))
	for range 3 { // at most: 文/ 本刊记者 /
		rest, _, ok := cutPrefix(s, bylineHeads)
		if !ok {
			if rest, _, ok = cutPrefix(s, reporterWords); !ok || !parted(rest) {
				break
			}
		}
		s = strings.TrimLeft(rest, bylineSeparators)
	}
	var out []string
	for _, n := range splitNames(s) {
		if n = stripReporter(n); n != "" && !contains(reporterWords, n) {
			out = append(out, n)
		}
	}
	return out
}

func stripReporter(n string) string {
	if rest, _, ok := cutPrefix(n, reporterWords); ok && (known(rest) || rest == "") {
		return rest
	}
	return n
}

// hasBylineHead reports whether the line says that it is a byline.
func hasBylineHead(fold string) bool {
	inner, _ := bracketed(strings.TrimSpace(fold))
	s := strings.TrimLeft(inner, bullets+" ")
	if rest, _, ok := cutPrefix(s, bylineHeads); ok && strings.TrimSpace(rest) != "" {
		return true
	}
	rest, _, ok := cutPrefix(s, reporterWords)
	if ok && parted(rest) && len(authorsOf(fold)) > 0 {
		return true
	}
	names, _, ok := cutSuffix(s, bylineTails)
	return ok && allKnown(names)
}

func key(s string) string { return normal.Key(s) }
