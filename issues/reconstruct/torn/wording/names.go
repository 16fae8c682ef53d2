package wording

import (
	"strings"
	"unicode"

	"kanyin/issues/reconstruct/names"
)

// AuthorTold gives the names in a line that says who the author is and what he
// is: 作者某某系…, with or without brackets.
func AuthorTold(fold string) []string {
	inner, _ := Bracketed(fold)
	rest, _, ok := CutPrefix(inner, authorWords)
	if !ok {
		return nil
	}
	for at := range rest {
		if _, _, is := CutPrefix(rest[at:], isWords); !is {
			continue
		}
		names := strings.Trim(rest[:at], Separators+",")
		if names != "" && AllKnown(names) {
			return SplitNames(names)
		}
	}
	return nil
}

// Classed parts the byline of pupils into their class and their names:
// 高二(4)班 某某. A class is counted, so that no word that ends like one is.
func Classed(fold string) (names string, ok bool) {
	const longest = 20 // runes: a school, a year and a class
	for _, tail := range classTails {
		at := strings.LastIndex(fold, tail)
		if at <= 0 || RuneCount(fold[:at]) > longest || !strings.ContainsAny(fold[:at], Numerals+"0123456789") {
			continue
		}
		if names = strings.TrimLeft(fold[at+len(tail):], " :/"); names != "" && AllKnown(names) {
			return names, true
		}
	}
	return "", false
}

// MostNames is how many names one line holds: a committee's, or a class's.
const MostNames = 12

// TitleCase reports whether the text is a Latin name: two to four words that
// begin with capitals.
func TitleCase(s string) bool {
	const most = 5 // words: a given name, an initial, and a family name of three parts
	fields := strings.Fields(s)
	if len(fields) < 2 || len(fields) > most {
		return false
	}
	for _, f := range fields {
		r := FirstRune(f)
		if !unicode.IsUpper(r) && f != "and" && f != "de" && f != "van" && f != "&" {
			return false
		}
	}
	return Latin(FirstRune(s)) && !strings.ContainsAny(s, ":;!?0123456789")
}

// LatinNames reports whether the text is nothing but Latin names.
func LatinNames(s string) bool {
	return All(nameTokens(s), TitleCase)
}

// IsOrg reports whether the token names a body that may sign as an author.
func IsOrg(token string) bool {
	const least = 4 // runes: a body's name and what it is
	if RuneCount(token) < least || strings.ContainsAny(token, Pauses+SentenceEnds+QuotePairs) {
		return false
	}
	_, _, ok := CutSuffix(token, OrgTails)
	return ok
}

// IsOrgOrPost reports whether the text ends as the name of a body or of an
// office does, or as what a person is called by his work.
func IsOrgOrPost(s string) bool {
	_, _, post := CutSuffix(s, RoleTails)
	_, _, work := CutSuffix(s, WriterWords)
	return post || work || IsOrg(s)
}

// SplitNames reads a list of names: "周 岸 林小河" is two. A name spaced out by
// its typesetter is put together again.
func SplitNames(fold string) []string {
	var out []string
	open := false // the last of them is one character and waits for the other
	for _, t := range nameTokens(fold) {
		lone := RuneCount(t) == 1 && Han(FirstRune(t))
		if lone && open {
			out[len(out)-1] += t
			open = false
			continue
		}
		out, open = append(out, t), lone
	}
	if n := len(out); open && n > 1 && RuneCount(out[n-2]) == 2 && !Known(out[n-2]) {
		out = append(out[:n-2], out[n-2]+out[n-1])
	}
	return out
}

