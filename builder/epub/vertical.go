package epub

import (
	_ "embed"
	"strings"
	"unicode"
)

// verticalSheet is what the style sheet has more where text runs downwards.
//
//go:embed vertical.css
var verticalSheet string

// setVertical makes a book's text run downwards: the style sheet says so, and
// figures that shall stand upright are marked in every document. The licences
// are English and are left alone.
func (bk *book) setVertical() {
	bk.vertical = true
	bk.css += verticalSheet
	for i := range bk.documents {
		if d := &bk.documents[i]; d.name != licenceName {
			d.body = standing(d.body)
		}
	}
}

// standing marks the figures of a document's body that stand upright in vertical
// text: one or two of them, or a letter, that no other Latin letters go with.
// Between tags it reads nothing.
func standing(body string) string {
	var b strings.Builder
	for len(body) > 0 {
		at := strings.IndexByte(body, '<')
		if at < 0 {
			at = len(body)
		}
		standText(&b, body[:at])
		body = body[at:]
		if end := strings.IndexByte(body, '>'); end >= 0 {
			b.WriteString(body[:end+1])
			body = body[end+1:]
		} else {
			b.WriteString(body)
			return b.String()
		}
	}
	return b.String()
}

// standText writes a text, its tokens that stand upright in an element of their own.
func standText(b *strings.Builder, text string) {
	for len(text) > 0 {
		n := strings.IndexFunc(text, inToken)
		if n < 0 {
			n = len(text)
		}
		b.WriteString(text[:n])
		before, rest := text[:n], text[n:]
		end := strings.IndexFunc(rest, func(r rune) bool { return !inToken(r) })
		if end < 0 {
			end = len(rest)
		}
		token, after := rest[:end], rest[end:]
		if upright(token) && !touchesLatin(before, b.String(), after) {
			b.WriteString(`<span class="tcy">` + token + `</span>`)
		} else {
			b.WriteString(token)
		}
		text = after
	}
}

// inToken says whether r is of a Latin word, a number, or an entity in either.
func inToken(r rune) bool { return r > ' ' && r < 0x250 }

// upright says whether a token is one that stands.
func upright(token string) bool {
	r := []rune(token)
	switch len(r) {
	case 1:
		return unicode.IsDigit(r[0]) || unicode.IsLetter(r[0])
	case 2:
		return unicode.IsDigit(r[0]) && unicode.IsDigit(r[1])
	}
	return false
}

// touchesLatin says whether a Latin word stands beyond a space at either side of
// a token: what belongs to a phrase is turned with it.
func touchesLatin(before, written, after string) bool {
	if strings.TrimLeft(after, " ") != after {
		if r := []rune(strings.TrimLeft(after, " ")); len(r) > 0 && inToken(r[0]) {
			return true
		}
	}
	if strings.TrimRight(before, " ") != before {
		if r := []rune(strings.TrimRight(written, " ")); len(r) > 0 && inToken(r[len(r)-1]) && r[len(r)-1] != '>' {
			return true
		}
	}
	return false
}
