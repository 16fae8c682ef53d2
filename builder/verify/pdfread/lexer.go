package pdfread

import (
	"bytes"
	"strconv"

	"kanyin/issues/say"
)

// A lexer takes objects and operators out of bytes (7.2, 7.3).
type lexer struct {
	data []byte
	pos  int
	refs bool // whether "12 0 R" is a reference; in page content it is not
}

// An operator is a word of page content or of the file's own frame: BT, obj.
type operator string

var (
	errEnd   = say.Errorf("the data end inside an object")
	errToken = say.Errorf("no object begins here")
	errDeep  = say.Errorf("objects are nested too deep")
)

// deepest is how far objects may be nested; ours go four levels down.
const deepest = 64

func space(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func delimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// skip passes white space and comments.
func (l *lexer) skip() {
	for l.pos < len(l.data) {
		switch c := l.data[l.pos]; {
		case space(c):
			l.pos++
		case c == '%':
			for l.pos < len(l.data) && l.data[l.pos] != '\n' && l.data[l.pos] != '\r' {
				l.pos++
			}
		default:
			return
		}
	}
}

// next gives the next object or operator.
func (l *lexer) next(depth int) (Object, error) {
	l.skip()
	if l.pos >= len(l.data) {
		return nil, errEnd
	}
	if depth > deepest {
		return nil, errDeep
	}
	switch c := l.data[l.pos]; c {
	case '/':
		return l.name()
	case '(':
		return l.literal()
	case '[':
		l.pos++
		return l.array(depth)
	case '<':
		if l.pos+1 < len(l.data) && l.data[l.pos+1] == '<' {
			l.pos += 2
			return l.dict(depth)
		}
		return l.hex()
	case ')', ']', '>', '{', '}':
		return nil, errToken
	}
	return l.word()
}

func (l *lexer) regular() []byte {
	from := l.pos
	for l.pos < len(l.data) && !space(l.data[l.pos]) && !delimiter(l.data[l.pos]) {
		l.pos++
	}
	return l.data[from:l.pos]
}

func (l *lexer) name() (Object, error) {
	l.pos++
	word := l.regular()
	if bytes.IndexByte(word, '#') < 0 {
		return Name(word), nil
	}
	var out []byte
	for i := 0; i < len(word); i++ {
		if word[i] == '#' && i+2 < len(word) {
			if n, err := strconv.ParseUint(string(word[i+1:i+3]), 16, 8); err == nil {
				out = append(out, byte(n))
				i += 2
				continue
			}
		}
		out = append(out, word[i])
	}
	return Name(out), nil
}

// word reads a number, a reference, true, false, null or an operator.
func (l *lexer) word() (Object, error) {
	word := l.regular()
	if c := word[0]; c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' {
		n, ok := number(word)
		if !ok {
			return nil, errToken
		}
		if l.refs && c >= '0' && c <= '9' {
			if r, ok := l.reference(n); ok {
				return r, nil
			}
		}
		return n, nil
	}
	switch string(word) {
	case "true":
		return true, nil
	case "false":
		return false, nil
	case "null":
		return nil, nil
	}
	return operator(word), nil
}

// number reads a number without an exponent (7.3.3).
func number(word []byte) (float64, bool) {
	var whole, scale float64 = 0, 0
	negative, digits := false, false
	for i, c := range word {
		switch {
		case i == 0 && (c == '-' || c == '+'):
			negative = c == '-'
		case c == '.' && scale == 0:
			scale = 1
		case c >= '0' && c <= '9':
			whole, digits = whole*10+float64(c-'0'), true
			scale *= 10
		default:
			return 0, false
		}
	}
	if scale > 1 {
		whole /= scale
	}
	if negative {
		whole = -whole
	}
	return whole, digits
}

// reference reads the rest of "12 0 R" behind the 12, or nothing.
func (l *lexer) reference(n float64) (Ref, bool) {
	back := l.pos
	l.skip()
	generation := l.regular()
	if _, ok := number(generation); ok && len(generation) <= 5 {
		l.skip()
		if string(l.regular()) == "R" && n == float64(int(n)) && n < 1<<31 {
			return Ref(n), true
		}
	}
	l.pos = back
	return 0, false
}

func (l *lexer) array(depth int) (Object, error) {
	out := Array{}
	for {
		l.skip()
		if l.pos < len(l.data) && l.data[l.pos] == ']' {
			l.pos++
			return out, nil
		}
		o, err := l.next(depth + 1)
		if err != nil {
			return nil, err
		}
		if _, ok := o.(operator); ok {
			return nil, errToken
		}
		out = append(out, o)
	}
}

func (l *lexer) dict(depth int) (Object, error) {
	out := Dict{}
	for {
		l.skip()
		if bytes.HasPrefix(l.data[l.pos:], []byte(">>")) {
			l.pos += 2
			return out, nil
		}
		key, err := l.next(depth + 1)
		if err != nil {
			return nil, err
		}
		name, ok := key.(Name)
		if !ok {
			return nil, errToken
		}
		value, err := l.next(depth + 1)
		if err != nil {
			return nil, err
		}
		if _, ok := value.(operator); ok {
			return nil, errToken
		}
		out[name] = value
	}
}

// hex reads a hexadecimal string (7.3.4.3).
func (l *lexer) hex() (Object, error) {
	l.pos++
	var out []byte
	high, half := byte(0), false
	for ; l.pos < len(l.data); l.pos++ {
		c := l.data[l.pos]
		var v byte
		switch {
		case c == '>':
			l.pos++
			if half {
				out = append(out, high<<4)
			}
			return String(out), nil
		case space(c):
			continue
		case c >= '0' && c <= '9':
			v = c - '0'
		case c >= 'A' && c <= 'F':
			v = c - 'A' + 10
		case c >= 'a' && c <= 'f':
			v = c - 'a' + 10
		default:
			return nil, errToken
		}
		if half {
			out = append(out, high<<4|v)
		}
		high, half = v, !half
	}
	return nil, errEnd
}

// literal reads a string in parentheses (7.3.4.2).
func (l *lexer) literal() (Object, error) {
	l.pos++
	var out []byte
	for open := 1; l.pos < len(l.data); l.pos++ {
		c := l.data[l.pos]
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				l.pos++
				return String(out), nil
			}
		case '\\':
			out = l.escape(out)
			continue
		case '\r':
			c = '\n'
			if l.pos+1 < len(l.data) && l.data[l.pos+1] == '\n' {
				l.pos++
			}
		}
		out = append(out, c)
	}
	return nil, errEnd
}

// escape reads what stands behind a reverse solidus, and leaves pos on its last byte.
func (l *lexer) escape(out []byte) []byte {
	l.pos++
	if l.pos >= len(l.data) {
		return out
	}
	c := l.data[l.pos]
	if i := bytes.IndexByte([]byte("nrtbf"), c); i >= 0 {
		return append(out, "\n\r\t\b\f"[i])
	}
	switch {
	case c == '\n':
		return out
	case c == '\r':
		if l.pos+1 < len(l.data) && l.data[l.pos+1] == '\n' {
			l.pos++
		}
		return out
	case c >= '0' && c <= '7':
		n := 0
		for i := 0; i < 3 && l.pos < len(l.data) && l.data[l.pos] >= '0' && l.data[l.pos] <= '7'; i++ {
			n = n*8 + int(l.data[l.pos]-'0')
			l.pos++
		}
		l.pos--
		return append(out, byte(n))
	}
	return append(out, c)
}
