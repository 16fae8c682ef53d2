package pdf

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// faceName gives a face's name as people know it: decoded where it is in GBK,
// as old Chinese programs write it, and without the mark of a subset.
func faceName(raw string) string {
	if !utf8.ValidString(raw) {
		if decoded, err := simplifiedchinese.GB18030.NewDecoder().String(raw); err == nil {
			raw = decoded
		}
		raw = strings.ToValidUTF8(raw, "")
	}
	if len(raw) > 7 && raw[6] == '+' && strings.ToUpper(raw[:6]) == raw[:6] {
		raw = raw[7:]
	}
	return strings.TrimSpace(raw)
}

// forceBold is a bit of a font descriptor's flags (ISO 32000-1, table 123).
const (
	italicFlag = 1 << 6
	forceBold  = 1 << 18
)

// weightOf tells from a face's name and flags whether it is bold or slanted.
// The weight that PDFium derives from the stems is the same for all faces of
// many a magazine, so names are asked. What is bold beside its neighbours
// without saying so, as 黑体 is beside 宋体, is for those who compare faces.
func weightOf(name string, flags int) (bold, italic bool) {
	low := strings.ToLower(name)
	for _, w := range []string{"bold", "black", "heavy", "-b", "粗", "大标宋", "小标宋", "超黑", "大黑"} {
		bold = bold || strings.Contains(low, w) && !(w == "-b" && !strings.HasSuffix(low, w))
	}
	italic = flags&italicFlag != 0 || strings.Contains(low, "italic") || strings.Contains(low, "oblique")
	return bold || flags&forceBold != 0, italic
}
