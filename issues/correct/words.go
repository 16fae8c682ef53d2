package correct

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kanyin/issues/normal"
)

// reach is how many lines on a text is looked for that was in one line once: a
// paragraph of a narrow column.
const reach = 40

// strays is how many characters more than it should a word may stand behind the
// beginning of its place: a letter read as two, a mark put in.
const strays = 2

// A word is where a text stands: from and to are bytes of the line. Where other line
// breaks parted it, broken is how many bytes of it the line ends with; the rest begins
// the next line that is not blank. All are 0 where the line says the new text already.
type word struct{ line, from, to, broken int }

// says finds what a correction mends behind the place that was found in line n, or
// that it is mended already. What the place itself says is looked for there and no
// farther, and nothing behind the end of a row of the contents: else a number that the
// other reading has not would be found in the next row.
func (t *text) says(n int, place, old, new string) (word, bool) {
	from, said := t.offset(n, place)
	left := -1 // how many characters it may stand behind the beginning; -1 for any
	if at, _ := locate(place, old); at >= 0 {
		left = solid(place[:at]) - solid(strings.TrimSuffix(place, said)) + strays
	}
	for i := n - 1; i < min(len(t.lines), n-1+reach); i++ {
		line := t.lines[i][from:]
		if at, to := locate(line, old); at >= 0 && (left < 0 || solid(line[:at]) <= left) {
			return word{line: i + 1, from: from + at, to: from + to}, true
		}
		if k := parted(line, old, t.after(i+1), t.lines); k > 0 {
			return word{line: i + 1, broken: k}, true
		}
		if left >= 0 && solid(line) > left || endsEntry(line) {
			break
		}
		if left >= 0 {
			left -= solid(line)
		}
		from = 0
	}
	if new != "" && strings.Contains(t.lines[n-1], new) {
		return word{line: n}, true
	}
	return word{}, false
}

// endsEntry reports whether a line ends as a row of the contents does: with a number
// behind a space.
func endsEntry(line string) bool {
	words := strings.Fields(line)
	return len(words) > 1 && strings.IndexFunc(words[len(words)-1], func(r rune) bool { return !unicode.IsNumber(r) }) < 0
}

// parted gives how many bytes of a text a line ends with, where line next begins with
// the rest of it; 0 where they do not.
func parted(line, text string, next int, lines []string) int {
	if next == 0 {
		return 0
	}
	line, behind := strings.TrimSpace(line), strings.TrimSpace(lines[next-1])
	for k := range text {
		if k > 0 && strings.HasSuffix(line, text[:k]) && strings.HasPrefix(behind, text[k:]) {
			return k
		}
	}
	return 0
}

// locate finds a text in a line, whatever the width of its marks and the spaces in
// it: the offsets of its beginning and its end, or -1.
func locate(line, text string) (from, to int) {
	if i := strings.Index(line, text); i >= 0 {
		return i, i + len(text)
	}
	want, _ := narrow(text)
	have, at := narrow(line)
	if i := strings.Index(have, want); i >= 0 && want != "" {
		return at[i], at[i+len(want)]
	}
	return -1, -1
}

// narrow gives a text with its marks in half width and without spaces, and for each
// of its bytes, and its end, the offset in the text.
func narrow(text string) (string, []int) {
	const wide, apart = '！', '！' - '!' // the first of the forms of ASCII in full width, and how far off they are
	var b strings.Builder
	var at []int
	for i, r := range text {
		if unicode.IsSpace(r) {
			continue
		}
		if r >= wide && r <= '～' {
			r -= apart
		}
		for range utf8.RuneLen(r) {
			at = append(at, i)
		}
		b.WriteRune(r)
	}
	return b.String(), append(at, len(text))
}

// reads gives the line, from line n on, from which on the text reads so; 0 for none.
func (t *text) reads(n int, what string) int {
	key := keyOf(what)
	for i := n - 1; i < min(len(t.lines), n-1+reach); i++ {
		if t.keys[i] != "" && strings.HasPrefix(t.stream[t.starts[i]:], key) {
			return i + 1
		}
	}
	return 0
}

// cutIn finds what was inside a line once, from line n on: the line that has it or
// its beginning inside, and so much of it as that line has; 0 where none does.
func (t *text) cutIn(n int, what string) (int, string) {
	runes := []rune(what)
	for i := n - 1; i < min(len(t.lines), n-1+reach); i++ {
		line := strings.TrimSpace(t.lines[i])
		if from, _ := locate(line, what); from > 0 {
			return i + 1, what
		}
		next := t.starts[i] + len(t.keys[i])
		for k := len(runes) - 1; k > 0; k-- {
			head, rest := string(runes[:k]), keyOf(string(runes[k:]))
			if normal.Key(head) == "" {
				continue // a mark stays in its row
			}
			want, _ := narrow(head)
			have, at := narrow(line)
			if have != want && strings.HasSuffix(have, want) && rest != "" && strings.HasPrefix(t.stream[next:], rest) {
				return i + 1, line[at[len(have)-len(want)]:]
			}
		}
	}
	return 0, ""
}
