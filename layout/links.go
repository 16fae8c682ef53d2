package layout

import (
	"strings"
	"unicode/utf8"

	"kanyin/issues/normal"
	"kanyin/layout/paragraph"
)

// linked cuts a text into spans where an address or a reference to another
// page begins and ends. The spans joined are the text.
func (c *composer) linked(text, face string) copyText {
	var t copyText
	done := 0
	for at := 0; at < len(text); {
		n, to := c.reference(text, at)
		if n == 0 {
			_, w := utf8.DecodeRuneInString(text[at:])
			at += w
			continue
		}
		t.add(paragraph.Span{Text: text[done:at], Face: face}, target{})
		t.add(paragraph.Span{Text: text[at : at+n], Face: face}, to)
		at += n
		done = at
	}
	t.add(paragraph.Span{Text: text[done:], Face: face}, target{})
	return t
}

// reference looks for an address or a 下转第N页 that begins at a byte of the
// text, and gives its length and where it leads.
func (c *composer) reference(text string, at int) (int, target) {
	b := text[at]
	switch {
	case b >= utf8.RuneSelf:
		return c.jump(text[at:])
	case at > 0 && addressByte(text[at-1]):
		return 0, target{}
	case b == 'h' || b == 'w' || b == 'H' || b == 'W':
		if n := webAddress(text[at:]); n > 0 {
			return n, target{url: webURL(text[at : at+n])}
		}
	}
	if addressByte(b) {
		if normal.HostAhead(text[at:]) > 0 {
			n := addressLen(text[at:])
			return n, target{url: webURL(text[at : at+n])}
		}
		if n := mailAddress(text[at:]); n > 0 {
			return n, target{url: "mailto:" + text[at:at+n]}
		}
	}
	return 0, target{}
}

// addressByte reports whether a byte may stand in an address (RFC 3986,
// without the marks that rather end a sentence).
func addressByte(b byte) bool {
	return b > ' ' && b < 0x7F && !strings.ContainsRune(`<>"\^{|}`+"`", rune(b))
}

func addressLen(s string) int {
	n := 0
	for n < len(s) && addressByte(s[n]) {
		n++
	}
	end := strings.TrimRight(s[:n], ".,;:!?)]'")
	if open := strings.LastIndexByte(end, '('); open >= 0 && n > len(end) && s[len(end)] == ')' && !strings.Contains(end[open:], ")") {
		return len(end) + 1 // a pair with a word in it: …/Reed_(plant)
	}
	return len(end)
}

func webAddress(s string) int {
	lower := strings.ToLower(s[:min(len(s), 8)])
	for _, scheme := range []string{"https://", "http://", "www."} {
		if strings.HasPrefix(lower, scheme) {
			if n := addressLen(s); n > len(scheme)+3 && strings.Contains(s[len(scheme):n], ".") {
				return n
			}
		}
	}
	return 0
}

func webURL(s string) string {
	if !strings.Contains(s[:min(len(s), len("https://"))], "://") {
		return "http://" + s
	}
	return s
}

// mailLimit is how long an e-mail address may be (RFC 5321): it bounds the search.
const mailLimit = 254

func mailAddress(s string) int {
	n := addressLen(s[:min(len(s), mailLimit)])
	name, host, ok := strings.Cut(s[:n], "@")
	if !ok || name == "" || strings.ContainsAny(host, "@:/") || !strings.Contains(host, ".") || strings.HasPrefix(host, ".") {
		return 0
	}
	return n
}

// The words that lead to another page, and what stands between them and the number.
var jumpWords = []string{"下转", "上接"}

// jump reads 下转第N页 and 上接第N页, where N is a page of the source's contents.
func (c *composer) jump(s string) (int, target) {
	for _, w := range jumpWords {
		rest, ok := strings.CutPrefix(s, w)
		if !ok {
			continue
		}
		rest = strings.TrimPrefix(rest, "第")
		n, page := 0, 0
		for n < len(rest) && n < 4 && rest[n] >= '0' && rest[n] <= '9' {
			page = page*10 + int(rest[n]-'0')
			n++
		}
		id := c.articleOn(page)
		if n == 0 || id == "" || !strings.HasPrefix(rest[n:], "页") && !strings.HasPrefix(rest[n:], "版") {
			return 0, target{}
		}
		return len(s) - len(rest) + n + len("页"), target{anchor: id}
	}
	return 0, target{}
}

// articleOn is the id of the article that stands on a page of the source: the
// last one that begins on it or before.
func (c *composer) articleOn(page int) string {
	id, best := "", 0
	for i := range c.issue.Articles {
		if a := &c.issue.Articles[i]; a.Page > best && a.Page <= page {
			id, best = a.ID, a.Page
		}
	}
	return id
}
