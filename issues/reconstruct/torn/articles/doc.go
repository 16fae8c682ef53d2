// Package articles finds where articles begin, held against the contents, and what
// stands over and under their titles: kickers, subtitles, bylines, offices, dates.
package articles
