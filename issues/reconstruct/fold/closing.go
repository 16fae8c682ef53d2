package fold

import (
	"regexp"
	"strings"
)

var (
	endWords = strings.Fields("（完） (完) （全文完） (全文完) （END） (END)")
	// EditorHeads open an editor's mark.
	EditorHeads = strings.Fields("责任编辑 責任編輯 责编 責編 编辑 編輯 本文编辑 本文編輯 美编 校对 校對")

	editorMark = regexp.MustCompile(`(?:^|[（(［\[【])\s?(?:` + strings.Join(EditorHeads, "|") + `)[：:/／　 ][^，。]{1,16}$`)
)

// CutEndMark cuts the sign that closes an article off its last text: 尾灯。■ or （完）.
// Text that is nothing else stays as it is.
func CutEndMark(s string) string {
	bare := strings.TrimRight(s, "■□◆◇●○▲▼★☆▪◼◻◾ 　")
	for _, w := range endWords {
		bare = strings.TrimSuffix(bare, w)
	}
	if bare == "" {
		return s
	}
	return bare
}

// Closes reports whether a row closes an article: by a sign, or by who edited it,
// （责任编辑：某某）, in a row of its own or behind its last words.
func Closes(s string) bool { return CutEndMark(s) != s || editorMark.MatchString(s) }
