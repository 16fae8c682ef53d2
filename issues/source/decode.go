package source

import (
	"bytes"
	"encoding/base64"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	utf16 "golang.org/x/text/encoding/unicode"

	"kanyin/issues/say"
)

// A candidate is an encoding that the bytes may be in.
type candidate struct {
	name     string
	encoding encoding.Encoding
	lenient  bool // what it cannot decode becomes U+FFFD; plausibility alone decides
}

// candidates are tried without a byte order mark, on all of the bytes. UTF-16
// is lenient, since a lone surrogate is a slip in a text and not a sign of
// another encoding.
func candidates() []candidate {
	return []candidate{
		{"gb18030", simplifiedchinese.GB18030, false},
		{"big5", traditionalchinese.Big5, false},
		{"utf-16le", utf16.UTF16(utf16.LittleEndian, utf16.IgnoreBOM), true},
		{"utf-16be", utf16.UTF16(utf16.BigEndian, utf16.IgnoreBOM), true},
	}
}

// decode finds the encoding that fits all of the bytes. A byte order mark
// decides. Then comes UTF-8, which other encodings hardly satisfy by chance.
// Of the others the one wins whose text reads most like a text.
func decode(data []byte) (text, name string, err error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return decodeLenient(utf16.UTF16(utf16.LittleEndian, utf16.IgnoreBOM), data[2:]), "utf-16le", nil
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return decodeLenient(utf16.UTF16(utf16.BigEndian, utf16.IgnoreBOM), data[2:]), "utf-16be", nil
	}
	if utf7(data) {
		return "", "", errUTF7
	}
	marked := bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	valid := utf8.Valid(marked)
	// ASCII in UTF-16 is well-formed UTF-8 too, but half of it is NUL.
	if valid && (bytes.IndexByte(marked, 0) < 0 || !isASCII(marked)) {
		return string(marked), "utf-8", nil
	}
	if !valid && nearlyUTF8(data) {
		return "", "", undecodable(data)
	}
	// Under this the text is no text: real ones, Chinese or Latin, reach 0.3
	// and more; bytes read by a wrong encoding stay around 0.
	best := 0.15
	if valid {
		text, name, best = string(marked), "utf-8", likeness(string(marked))
	}
	for _, c := range candidates() {
		got := decodeLenient(c.encoding, data)
		if !c.lenient && strings.ContainsRune(got, utf8.RuneError) {
			continue
		}
		if l := likeness(got); l > best {
			text, name, best = got, c.name, l
		}
	}
	if name == "" {
		return "", "", undecodable(data)
	}
	return text, name, nil
}

func isASCII(data []byte) bool {
	return bytes.IndexFunc(data, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

// decodeLenient decodes everything; what is not in the encoding becomes
// U+FFFD, visible and harmless.
func decodeLenient(e encoding.Encoding, data []byte) string {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil { // an incomplete last character
		out = append(out, string(utf8.RuneError)...)
	}
	return string(out)
}

// halved tells an UTF-16 text that ends in the middle of a character: its last
// byte has no second one, and the decoder gives U+FFFD for it.
func halved(encoding string, data []byte) bool {
	return strings.HasPrefix(encoding, "utf-16") && len(data)%2 == 1
}

// errUTF7 is the cure for a text in an encoding of old mail programs, which
// reads as ASCII and would be printed as it stands.
var errUTF7 = say.Errorf("it is UTF-7; save the text as UTF-8 (iconv -f UTF-7 -t UTF-8)")

// shifted is a stretch of UTF-7 outside of ASCII: UTF-16 in base64 (RFC 2152).
var shifted = regexp.MustCompile(`\+[A-Za-z0-9+/]{3,}-?`)

// utf7 tells a text in UTF-7: it is ASCII, and nearly all that stands between
// plus and minus is Chinese when it is decoded. A plus in a formula is not.
func utf7(data []byte) bool {
	const enough = 3 // stretches; a text has one a phrase, and chance does not give three
	if !isASCII(data) || bytes.IndexByte(data, '+') < 0 {
		return false
	}
	good, all := 0, 0
	for _, m := range shifted.FindAll(data[:min(len(data), 1<<16)], -1) {
		all++
		packed := bytes.TrimSuffix(m[1:], []byte("-"))
		raw := make([]byte, base64.RawStdEncoding.DecodedLen(len(packed)))
		n, _ := base64.RawStdEncoding.Decode(raw, packed)
		wide := 0
		for i := 0; i+1 < n; i += 2 {
			if c := rune(raw[i])<<8 | rune(raw[i+1]); c >= 0x3000 && c < 0xA000 || c >= 0xFF00 && c < 0xFFF0 || c >= 0x2010 && c < 0x2030 {
				wide++
			}
		}
		if n >= 2 && 2*wide >= n-n/4 {
			good++
		}
	}
	return good >= enough && 10*good > 9*all
}

// nearlyUTF8 tells a damaged UTF-8 text: nearly all of its bytes over 0x7F
// stand in well-formed sequences. In other encodings a fifth does, by chance.
func nearlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good += n
		}
		i += n
	}
	return good > 9*bad
}

