package epub

import (
	"regexp"
	"strings"

	"kanyin/issues/issue"
	"kanyin/issues/normal"
)

// A person took part in the issue. The role is a code of the MARC relator list.
type person struct {
	Name, Role string
	Creator    bool // an author; all others are contributors
}

// duties gives the MARC role of what a masthead calls people by. The first that
// the duty contains decides, so the narrower ones stand before the wider.
var duties = []struct{ duty, role string }{
	{"摄影", "pht"}, {"攝影", "pht"}, {"图片", "pht"}, {"插图", "ill"}, {"插畫", "ill"}, {"绘", "ill"},
	{"美术", "bkd"}, {"美術", "bkd"}, {"美编", "bkd"}, {"设计", "bkd"}, {"設計", "bkd"}, {"版式", "bkd"}, {"排版", "tyg"},
	{"校对", "pfr"}, {"校對", "pfr"}, {"翻译", "trl"}, {"翻譯", "trl"}, {"社长", "pbd"}, {"社長", "pbd"}, {"出版", "pbl"},
	{"编辑", "edt"}, {"編輯", "edt"}, {"主编", "edt"}, {"主編", "edt"}, {"总编", "edt"}, {"總編", "edt"}, {"编", "edt"}, {"編", "edt"},
}

func roleOf(duty string) string {
	for _, d := range duties {
		if strings.Contains(duty, d.duty) {
			return d.role
		}
	}
	return "ctb"
}

// A name has two to four characters, or parts with a middle dot between them;
// what is longer is a sentence.
const (
	name  = `(?:\p{Han}{1,8}(?:·\p{Han}{1,8})+|\p{Han}{2,4})`
	names = `(` + name + `(?:[、，,/／ 　]+` + name + `)*)`

	opens  = `^[\[［【（(□◎○●■▲]?[ 　]*`
	closes = `[ 　]*[\]］】）)]?$`
	taken  = `(?:摄影|攝影|摄|攝)`
)

// The shapes in which editors and photographers sign. A shape that is not here
// yields no contributor; the line itself stands in the text all the same.
var (
	editorSigned  = regexp.MustCompile(opens + `(?:责任编辑|責任編輯|编辑|編輯|责编)\s*[：:／/ 　]\s*` + names + closes)
	photoSigned   = regexp.MustCompile(opens + `(?:摄影|攝影|图片|图|照片)\s*[：:／/ 　]\s*` + names + closes)
	photoBy       = regexp.MustCompile(opens + names + `[ 　]*[/／]?[ 　]*` + taken + closes)
	photoOf       = regexp.MustCompile(`[。！？…”’）)□◎○●■▲][ 　]*` + names + `[ 　]*[/／][ 　]*` + taken + closes) // after a caption's end
	nameSeparator = regexp.MustCompile(`[、，,/／ 　]+`)
)

// peopleOf lists authors first, then contributors, each name once for each role,
// in the order in which the issue names them.
func peopleOf(iss *issue.Issue) []person {
	var out []person
	seen := map[person]bool{}
	add := func(name, role string) {
		p := person{strings.TrimSpace(name), role, role == "aut"}
		if p.Name != "" && !seen[p] {
			seen[p] = true
			out = append(out, p)
		}
	}
	for _, a := range iss.Articles {
		for _, name := range a.Authors {
			add(name, "aut")
		}
	}
	for _, s := range iss.Meta.Staff {
		for _, name := range s.Names {
			name, second := apart(name)
			add(name, roleOf(s.Duty))
			if role := roleOf(second); role != "ctb" {
				add(name, role)
			}
		}
	}
	for _, a := range iss.Articles {
		for _, b := range a.Blocks {
			for _, s := range signed(b) {
				add(s.Name, s.Role)
			}
		}
	}
	return out
}

var asideDuty = regexp.MustCompile(`^(.+?)[ 　]*[（(]([^（）()]+)[)）]$`)

// apart parts a name from the second duty that may stand behind it: 周渡（执行主编）.
func apart(name string) (who, duty string) {
	if m := asideDuty.FindStringSubmatch(strings.TrimSpace(name)); m != nil {
		return m[1], m[2]
	}
	return name, ""
}

func signed(b issue.Block) []person {
	if b.Kind != issue.Editor && b.Kind != issue.Credit && b.Kind != issue.Caption {
		return nil
	}
	text := normal.CloseUpNames(strings.TrimSpace(b.Text))
	var match []string
	role := "pht"
	switch b.Kind {
	case issue.Editor:
		match, role = editorSigned.FindStringSubmatch(text), "edt"
	case issue.Credit:
		if match = photoSigned.FindStringSubmatch(text); match == nil {
			match = photoBy.FindStringSubmatch(text)
		}
	case issue.Caption:
		match = photoOf.FindStringSubmatch(text)
	}
	if match == nil {
		return nil
	}
	var out []person
	for _, name := range nameSeparator.Split(match[1], -1) {
		out = append(out, person{Name: name, Role: role})
	}
	return out
}
