package damage

import "math/rand/v2"

// Names are made-up people, each used once an issue.
type Names struct {
	list    []string
	Editors []string
}

// NewNames mixes family names and given names by chance.
func NewNames(rng *rand.Rand, script Script) *Names {
	family, given, sep := chineseFamily, chineseGiven, ""
	switch script {
	case Latin:
		family, given, sep = latinGiven, latinFamily, " "
	case Hant:
		family, given = hantFamily, hantGiven
	}
	n := &Names{}
	for i, g := range rng.Perm(len(given)) {
		n.list = append(n.list, family[(i*7+rng.IntN(3))%len(family)]+sep+given[g])
	}
	n.Editors, n.list = n.list[:4], n.list[4:]
	return n
}

// Next gives a name that no author of the issue has yet, until all are used up.
func (n *Names) Next() string {
	first := n.list[0]
	n.list = append(n.list[1:], first)
	return first
}

var (
	chineseFamily = []string{"陶", "邵", "温", "路", "岑", "舒", "蓝", "翟", "穆", "栾", "丁", "卫", "纪", "项", "祝", "庄"}
	chineseGiven  = []string{
		"若水", "云舟", "青禾", "一鸣", "嘉树", "晚晴", "致远", "小满", "望江", "思齐", "听雨", "怀瑾", "长风", "素心", "之桓", "映雪",
		"平", "岚", "朔", "宁", "川", "禾", "越", "棠", "松", "颖", "恒", "璐", "岩", "芷", "峻", "葵",
	}
	hantFamily = []string{"陶", "溫", "路", "岑", "舒", "藍", "穆", "欒", "紀", "項", "祝", "莊"}
	hantGiven  = []string{
		"若水", "雲舟", "青禾", "一鳴", "嘉樹", "晚晴", "致遠", "聽雨", "懷瑾", "長風", "素心", "映雪", "望江", "思齊",
		"嵐", "寧", "禾", "棠", "恆", "峻", "葵", "朔",
	}
	latinGiven  = []string{"Anna", "Peter", "Ruth", "Colin", "Mary", "Edwin", "Clara", "Hugh", "Nora", "Simon"}
	latinFamily = []string{
		"Harrow", "Bexley", "Tindall", "Marsh", "Coombe", "Pettit", "Lockyer", "Wren", "Ashdown", "Farrow", "Quill", "Dunmore",
		"Hale", "Sedge", "Orchard", "Merrow",
	}
)