// undecodable says where each encoding gave up, the one that came furthest first.
func undecodable(data []byte) error {
	name, at := "utf-8", badUTF8(data)
	tried := []say.Text{say.Of("%s to byte %d", "utf-8", at)}
	for _, c := range candidates() {
		n := -1
		if !c.lenient {
			n = firstBad(c.encoding, data)
		}
		if n < 0 {
			tried = append(tried, say.Of("%s makes no sense", c.name))
			continue
		}
		tried = append(tried, say.Of("%s to byte %d", c.name, n))
		if n > at {
			name, at = c.name, n
		}
	}
	return say.Errorf("byte %d (0x%02x) is no %s, and no other encoding fits (tried %s); save the text as UTF-8", at, data[at], name, say.List(tried...))
}

// badUTF8 gives the offset of the first byte that is no UTF-8, 0 if there is none.
func badUTF8(data []byte) int {
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return 0
}

// firstBad gives the offset of the first bytes that are not in the encoding, -1
// if there are none. The small buffer makes the decoder stop every few
// characters.
func firstBad(e encoding.Encoding, data []byte) int {
	d := e.NewDecoder()
	var dst [utf8.UTFMax]byte
	for at := 0; at < len(data); {
		nDst, nSrc, _ := d.Transform(dst[:], data[at:], true)
		if i := bytes.IndexRune(dst[:nDst], utf8.RuneError); i >= 0 || nSrc == 0 {
			return at + max(i, 0) // what stands before it in the buffer is ASCII, a byte each
		}
		at += nSrc
	}
	return -1
}

// frequent are characters that Chinese texts are full of, in both scripts.
// Text read by a wrong encoding consists of rare ones.
const frequent = "的一是不了在有人我他这中大来上个国和也子时道说出要就下得可你年生自会那后能对着事其里所去行过家十用发天如然作方成者多日都三小军二无同么经法当起与好看学进种将还分此心前面又定见只主没公从" +
	"這來個國時說會後對裡過發軍無麼經當與學進種將還見沒從，。、“”：；「」《》（）！？"

// likeness tells how much s reads like a text, from -1 to 1: the share of its
// characters that are ASCII or frequent, less the share that no text has.
func likeness(s string) float64 {
	good, bad, all := 0, 0, 0
	for _, r := range s {
		all++
		switch {
		case r >= ' ' && r < 0x7F || r == '\n' || r == '\r' || r == '\t':
			good++
		case unicode.IsControl(r) || r == utf8.RuneError || !unicode.IsPrint(r) && !unicode.IsSpace(r):
			bad++
		case r > 0x7F && strings.ContainsRune(frequent, r):
			good++
		}
	}
	if all == 0 {
		return 0
	}
	return float64(good-bad) / float64(all)
}