func nameTokens(fold string) []string {
	if strings.IndexFunc(fold, Han) < 0 { // Latin names keep their blanks
		var out []string
		for _, part := range strings.FieldsFunc(strings.NewReplacer(" and ", ",", " AND ", ",").Replace(fold), func(r rune) bool { return r == ',' || r == '&' || r == ';' || r == '/' }) {
			if part = strings.TrimSpace(part); part != "" {
				out = append(out, part)
			}
		}
		return out
	}
	tokens := strings.FieldsFunc(fold, func(r rune) bool {
		return r == ' ' || r == ',' || r == '/' || r == ';' || r == '&' || strings.ContainsRune(EnumComma, r)
	})
	for i, t := range tokens {
		if bare := strings.TrimRight(t, Circled+NoteMarks); bare != "" {
			tokens[i] = bare // a note may tell of the person
		}
	}
	return tokens
}

// AllNames reports whether the text is nothing but names.
func AllNames(fold string) bool {
	names := SplitNames(fold)
	return len(names) > 0 && len(names) <= MostNames && All(names, NameLike)
}

// AllKnown reports whether the text is nothing but names that begin with surnames.
func AllKnown(fold string) bool {
	return All(SplitNames(fold), Known) && AllNames(fold)
}

// AuthorsAlone drops what may stand around authors: a class or a country in
// brackets before a name, a province or a body in brackets behind the last, the translators
// and the word behind the authors of what they translated.
func AuthorsAlone(s string) string {
	if names, ok := Classed(s); ok {
		return names
	}
	const country, body = 8, 16 // runes in brackets
	if inner, rest, ok := strings.Cut(s, "]"); ok && strings.HasPrefix(inner, "[") && RuneCount(inner) <= country {
		s = strings.TrimSpace(rest)
	}
	if at := strings.LastIndexByte(s, '('); at > 0 && strings.HasSuffix(s, ")") && RuneCount(s[at:]) <= body {
		s = strings.TrimSpace(s[:at])
	}
	if wrote, _, ok := strings.Cut(s, wroteWord+" "); ok && AllNames(strings.TrimSpace(wrote)) {
		return strings.TrimSpace(wrote)
	}
	s = strings.TrimSuffix(s, " "+wroteWord)
	if names, _, ok := CutSuffix(s, BylineTails); ok && AllNames(names) {
		return names
	}
	return s
}

// parted reports whether the text that follows a word begins with what parts
// the word from names.
func parted(rest string) bool {
	return rest != "" && strings.ContainsRune(BylineSeparators, FirstRune(rest))
}

// AuthorsOf reads the names of a byline, without what stands before them.
func AuthorsOf(fold string) []string {
	inner, _ := Bracketed(strings.TrimSpace(fold))
	s := AuthorsAlone(strings.TrimLeft(inner, Bullets+" "))
	for range 3 { // at most: 文/ 本刊记者 /
		rest, _, ok := CutPrefix(s, BylineHeads)
		if !ok {
			if rest, _, ok = CutPrefix(s, ReporterWords); !ok || !parted(rest) {
				break
			}
		}
		s = strings.TrimLeft(rest, BylineSeparators)
	}
	var out []string
	for _, n := range SplitNames(s) {
		if n = stripReporter(n); n != "" && !Contains(ReporterWords, n) {
			out = append(out, n)
		}
	}
	return out
}

func stripReporter(n string) string {
	if rest, _, ok := CutPrefix(n, ReporterWords); ok && (Known(rest) || rest == "") {
		return rest
	}
	return n
}

// HasBylineHead reports whether the line says that it is a byline.
func HasBylineHead(fold string) bool {
	inner, _ := Bracketed(strings.TrimSpace(fold))
	s := strings.TrimLeft(inner, Bullets+" ")
	if rest, _, ok := CutPrefix(s, BylineHeads); ok && strings.TrimSpace(rest) != "" {
		return true
	}
	rest, _, ok := CutPrefix(s, ReporterWords)
	if ok && parted(rest) && len(AuthorsOf(fold)) > 0 {
		return true
	}
	names, _, ok := CutSuffix(s, BylineTails)
	return ok && AllKnown(names)
}

const LongestName = names.Longest

// Known reports whether the name begins with a surname; see package names.
func Known(name string) bool { return names.Known(name) }

// NameLike reports whether the token could be one person's name; see package names.
func NameLike(token string) bool { return names.Like(token) }
