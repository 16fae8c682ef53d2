package epub

import (
	"strconv"
	"strings"
	"testing"

	"kanyin/issues/issue"
)

// A text without any line end is one paragraph with all pages in it. Counting
// it anew for every page would take minutes.
func TestManyPagesInOneParagraph(t *testing.T) {
	const pages = 20_000
	iss := &issue.Issue{Articles: []issue.Article{{ID: "a01", Blocks: []issue.Block{{Kind: issue.Paragraph, Text: strings.Repeat("水", 100*pages)}}}}}
	var breaks []PageBreak
	for n := range pages {
		breaks = append(breaks, PageBreak{strconv.Itoa(n + 1), "a01", 0, 100 * n})
	}
	p, err := placePages(iss, breaks)
	if err != nil || len(p.in["a01"][0]) != pages {
		t.Errorf("%d marks, %v", len(p.in["a01"][0]), err)
	}
}
