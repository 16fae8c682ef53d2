package docx

import (
	"strconv"
	"strings"

	"kanyin/issues/manuscript/tree"
	"kanyin/issues/source"
)

// A look is what a style or a run says of its text; the zero value says nothing.
type look struct {
	size    float32
	face    string
	bold    int8 // 1 on, -1 off
	hidden  int8
	dots    int8
	align   source.Align
	outline int    // from 1
	list    string // numId
	level   string // ilvl
	name    string // of the paragraph's style, as Word shows it
}

// over lays a look over another.
func (l look) over(base look) look {
	if l.size == 0 {
		l.size = base.size
	}
	if l.face == "" {
		l.face = base.face
	}
	if l.bold == 0 {
		l.bold = base.bold
	}
	if l.hidden == 0 {
		l.hidden = base.hidden
	}
	if l.dots == 0 {
		l.dots = base.dots
	}
	if l.align == 0 {
		l.align = base.align
	}
	if l.outline == 0 {
		l.outline = base.outline
	}
	if l.list == "" {
		l.list = base.list
	}
	if l.level == "" {
		l.level = base.level
	}
	if l.name == "" {
		l.name = base.name
	}
	return l
}

// styles are the looks by id, each with what it is based on.
type styles struct {
	looks    map[string]look
	defaults look
	normal   string // the id of the paragraphs' own style
}

func readStyles(n *tree.Node) styles {
	s := styles{looks: map[string]look{}}
	if n == nil {
		return s
	}
	s.defaults = runLook(n.Child("docDefaults", "rPrDefault", "rPr"))
	byID := map[string]*tree.Node{}
	for _, c := range n.Children {
		if c.Name != "style" {
			continue
		}
		byID[c.Attr("styleId")] = c
		if c.Attr("type") == "paragraph" && isOn(c.Attr("default")) {
			s.normal = c.Attr("styleId")
		}
	}
	for id := range byID {
		s.resolve(id, byID, 0)
	}
	return s
}

// maxBased is how many styles may stand on each other; a ring of them has no end.
const maxBased = 32

func (s *styles) resolve(id string, byID map[string]*tree.Node, depth int) look {
	if l, ok := s.looks[id]; ok {
		return l
	}
	n := byID[id]
	if n == nil || depth > maxBased {
		return look{}
	}
	l := runLook(n.Child("rPr")).over(paragraphLook(n.Child("pPr")))
	l.name = n.Child("name").Attr("val")
	base := s.resolve(n.Child("basedOn").Attr("val"), byID, depth+1)
	base.name = ""
	l = l.over(base)
	s.looks[id] = l
	return l
}

// runLook reads rPr.
func runLook(n *tree.Node) look {
	var l look
	if n == nil {
		return l
	}
	for _, c := range n.Children {
		v := c.Attr("val")
		switch c.Name {
		case "sz":
			if size, err := strconv.ParseFloat(v, 32); err == nil && size > 0 && size < 4000 {
				l.size = float32(size / 2)
			}
		case "rFonts":
			l.face = c.Attr("eastAsia")
			if l.face == "" && c.Attr("eastAsiaTheme") != "" {
				l.face = "theme " + c.Attr("eastAsiaTheme")
			}
		case "b":
			l.bold = onOff(v)
		case "vanish":
			l.hidden = onOff(v)
		case "em":
			l.dots = 1
			if v == "none" {
				l.dots = -1
			}
		}
	}
	return l
}

// paragraphLook reads pPr.
func paragraphLook(n *tree.Node) look {
	var l look
	if n == nil {
		return l
	}
	for _, c := range n.Children {
		v := c.Attr("val")
		switch c.Name {
		case "jc":
			l.align = map[string]source.Align{"center": source.AlignCentre, "right": source.AlignRight, "end": source.AlignRight,
				"left": source.AlignLeft, "start": source.AlignLeft, "both": source.AlignLeft}[v]
		case "outlineLvl":
			if k, err := strconv.Atoi(v); err == nil && k >= 0 && k < 9 {
				l.outline = k + 1
			}
		case "numPr":
			l.list, l.level = c.Child("numId").Attr("val"), c.Child("ilvl").Attr("val")
		}
	}
	return l
}

func isOn(v string) bool { return v == "1" || v == "true" || v == "on" }

// onOff reads a switch, which is on where it has no value.
func onOff(v string) int8 {
	if v == "" || isOn(v) {
		return 1
	}
	return -1
}

// roleOf gives the role that a style's name stands for. Word's own names are
// English in every language; houses name theirs in Chinese.
func roleOf(name string) source.Role {
	name = strings.ToLower(strings.TrimSpace(name))
	if role, ok := styleRoles[name]; ok {
		return role
	}
	return source.NoRole
}

var styleRoles = map[string]source.Role{
	"title": source.TitleRole, "标题": source.TitleRole, "文章标题": source.TitleRole, "主标题": source.TitleRole,
	"subtitle": source.SubtitleRole, "副标题": source.SubtitleRole, "副题": source.SubtitleRole,
	"引题": source.KickerRole, "肩题": source.KickerRole,
	"作者": source.BylineRole, "署名": source.BylineRole, "author": source.BylineRole, "byline": source.BylineRole,
	"caption": source.CaptionRole, "题注": source.CaptionRole, "图注": source.CaptionRole, "图片说明": source.CaptionRole,
	"quote": source.QuoteRole, "intense quote": source.QuoteRole, "引用": source.QuoteRole, "明显引用": source.QuoteRole,
	"footnote text": source.NoteRole, "endnote text": source.NoteRole, "注释": source.NoteRole,
	"摘要": source.AbstractRole, "abstract": source.AbstractRole, "导语": source.LeadRole, "栏目": source.SectionRole,
	"责任编辑": source.EditorRole, "代码": source.CodeRole, "html preformatted": source.CodeRole,
	"toc heading": source.ContentsRole, "toc 1": source.ContentsRole, "toc 2": source.ContentsRole, "toc 3": source.ContentsRole,
	"header": source.FurnitureRole, "footer": source.FurnitureRole, "页眉": source.FurnitureRole, "页脚": source.FurnitureRole,
}
