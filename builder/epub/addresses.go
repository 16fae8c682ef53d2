package epub

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"kanyin/issues/normal"
)

// behindHost is what follows the host of an address. What ends a sentence is no part of
// it; parentheses are where a pair of them has a word in it.
const (
	behindHost = `(?:[-a-z0-9._~:/?#@!$&*+;=%]|\([-a-z0-9._~]+\))*(?:[-a-z0-9_~/#&=%]|\([-a-z0-9._~]+\))`
	hostName   = `[a-z0-9][-a-z0-9]*(?:\.[a-z0-9][-a-z0-9]*)+`
)

// address is a web or mail address in a text: a scheme or www., or a name, an @
// and a host, or a host with a path or a query.
var address = regexp.MustCompile(`(?i)(?:https?://|ftp://|www\.)` + behindHost + `|[a-z0-9][-a-z0-9._+]*@` + hostName + `|` + hostName + `[/?]` + behindHost)

// An addressIn is an address with its place in a text, in runes.
type addressIn struct {
	from, to int
	href     string
}

func addressesIn(text string) []addressIn {
	if !mayHoldAddress(text) {
		return nil
	}
	var out []addressIn
	at, counted := 0, 0
	for _, m := range address.FindAllStringIndex(text, -1) {
		if m[0] > 0 && isAddressByte(text[m[0]-1]) {
			continue
		}
		at += utf8.RuneCountInString(text[counted:m[0]])
		counted = m[0]
		found := text[m[0]:m[1]]
		if href := hrefOf(found); href != "" {
			out = append(out, addressIn{at, at + len(found), href})
		}
	}
	return out
}

// mayHoldAddress spares nearly all texts the search.
func mayHoldAddress(text string) bool {
	return strings.Contains(text, "@") || strings.ContainsAny(text, "/?") && strings.Contains(text, ".") || strings.Contains(text, "www.") || strings.Contains(text, "WWW.")
}

func isAddressByte(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '@' || b == '/'
}

// hrefOf gives where an address leads, or "" where a browser could not go: to a
// host without a dot, or past a broken escape.
func hrefOf(found string) string {
	lower := strings.ToLower(found)
	switch {
	case strings.HasPrefix(lower, "www."), normal.HostAhead(found) > 0:
		found, lower = "http://"+found, "http://"+lower
	case !strings.Contains(lower, "://"):
		if !strings.Contains(found, "@") {
			return ""
		}
		return "mailto:" + found
	}
	host, _, _ := strings.Cut(lower[strings.Index(lower, "://")+3:], "/")
	if !hostForm.MatchString(host) || brokenEscape.MatchString(found) || strings.Count(found, "#") > 1 {
		return ""
	}
	return found
}

var (
	hostForm     = regexp.MustCompile(`^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)+(?::\d{1,5})?(?:[?#].*)?$`)
	brokenEscape = regexp.MustCompile(`%(?:$|[^0-9A-Fa-f]|[0-9A-Fa-f](?:$|[^0-9A-Fa-f]))`)
)

// linkAddresses links the addresses in a text, and lets a line end inside them
// where their parts end.
func (t *run) linkAddresses(text string) {
	var breaks []mark
	for _, a := range addressesIn(text) {
		t.add(span{a.from, a.to, `<a href="` + escape(a.href) + `" class="address">`, "</a>"})
		for i := a.from + 1; i+1 < a.to; i++ {
			if parts(t.text[i]) && !parts(t.text[i+1]) {
				breaks = append(breaks, mark{i + 1, "<wbr/>"})
			}
		}
	}
	t.mark(breaks)
}

// parts holds of the characters of an address behind which a line may end.
func parts(r rune) bool { return strings.ContainsRune("/?&.-_=@#", r) }
