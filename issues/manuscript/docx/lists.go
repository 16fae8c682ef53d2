package docx

import (
	"strconv"
	"strings"

	"kanyin/issues/manuscript/count"
	"kanyin/issues/manuscript/tree"
)

// lists are the automatic numbers of numbering.xml, with how far each has counted.
type lists struct {
	abstract map[string]*levels // by abstractNumId
	of       map[string]list    // by numId
	counted  map[string]*[9]int // by abstractNumId
}

type list struct {
	abstract string
	start    [9]int // what its own levels begin with; 0 where they do not say
	begun    *bool
}

// levels are those of one list, from the shallowest.
type levels [9]level

// A level is how a number of that depth is written.
type level struct {
	start  int
	format string
	text   string // such as "%1、" or "%1.%2"
	suffix string
}

func readLists(n *tree.Node) lists {
	l := lists{abstract: map[string]*levels{}, of: map[string]list{}, counted: map[string]*[9]int{}}
	if n == nil {
		return l
	}
	for _, c := range n.Children {
		switch c.Name {
		case "abstractNum":
			var ls levels
			for _, v := range c.Children {
				if k, err := strconv.Atoi(v.Attr("ilvl")); v.Name == "lvl" && err == nil && k >= 0 && k < 9 {
					ls[k] = readLevel(v)
				}
			}
			l.abstract[c.Attr("abstractNumId")] = &ls
		case "num":
			one := list{abstract: c.Child("abstractNumId").Attr("val"), begun: new(bool)}
			for _, o := range c.Children {
				k, err := strconv.Atoi(o.Attr("ilvl"))
				if o.Name != "lvlOverride" || err != nil || k < 0 || k > 8 {
					continue
				}
				one.start[k], _ = strconv.Atoi(o.Child("startOverride").Attr("val"))
			}
			l.of[c.Attr("numId")] = one
		}
	}
	return l
}

func readLevel(n *tree.Node) level {
	start, err := strconv.Atoi(n.Child("start").Attr("val"))
	if err != nil {
		start = 1
	}
	return level{start, n.Child("numFmt").Attr("val"), n.Child("lvlText").Attr("val"), n.Child("suff").Attr("val")}
}

// next gives the number that the next paragraph of a list has, as it is
// printed, and whether it is a bullet.
func (l *lists) next(id, depth string) (number string, bullet bool) {
	one, ok := l.of[id]
	ls := l.abstract[one.abstract]
	if !ok || ls == nil {
		return "", false
	}
	at, _ := strconv.Atoi(depth)
	at = min(max(at, 0), 8)
	counted := l.counted[one.abstract]
	if counted == nil {
		counted = &[9]int{}
		l.counted[one.abstract] = counted
	}
	if !*one.begun {
		*one.begun = true
		for k, s := range one.start {
			if s > 0 {
				counted[k] = s - 1
			}
		}
	}
	if counted[at] == 0 && one.start[at] == 0 {
		counted[at] = ls[at].start - 1
	}
	counted[at]++
	for k := at + 1; k < 9; k++ { // a shallower number begins the deeper ones anew
		counted[k] = 0
	}
	return ls.write(at, counted)
}

// write writes a number by its level's pattern.
func (ls *levels) write(at int, counted *[9]int) (string, bool) {
	v := ls[at]
	switch v.format {
	case "bullet":
		return "• ", true
	case "none":
		return "", false
	}
	text := v.text
	for k := 0; k <= at; k++ {
		n := max(counted[k], min(ls[k].start, 1))
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(k+1), count.Write(n, ls[k].format))
	}
	if text != "" && v.suffix != "nothing" && text[len(text)-1] < 0x80 {
		text += " " // Word's tab; Chinese numbers carry their own white
	}
	return text, false
}
