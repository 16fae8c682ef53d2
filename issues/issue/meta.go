package issue

import (
	"fmt"
	"strings"
	"time"
)

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

// Numbering is the year and the number within it: 2025年第3期, or in English
// "2025, no. 3".
func (m Meta) Numbering() string {
	english := strings.HasPrefix(m.Language, "en")
	switch {
	case m.Year != 0 && m.Number != 0 && english:
		return fmt.Sprintf("%d, no. %d", m.Year, m.Number)
	case m.Year != 0 && m.Number != 0:
		return fmt.Sprintf("%d年第%d期", m.Year, m.Number)
	case m.Year != 0 && english:
		return fmt.Sprint(m.Year)
	case m.Year != 0:
		return fmt.Sprintf("%d年", m.Year)
	case m.Number != 0 && english:
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
