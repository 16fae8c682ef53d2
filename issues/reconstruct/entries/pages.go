package entries

import (
	"regexp"
	"strconv"
	"unicode/utf8"

	"kanyin/issues/reconstruct/fold"
)

var (
	pageFirst = regexp.MustCompile(`^[\sPp./|·—-]*0*(\d{1,4})[\s页頁版]*(?:[\s.|/、]|$)[\s\n]*`)
	pageLast  = regexp.MustCompile(`(?:[\s.．…·⋯_—/|(（-]|[^\d\x00-\x7f])[(（]?[Pp]?\.?0*(\d{1,4})\s*[页頁版]?[)）]?\s*$`)
)

// pageInside is pageLast at the end of a line before the last.
var pageInside = regexp.MustCompile(`(?:[\s.．…·⋯_/|(（])[Pp]?\.?0*(\d{1,4})\s*[页頁版]?[)）]?[ ]*\n`)

// beforePage is what stands between an entry and its page.
var beforePage = regexp.MustCompile(`[\s.．…·⋯_—/|(（-]+[Pp]?\.?$`)

// ReadPages reads the entries' pages: at their beginnings or at their ends, where
// most of this entries have them.
func ReadPages(entries []*Entry) {
	first, last := 0, 0
	for _, e := range entries {
		s := fold.Plain(string(e.text))
		if pageFirst.MatchString(s) {
			first++
		}
		if pageLast.MatchString(s) {
			last++
		}
	}
	for _, e := range entries {
		s := fold.Plain(string(e.text))
		order := []*regexp.Regexp{pageLast, pageFirst}
		if first > last {
			order[0], order[1] = order[1], order[0]
		}
		most := max(first, last)
		for n, re := range order {
			// The other place counts only where this issue uses it as well: 2024 年终总结 begins with no page.
			if n == 1 && 2*min(first, last) < most {
				break
			}
			m := re.FindStringSubmatchIndex(s)
			if m == nil && re == pageLast { // a summary may stand under the line with the page
				m = pageInside.FindStringSubmatchIndex(s)
				if m != nil {
					e.Page, _ = strconv.Atoi(s[m[2]:m[3]])
					break
				}
			}
			if m != nil {
				e.Page, _ = strconv.Atoi(s[m[2]:m[3]])
				if re == pageFirst {
					e.keep(e.text[utf8.RuneCountInString(s[:m[1]]):])
				} else {
					e.keep(e.text[:utf8.RuneCountInString(beforePage.ReplaceAllString(s[:m[2]], ""))])
				}
				break
			}
		}
	}
}

// PageIn gives the first number in s, which is a page that lost its title.
func PageIn(s string) int {
	m := number.FindString(fold.Plain(s))
	n, _ := strconv.Atoi(m)
	return n
}

var number = regexp.MustCompile(`\d{1,4}`)
