// Package say is how the project says something to a person: a message keeps
// its English words and what stands in them apart, so that it can still be
// said in another language where it is shown, however deep it was made.
//
// Inside, a message is its English: it prints, compares and is written as JSON
// so, and nothing that a machine reads changes with the reader's language. Only
// the edges (the command line, the desk, a report) hold a voice of
// issues/say/speak and let it say what they were given.
//
// The first argument of every function here is a constant: issues/say/gather
// finds it in the source and holds the catalogue of translations against it.
package say

import (
	"encoding/json"
	"fmt"
)

// A Text is a message. The zero value says nothing.
type Text struct {
	format string // English, with fmt's verbs; the key of its translations
	args   []any
	said   bool // the format is words that came from elsewhere, and no key
}

// Of makes a message of an English format and what stands in it. A Text or an
// error among the arguments is said in the reader's language, too.
func Of(format string, args ...any) Text {
	if false {
		_ = fmt.Sprintf(format, args...) // tells go vet to hold the verbs against the arguments
	}
	return Text{format: format, args: args}
}

// Count makes a message of a number: one where it is 1, else many, in which
// the number may stand as %d. Both are keys: other languages count otherwise.
func Count(n int, one, many string) Text {
	if n == 1 {
		return Text{format: one}
	}
	return Text{format: many, args: []any{n}}
}

// Word makes a message of a word out of a list that is declared as words: the
// constants under a comment "//say:words".
func Word[S ~string](word S) Text { return Text{format: escape(string(word))} }

// Verbatim gives words that came from elsewhere: a name, the text of an issue,
// another program's. No language changes them.
func Verbatim(words string) Text { return Text{format: words, said: true} }

// Format gives the English format and its arguments; ok says whether the format
// is a key of translations.
func (t Text) Format() (format string, args []any, ok bool) { return t.format, t.args, !t.said }

// Equal says whether two messages say the same.
func (t Text) Equal(other Text) bool { return t.String() == other.String() }

// IsZero says whether the message says nothing.
func (t Text) IsZero() bool { return t.format == "" }

// String says the message in English.
func (t Text) String() string {
	if t.said {
		return t.format
	}
	return fmt.Sprintf(t.format, t.args...)
}

// MarshalJSON writes the English, whatever the reader's language.
func (t Text) MarshalJSON() ([]byte, error) { return json.Marshal(t.String()) }

// UnmarshalJSON reads words that were written. What stood in them apart is lost.
func (t *Text) UnmarshalJSON(data []byte) error {
	t.said, t.args = true, nil
	return json.Unmarshal(data, &t.format)
}

func escape(word string) string {
	var b []byte
	for i := range len(word) {
		b = append(b, word[i])
		if word[i] == '%' {
			b = append(b, '%')
		}
	}
	return string(b)
}

// Clauses makes one message of several, with semicolons between.
func Clauses(items ...Text) Text {
	said := Text{}
	for i, t := range items {
		if i == 0 {
			said = t
			continue
		}
		said = Of("%s; %s", said, t)
	}
	return said
}

// List makes one message of several, with commas between.
func List(items ...Text) Text {
	switch len(items) {
	case 0:
		return Text{}
	case 1:
		return items[0]
	}
	return Of("%s, %s", List(items[:len(items)-1]...), items[len(items)-1])
}
