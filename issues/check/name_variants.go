package check

import (
	"fmt"
	"strings"

	"kanyin/issues/issue"
)

func nameVariants() Rule {
	return Rule{
		Code:  "name-variants",
		Title: "one person's name is spelled in several ways",
		Explanation: `
Names of three characters that share the surname and differ in one character
are taken for one person when they stand in the same role: among those who made
the issue, or in one article. Two people who are both on the staff's list are
two people. Names of two characters are too short to tell.

    line 88    [编辑：周江岸]
    line 140   [编辑：周汪岸]
    finding    name-variants: 周江岸 (3 times) and 周汪岸 (once) look like one person`,
		check: checkNames,
	}
}

// A spelling is a name and where it stands within one role.
type spelling struct {
	name  string
	lines []int
	staff bool // it stands in the list of the staff
}

func checkNames(iss *issue.Issue) []issue.Finding {
	roles := map[string][]mention{}
	var order []string
	for _, m := range mentions(iss) {
		role := m.article
		if m.editor {
			role = "editors"
		}
		if runes(m.name) < 3 {
			continue
		}
		if roles[role] == nil {
			order = append(order, role)
		}
		roles[role] = append(roles[role], m)
	}
	var found []issue.Finding
	for _, role := range order {
		for _, same := range clusters(spellings(roles[role])) {
			found = append(found, variantsFinding(same))
		}
	}
	return found
}

// spellings gathers the mentions of each name, in the order they come.
func spellings(ms []mention) []spelling {
	index := map[string]int{}
	var out []spelling
	for _, m := range ms {
		i, ok := index[m.name]
		if !ok {
			i = len(out)
			index[m.name] = i
			out = append(out, spelling{name: m.name})
		}
		out[i].lines = append(out[i].lines, m.line)
		out[i].staff = out[i].staff || m.article == ""
	}
	return out
}

// clusters gives the groups of spellings that hang together. A name is looked
// up with each of its characters but the surname left open, so that only names
// that differ in one meet.
func clusters(ss []spelling) [][]spelling {
	group := make([]int, len(ss))
	staff := make([]bool, len(ss))
	for i := range ss {
		group[i], staff[i] = i, ss[i].staff
	}
	open := map[string]int{}
	for i, s := range ss {
		rs := []rune(s.name)
		for k := 1; k < len(rs); k++ {
			shape := string(rs[:k]) + "?" + string(rs[k+1:])
			j, ok := open[shape]
			if !ok {
				open[shape] = i
				continue
			}
			a, b := group[j], group[i]
			if a == b || staff[a] && staff[b] {
				continue
			}
			for x := range group {
				if group[x] == b {
					group[x] = a
				}
			}
			staff[a] = staff[a] || staff[b]
		}
	}
	members := map[int][]spelling{}
	var out [][]spelling
	for i, g := range group {
		members[g] = append(members[g], ss[i])
	}
	for g := range group {
		if len(members[g]) > 1 {
			out = append(out, members[g])
		}
	}
	return out
}

func variantsFinding(same []spelling) issue.Finding {
	f := issue.Finding{Severity: issue.Warning, Confidence: 0.8}
	var said []string
	for _, s := range same {
		f.Lines = append(f.Lines, s.lines...)
		f.Values = append(f.Values, s.name)
		said = append(said, fmt.Sprintf("%s (%s)", s.name, times(len(s.lines))))
	}
	f.Message = strings.Join(said, ", ") + " look like one person"
	return f
}

func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}
