package entries

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"kanyin/issues/normal"
	"kanyin/issues/reconstruct/byline"
	"kanyin/issues/reconstruct/fold"
	"kanyin/issues/reconstruct/names"
)

// columnWords may stand behind a section's name.
var columnWords = strings.Fields("COLUMN Column column ·本期")

// dashesRead are strokes beside a section's name as recognisers read them.
var dashesRead = strings.Fields("一- -一 一一 一")

// contentsWords head the contents, as houses write them and as recognisers read
// them; what is called so is no section.
var contentsWords = strings.Fields("日录 自录 引录 且录 旦录 日錄 自錄 引錄 目录 目錄 目次 总目 總目 要目 导读 導讀 contents CONTENTS Contents")

// CleanSection takes what a house sets around a section's name off it.
func CleanSection(s string) string {
	s = strings.TrimSpace(s)
	for _, word := range columnWords {
		s = strings.TrimSuffix(s, word)
	}
	s = strings.Trim(s, byline.Ornaments+"【】〔〕［］[]()（）「」『』《》:：")
	for _, dash := range dashesRead {
		s = strings.TrimSuffix(strings.TrimPrefix(s, dash+" "), " "+dash)
	}
	s = strings.TrimSpace(s)
	if isContentsHead(s) {
		return ""
	}
	return s
}

// isContentsHead reports whether the words are what contents are called: 本期目录 CONTENTS.
func isContentsHead(s string) bool {
	key := normal.Key(s)
	for _, w := range contentsWords {
		if strings.Contains(key, normal.Key(w)) && utf8.RuneCountInString(key) <= utf8.RuneCountInString(w)+LongestSection {
			return true
		}
	}
	return false
}

// LongestSection is the most letters of a section's name: 特别报道, 技术与方法.
const LongestSection = 8

const middleDot = "·"

var inlineSection = regexp.MustCompile(`^[\s\n]*(?:[\[(]([^\[\]()]{2,10})[\])]|([^\[\]|:·，。、\s]{2,8})[|:·])[\s\n]*`)

// CutSections takes the section off the entries that begin with it, as in
// 【人物】河口的灯 or 人物｜河口的灯. What stands before a bar, a colon or a dot is a section
// only where other entries have it too, or where it is among the known ones.
func CutSections(entries []*Entry, known []string) {
	count := map[string]int{}
	marked, dotted, named := 0, 0, 0
	for _, e := range entries {
		if m := inlineSection.FindStringSubmatch(fold.Plain(string(e.text))); m != nil {
			count[m[1]+m[2]]++
			marked++
			if strings.Contains(m[0], middleDot) {
				dotted++
			}
			if names.Known(m[2]) {
				named++
			}
		}
	}
	for _, s := range known {
		count[fold.Plain(s)]++
	}
	for _, e := range entries {
		s := fold.Plain(string(e.text))
		m := inlineSection.FindStringSubmatch(s)
		if m == nil || strings.Contains(m[0], middleDot) && 5*dotted < 3*len(entries) {
			continue // a dot stands inside names as well: 约翰·史密斯
		}
		if m[2] != "" && 2*named > marked {
			continue // a house that has its authors there: 周岸：河口的灯
		}
		// A house that marks nearly every entry so has sections of one article as well.
		if count[m[1]+m[2]] > 1 || 5*marked >= 4*len(entries) && e.Section == "" {
			e.Section = strings.TrimSpace(m[1] + m[2])
			e.keep(e.text[utf8.RuneCountInString(m[0]):])
		}
	}
}
