package epub

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
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
	for _, t := range tokensOf(text) {
		if t.stands {
			b.WriteString(`<span class="tcy">` + t.text + `</span>`)
		} else {
			b.WriteString(t.text)
		}
	}
}

// A token is a stretch of a text that runs downwards: of Latin text, which is
// turned with its line unless it stands, or of any other, which stands anyway.
type token struct {
	text          string
	latin, stands bool
}

// tokensOf parts a text. A Latin token beyond whose space another stands is of a
// phrase, and turned with it: The 39 Steps.
func tokensOf(text string) []token {
	var out []token
	for len(text) > 0 {
		r, _ := utf8.DecodeRuneInString(text)
		end := strings.IndexFunc(text, func(next rune) bool { return inToken(next) != inToken(r) })
		if end < 0 {
			end = len(text)
		}
		out = append(out, token{text: text[:end], latin: inToken(r)})
		text = text[end:]
	}
	blank := func(i int) bool { return strings.TrimSpace(out[i].text) == "" }
	for i := range out {
		within := i > 1 && blank(i-1) || i+2 < len(out) && blank(i+1)
		out[i].stands = out[i].latin && upright(out[i].text) && !within
	}
	return out
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
