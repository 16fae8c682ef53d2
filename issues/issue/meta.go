package issue

import (
	"fmt"
	"strings"
	"time"
)

// A Script is how an issue is written, as far as an edition has to know: it
// chooses the words that the edition itself says, and how lines are set.
type Script int

const (
	Hans  Script = iota // 简体: ideographs
	Hant                // 繁體: ideographs
	Latin               // words with spaces between them, whatever their letters
)

// Script is told from the language, a BCP 47 tag in letters of either case. A
// script that the tag names decides; else a place where traditional characters
// are written; else the language. An issue that names no language is Hans.
func (m Meta) Script() Script {
	tags := strings.FieldsFunc(strings.ToLower(m.Language), func(r rune) bool { return r == '-' || r == '_' })
	if len(tags) == 0 {
		return Hans
	}
	han := Latin
	switch tags[0] {
	case "zh", "cmn", "yue", "lzh", "ja":
		han = Hans
	}
	for _, tag := range tags[1:] {
		switch tag {
		case "hans", "jpan":
			return Hans
		case "hant":
			return Hant
		case "latn", "cyrl", "arab":
			return Latin
		case "tw", "hk", "mo":
			if han == Hans {
				han = Hant
			}
		}
	}
	return han
}

// Japanese reports whether the issue is in Japanese, by its language.
func (m Meta) Japanese() bool {
	tag := strings.ToLower(m.Language)
	return tag == "ja" || strings.HasPrefix(tag, "ja-")
}

// Name is what an edition calls the issue: 河口 2025年第3期, or as much of that
// as the issue says of itself.
func (m Meta) Name() string {
	parts := make([]string, 0, 2)
	if m.Title != "" {
		parts = append(parts, m.Title)
	}
	if n := m.Numbering(); n != "" {
		parts = append(parts, n)
	}
	return strings.Join(parts, " ")
}

// ValidISSN reports whether a text has an ISSN's form and its check digit (ISO
// 3297, Annex A).
func ValidISSN(issn string) bool {
	const length, hyphen = len("1234-5678"), 4
	if len(issn) != length || issn[hyphen] != '-' {
		return false
	}
	sum, weight := 0, 8
	for i := range length {
		switch c := issn[i]; {
		case i == hyphen:
			continue
		case c >= '0' && c <= '9':
			sum += weight * int(c-'0')
		case i == length-1 && (c == 'X' || c == 'x'):
			sum += 10
		default:
			return false
		}
		weight--
	}
	return sum%11 == 0
}

// Numbering is the year and the number within it: 2025年第3期, in Japanese
// 2025年第3号, or in a script of words "2025, no. 3".
func (m Meta) Numbering() string {
	latin := m.Script() == Latin
	if m.Japanese() && !latin && m.Number != 0 {
		return strings.TrimPrefix(fmt.Sprintf("%d年第%d号", m.Year, m.Number), "0年")
	}
	switch {
	case m.Year != 0 && m.Number != 0 && latin:
		return fmt.Sprintf("%d, no. %d", m.Year, m.Number)
	case m.Year != 0 && m.Number != 0:
		return fmt.Sprintf("%d年第%d期", m.Year, m.Number)
	case m.Year != 0 && latin:
		return fmt.Sprint(m.Year)
	case m.Year != 0:
		return fmt.Sprintf("%d年", m.Year)
	case m.Number != 0 && latin:
		return fmt.Sprintf("no. %d", m.Number)
	case m.Number != 0:
		return fmt.Sprintf("第%d期", m.Number)
	}
	return ""
}

// Issued is the day that editions are dated by, at midnight UTC: the printed
// date where it is a full one (2026-02-28, 2026年2月28日), else the first day
// of the month that the number stands for, else of the year. An issue that
// names no year is dated 1970-01-01, the epoch, so that nothing depends on a
// clock.
func (m Meta) Issued() time.Time {
	for _, form := range []string{"2006-01-02", "2006-1-2", "2006年1月2日", "2006.1.2", "2006/1/2"} {
		if t, err := time.Parse(form, strings.TrimSpace(m.Date)); err == nil {
			return t
		}
	}
	if m.Year < 1 || m.Year > 9999 {
		return time.Unix(0, 0).UTC()
	}
	month := time.January
	if m.Number >= 1 && m.Number <= 12 {
		month = time.Month(m.Number)
	}
	return time.Date(m.Year, month, 1, 0, 0, 0, 0, time.UTC)
}
