package check

import (
	"kanyin/issues/issue"
	"kanyin/issues/say"
)

func nameVariants() Rule {
	return Rule{
		Code:  "name-variants",
		Title: say.Of("one person's name is spelled in several ways"),
		Explanation: say.Of(`Names of three characters that share the surname and differ in one character
are taken for one person when they stand in the same role: among those who made
the issue, or in one article, and one of the spellings is the usual one. Two
people who are both on the staff's list are two people, and so are two who both
stand often. Names of two characters are too short to tell, but for an editor
whom the staff's list has and who stands often: a name like it that the list
has not is a slip.

    line 88    [编辑：周江岸]
    line 140   [编辑：周汪岸]
    finding    name-variants: 周江岸 (3 times) and 周汪岸 (once) look like one person`),
		check: checkNames,
	}
}

// telling is the least length, in runes, of a name in which one character may be
// a slip: of two-character names half is alike between many people.
const telling = 3

// A spelling is a name and where it stands within one role.
type spelling struct {
	name  string
	lines []int
	staff bool // it stands in the list of the staff
}

func checkNames(pr *proof) []issue.Finding {
	roles := map[string][]mention{}
	var order []string
	for _, m := range pr.mentions() {
		role := m.article
		if m.editor {
			role = "editors"
		}
		if runes(m.name) < telling && !m.editor {
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
			if most(same) < 2 {
				continue // nothing shows which is the person's name, or that there is one person
			}
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
	g := newGroups(ss)
	open := map[string]int{}
	for i, s := range ss {
		rs := []rune(s.name)
		for k := 1; k < len(rs); k++ {
			shape := string(rs[:k]) + "?" + string(rs[k+1:])
			if j, ok := open[shape]; !ok {
				open[shape] = i
			} else if plausible(ss[i], ss[j]) {
				g.merge(j, i)
			}
		}
	}
	members := map[int][]spelling{}
	for i := range ss {
		r := g.root(i)
		members[r] = append(members[r], ss[i])
	}
	var out [][]spelling
	for i := range ss {
		if len(members[i]) > 1 {
			out = append(out, members[i])
		}
	}
	return out
}

// plausible tells whether two spellings may be one person's: a slip does not
// come back as often as three times, unless it is the other that is the slip.
func plausible(a, b spelling) bool {
	const often = 3
	if runes(a.name) < telling {
		if b.staff {
			a, b = b, a
		}
		return a.staff && !b.staff && len(a.lines) >= often && len(b.lines) < often
	}
	return len(a.lines) < often || len(b.lines) < often
}

// groups joins spellings into sets, each known by its first member; a set holds
// at most one name of the staff's list.
type groups struct {
	parent []int
	staff  []bool
}

func newGroups(ss []spelling) groups {
	g := groups{make([]int, len(ss)), make([]bool, len(ss))}
	for i := range ss {
		g.parent[i], g.staff[i] = i, ss[i].staff
	}
	return g
}

func (g groups) root(i int) int {
	for g.parent[i] != i {
		g.parent[i] = g.parent[g.parent[i]]
		i = g.parent[i]
	}
	return i
}

func (g groups) merge(i, j int) {
	a, b := g.root(i), g.root(j)
	if a == b || g.staff[a] && g.staff[b] {
		return
	}
	if b < a {
		a, b = b, a
	}
	g.parent[b] = a
	g.staff[a] = g.staff[a] || g.staff[b]
}

// most gives how often the most frequent spelling stands.
func most(same []spelling) int {
	n := 0
	for _, s := range same {
		n = max(n, len(s.lines))
	}
	return n
}

func variantsFinding(same []spelling) issue.Finding {
	f := issue.Finding{Severity: issue.Warning, Confidence: strong}
	var said []say.Text
	for _, s := range same {
		f.Lines = append(f.Lines, s.lines...)
		f.Values = append(f.Values, s.name)
		said = append(said, say.Of("%s (%s)", s.name, times(len(s.lines))))
	}
	f.Message = say.Of("%s look like one person", say.List(said...))
	return f
}

func times(n int) say.Text {
	if n == 2 {
		return say.Of("twice")
	}
	return say.Count(n, "once", "%d times")
}
