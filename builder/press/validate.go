package press

import (
	"bytes"
	"regexp"
	"strings"
	"time"

	"golang.org/x/text/language"

	"kanyin/issues/pages/pdf"
	"kanyin/issues/say"
)

// validate finds the settings that no edition could say: a reader's software
// would stumble over them, or leave them out unheard.
func (c Config) validate(path string, data []byte) error {
	for _, s := range []struct {
		key  string
		test func() say.Text
	}{
		{"language", func() say.Text { return badLanguage(c.Meta.Language) }},
		{"issn", func() say.Text { return badISSN(c.Meta.ISSN) }},
		{"date", func() say.Text { return badDate(c.Meta.Date) }},
		{"year", func() say.Text { return outside(c.Meta.Year, 1, 9999) }},
		{"number", func() say.Text { return outside(c.Meta.Number, 1, 9999) }},
		{"total", func() say.Text { return outside(c.Meta.Total, 1, 999_999) }},
		{"columns", func() say.Text { return outside(c.Input.Columns, 1, mostColumns) }},
		{"revised", func() say.Text { _, err := c.revised(); return errText(err) }},
	} {
		if fault := s.test(); !fault.IsZero() {
			return say.Errorf("%s:%d: %s %s", path, lineOf(data, s.key), s.key, fault)
		}
	}
	if _, err := pdf.ParseRanges(c.Input.Pages); err != nil {
		return say.Errorf("%s:%d: pages: %w", path, lineOf(data, "pages"), err)
	}
	for _, p := range c.Pictures {
		if err := p.check(); err != nil {
			return say.Errorf("%s: %w", path, err)
		}
	}
	return nil
}

// mostColumns is how many columns a page can have: broadsheets have eight.
const mostColumns = 12

func errText(err error) say.Text {
	if err == nil {
		return say.Text{}
	}
	return say.Because(err)
}

// lineOf is the line of a settings file that a key stands on, from 1.
func lineOf(data []byte, key string) int {
	form := regexp.MustCompile(`^\s*` + key + `\s*=`)
	for i, line := range bytes.Split(data, []byte("\n")) {
		if form.Match(line) {
			return i + 1
		}
	}
	return 1
}

func badLanguage(tag string) say.Text {
	if tag == "" {
		return say.Text{}
	}
	if strings.Contains(tag, "_") { // the library reads it, an e-book's readers do not
		return say.Of("is %q; the parts of a language tag (BCP 47) are joined by hyphens, %s", tag, strings.ReplaceAll(tag, "_", "-"))
	}
	if _, err := language.Parse(tag); err != nil {
		return say.Of("is %q, no language tag (BCP 47); Chinese is zh-Hans or zh-Hant, Uyghur ug, English en", tag)
	}
	return say.Text{}
}

var issnForm = regexp.MustCompile(`^(\d{4})-?(\d{3})([\dXx])$`)

// badISSN judges an ISSN by its form and its check digit (ISO 3297, Annex A).
func badISSN(issn string) say.Text {
	if issn == "" {
		return say.Text{}
	}
	m := issnForm.FindStringSubmatch(strings.TrimSpace(issn))
	if m == nil {
		return say.Of("is %q; an ISSN is four figures, a hyphen, three figures and a check digit", issn)
	}
	sum := 0
	for i, d := range m[1] + m[2] {
		sum += (8 - i) * int(d-'0')
	}
	want := "0123456789X"[(11-sum%11)%11 : (11-sum%11)%11+1]
	if got := strings.ToUpper(m[3]); got != want {
		return say.Of("is %q, whose check digit would be %s, not %s; look for a slip in the figures", issn, want, got)
	}
	return say.Text{}
}

// fullDate is a date that gives year, month and day. Any other is printed as it
// stands: 每月28日.
var fullDate = regexp.MustCompile(`^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$`)

// monthDate is one that gives the month alone.
var monthDate = regexp.MustCompile(`^(\d{4})[-./年](\d{1,2})月?$`)

func badDate(date string) say.Text {
	date = strings.TrimSpace(date)
	m := fullDate.FindStringSubmatch(date)
	if m == nil {
		if m = monthDate.FindStringSubmatch(date); m == nil {
			return say.Text{}
		}
		m = append(m, "1")
	}
	if _, err := time.Parse("2006-1-2", m[1]+"-"+strings.TrimPrefix(m[2], "0")+"-"+strings.TrimPrefix(m[3], "0")); err != nil {
		return say.Of("is %q, which no calendar has", date)
	}
	return say.Text{}
}

func outside(n, least, most int) say.Text {
	if n == 0 || n >= least && n <= most {
		return say.Text{}
	}
	return say.Of("is %d; it is from %d to %d", n, least, most)
}

// revised is when the editions were last changed, as the settings say; the zero
// time where they do not.
func (c Config) revised() (time.Time, error) {
	if c.Revised == "" {
		return time.Time{}, nil
	}
	for _, form := range []string{time.DateOnly, time.RFC3339} {
		if t, err := time.Parse(form, c.Revised); err == nil {
			return t.UTC(), nil
		}
	}
	return time.Time{}, say.Errorf("is %q; it is a day, 2025-03-08, or a time, 2025-03-08T09:30:00+08:00", c.Revised)
}
