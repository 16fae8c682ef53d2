package entries

import (
	"regexp"
	"strings"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/byline"
)

var (
	signedInBrackets = regexp.MustCompile(`^(.*\S)\s*[（(]\s*(?:文、图|文、圖|图文|圖文|文|作者|撰文|口述|(?:本刊|本报|本報)?(?:特约|特約)?(?:记者|記者|撰稿人?))\s*[/／:：｜| ]\s*([^（()）]+)[）)]$`)
	namesInBrackets  = regexp.MustCompile(`^(.*\S)\s*[（(]([^（()）]{2,30})[）)]$`)
	signedByWord     = regexp.MustCompile(`^(.*\S)[\s　]+((?:文、图|文、圖|图文|圖文|文|作者|撰文|口述|(?:本刊|本报|本報)?(?:特约|特約)?(?:记者|記者|撰稿人?))\s*[/／:：｜| 　]\s*\S.*)$`)
	signedByMark     = regexp.MustCompile(`^(.*\S)[\s　]*[□■◎●]\s*([^，。！？!?]{2,24})$`)
)

// SignedTitle parts a title from the names on its line, where a word, a mark
// or brackets tell them.
func SignedTitle(s string) (title string, authors []string, ok bool) {
	for _, re := range []*regexp.Regexp{signedInBrackets, signedByWord, signedByMark} {
		if m := re.FindStringSubmatch(s); m != nil {
			if got := byline.AuthorsOf(m[2]); len(got) > 0 && normal.Key(m[1]) != "" {
				return strings.TrimSpace(m[1]), got, true
			}
		}
	}
	if m := namesInBrackets.FindStringSubmatch(s); m != nil {
		if got := byline.AuthorsOf(m[2]); byline.AreNames(got, true) && normal.Key(m[1]) != "" {
			return strings.TrimSpace(m[1]), got, true
		}
	}
	return s, nil, false
}
