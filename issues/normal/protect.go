package normal

import "strings"

// protect finds numbers, times, telephone numbers and addresses, makes their
// marks half-width and keeps the later steps off them.
func (t *text) protect() {
	for i := range t.runes {
		if t.inside[i] || t.at(i) >= 0x80 {
			continue
		}
		if n := t.address(i); n > 0 {
			t.settle(i, i+n)
			t.isLink(i, i+n)
			t.symbol(i)
			continue
		}
		for _, length := range []func(int) int{t.phone, t.grouped, t.time, t.entity} {
			if n := length(i); n > 0 {
				t.settle(i, i+n)
				break
			}
		}
		t.symbol(i)
	}
}

func (t *text) settle(from, to int) {
	for i := from; i < to; i++ {
		t.runes[i] = narrow(t.runes[i])
		t.inside[i] = true
	}
}

func (t *text) isLink(from, to int) {
	if t.link == nil {
		t.link = make([]bool, len(t.runes))
	}
	for i := from; i < to; i++ {
		t.link[i] = true
	}
}

// symbol makes a full-width sign between letters or digits half-width: 3．5,
// Ａ－Ｂ, 35％. The marks of sentences are widen's business, and ～ between two
// figures is the range sign of GB/T 15834, which stays.
func (t *text) symbol(i int) {
	r := t.at(i)
	if r == t.runes[i] || strings.ContainsRune(",;:?!()~", r) || !isASCIIAlnum(t.at(i-1)) {
		return
	}
	if isASCIIAlnum(t.at(i+1)) || r == '%' {
		t.runes[i] = r
	}
}

// digits gives the number of digits from i on, at most limit.
func (t *text) digits(i, limit int) int {
	n := 0
	for n < limit && isDigit(t.at(i+n)) {
		n++
	}
	return n
}

// grouped gives the length of a number with its thousands set off by commas.
func (t *text) grouped(i int) int {
	if !isDigit(t.at(i)) || isDigit(t.at(i-1)) {
		return 0
	}
	n := t.digits(i, 4)
	groups := 0
	for n <= 3+4*groups && t.at(i+n) == ',' && t.digits(i+n+1, 4) == 3 {
		n += 4
		groups++
	}
	if groups == 0 {
		return 0
	}
	return n
}

// time gives the length of a time of day, 9:30 or 21:05:10.
func (t *text) time(i int) int {
	if !isDigit(t.at(i)) || isDigit(t.at(i-1)) || t.at(i-1) == ':' {
		return 0
	}
	n := t.digits(i, 3)
	hour := t.value(i, n)
	if n > 2 || hour > 24 {
		return 0
	}
	parts := 0
	for parts < 2 && t.at(i+n) == ':' && t.digits(i+n+1, 3) == 2 && t.value(i+n+1, 2) < 60 {
		n += 3
		parts++
	}
	if parts == 0 || t.at(i+n) == ':' && isDigit(t.at(i+n+1)) {
		return 0
	}
	return n
}

func (t *text) value(i, n int) int {
	v := 0
	for _, r := range t.runes[i : i+n] {
		v = 10*v + int(r-'0')
	}
	return v
}

// entity gives the length of a character reference of HTML, &nbsp; or &#20;,
// which a text about such things may hold.
func (t *text) entity(i int) int {
	const longest = len("&thetasym;")
	if t.at(i) != '&' {
		return 0
	}
	n := 1
	if t.at(i+n) == '#' {
		n++
	}
	for n < longest && isASCIIAlnum(t.at(i+n)) {
		n++
	}
	if t.at(i+n) != ';' || t.runes[i+n] != ';' || !isASCIIAlnum(t.at(i+n-1)) {
		return 0
	}
	return n + 1
}

// phone gives the length of an area code in parentheses with its number:
// (0991)2698306. A space may stand after either.
func (t *text) phone(i int) int {
	if t.at(i) != '(' {
		return 0
	}
	code := t.after(i)
	n := t.digits(code, 5)
	if t.at(code) != '0' || n < 3 || n > 4 {
		return 0
	}
	end := t.after(code + n - 1)
	if t.at(end) != ')' {
		return 0
	}
	number := t.after(end)
	if t.at(number) == '-' {
		number = t.after(number)
	}
	if m := t.digits(number, 9); m < 7 || m > 8 {
		return 0
	}
	return end + 1 - i
}

// longestMail is the length of an e-mail address at most, by RFC 5321. It keeps
// the search for one short in a text that is made of their letters.
const longestMail = 254

// address gives the length of a web or e-mail address that begins at i.
func (t *text) address(i int) int {
	if !isASCIIAlnum(t.at(i)) || isASCIIAlnum(t.at(i-1)) {
		return 0
	}
	n := t.scheme(i)
	start, most := n, len(t.runes)
	if start == 0 {
		most = longestMail
	}
	for n < most {
		if isAddress(t.at(i+n)) && (t.runes[i+n] < 0x80 || t.at(i+n) == '.' || t.at(i+n) == '@' || t.at(i+n) == '/') {
			n++
		} else if k := t.bracket(i + n); start > 0 && k > 0 {
			n += k
		} else {
			break
		}
	}
	for n > start && !isASCIIAlnum(t.at(i+n-1)) && t.at(i+n-1) != '/' && t.at(i+n-1) != ')' {
		n--
	}
	if start > 0 && n > start || t.isMail(i, n) || start == 0 && t.isHost(i, n) {
		return n
	}
	return 0
}

// bracket gives the length of a pair of parentheses at i with a word between
// them, as some addresses have it: …/Reed_(plant). It is none of them where the
// address stands in parentheses itself and these shut behind it.
func (t *text) bracket(i int) int {
	const most = 64
	if i >= len(t.runes) || t.runes[i] != '(' {
		return 0
	}
	for n := 1; n < most && i+n < len(t.runes); n++ {
		switch r := t.runes[i+n]; {
		case r == ')' && n > 1:
			return n + 1
		case r >= 0x80 || !isAddress(r):
			return 0
		}
	}
	return 0
}

// scheme gives the length of http:// or of www. at i, or 0.
func (t *text) scheme(i int) int {
	for _, s := range []string{"http://", "https://", "ftp://", "www."} {
		n := 0
		for n < len(s) && lower(t.at(i+n)) == rune(s[n]) {
			n++
		}
		if n == len(s) {
			return n
		}
	}
	return 0
}

// isMail tells whether the n runes from i are name@host.domain.
func (t *text) isMail(i, n int) bool {
	at, dot := 0, 0
	for k := 1; k < n; k++ {
		switch t.at(i + k) {
		case '@':
			at = k
		case '.':
			dot = k
		}
	}
	return at > 0 && dot > at+1
}

// isHost tells whether the n runes from i are host.domain with a path or a query.
func (t *text) isHost(i, n int) bool {
	word := make([]byte, 0, longestMail)
	slash := false
	for k := range min(n, longestMail) {
		r := t.at(i + k)
		slash = slash || r == '/' || r == '?'
		word = append(word, byte(r))
	}
	return slash && HostAhead(string(word)) > 0
}

func lower(r rune) rune {
	if r >= 'A' && r <= 'Z' {
		return r + 'a' - 'A'
	}
	return r
}

// isAddress holds of what an address is made of; commas and parentheses end it,
// but for a pair with a word in it.
func isAddress(r rune) bool {
	return isASCIIAlnum(r) || r < 0x80 && strings.ContainsRune("-._~:/?#@!$&*+;=%", r)
}
